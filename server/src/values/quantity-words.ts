import * as l10n from "@vscode/l10n";
import { amountOf, grouped, unitBeside, withUnit } from "../text/language.ts";
import { parseExtendedDuration } from "./extended-duration.ts";

const SECOND = 1000;
const DAY = 86_400_000;

/** Units of time with their milliseconds, largest first. Weeks are left out: people count days up to a year. */
const TIMES: readonly (readonly [unit: string, milliseconds: number])[] = [
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
  if (rest > SECOND && rest < 60 * SECOND && rest % SECOND > 0) return withUnit(rest / SECOND, "second");
  const words: string[] = [];
  for (const [unit, size] of TIMES) {
    const amount = Math.floor(rest / size);
    if (amount === 0) continue;
    if (words.length === 2) return l10n.t`about ${amountOf(words)}`;
    words.push(withUnit(amount, unit));
    rest -= amount * size;
  }
  return words.length === 0 ? l10n.t("no time at all") : amountOf(words);
}

/** An amount in larger units than the one it is counted in: 1095 `days` are `3 years`. Undefined where larger units say nothing more. */
export function amountInLargerWords(amount: number, unit: string): string | undefined {
  if (!Number.isFinite(amount) || amount <= 0) return undefined;
  if (unit === "bytes") return amount < 1024 ? undefined : bytesInWords(amount);
  const size = TIMES.find(([name]) => unit === `${name}s`)?.[1];
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
  const amount = grouped(bytes / 1024 ** power, 1);
  if (power > 0) return `${amount} ${BYTE_UNITS[power]}`;
  return bytes === 1 ? l10n.t`${amount} byte` : l10n.t`${amount} bytes`;
}

/** The name of a unit beside an amount: `days`, `day` for 1, `%` for percent. A unit that is not known here stays as it is written. */
export function unitWord(amount: number, unit: string): string {
  if (unit === "percent") return "%";
  if (TIMES.some(([name]) => unit === `${name}s`)) return unitBeside(amount, unit.slice(0, -1));
  const known = Object.hasOwn(COUNTED, unit) ? COUNTED[unit] : undefined;
  if (known) return amount === 1 ? known[0] : known[1];
  return amount === 1 ? unit.replace(/^([a-z]+)s\b/, "$1") : unit;
}

/** Units of the schemas that ECMA-402 has no words for: for one, and for other amounts. */
const COUNTED: Readonly<Record<string, readonly [one: string, others: string]>> = {
  bytes: [l10n.t("byte"), l10n.t("bytes")],
  attempts: [l10n.t("attempt"), l10n.t("attempts")],
  "calls per billing cycle": [l10n.t("call per billing cycle"), l10n.t("calls per billing cycle")],
  characters: [l10n.t("character"), l10n.t("characters")],
  connections: [l10n.t("connection"), l10n.t("connections")],
  cores: [l10n.t("core"), l10n.t("cores")],
  "currency units per month": [l10n.t("currency unit per month"), l10n.t("currency units per month")],
  degrees: [l10n.t("degree"), l10n.t("degrees")],
  deliveries: [l10n.t("delivery"), l10n.t("deliveries")],
  digits: [l10n.t("digit"), l10n.t("digits")],
  messages: [l10n.t("message"), l10n.t("messages")],
  "minutes per billing cycle": [l10n.t("minute per billing cycle"), l10n.t("minutes per billing cycle")],
  "operations per second": [l10n.t("operation per second"), l10n.t("operations per second")],
  passwords: [l10n.t("password"), l10n.t("passwords")],
  requests: [l10n.t("request"), l10n.t("requests")],
  "requests per day": [l10n.t("request per day"), l10n.t("requests per day")],
  "requests per hour": [l10n.t("request per hour"), l10n.t("requests per hour")],
  "requests per minute": [l10n.t("request per minute"), l10n.t("requests per minute")],
  "requests per second": [l10n.t("request per second"), l10n.t("requests per second")],
  runs: [l10n.t("run"), l10n.t("runs")],
  sessions: [l10n.t("session"), l10n.t("sessions")],
  "tokens per day": [l10n.t("token per day"), l10n.t("tokens per day")],
  "tokens per minute": [l10n.t("token per minute"), l10n.t("tokens per minute")],
  users: [l10n.t("user"), l10n.t("users")],
};

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
