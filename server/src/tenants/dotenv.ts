import type { OffsetRange } from "../text/line-index.ts";

/** A line of a `.env` file that sets a variable. */
export interface DotenvEntry {
  readonly name: string;
  readonly value: string;
  /** Offsets of the name alone. */
  readonly nameRange: OffsetRange;
  /** Offsets of the line without its break and the white space around it. */
  readonly range: OffsetRange;
}

/**
 * Reads `.env` text: `NAME=value` lines, optionally with `export`, single or double quotes and `#` comments.
 * Lines that are none of these are skipped. Later lines win. Nothing is expanded.
 */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  return new Map(dotenvEntries(text).map(({ name, value }) => [name, value]));
}

/** The lines of `.env` text that set a variable, in order. */
export function dotenvEntries(text: string): readonly DotenvEntry[] {
  const entries: DotenvEntry[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const match = /^(\s*(?:export\s+)?)([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    const name = match?.[2];
    if (name === undefined) continue;
    const start = index + (match?.[1]?.length ?? 0);
    const range = { start: index + line.length - line.trimStart().length, end: index + line.trimEnd().length };
    entries.push({ name, value: readValue(match?.[3] ?? ""), nameRange: { start, end: start + name.length }, range });
  }
  return entries;
}

function readValue(raw: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(raw);
  if (quoted?.[1] !== undefined) return readEscapes(quoted[1]);
  if (quoted?.[2] !== undefined) return quoted[2];
  return raw.replace(/\s+#.*$/, "").trim();
}

/** In one pass, so that the `n` behind an escaped backslash stays what it is. */
function readEscapes(text: string): string {
  return text.replace(/\\([n"\\$])/g, (_, character: string) => (character === "n" ? "\n" : character));
}
