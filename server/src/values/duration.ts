import * as l10n from "@vscode/l10n";
import { amountOf, withUnit } from "../text/language.ts";
import { defineLanguage, problem, shifted, shown } from "./define-language.ts";
import { parseIsoDuration } from "./iso-duration.ts";
import type { ScalarLanguage, ValueCompletion, ValueProblem } from "./scalar-language.ts";

interface Unit {
  readonly name: string;
  readonly ms: number;
  readonly word: string;
  /** Other spellings, lower-case, of which the meaning is certain. */
  readonly spellings: readonly string[];
}

/** Largest first, the order in which they must be written. */
const UNITS: readonly Unit[] = [
  { name: "y", ms: 31_536_000_000, word: "year", spellings: ["yr", "yrs", "year", "years"] },
  { name: "w", ms: 604_800_000, word: "week", spellings: ["wk", "wks", "week", "weeks"] },
  { name: "d", ms: 86_400_000, word: "day", spellings: ["day", "days"] },
  { name: "h", ms: 3_600_000, word: "hour", spellings: ["hr", "hrs", "hour", "hours"] },
  { name: "m", ms: 60_000, word: "minute", spellings: ["min", "mins", "minute", "minutes"] },
  { name: "s", ms: 1000, word: "second", spellings: ["sec", "secs", "second", "seconds"] },
  { name: "ms", ms: 1, word: "millisecond", spellings: ["msec", "msecs", "millis", "millisecond", "milliseconds"] },
];

/** Prometheus keeps durations as 64-bit nanoseconds: about 292 years. */
const MAX_MS = 9_223_372_036_854;

const RULE = l10n.t("whole numbers with the units y, w, d, h, m, s, ms, largest first");

/** One number with its unit as written; offsets in the text. */
interface Piece {
  readonly number: string;
  readonly unitText: string;
  readonly unit: Unit | undefined;
  readonly start: number;
  readonly numberEnd: number;
  readonly unitStart: number;
  readonly end: number;
}

/** Milliseconds of a Prometheus duration, undefined when the text is not one. */
export function parseDuration(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (text === "0") return 0;
  const { pieces, end } = scan(text);
  if (end < text.length || findFault(text, pieces)) return undefined;
  return total(pieces);
}

/**
 * The shortest usual spelling of a length in whole milliseconds, as Prometheus prints it: years and weeks only when
 * nothing is left over, else days and smaller.
 */
export function formatDuration(milliseconds: number): string {
  const whole = UNITS.find((unit) => milliseconds > 0 && milliseconds % unit.ms === 0);
  if (whole && whole.ms >= 604_800_000) return `${milliseconds / whole.ms}${whole.name}`;
  let rest = milliseconds;
  let text = "";
  for (const unit of UNITS.slice(2)) {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    if (count > 0) text += `${count}${unit.name}`;
  }
  return text === "" ? "0s" : text;
}

/** A well-formed duration in words (`1 hour 30 minutes`), undefined for anything else. */
export function durationInWords(text: string): string | undefined {
  if (parseDuration(text) === undefined) return undefined;
  if (text === "0") return l10n.t("no time at all");
  return amountOf(scan(text).pieces.map(({ number, unit }) => withUnit(Number(number), unit?.word ?? "second")));
}

/** First fault of a Prometheus duration, undefined when it is well-formed. */
export function checkDuration(text: string): ValueProblem | undefined {
  if (text === "0") return undefined;
  const iso = parseIsoDuration(text.toUpperCase());
  if (iso !== undefined) {
    const suggestion = formatDuration(iso);
    return problem(0, text.length, complaint(text, l10n.t("this is the ISO 8601 form"), suggestion), suggestion);
  }
  const { pieces, end } = scan(text);
  if (end < text.length) {
    const expected =
      end > 0
        ? l10n.t`a number with a unit is expected, found ${shown(text.slice(end))}`
        : l10n.t("a number with a unit is expected");
    const why = text[end] === "-" && end === 0 ? l10n.t("a duration can not be negative") : expected;
    return problem(end, text.length, complaint(text, why));
  }
  const fault = findFault(text, pieces);
  if (fault) {
    const suggestion = repair(pieces);
    return problem(fault.start, fault.end, complaint(text, fault.why, suggestion), suggestion);
  }
  if (total(pieces) > MAX_MS) {
    return problem(0, text.length, l10n.t`${shown(text)} is too long: Prometheus keeps durations up to 292 years`);
  }
  return undefined;
}

