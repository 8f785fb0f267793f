import { parseCron } from "./cron.ts";

/** Times at which a schedule runs next, or why they are not known. */
export interface CronRuns {
  /** Each as people of the time zone read it: `Thu, 5 Mar 2026, 09:00`. */
  readonly runs: readonly string[];
  readonly timeZone: string;
}

/**
 * The next runs of a cron expression after a moment (milliseconds since 1970), in a time zone of the IANA database. Undefined for an
 * expression or a time zone that is not well-formed.
 */
export async function nextRuns(
  expression: string,
  timeZone: string,
  now: number,
  count: number,
): Promise<CronRuns | undefined> {
  if (parseCron(expression).fault) return undefined;
  // Few hovers need it, so it is loaded when the first one does.
  const { Cron } = await import("croner");
  try {
    const format = new Intl.DateTimeFormat("en-GB", {
      ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
      ...{ hour: "2-digit", minute: "2-digit", timeZone },
    });
    const runs = new Cron(expression, { timezone: timeZone, paused: true }).nextRuns(count, new Date(now));
    return { runs: runs.map((run) => format.format(run)), timeZone };
  } catch {
    // Intl and croner throw for what they do not know, and know a little less than the grammar allows.
    return undefined;
  }
}
