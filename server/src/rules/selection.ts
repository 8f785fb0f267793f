import type { Kind } from "../protocol.ts";
import type { Schema } from "../schema/json-schema.ts";
import { reachable } from "../schema/reachable.ts";
import type { ResolvedSchema } from "../schema/registry.ts";
import type { Rule } from "./rule.ts";

/** The rules that look at a path, and at what stands below it. */
export class PathState {
  readonly rules: readonly Rule[];
  /** true when nothing below is looked at. */
  readonly isEnd: boolean;
  readonly #nodes: readonly PathNode[];
  readonly #next = new Map<string, PathState>();

  constructor(nodes: readonly PathNode[]) {
    this.#nodes = nodes;
    this.rules = [...new Set(nodes.flatMap((node) => node.rules))];
    this.isEnd = nodes.every((node) => node.children.size === 0);
  }

  /** The state one step further; keys and indexes without a pattern of their own share one. */
  next(step: string | number): PathState {
    const key = this.#nodes.some((node) => node.children.has(String(step))) ? String(step) : "*";
    const known = this.#next.get(key);
    if (known) return known;
    const nodes = this.#nodes.flatMap((node) => [
      node.children.get(key),
      key === "*" ? undefined : node.children.get("*"),
    ]);
    const state = new PathState(nodes.filter((node) => node !== undefined));
    this.#next.set(key, state);
    return state;
  }
}

interface PathNode {
  readonly rules: Rule[];
  readonly children: Map<string, PathNode>;
}

/** The rules for one kind of file, by how they find their places. */
export interface Selection {
  readonly rules: readonly Rule[];
  readonly paths: PathState;
  /** Rules by the formats of the scalars that they look at. */
  readonly formats: ReadonlyMap<string, readonly Rule[]>;
  /** true when a rule looks at scalars that can stand in a value with this schema. */
  readonly reachesFormat: (schema: Schema) => boolean;
  /** Rules that look at every value. */
  readonly everywhere: readonly Rule[];
}

/** Sorts the rules for a kind of file by how they find their places. */
export function selectionOf(rules: readonly Rule[], kind: Kind): Selection {
  const root: PathNode = { rules: [], children: new Map() };
  const formats = new Map<string, Rule[]>();
  const everywhere: Rule[] = [];
  const own = rules.filter((rule) => rule.at[kind] !== undefined);
  for (const rule of own) {
    for (const selector of rule.at[kind] ?? []) {
      if (selector === "**") everywhere.push(rule);
      else if (selector.startsWith("format:")) addTo(formats, selector.slice("format:".length), rule);
      else nodeAt(root, selector).rules.push(rule);
    }
  }
  const reachesFormat = reachable(
    (schema: ResolvedSchema) => schema.format !== undefined && formats.has(schema.format),
  );
  return { rules: own, paths: new PathState([root]), formats, reachesFormat, everywhere };
}

function addTo(lists: Map<string, Rule[]>, name: string, rule: Rule): void {
  const list = lists.get(name);
  if (list) list.push(rule);
  else lists.set(name, [rule]);
}

function nodeAt(root: PathNode, path: string): PathNode {
  let node = root;
  for (const step of path === "" ? [] : path.split(".")) {
    const next = node.children.get(step) ?? { rules: [], children: new Map() };
    node.children.set(step, next);
    node = next;
  }
  return node;
}
