/** A block entry that a line opens: the dash of a list item, or a key. Columns count UTF-16 units from 0. */
export type LineEntry =
  | { readonly kind: "dash"; readonly column: number }
  | {
      readonly kind: "key";
      readonly column: number;
      readonly name: string;
      /** Column behind the key as written, before the `:`. */
      readonly end: number;
      /** Column behind the `:`. */
      readonly valueColumn: number;
      /** true when a value other than an anchor or tag stands on the same line. */
      readonly hasValue: boolean;
    };

/**
 * Reads a line as block structure, without looking at other lines: leading dashes, then at most one key.
 * Lines of block scalars and flow collections are read as if they were structure; callers rule them out by column or by the tree.
 */
export function lineEntries(line: string): readonly LineEntry[] {
  const entries: LineEntry[] = [];
  let column = line.length - line.trimStart().length;
  while (line[column] === "-" && (column + 1 === line.length || isWhite(line[column + 1]))) {
    entries.push({ kind: "dash", column });
    column++;
    while (isWhite(line[column])) column++;
  }
  const key = keyAt(line, column);
  if (key) entries.push(key);
  return entries;
}

/** Column where the content of a line begins: behind the indentation and the dashes. */
export function contentColumn(line: string): number {
  const match = /^[ \t]*(?:-(?:[ \t]+|$))*/.exec(line);
  return match ? match[0].length : 0;
}

/** true for lines that hold no structure: blank or only a comment. */
export function isIgnorable(line: string): boolean {
  const content = line.trimStart();
  return content === "" || content.startsWith("#");
}

/** true for the markers between documents. */
export function isDocumentMarker(line: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}

/**
 * Column of the `#` that begins the comment of a line; undefined when it has none. A quote that is still open at the end of the
 * line holds everything behind it, as it does while somebody types.
 */
export function commentColumn(line: string): number | undefined {
  let quote = "";
  for (let column = 0; column < line.length; column++) {
    const character = line.charAt(column);
    const before = line.charAt(column - 1);
    if (isEscape(quote, character, line.charAt(column + 1))) column++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "#" && (before === "" || isWhite(before))) return column;
    else if ((character === '"' || character === "'") && /^[\s,[{:]?$/.test(before)) quote = character;
  }
  return undefined;
}

/** true for the first character of an escape sequence in a quoted scalar: `\\` in double quotes, `''` in single ones. */
export function isEscape(quote: string, character: string, next: string): boolean {
  return (quote === '"' && character === "\\") || (quote === "'" && character === "'" && next === "'");
}

function isWhite(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function keyAt(line: string, column: number): LineEntry | undefined {
  const rest = line.slice(column);
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')(\s*:)(?=\s|$)/.exec(rest);
  if (quoted) {
    const name = quoted[1] === undefined ? (quoted[2] ?? "").replace(/''/g, "'") : unescapeDouble(quoted[1]);
    return keyEntry(line, column, name, quoted[0].length - (quoted[3]?.length ?? 0), quoted[0].length);
  }
  if (rest === "" || "#{}[],|>*!%@`\"'".includes(rest.charAt(0))) return undefined;
  const colon = /:(?=\s|$)/.exec(rest);
  const comment = / #/.exec(rest);
  if (!colon || (comment && comment.index < colon.index)) return undefined;
  const raw = rest.slice(0, colon.index);
  const name = raw.replace(/^&\S+\s+/, "").trimEnd();
  return keyEntry(line, column, name, raw.trimEnd().length, colon.index + 1);
}

function keyEntry(line: string, column: number, name: string, length: number, width: number): LineEntry {
  const value = line.slice(column + width).replace(/\s#.*$/, "");
  const hasValue = value.replace(/^\s*(?:[&!]\S*\s*)+/, "").trim() !== "";
  return { kind: "key", column, name, end: column + length, valueColumn: column + width, hasValue };
}

function unescapeDouble(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    // YAML knows escapes that JSON does not; the key then keeps its written form, which is enough to look it up.
    return text;
  }
}
