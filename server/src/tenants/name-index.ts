import { holdsNames } from "../schema/holds-names.ts";
import { applicable, childSchemas, type Schemas, schemasAt } from "../schema/match.ts";
import { type ResolvedSchema, resolve, schemaOf } from "../schema/registry.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { MAXIMUM_DEPTH } from "../yaml/limits.ts";
import { effectivePairs, locate, MERGE_KEY, mergeSources } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type Node, type NodePath, type ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import { writtenRange } from "../yaml/scalar-text.ts";
import { rootOf, type Source } from "../yaml/source.ts";
import { canonicalName, MESSAGE_KEY, PLURAL_CATEGORIES, REFERENCE_PREFIX } from "./names.ts";
import { hasPlaceholders } from "./placeholders.ts";
import type { TenantFile } from "./tenant-context.ts";

/** A place where a name is declared or used. `start` and `end` are those of the name alone, without quotes and prefix. */
export interface NameOccurrence extends OffsetRange {
  /** Class of the name, the value of `x-defines` or `x-refers` in the schema (`receiver`, `role`, …). */
  readonly nameClass: string;
  /** The name as it is written; of a message the whole dotted path. */
  readonly name: string;
  readonly isDeclaration: boolean;
  /** The key or value that holds the name. */
  readonly node: ScalarNode;
  /** Path of the value, or of the value of the key. */
  readonly path: NodePath;
  /** What of the decoded text of the node is the name; of a message its last step. */
  readonly part: OffsetRange;
  /** What the schema says about the node. */
  readonly schema: ResolvedSchema;
}

/** The names of a file in document order. */
export interface FileNames {
  readonly declarations: readonly NameOccurrence[];
  readonly uses: readonly NameOccurrence[];
}

const indexes = new WeakMap<Source, { readonly kind: TenantFile["kind"]; readonly names: FileNames }>();

/**
 * Every name that a file declares or uses. The schema of its kind has to be loaded. What is written once is one occurrence, however
 * often aliases and merges bring it in; values with placeholders are no names. Found once for each version of a file.
 */
export function namesOf({ kind, source }: Pick<TenantFile, "kind" | "source">): FileNames {
  const known = indexes.get(source);
  if (known?.kind === kind) return known.names;
  const names = collectNames(kind, source);
  indexes.set(source, { kind, names });
  return names;
}

/** The name at an offset, its end and its prefix included; undefined when there is none. */
export function nameAt(file: Pick<TenantFile, "kind" | "source">, offset: number): NameOccurrence | undefined {
  if (!mayBeName(file, offset)) return undefined;
  const { declarations, uses } = namesOf(file);
  return occurrenceAt(declarations, offset) ?? occurrenceAt(uses, offset);
}

/** false for most offsets, so that a cursor elsewhere does not cost a walk through the file. Only anchors have a meaning of another place. */
function mayBeName({ kind, source }: Pick<TenantFile, "kind" | "source">, offset: number): boolean {
  if (source.notation === "yaml" && source.text.includes("&")) return true;
  const root = rootOf(source);
  const location = locate(root, offset);
  if (!location) return false;
  const { path, onKey } = location;
  const schemas = schemasAt(schemaOf(kind), root, onKey ? path.slice(0, -1) : path);
  return schemas.some((schema) => {
    const about = onKey ? schema.propertyNames && resolve(schema.propertyNames) : schema;
    return about?.["x-defines"] !== undefined || about?.["x-refers"] !== undefined;
  });
}

function occurrenceAt(occurrences: readonly NameOccurrence[], offset: number): NameOccurrence | undefined {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = occurrences[low];
  if (!found) return undefined;
  const prefix = found.isDeclaration ? "" : (REFERENCE_PREFIX[found.nameClass] ?? "");
  return found.start - prefix.length <= offset ? found : undefined;
}

/** A walk through a file and what it found. */
interface Walk {
  readonly text: string;
  /** By class and place; a declaration wins over a use of the same text. */
  readonly found: Map<string, Map<number, NameOccurrence>>;
  /** Schemas that anchored nodes were visited with. */
  readonly visited: Map<Node, Set<ResolvedSchema>>;
  /** Nodes that are being walked: a mapping can merge one that it stands in. */
  readonly open: Set<Node>;
}

function collectNames(kind: TenantFile["kind"], source: Source): FileNames {
  const walk: Walk = { text: source.text, found: new Map(), visited: new Map(), open: new Set() };
  const root = rootOf(source);
  if (root) enter(walk, root, applicable(schemaOf(kind), root), []);
  const all = [...walk.found.values()].flatMap((places) => [...places.values()]);
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    declarations: all.filter((occurrence) => occurrence.isDeclaration),
    uses: all.filter((occurrence) => !occurrence.isDeclaration),
  };
}

