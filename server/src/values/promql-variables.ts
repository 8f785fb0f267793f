/** Variables of Grafana, and placeholders that nothing is known about. */
const VARIABLE = /\$\{\w+(?::[^{}]*)?\}|\$\w+|\[\[\w+\]\]/g;

/** true when an expression holds variables that are filled in before Prometheus reads it. */
export function hasPromqlVariables(text: string): boolean {
  return text.includes("$") || text.includes("[[");
}

/**
 * Texts that an expression with variables may become, of the same length, so that places stay what they are. Inside of a range a variable
 * is a duration; elsewhere it is a number or a name, which no one knows. Empty when the text holds no variable outside of strings.
 */
export function withoutPromqlVariables(text: string): readonly string[] {
  const outside = maskedStrings(text);
  const filled = (fill: (length: number) => string): string => {
    let result = "";
    let last = 0;
    for (const match of outside.matchAll(VARIABLE)) {
      const { length } = match[0];
      const before = outside.slice(0, match.index);
      const isDuration = /\[[^\]]*$|\boffset\s+[-+]?$/.test(before);
      result += text.slice(last, match.index) + (isDuration ? duration(length) : fill(length));
      last = match.index + length;
    }
    return result + text.slice(last);
  };
  if (outside.search(VARIABLE) === -1) return [];
  return [filled(name), filled((length) => "1".padStart(length, "0"))];
}

function duration(length: number): string {
  return "1m".padStart(length, "0");
}

function name(length: number): string {
  return "v".repeat(length);
}

/** The text with the insides of strings blanked: `$` in them is text. */
function maskedStrings(text: string): string {
  const strings = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|`[^`]*`?|#[^\n]*/g;
  return text.replace(strings, (whole) => whole.replace(/[^\n]/g, " "));
}
