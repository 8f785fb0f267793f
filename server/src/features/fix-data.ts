import { acceptsObject, allowedValues, schemasAt } from "../schema/match.ts";
import type { FixData, Operation, Problem } from "../schema/problem.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { nearest } from "../values/edit-distance.ts";
import { locate, nodeAt } from "../yaml/navigate.ts";
import { dereference, isAbsent, keyText, type NodePath } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";
import { DIAGNOSTIC_CODES } from "./diagnostic-codes.ts";
import { requiredEntries } from "./skeleton.ts";

/** What a quick fix needs to know: what the schema says about it, or what the document says. */
export type Fix = (FixData | DocumentFix | TextFix) & {
  /** true when the fix can only mean what the author meant, so that it may be applied with many others without a look. */
  readonly safe?: true;
};

/** A fix of the tree. */
type DocumentFix =
  /** Remove one of the keys from the mapping at `path`, the best one to remove first. */
  | { readonly fix: "remove-key"; readonly path: NodePath; readonly keys: readonly string[] }
  /** Write one of the values behind the key at `path`, which has none, or remove the key. */
  | { readonly fix: "set-value"; readonly path: NodePath; readonly values: readonly (string | number | boolean)[] };

/** A fix of what stands at the range of the diagnostic. It is looked for when the fix is asked for, so that diagnostics cost nothing more. */
type TextFix =
  /** Indent with spaces instead of tabs. */
  | { readonly fix: "spaces-for-tabs" }
  /** Remove the text of the range: a comment or a comma. */
  | { readonly fix: "remove-text" }
  /** Keep one of the versions of a merge conflict. */
  | { readonly fix: "choose-version" }
  /** Write the nearest name for the alias. */
  | { readonly fix: "rename-alias" }
  /** Remove the entry whose key stands there. */
  | { readonly fix: "remove-entry" }
  /** Remove the item that stands there. */
  | { readonly fix: "remove-item" }
  /** Of two entries with the same key, the later of which stands there, remove one. */
  | { readonly fix: "remove-duplicate" }
  /** Write one of the codes in a comment, or remove what stands there. */
  | { readonly fix: "change-suppression"; readonly names: readonly string[] };

/** Data for the quick fixes of a problem: its own, else what the document says about it. Undefined when there is no fix. */
export function fixOf(problem: Problem, model: FileModel): Fix | undefined {
  const fix = problem.data ?? FIXES[problem.code]?.(problem, model) ?? textFixOf(problem, model.source);
  return fix && isSafe(problem, fix, model) ? { ...fix, safe: true } : fix;
}

/** Data for the quick fix of a fault of the text itself, whatever the schema of its file is. Undefined when there is none. */
export function textFixOf({ code, start, end }: Problem, source: Source): TextFix | undefined {
  if (code !== "unknown-suppression") return TEXT_FIXES[code];
  const best = nearest(source.text.slice(start, end), DIAGNOSTIC_CODES);
  return { fix: "change-suppression", names: best === undefined ? [] : [best] };
}

const TEXT_FIXES: Readonly<Record<string, TextFix>> = {
  "duplicate-key": { fix: "remove-duplicate" },
  "tab-indentation": { fix: "spaces-for-tabs" },
  "json-comment": { fix: "remove-text" },
  "json-trailing-comma": { fix: "remove-text" },
  "merge-conflict": { fix: "choose-version" },
  "unresolved-alias": { fix: "rename-alias" },
  "unused-suppression": { fix: "change-suppression", names: [] },
};

type FindFix = (problem: Problem, model: FileModel) => Fix | undefined;

const FIXES: Readonly<Record<string, FindFix>> = {
  "missing-value": missingValue,
  "conflicting-properties": conflict,
  "unknown-property": () => ({ fix: "remove-entry" }),
  "duplicate-item": () => ({ fix: "remove-item" }),
};

/** A key without a value: the keys of a mapping that has to be there, else a value the schema names. */
function missingValue(problem: Problem, model: FileModel): Fix | undefined {
  const location = locate(model.root, problem.start);
  if (!location?.onKey || !isAbsent(location.node)) return undefined;
  const { path } = location;
  const schemas = schemasAt(model.schema, model.root, path);
  const mapping = schemas.find(acceptsObject);
  const keys = mapping ? requiredEntries(mapping).map(([key]) => key) : [];
  if (keys.length > 0) return { fix: "add-required", path, keys };
  const named = schemas.map(resolve).flatMap((schema) => [schema.default, ...allowedValues(schema).slice(0, 1)]);
  return { fix: "set-value", path, values: [...new Set(named.filter(isWritable))].slice(0, 1) };
}