function enter(walk: Walk, node: Node, schemas: Schemas, path: NodePath): void {
  const about = schemas.filter(holdsNames);
  // Aliases can nest deeper than the text does.
  if (about.length === 0 || path.length > MAXIMUM_DEPTH) return;
  const target = dereference(node);
  if (!target || target.kind === "alias" || walk.open.has(target) || wasVisited(walk, target, about)) return;
  if (target.kind === "scalar") {
    for (const schema of about) addScalar(walk, target, schema, path);
    return;
  }
  walk.open.add(target);
  if (target.kind === "sequence") {
    for (const [index, item] of target.items.entries())
      enter(walk, item, childSchemas(about, index, item), [...path, index]);
  } else {
    for (const schema of about) addKeys(walk, target, schema, path);
    for (const [key, { value }] of effectivePairs(target))
      enter(walk, value, childSchemas(about, key, value), [...path, key]);
  }
  walk.open.delete(target);
}

/** An anchored node can be used in places of different meaning; in places of the same meaning it is looked at once. */
function wasVisited(walk: Walk, node: Node, schemas: Schemas): boolean {
  if (node.anchor === undefined) return false;
  const known = walk.visited.get(node) ?? new Set();
  walk.visited.set(node, known);
  const size = known.size;
  for (const schema of schemas) known.add(schema);
  return known.size === size;
}

function addKeys(walk: Walk, map: MapNode, schema: ResolvedSchema, path: NodePath): void {
  const names = schema.propertyNames && resolve(schema.propertyNames);
  if (!names || !holdsNames(names)) return;
  // A key that is written twice is the same name twice, though only one of the two counts.
  const merged = mergeSources(map).length > 0 ? [...effectivePairs(map).values()] : [];
  for (const { key } of [...map.pairs, ...merged]) {
    const node = dereference(key);
    const step = keyText(key);
    if (node?.kind === "scalar" && step !== undefined && step !== MERGE_KEY)
      addScalar(walk, node, names, [...path, step]);
  }
}

/** Records what a key or value is by its schema. `path` is that of the value. */
function addScalar(walk: Walk, node: ScalarNode, schema: ResolvedSchema, path: NodePath): void {
  const text = node.value === null ? "" : String(node.value);
  if (text === "" || text.includes("{{") || hasPlaceholders(text)) return;
  const defines = schema["x-defines"];
  if (defines === MESSAGE_KEY) {
    if (!PLURAL_CATEGORIES.has(text)) {
      const name = path.slice(path.indexOf("messages") + 1).join(".");
      record(walk, { nameClass: defines, name, isDeclaration: true, node, path, schema, part: whole(text) });
    }
  } else if (defines !== undefined) {
    record(walk, { nameClass: defines, name: text, isDeclaration: true, node, path, schema, part: whole(text) });
  }
  const refers = schema["x-refers"];
  if (refers === MESSAGE_KEY) addMessageUse(walk, node, schema, path);
  else if (refers !== undefined) {
    const prefix = REFERENCE_PREFIX[refers] ?? "";
    if (!text.startsWith(prefix) || text.length === prefix.length) return;
    const part = { start: prefix.length, end: text.length };
    record(walk, { nameClass: refers, name: text.slice(part.start), isDeclaration: false, node, path, schema, part });
  }
}

/** `common.save` uses the group `common` and the text `common.save`; `common.*` stands for many texts and names none. */
function addMessageUse(walk: Walk, node: ScalarNode, schema: ResolvedSchema, path: NodePath): void {
  const text = String(node.value);
  if (text.includes("*")) return;
  let start = 0;
  for (const step of text.split(".")) {
    const part = { start, end: start + step.length };
    start = part.end + 1;
    if (step === "") continue;
    const name = text.slice(0, part.end);
    record(walk, { nameClass: MESSAGE_KEY, name, isDeclaration: false, node, path, schema, part });
  }
}

function whole(text: string): OffsetRange {
  return { start: 0, end: text.length };
}

function record(walk: Walk, occurrence: Omit<NameOccurrence, "start" | "end">): void {
  const { node, part, nameClass, isDeclaration } = occurrence;
  const range = writtenRange(walk.text, node, part) ?? contentOf(node, walk.text);
  const places = walk.found.get(nameClass) ?? new Map<number, NameOccurrence>();
  walk.found.set(nameClass, places);
  const known = places.get(range.start);
  if (!known || (isDeclaration && !known.isDeclaration))
    places.set(range.start, { ...occurrence, start: range.start, end: range.end });
}

/** true when two occurrences are of one name, as far as class and spelling tell. */
export function isSameName(a: NameOccurrence, b: NameOccurrence): boolean {
  return a.nameClass === b.nameClass && canonicalName(a.nameClass, a.name) === canonicalName(b.nameClass, b.name);
}
