import { PLURAL_CATEGORIES } from "../../tenants/names.ts";
import { effectivePairs, MERGE_KEY } from "../../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type Node } from "../../yaml/node.ts";
import type { Place } from "../place.ts";

/** A message of a translation: its text, or the texts of its plural forms. */
export interface Message {
  /** Texts by plural form; the empty name for a message that has none. */
  readonly forms: ReadonlyMap<string, string>;
  /** true for nothing behind the key and for a text of white space. */
  readonly isEmpty: boolean;
}

/** The messages of a translation by their dotted keys: `common.save`. Two tables that are the same object say the same. */
export interface MessageTable {
  readonly messages: ReadonlyMap<string, Message>;
  /** A number that stands for the table where facts are compared. */
  readonly toJSON: () => number;
}

const tables = new WeakMap<Node, MessageTable>();
let lastTable = 0;

/** The messages of a translation, which is the value of a locale below `translations`. Empty for one in a file of its own. */
export function messageTable(translation: Place | undefined): MessageTable {
  const node = translation?.get("messages")?.node;
  if (node?.kind !== "map") return EMPTY;
  const known = tables.get(node);
  if (known) return known;
  const reader = new Reader();
  reader.read(node, "");
  const table = newTable(reader.messages);
  // What is used through aliases can change without the mapping that uses it.
  if (!reader.usesOthers) tables.set(node, table);
  return table;
}

function newTable(messages: ReadonlyMap<string, Message>): MessageTable {
  const stamp = ++lastTable;
  return { messages, toJSON: () => stamp };
}

const EMPTY = newTable(new Map());

/** Deepest nesting of groups; an alias can stand in what it stands for. */
const MOST_LEVELS = 32;

class Reader {
  readonly messages = new Map<string, Message>();
  usesOthers = false;

  read(map: MapNode, prefix: string, level = 0): void {
    for (const [key, { value }] of effectivePairs(map)) {
      if (key === MERGE_KEY) continue;
      if (value.kind === "alias") this.usesOthers = true;
      const node = dereference(value);
      const name = prefix === "" ? key : `${prefix}.${key}`;
      if (node?.kind === "map" && !isPlural(node)) {
        if (level < MOST_LEVELS) this.read(node, name, level + 1);
      } else if (node) this.messages.set(name, messageOf(node));
    }
    if (effectivePairs(map).size !== map.pairs.length) this.usesOthers = true;
  }
}

/** true for the object of the plural forms of a message. */
export function isPlural(map: MapNode): boolean {
  const keys = [...effectivePairs(map).keys()];
  return keys.length > 0 && keys.every((key) => PLURAL_CATEGORIES.has(key));
}

function messageOf(node: Node): Message {
  if (node.kind === "map") {
    const forms = new Map<string, string>();
    for (const { key, value } of node.pairs) forms.set(keyText(key) ?? "", textOf(value));
    return { forms, isEmpty: [...forms.values()].every((text) => text.trim() === "") };
  }
  const text = textOf(node);
  return { forms: new Map([["", text]]), isEmpty: text.trim() === "" };
}

function textOf(node: Node): string {
  const target = dereference(node);
  return target?.kind === "scalar" && target.value !== null ? String(target.value) : "";
}
