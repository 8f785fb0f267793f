/** Open brackets, or dashes in one line, beyond which the parser would only work itself to death on the text. */
const GUARD = 2_000;

/**
 * Guards the YAML parser against text that is nothing but nesting, on which it would spend seconds. Brackets inside strings and
 * comments count as well, therefore the guard stands far above {@link limit}; how deep a tree really is shows when it is read.
 * Returns the offset where the nesting passes `limit`, or undefined when the text may be parsed.
 */
export function runawayNesting(text: string, limit: number): number | undefined {
  if (bracketBeyond(text, GUARD) !== undefined) return bracketBeyond(text, limit);
  const dashes = dashesBeyond(text, GUARD);
  return dashes === undefined ? undefined : dashesBeyond(text, limit);
}

/** Offset of the first bracket that stands in more than `limit` open ones. */
function bracketBeyond(text: string, limit: number): number | undefined {
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
  return undefined;
}

/** Offset of the first dash (or `?`, or `:`) behind `limit` others at the beginning of a line. */
function dashesBeyond(text: string, limit: number): number | undefined {
  const match = new RegExp(`^ *(?:[-?:][ \\t]+){${limit}}(?=[-?:][ \\t\\r\\n])`, "m").exec(text);
  return match ? match.index + match[0].length : undefined;
}
