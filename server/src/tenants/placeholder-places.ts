import type { OffsetRange } from "../text/line-index.ts";
import { locate } from "../yaml/navigate.ts";
import type { NodePath } from "../yaml/node.ts";
import { rootOf, type Source } from "../yaml/source.ts";
import { TENANT_VARIABLES, type TenantVariable } from "./placeholders.ts";

/** A placeholder as it is written in a file. `start` and `end` are those of the name alone. */
export type PlaceholderPlace = OffsetRange & {
  /** The placeholder from its first to its last character. */
  readonly whole: OffsetRange;
  /** Path of the value that holds it. */
  readonly path: NodePath;
} & (
    | { readonly kind: "environment"; readonly name: string }
    | { readonly kind: "variable"; readonly name: TenantVariable }
  );

/** Names in raw text: neither quotes nor escapes can stand in a placeholder up to the end of its name. */
const WRITTEN = /\$\$\{|(\$\{(?:env:)?)([A-Za-z_]\w*)(?=:-|\})(?::-[^}\r\n]*)?\}?|(\{\{\s*)([A-Za-z_]\w*)\s*\}\}/g;

const places = new WeakMap<Source, readonly PlaceholderPlace[]>();

/** The placeholders in the values of a file in document order; those in comments and keys are none. Found once for each version. */
export function placeholderPlaces(source: Source): readonly PlaceholderPlace[] {
  const known = places.get(source);
  if (known) return known;
  const found = [...source.text.matchAll(WRITTEN)].flatMap((match) => placeOf(source, match) ?? []);
  places.set(source, found);
  return found;
}

/** The placeholder that covers an offset; undefined when there is none. */
export function placeholderAt(source: Source, offset: number): PlaceholderPlace | undefined {
  const line = source.lines.lineText(source.lines.lineOf(offset));
  if (!line.includes("${") && !line.includes("{{")) return undefined;
  return placeholderPlaces(source).find(({ whole }) => whole.start <= offset && offset < whole.end);
}

function placeOf(source: Source, match: RegExpExecArray): PlaceholderPlace | undefined {
  const [written, opening, environment, braces, variable] = match;
  const name = environment ?? variable;
  if (name === undefined) return undefined;
  const start = match.index + (opening ?? braces ?? "").length;
  const location = locate(rootOf(source), start);
  if (location?.node.kind !== "scalar" || location.onKey) return undefined;
  const place = {
    start,
    end: start + name.length,
    whole: { start: match.index, end: match.index + written.length },
    path: location.path,
  };
  if (environment !== undefined) return { kind: "environment", name: environment, ...place };
  const known = TENANT_VARIABLES.find((candidate) => candidate === variable);
  return known && { kind: "variable", name: known, ...place };
}
