/** Scripts that are written from right to left (Unicode, property Script). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** The direction of the script that texts in a locale are most likely written in; undefined when that is not known. */
export function directionOf(locale: string): "ltr" | "rtl" | undefined {
  try {
    const { script } = new Intl.Locale(locale).maximize();
    if (script === undefined) return undefined;
    return RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
  } catch {
    return undefined;
  }
}
