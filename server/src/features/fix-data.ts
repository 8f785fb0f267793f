import { acceptsObject, schemasAt } from "../schema/match.ts";
import type { FixData, Problem } from "../schema/problem.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { locate } from "../yaml/navigate.ts";
import { isAbsent, keyText, type NodePath } from "../yaml/node.ts";
import { requiredEntries } from "./skeleton.ts";

/** What a quick fix needs to know: what the schema says about it, or which keys of a mapping can go. */
export type Fix = FixData | RemoveKey;

/** Remove one of the keys from the mapping at `path`, the best one to remove first. */
interface RemoveKey {
  readonly fix: "remove-key";
  readonly path: NodePath;
  readonly keys: readonly string[];
}

/** Data for the quick fixes of a problem: its own, else what the document says about it. Undefined when there is no fix. */
export function fixOf(problem: Problem, model: FileModel): Fix | undefined {
  if (problem.data) return problem.data;
  if (problem.code === "missing-value") return missingMapping(problem, model);
  return problem.code === "conflicting-properties" ? conflict(problem, model) : undefined;
}

/** A key without a value, where a mapping with required keys belongs. */
function missingMapping(problem: Problem, model: FileModel): Fix | undefined {
  const location = locate(model.root, problem.start);
  if (!location?.onKey || !isAbsent(location.node)) return undefined;
  const schema = schemasAt(model.schema, model.root, location.path).find(acceptsObject);
  const keys = schema ? requiredEntries(schema).map(([key]) => key) : [];
  return keys.length === 0 ? undefined : { fix: "add-required", path: location.path, keys };
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

/** Names of the list that each kind of fix chooses from; none for a fix without choices. */
const CHOICES: Readonly<Record<Fix["fix"], string | undefined>> = {
  "rename-key": "names",
  "replace-value": "values",
  "add-required": "keys",
  "remove-key": "keys",
  "quote-value": undefined,
};

/** Reads the data of a diagnostic as it comes back from a client. Undefined for anything that we did not write ourselves. */
export function readFix(data: unknown): Fix | undefined {
  if (!isRecord(data) || typeof data.fix !== "string" || !Object.hasOwn(CHOICES, data.fix)) return undefined;
  if (!isListOf(data.path, (step) => typeof step === "string" || typeof step === "number")) return undefined;
  const choices = CHOICES[data.fix as Fix["fix"]];
  const isChoice = (value: unknown): boolean =>
    typeof value === "string" || (choices === "values" && (typeof value === "number" || typeof value === "boolean"));
  return choices === undefined || isListOf(data[choices], isChoice) ? (data as unknown as Fix) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isListOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(accepts);
}
