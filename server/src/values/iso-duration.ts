const PATTERN = /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;

/**
 * Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds (`PT5M`, `P14D`); undefined for
 * anything else. Years and months are left out: they have no fixed length.
 */
export function parseIsoDuration(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (!match || text === "P" || text.endsWith("T")) return undefined;
  const [, weeks, days, , hours, minutes, seconds] = match;
  const total = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  return Math.round(
    ((total * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60_000 + Number(seconds ?? 0) * 1000,
  );
}
