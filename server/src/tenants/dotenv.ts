/**
 * Reads `.env` text: `NAME=value` lines, optionally with `export`, single or double quotes and `#` comments.
 * Lines that are none of these are skipped. Later lines win. Nothing is expanded.
 */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    if (match?.[1] !== undefined) values.set(match[1], readValue(match[2] ?? ""));
  }
  return values;
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
