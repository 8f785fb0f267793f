import type { SemanticTokens } from "vscode-languageserver-types";
import { allowedValues, childSchema, propertyOf, type Schemas } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import { type Written, walkWritten } from "../schema/walk-written.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { PLURAL_CATEGORIES } from "../tenants/names.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { scalarLanguage } from "../values/index.ts";
import { MERGE_KEY } from "../yaml/navigate.ts";
import { keyText, type Node, type PairNode, type ScalarNode } from "../yaml/node.ts";
import type { Part } from "../yaml/part.ts";
import { anchorRange, contentOf } from "../yaml/scalar-content.ts";
import { addEmbeddedTokens } from "./embedded-tokens.ts";
import type { TokenModifier, TokenType } from "./semantic-legend.ts";
import { addToken, encodeTokens, moveTokens, type TokenList } from "./token-list.ts";
import { writtenPlaceholders } from "./written-placeholders.ts";

/**
 * What the schemas know about the words of a file: keys, names, listed values, quantities, placeholders, anchors, and the words of languages
 * inside scalars. Unknown keys and plain text have no token, so that the grammar of the editor colours them. With a range only what touches it is looked at.
 */
export function semanticTokens(model: FileModel, range?: OffsetRange): SemanticTokens {
  const { root, schema, source } = model;
  const tokens: TokenList = [];
  let before = 0;
  if (root) {
    addAnchor(tokens, root, source.text);
    walkWritten(schema, root, {
      ...(range && { range }),
      visit: (written) => addTokens(tokens, written, source.text),
      skip: (part, schemas) => {
        before = tokens.length;
        const known = tokensOf(part, schemas);
        if (known) moveTokens(known, 0, part.origin.offset, tokens);
        return known !== undefined;
      },
      leave: (part, schemas) => {
        // A part that a range cuts was not looked at as a whole.
        if (!range || holds(range, part)) rememberTokens(part, schemas, tokens, before);
      },
    });
  }
  return { data: encodeTokens(tokens, source.lines, range) };
}

function holds(range: OffsetRange, { origin, text }: Part): boolean {
  return range.start <= origin.offset && origin.offset + text.length <= range.end;
}

const TOKENS = Symbol("tokens");

declare module "../yaml/part.ts" {
  interface Part {
    /** Tokens of the entries, counted from the origin, and the schemas of their collection. */
    [TOKENS]?: { readonly schemas: Schemas; readonly tokens: TokenList };
  }
}

/** Tokens of a part that were found before; undefined when there are none or the part stands for something else now. */
function tokensOf(part: Part, schemas: Schemas): TokenList | undefined {
  const known = part[TOKENS];
  const isSame = known?.schemas.length === schemas.length && schemas.every((one, at) => one === known.schemas[at]);
  return isSame ? known?.tokens : undefined;
}

/** An alias can decide which variant of a union applies, so what is around a part with aliases has a say in its tokens. */
function rememberTokens(part: Part, schemas: Schemas, tokens: TokenList, from: number): void {
  if (part.firstAliases.length > 0) return;
  const own: TokenList = [];
  moveTokens(tokens, from, -part.origin.offset, own);
  part[TOKENS] = { schemas, tokens: own };
}

function addTokens(tokens: TokenList, { node, schemas, pair, parents }: Written, text: string): void {
  if (pair) {
    addAnchor(tokens, pair.key, text);
    addKey(tokens, pair, parents, text);
  }
  addAnchor(tokens, node, text);
  if (node.kind === "alias") addToken(tokens, node, "label");
  if (node.kind === "scalar") addValue(tokens, node, schemas, text);
}

function addAnchor(tokens: TokenList, node: Node, text: string): void {
  const anchor = anchorRange(node, text);
  if (anchor) addToken(tokens, anchor, "label", ["declaration"]);
}

function addKey(tokens: TokenList, { key }: PairNode, parents: Schemas, text: string): void {
  if (key.kind === "alias") addToken(tokens, key, "label");
  if (key.kind !== "scalar") return;
  const [type, ...modifiers] = roleOfKey(keyText(key) ?? "", parents) ?? [];
  if (type) addToken(tokens, contentOf(key, text), type, modifiers);
}

/** A token type with the modifiers that go with it. */
type Role = readonly [type: TokenType, ...modifiers: TokenModifier[]];

/** What a key is to the schemas of its mapping; undefined for keys that mean nothing special. */
function roleOfKey(name: string, parents: Schemas): Role | undefined {
  if (name === MERGE_KEY) return ["keyword"];
  for (const parent of parents) {
    if (propertyOf(parent, name)) {
      const deprecated = isDeprecated(name, parents) ? (["deprecated"] as const) : [];
      return ["property", ...deprecated, ...(parent.required?.includes(name) ? (["required"] as const) : [])];
    }
    const names = parent.propertyNames && resolve(parent.propertyNames);
    const defines = names?.["x-defines"];
    if (defines === "message-key" && PLURAL_CATEGORIES.has(name)) return ["property"];
    if (defines !== undefined && childSchema(parent, name)) return ["class", "declaration"];
    if (names?.["x-refers"] !== undefined) return ["class"];
  }
  return undefined;
}

/** A key of an undecided union is deprecated when every variant that has it says so. */
function isDeprecated(name: string, parents: Schemas): boolean {
  return parents.every((parent) => {
    const own = propertyOf(parent, name);
    return !own || resolve(own).deprecated === true;
  });
}

function addValue(tokens: TokenList, node: ScalarNode, schemas: Schemas, text: string): void {
  const placeholders = writtenPlaceholders(node, text);
  for (const { placeholder, start, end, name, fallback } of placeholders) {
    if (placeholder.kind === "secret") addToken(tokens, { start, end }, "macro", ["readonly"]);
    if (name) addToken(tokens, name, "variable", placeholder.kind === "variable" ? ["readonly"] : []);
    if (fallback) addToken(tokens, fallback, "string");
  }
  const isEmbedded = addEmbeddedTokens(tokens, node, schemas, text, placeholders);
  if (isEmbedded || placeholders.length > 0 || node.value === null) return;
  const [type, ...modifiers] = roleOf(node.value, schemas) ?? [];
  if (type) addToken(tokens, contentOf(node, text), type, modifiers);
}

/** What a value is to the schemas of its place: a token type with modifiers; undefined for values that mean nothing special. */
function roleOf(value: string | number | boolean, schemas: Schemas): Role | undefined {
  for (const schema of schemas) {
    if (schema["x-defines"] !== undefined) return ["class", "declaration"];
    if (schema["x-refers"] !== undefined) return ["class"];
    if (schema["x-deprecated-values"]?.[String(value)] !== undefined) return ["enumMember", "deprecated"];
    const aliases = schema["x-enum-aliases"];
    if (allowedValues(schema).includes(value) || (aliases && Object.hasOwn(aliases, String(value))))
      return ["enumMember"];
    if (typeof value === "number" && schema["x-unit"] !== undefined) return ["number"];
    if (isQuantity(String(value), schema.format)) return ["number"];
  }
  return undefined;
}

/** true for a well-formed duration or size. */
function isQuantity(text: string, format: string | undefined): boolean {
  const language = format === undefined ? undefined : scalarLanguage(format);
  if (language?.category !== "duration" && language?.category !== "size") return false;
  const fault = language.check(text);
  return !fault || fault.advice === true;
}
