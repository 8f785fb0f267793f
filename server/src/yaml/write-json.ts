import { effectivePairs, MERGE_KEY } from "./navigate.ts";
import { dereference, keyText, type MapNode, type Node, type ScalarNode } from "./node.ts";
import type { Source } from "./source.ts";

/** How JSON is laid out: spaces of one step, and the line break. */
export interface JsonLayout {
  readonly step: number;
  readonly lineBreak: string;
}

/** Text of a JSON number. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * A node of YAML as JSON text whose first line begins where it is put and whose other lines begin at a column. Aliases and merges are written
 * out, numbers and texts keep their spelling where JSON has it. The node must have a value without cycles that is not too large, no keys that
 * are collections and only finite numbers.
 */
export function writeJson(source: Source, node: Node, column: number, layout: JsonLayout): string {
  const target = dereference(node);
  if (!target || target.kind === "alias") return "null";
  if (target.kind === "scalar") return scalarText(source, target);
  const [open, close] = target.kind === "map" ? ["{", "}"] : ["[", "]"];
  const inner = column + layout.step;
  const entries =
    target.kind === "map"
      ? pairsInOrder(source, target).map(([key, value]) => `${key}: ${writeJson(source, value, inner, layout)}`)
      : target.items.map((item) => writeJson(source, item, inner, layout));
  if (entries.length === 0) return open + close;
  const separator = layout.lineBreak + " ".repeat(inner);
  return `${open}${separator}${entries.join(`,${separator}`)}${layout.lineBreak}${" ".repeat(column)}${close}`;
}

/** The pairs of a mapping with their keys as JSON, those of a merge where it stands. */
function pairsInOrder(source: Source, map: MapNode): readonly (readonly [key: string, value: Node])[] {
  const effective = effectivePairs(map);
  const own = new Set(map.pairs);
  const merged = [...effective].filter(([, pair]) => !own.has(pair));
  const isMerge = (key: Node): boolean => keyText(key) === MERGE_KEY;
  const firstMerge = map.pairs.find(({ key }) => isMerge(key));
  const pairs = map.pairs.flatMap((pair) => {
    if (isMerge(pair.key)) return pair === firstMerge ? merged : [];
    const key = keyText(pair.key) ?? "";
    return effective.get(key) === pair ? [[key, pair] as const] : [];
  });
  return pairs.map(([key, pair]) => [keyJson(source, key, pair.key), pair.value]);
}

function keyJson(source: Source, name: string, key: Node): string {
  return key.kind === "scalar" && typeof key.value === "string" ? scalarText(source, key) : JSON.stringify(name);
}

function scalarText(source: Source, { value, style, start, end }: ScalarNode): string {
  if (value === null || typeof value === "boolean") return String(value);
  const written = source.text.slice(start, end);
  if (typeof value === "number") {
    if (JSON_NUMBER.test(written)) return written;
    return Object.is(value, -0) ? "-0" : String(value);
  }
  return style === "double" && isJsonText(written, value) ? written : JSON.stringify(value);
}

/** true for a quoted text that JSON reads alike. */
function isJsonText(written: string, value: string): boolean {
  try {
    return JSON.parse(written) === value;
  } catch {
    return false;
  }
}
