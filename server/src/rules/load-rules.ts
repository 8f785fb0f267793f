import type { Kind } from "../protocol.ts";
import type { Rule } from "./rule.ts";
import { type Selection, selectionOf } from "./selection.ts";

let rules: readonly Rule[] = [];
const selections = new Map<Kind, Selection>();

/** Loads the rules, which only checks need. Does nothing when they are there. */
export async function loadRules(): Promise<void> {
  if (rules.length === 0) rules = (await import("./index.ts")).RULES;
}

/** The rules for a kind of file; they have to be loaded. */
export function rulesOf(kind: Kind): Selection {
  const known = selections.get(kind);
  if (known) return known;
  if (rules.length === 0) throw new Error("The rules are not loaded.");
  const selection = selectionOf(rules, kind);
  selections.set(kind, selection);
  return selection;
}
