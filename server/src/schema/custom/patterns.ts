const compiled = new Map<string, RegExp | undefined>();

/**
 * The regular expression of a `pattern`; undefined when it is none. Schemas in the wild were written for many engines, so a text that
 * is wrong as a Unicode expression is tried as an older one, and a leading `(?i)` is understood.
 */
export function patternOf(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, compile(source));
  return compiled.get(source);
}

function compile(source: string): RegExp | undefined {
  const ignoreCase = source.startsWith("(?i)");
  const text = ignoreCase ? source.slice(4) : source;
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(text, ignoreCase ? `${flags}i` : flags);
    } catch {
      // The next flags are tried.
    }
  }
  return undefined;
}