/** Keys that exclude each other: the problem stands at the later one and points to the earlier. */
function conflict(problem: Problem, model: FileModel): Fix | undefined {
  const places = [problem, ...(problem.related ?? [])].map((range) => locate(model.root, range.start));
  const keys = places.flatMap((place) => (place?.onKey && place.pair ? (keyText(place.pair.key) ?? []) : []));
  const [later] = places;
  return later === undefined || keys.length === 0
    ? undefined
    : { fix: "remove-key", path: later.path.slice(0, -1), keys };
}

function isWritable(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Fixes that keep the meaning, or that restore the only meaning there can be. */
function isSafe({ code, start, end }: Problem, fix: Fix, model: FileModel): boolean {
  if (fix.fix === "quote-value" || fix.fix === "spaces-for-tabs" || fix.fix === "remove-item") return true;
  if (code === "json-trailing-comma" || code === "deprecated-field") return true;
  if (fix.fix === "replace-value" && code === "type-mismatch") return true;
  if (fix.fix === "replace-value") {
    const node = dereference(nodeAt(model.root, fix.path));
    return node?.kind === "scalar" && isSameWord(String(node.value), String(fix.values[0]));
  }
  return fix.fix === "rename-key" && isSameWord(model.source.text.slice(start, end), fix.names[0] ?? "");
}

/** true when two words differ in case and punctuation only: `Rate-Limit` and `rate_limit`. */
function isSameWord(written: string, meant: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/["'\s_-]/g, "");
  return bare(written) === bare(meant);
}

/** What each kind of fix holds besides its name: whether it has a path, and the list it chooses from. */
const FORMS: Readonly<Record<Fix["fix"], { readonly path: boolean; readonly choices?: string }>> = {
  "rename-key": { path: true, choices: "names" },
  "replace-value": { path: true, choices: "values" },
  "set-value": { path: true, choices: "values" },
  "add-required": { path: true, choices: "keys" },
  "remove-key": { path: true, choices: "keys" },
  "quote-value": { path: true },
  "wrap-in-list": { path: true },
  change: { path: true },
  "rename-alias": { path: false },
  "remove-entry": { path: false },
  "remove-item": { path: false },
  "remove-duplicate": { path: false },
  "change-suppression": { path: false, choices: "names" },
  "spaces-for-tabs": { path: false },
  "remove-text": { path: false },
  "choose-version": { path: false },
};

/** Reads the data of a diagnostic as it comes back from a client. Undefined for anything that we did not write ourselves. */
export function readFix(data: unknown): Fix | undefined {
  if (!isRecord(data) || typeof data.fix !== "string" || !Object.hasOwn(FORMS, data.fix)) return undefined;
  const { path, choices } = FORMS[data.fix as Fix["fix"]];
  if (path && !isPath(data.path)) return undefined;
  if (data.fix === "change") return isListOf(data.changes, isChange) ? (data as unknown as Fix) : undefined;
  const isChoice = (value: unknown): boolean =>
    typeof value === "string" || (choices === "values" && (typeof value === "number" || typeof value === "boolean"));
  return choices === undefined || isListOf(data[choices], isChoice) ? (data as unknown as Fix) : undefined;
}

/** What each step of a change holds besides its paths. */
const OPERATIONS: Readonly<Record<Operation["do"], (operation: Readonly<Record<string, unknown>>) => boolean>> = {
  set: ({ value }) => value !== undefined,
  append: ({ value }) => value !== undefined,
  remove: () => true,
  rename: ({ name }) => typeof name === "string",
  swap: (operation) => isPath(operation.with),
};

function isChange(value: unknown): boolean {
  return isRecord(value) && typeof value.title === "string" && isListOf(value.operations, isOperation);
}

function isOperation(value: unknown): boolean {
  if (!isRecord(value) || typeof value.do !== "string" || !Object.hasOwn(OPERATIONS, value.do)) return false;
  if (value.file !== undefined && typeof value.file !== "string") return false;
  return isPath(value.path) && OPERATIONS[value.do as Operation["do"]](value);
}

function isPath(value: unknown): boolean {
  return isListOf(value, (step) => typeof step === "string" || typeof step === "number");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isListOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(accepts);
}