/** Durations people choose most, with their meaning. */
export function durationCompletions(texts: readonly string[]): readonly ValueCompletion[] {
  return texts.map((label) => ({ label, detail: durationInWords(label) ?? "" }));
}

const MAX_LENGTH = 200;

/** `duration`: the durations of Prometheus, zero included. */
export const durationLanguage: ScalarLanguage = defineLanguage({
  format: "duration",
  title: l10n.t("Duration"),
  category: "duration",
  noun: l10n.t("a duration"),
  example: "5m",
  maxLength: MAX_LENGTH,
  check: checkDuration,
  completions: () => durationCompletions(["15s", "30s", "1m", "5m", "15m", "1h", "6h", "12h", "1d", "7d", "30d"]),
  describe: durationInWords,
});

/** `positive-duration`: a duration longer than zero. */
export const positiveDurationLanguage: ScalarLanguage = defineLanguage({
  ...durationLanguage,
  format: "positive-duration",
  title: l10n.t("Duration above zero"),
  category: "duration",
  noun: l10n.t("a duration"),
  example: "5m",
  maxLength: MAX_LENGTH,
  check(text) {
    const found = checkDuration(text);
    // The right spelling of no time at all is no fix.
    if (found) return shifted(found, 0, (fixed) => (parseDuration(fixed) === 0 ? undefined : fixed));
    if (parseDuration(text) !== 0) return undefined;
    return problem(0, text.length, l10n.t`${shown(text)} is no time at all: the duration must be longer than zero`);
  },
});

/** `retention-duration`: how long data is kept, at least two hours. */
export const retentionDurationLanguage: ScalarLanguage = defineLanguage({
  ...durationLanguage,
  format: "retention-duration",
  title: l10n.t("Retention"),
  category: "duration",
  noun: l10n.t("a retention time"),
  example: "30d",
  maxLength: MAX_LENGTH,
  check: checkRetention,
  completions: () => durationCompletions(["15d", "30d", "90d", "180d", "1y", "2y"]),
});

const SHORTEST_RETENTION_MS = 7_200_000;

function checkRetention(text: string): ValueProblem | undefined {
  const months = /^0*([1-9]\d{0,2})[ \t]*(?:M|mo|mos|mon|months?)$/.exec(text)?.[1];
  if (months !== undefined) {
    const suggestion = monthsToDays(months);
    const why = l10n.t("there is no unit for months, count days instead");
    const found = problem(text.search(/\D/), text.length, complaint(text, why, suggestion), suggestion);
    return { ...found, code: "retention-minutes-trap" };
  }
  const found = checkDuration(text);
  if (found) return shifted(found, 0, (fixed) => (checkRetention(fixed) ? undefined : fixed));
  const length = parseDuration(text);
  if (length === undefined || length >= SHORTEST_RETENTION_MS) return undefined;
  const minutes = /^(\d{1,3})m$/.exec(text)?.[1];
  const least = l10n.t("data must be kept for at least 2h");
  const trapped = (message: string, suggestion?: string): ValueProblem => {
    return { ...problem(0, text.length, message, suggestion), code: "retention-minutes-trap" };
  };
  if (minutes === undefined) return trapped(l10n.t`${shown(text)} is too short: ${least}`);
  const trap = l10n.t`\`m\` means minutes, so ${shown(text)} keeps only ${durationInWords(text) ?? ""}`;
  if (Number(minutes) === 0) return trapped(l10n.t`${trap}; ${least}`);
  const suggestion = monthsToDays(minutes);
  return trapped(l10n.t`${trap}; ${least}. For months count days: \`${suggestion}\``, suggestion);
}

