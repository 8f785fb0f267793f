/**
 * Cheap upper bound of the nesting of YAML or JSON text: open brackets plus the indentation steps and dashes of the line.
 * Brackets inside strings and comments count as well, which can only refuse text that is pathological anyway.
 * Returns the offset where the bound passes `limit`, or undefined.
 */
export function deepestIndicator(text: string, limit: number): number | undefined {
  let brackets = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charCodeAt(offset);
    if (character === 91 || character === 123) {
      brackets++;
      if (brackets > limit) return offset;
    } else if (character === 93 || character === 125) {
      brackets = Math.max(0, brackets - 1);
    }
  }
  return deepestLine(text, limit);
}

/** A block level needs one more column than its parent, so only lines that start far right can be too deep. */
function deepestLine(text: string, limit: number): number | undefined {
  const pattern = new RegExp(`^(?:[ ]|[-?:][ ]){${limit},}(?=[^ \\r\\n#])`, "m");
  const match = pattern.exec(text);
  if (!match) return undefined;
  return countLevels(text, match.index) > limit ? match.index + match[0].length : undefined;
}

/** Levels that are open at a line: the distinct smaller indentations above it, and the dashes in it. */
function countLevels(text: string, lineStart: number): number {
  const line = /^[ \-?:]*/.exec(text.slice(lineStart, lineStart + 100_000))?.[0] ?? "";
  const dashes = line.split(/[-?]/).length - 1;
  let levels = dashes;
  let bound = line.length - dashes * 2;
  const above = text.slice(0, lineStart).split(/\r?\n/);
  for (let index = above.length - 1; index >= 0 && bound > 0; index--) {
    const current = above[index] ?? "";
    if (current.trim() === "" || current.trimStart().startsWith("#")) continue;
    const indentation = current.length - current.trimStart().length;
    if (indentation >= bound) continue;
    bound = indentation;
    levels++;
  }
  return levels;
}
