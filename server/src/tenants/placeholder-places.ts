import type { OffsetRange } from "../text/line-index.ts";
import { locate } from "../yaml/navigate.ts";
import type { NodePath } from "../yaml/node.ts";
import { documentAt, type Source } from "../yaml/source.ts";
import { TENANT_VARIABLES } from "./placeholders.ts";

/** A placeholder as it is written in a file. `start` and `end` are those of the name alone. */
export interface PlaceholderPlace extends OffsetRange {
  /** A variable of the deployment environment, or one of the tenant. */
  readonly kind: "environment" | "variable";
  readonly name: string;
  /** The placeholder from its first to its last character. */
  readonly whole: OffsetRange;
  /** Path of the value that holds it. */
  readonly path: NodePath;
}

/** Names in raw text: neither quotes nor escapes can stand in a placeholder up to the end of its name. */
const WRITTEN = /\$\$\{|(\$\{(?:env:)?)([A-Za-z_]\w*)(?=:-|\})(?::-[^}\r\n]*)?\}?|(\{\{\s*)([A-Za-z_]\w*)\s*\}\}/g;

/** The placeholders of a kind with a name in the values of a file, in document order; those in comments and keys are none. */
export function placeholdersNamed(
  source: Source,
  { kind, name }: Pick<PlaceholderPlace, "kind" | "name">,
): readonly PlaceholderPlace[] {
  if (!source.text.includes(name)) return [];
  return writtenIn(source.text, 0)
    .filter((written) => written.kind === kind && written.name === name)
    .flatMap((written) => placeOf(source, written) ?? []);
}

/** The placeholder that covers an offset; undefined when there is none. */
export function placeholderAt(source: Source, offset: number): PlaceholderPlace | undefined {
  const line = source.lines.lineOf(offset);
  const written = writtenIn(source.lines.lineText(line), source.lines.lineStart(line));
  const found = written.find(({ whole }) => whole.start <= offset && offset < whole.end);
  return found && placeOf(source, found);
}

/** A placeholder in raw text, which may be a comment. */
type Written = Omit<PlaceholderPlace, "path">;

function writtenIn(text: string, offset: number): readonly Written[] {
  if (!text.includes("${") && !text.includes("{{")) return [];
  const found: Written[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const [written, opening, environment, braces, variable] = match;
    const name = environment ?? TENANT_VARIABLES.find((candidate) => candidate === variable);
    if (name === undefined) continue;
    const start = offset + match.index + (opening ?? braces ?? "").length;
    const whole = { start: offset + match.index, end: offset + match.index + written.length };
    const kind = environment === undefined ? "variable" : "environment";
    found.push({ kind, name, start, end: start + name.length, whole });
  }
  return found;
}

function placeOf(source: Source, written: Written): PlaceholderPlace | undefined {
  const location = locate(documentAt(source, written.start).root, written.start);
  if (location?.node.kind !== "scalar" || location.onKey) return undefined;
  return { ...written, path: location.path };
}
