import { compile, type JSONSchema } from "json-schema-to-typescript";
import { KINDS, type Kind } from "../server/src/protocol.ts";
import { type Draft07Schema, draft07Schema } from "./schema-draft-07.ts";

/** Name of the type of a whole file of this kind. */
export function rootTypeName(kind: Kind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}File`;
}

const BANNER = (source: string): string => `// Generated from ${source} by scripts/generate-schemas.ts. Do not edit.\n`;

/** Text of the module with the types of a kind; the type of the whole file is {@link rootTypeName}. */
export async function typesModule(kind: Kind): Promise<string> {
  const { title: _title, patternProperties: _extensions, ...schema } = withoutChoices(draft07Schema(kind));
  const root = rootTypeName(kind);
  const text = await compile({ ...schema, $id: root } as JSONSchema, root, {
    bannerComment: BANNER(`schemas/draft-07/${kind}.schema.json`),
    format: false,
    unknownAny: true,
    // Lists stay lists: `[T, ...T[]]` is a nuisance for whoever builds one item by item.
    ignoreMinAndMaxItems: true,
    customName: (_schema, definition) => definition,
  });
  return `${tidy(allowExtensions(text, root))}\n`;
}

/** Text of the module that collects the five types of whole files. */
export function typesIndex(): string {
  const exports = [...KINDS].sort().map((kind) => `export type { ${rootTypeName(kind)} } from "./${kind}.ts"`);
  return `${BANNER("the modules beside it")}\n${exports.join("\n")}\n`;
}

/** TypeScript has no words for "one of these keys" and "not both"; the compiler would write them as unreadable unions. */
function withoutChoices(schema: Draft07Schema): Draft07Schema {
  const { anyOf: _atLeastOne, not: _not, dependencies: _dependencies, allOf, ...rest } = schema;
  const reference = allOf?.find((item) => item.$ref !== undefined);
  if (reference) {
    // Limits and examples beside the reference would make it an intersection.
    const { description, deprecated } = rest;
    return { ...(description && { description }), ...(deprecated && { deprecated }), allOf: [reference] };
  }
  const copy: Record<string, unknown> = { ...rest };
  if (copy.oneOf) {
    // The branches say all of it again.
    delete copy.type;
    delete copy.required;
  }
  for (const keyword of ["properties", "definitions"] as const) {
    const map = schema[keyword];
    if (map) copy[keyword] = mapValues(map);
  }
  for (const keyword of ["items", "additionalProperties"] as const) {
    const child = schema[keyword];
    if (typeof child === "object") copy[keyword] = withoutChoices(child);
  }
  if (schema.oneOf) copy.oneOf = schema.oneOf.map((branch) => withoutChoices(branch as Draft07Schema));
  return copy;
}

function mapValues(map: Readonly<Record<string, Draft07Schema>>): Readonly<Record<string, Draft07Schema>> {
  return Object.fromEntries(Object.entries(map).map(([name, child]) => [name, withoutChoices(child)]));
}

/** Gives the root type its `x-…` keys: as a pattern the compiler would turn them into an index signature for every key. */
function allowExtensions(text: string, root: string): string {
  const opening = `export interface ${root} {\n`;
  if (!text.includes(opening)) throw new Error(`The compiled types have no interface ${root}.`);
  return text.replace(
    opening,
    `${opening}/**\n * Keys of your own; kept and ignored.\n */\n[k: \`x-\${string}\`]: unknown\n`,
  );
}

function tidy(text: string): string {
  return text.replace(/[ \t]+$/gm, "").trimEnd();
}
