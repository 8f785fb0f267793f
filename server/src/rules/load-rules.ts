import type { Kind } from "../protocol.ts";
import type { Rule } from "./rule.ts";
import { type Selection, selectionOf } from "./selection.ts";

/** The rules of each kind are a module of their own, so that a file waits for those alone that look at it. */
const MODULES: Readonly<Record<Kind, () => Promise<{ readonly RULES_OF_KIND: readonly Rule[] }>>> = {
  tenant: () => import("./by-kind/tenant.ts"),
  monitoring: () => import("./by-kind/monitoring.ts"),
  security: () => import("./by-kind/security.ts"),
  environment: () => import("./by-kind/environment.ts"),
  localization: () => import("./by-kind/localization.ts"),
};

const selections = new Map<Kind, Selection>();

/** Loads the rules for a kind of file, which only checks need. Does nothing when they are there. */
export async function loadRules(kind: Kind): Promise<void> {
  if (selections.has(kind)) return;
  const { RULES_OF_KIND } = await MODULES[kind]();
  selections.set(kind, selectionOf(RULES_OF_KIND, kind));
}

/** The rules for a kind of file. Throws when they are not loaded, which is a fault of the caller. */
export function rulesOf(kind: Kind): Selection {
  const selection = selections.get(kind);
  if (!selection) throw new Error(`The rules of ${kind} files are not loaded.`);
  return selection;
}
