import * as l10n from "@vscode/l10n";
import { parseExtendedDuration } from "./extended-duration.ts";

const SECOND = 1000;
const DAY = 86_400_000;

/** Units of time with their milliseconds, largest first. Weeks are left out: people count days up to a year. */
const TIMES: readonly (readonly [word: string, milliseconds: number])[] = [
  ["year", 365 * DAY],
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", SECOND],
  ["millisecond", 1],
];

/** Milliseconds of the units that a Prometheus duration begins with. */
const WRITTEN_UNITS: Readonly<Record<string, number>> = {
  y: 365 * DAY,
  w: 365 * DAY,
  d: DAY,
  h: 3_600_000,
  m: 60_000,
  s: SECOND,
  ms: 1,
};

const BYTE_UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** A length of time in its two largest units (`1 day 12 hours`), `about` before it when something is left over. */
export function lengthInWords(milliseconds: number): string {
  let rest = Math.round(milliseconds);
  if (rest > SECOND && rest < 60 * SECOND && rest % SECOND > 0) return l10n.t`${rest / SECOND} seconds`;
  const words: string[] = [];
  for (const [word, size] of TIMES) {
    const amount = Math.floor(rest / size);
    if (amount === 0) continue;
    if (words.length === 2) return l10n.t`about ${words.join(" ")}`;
    words.push(`${amount} ${word}${amount === 1 ? "" : "s"}`);
    rest -= amount * size;
  }
  return words.length === 0 ? l10n.t("no time at all") : words.join(" ");
}

/** An amount in larger units than the one it is counted in: 1095 `days` are `3 years`. Undefined where larger units say nothing more. */
export function amountInLargerWords(amount: number, unit: string): string | undefined {
  if (!Number.isFinite(amount) || amount <= 0) return undefined;
  if (unit === "bytes") return amount < 1024 ? undefined : bytesInWords(amount);
  const size = TIMES.find(([word]) => unit === `${word}s`)?.[1];
  return size === undefined ? undefined : inLargerWords(amount * size, size);
}

/** A written duration in larger units than those it is written in: `90m` is `1 hour 30 minutes`. Undefined where that says nothing more. */
export function durationInLargerWords(text: string): string | undefined {
  const milliseconds = parseExtendedDuration(text);
  if (milliseconds === undefined || milliseconds === 0) return undefined;
  const unit = /^\d+(ms|[ywdhms])/.exec(text)?.[1];
  const size = unit === undefined ? (text.startsWith("P") ? 0 : SECOND) : (WRITTEN_UNITS[unit] ?? 0);
  return inLargerWords(milliseconds, size);
}

function inLargerWords(milliseconds: number, size: number): string | undefined {
  const largest = TIMES.find(([, candidate]) => milliseconds >= candidate);
  return largest && largest[1] > size ? lengthInWords(milliseconds) : undefined;
}

/** An amount of bytes in the largest unit that it fills (`1.5 GiB`), with one decimal at most. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(bytes / 1024 ** power);
  return `${amount} ${power === 0 && bytes === 1 ? "byte" : BYTE_UNITS[power]}`;
}

/** The name of a unit beside an amount: `days`, `day` for 1, `%` for percent. */
export function unitWord(amount: number, unit: string): string {
  if (unit === "percent") return "%";
  return amount === 1 ? unit.replace(/^([a-z]+)s\b/, "$1") : unit;
}

/** true when a key says the unit of its value itself: `retention_days` for days, `threshold_ms` for milliseconds. */
export function keySaysUnit(key: string, unit: string): boolean {
  const [first = ""] = unit.toLowerCase().split(" ");
  const stem = first.replace(/s$/, "");
  const short = first === "milliseconds" ? "ms" : undefined;
  const words = key
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => word.startsWith(stem) || word === short);
}