function monthsToDays(months: string): string {
  return `${Number(months) * 30}d`;
}

/** Cuts the text into numbers with units; `end` is where that stopped being possible. */
function scan(text: string): { readonly pieces: readonly Piece[]; readonly end: number } {
  const pieces: Piece[] = [];
  const pattern = /(\d+(?:\.\d+)?)([ \t]*)([A-Za-zµ]*)[ \t]*/y;
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, number = "", gap = "", unitText = ""] = match;
    const numberEnd = match.index + number.length;
    const unitStart = numberEnd + gap.length;
    const unit = UNITS.find(({ name }) => name === unitText);
    pieces.push({ number, unitText, unit, start: match.index, numberEnd, unitStart, end: unitStart + unitText.length });
    end = pattern.lastIndex;
  }
  return { pieces, end };
}

interface Fault {
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

function findFault(text: string, pieces: readonly Piece[]): Fault | undefined {
  let previous = -1;
  for (const piece of pieces) {
    const { number, numberEnd, start, unit, unitStart, unitText, end } = piece;
    if (number.includes(".")) return { start, end: numberEnd, why: l10n.t`\`${number}\` is not a whole number` };
    if (unitText === "") return { start, end: numberEnd, why: l10n.t`\`${number}\` has no unit` };
    if (unitStart > numberEnd)
      return { start: numberEnd, end: unitStart, why: l10n.t("there is a space before the unit") };
    if (!unit) return { start: unitStart, end, why: l10n.t`${shown(unitText)} is not a unit` };
    const rank = UNITS.indexOf(unit);
    if (rank === previous) return { start, end, why: l10n.t`the unit \`${unit.name}\` appears twice` };
    if (rank < previous)
      return { start, end, why: l10n.t`\`${text.slice(start, end)}\` must come before the smaller units` };
    previous = rank;
  }
  const gap = pieces.slice(1).findIndex((piece, index) => piece.start > (pieces[index]?.end ?? 0));
  if (gap < 0) return undefined;
  return {
    start: pieces[gap]?.end ?? 0,
    end: pieces[gap + 1]?.start ?? 0,
    why: l10n.t("there is a space between the parts"),
  };
}

/** The right spelling of what was surely meant; undefined when a unit is missing, unknown, ambiguous or repeated. */
function repair(pieces: readonly Piece[]): string | undefined {
  const known: { readonly rank: number; readonly piece: Piece; readonly ms: number }[] = [];
  for (const piece of pieces) {
    const rank = UNITS.indexOf(piece.unit ?? meantUnit(piece.unitText) ?? EMPTY_UNIT);
    const unit = UNITS[rank];
    if (!unit || known.some((other) => other.rank === rank)) return undefined;
    known.push({ rank, piece, ms: Number(piece.number) * unit.ms });
  }
  const sum = known.reduce((length, { ms }) => length + ms, 0);
  if (known.some(({ piece }) => piece.number.includes("."))) {
    return Math.abs(sum - Math.round(sum)) < 1e-6 && sum <= MAX_MS ? formatDuration(Math.round(sum)) : undefined;
  }
  if (sum > MAX_MS) return undefined;
  return known
    .sort((a, b) => a.rank - b.rank)
    .map(({ piece, rank }) => `${piece.number}${UNITS[rank]?.name ?? ""}`)
    .join("");
}

const EMPTY_UNIT: Unit = { name: "", ms: 0, word: "", spellings: [] };

/** The unit an unknown spelling stands for. A capital `M` may be months or minutes and stands for nothing. */
function meantUnit(spelling: string): Unit | undefined {
  if (spelling === "M") return undefined;
  const lowered = spelling.toLowerCase();
  return UNITS.find(({ name, spellings }) => name === lowered || spellings.includes(lowered));
}

function total(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { number, unit }) => sum + Number(number) * (unit?.ms ?? 0), 0);
}

function complaint(text: string, why: string, suggestion = "1h30m"): string {
  return l10n.t`${shown(text)} is not a duration: ${why}; use ${RULE} (for example \`${suggestion}\`)`;
}
