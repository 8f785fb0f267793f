/** Scripts that are written from right to left (Unicode, property Script). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** true for a locale whose likely script runs from right to left; false for one that is not well-formed. */
export function isRightToLeft(locale: string): boolean {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(locale).maximize().script ?? "");
  } catch {
    return false;
  }
}
