import * as l10n from "@vscode/l10n";
import type { Change, FixData } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import type { PatternDialect } from "../../values/date-pattern-sample.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { asText, type PatternFault, patternFaults } from "./pattern-faults.ts";

export const rule = defineRule({
  id: "date-pattern",
  severity: "error",
  at: { localization: ["translations.*.formats"] },
  check: (formats, report) => {
    const chosen = formats.get("pattern_syntax");
    const dialect = chosen ? chosen.text : "moment";
    if (dialect !== "moment" && dialect !== "cldr") return;
    for (const section of ["date", "time"]) {
      for (const place of formats.get(section)?.entries() ?? []) {
        const pattern = place.text;
        if (pattern !== undefined)
          checkPattern({ formats, place, pattern, dialect, isTime: section === "time" }, report);
      }
    }
  },
});

interface Pattern {
  readonly formats: Place;
  readonly place: Place;
  readonly pattern: string;
  readonly dialect: PatternDialect;
  readonly isTime: boolean;
}

function checkPattern(checked: Pattern, report: Report): void {
  const { place, pattern, dialect, isTime } = checked;
  const faults = patternFaults(pattern, dialect, isTime);
  const isForeign = faults.some(({ kind }) => kind === "dialect");
  if (isForeign) {
    reportDialect(
      checked,
      faults.filter(({ kind }) => kind !== "unknown" && kind !== "word"),
      report,
    );
  }
  for (const fault of faults) {
    const isText = fault.kind === "unknown" || fault.kind === "word";
    if (isForeign && !isText) continue;
    report(place, {
      range: place.rangeOf(fault.start, fault.end),
      message: messageOf(fault, dialect),
      severity: fault.kind === "week-year" || fault.kind === "day-of-year" ? "warning" : "error",
      ...fixOf(place, [fault], pattern),
    });
  }
}

function messageOf({ kind, text, replacement = "" }: PatternFault, dialect: PatternDialect): string {
  switch (kind) {
    case "word":
      return l10n.t`Every letter of ${code(text)} is a token, so parts of the date are written in its place: write ${code(replacement)}.`;
    case "minutes":
      return l10n.t`${code(text)} are the minutes, which a date does not have: months are ${code(text.toUpperCase())}.`;
    case "day-of-year":
      return l10n.t`${code(text)} is the day of the year: the weekday is ${code(replacement)}.`;
    case "week-year":
      return l10n.t`${code(text)} is the year that the week belongs to, which is another one around New Year: the year is ${code(replacement)}.`;
    default:
      return dialect === "moment"
        ? l10n.t`${code(text)} is no token of Moment.js. Text that is meant as it stands is written in brackets: ${code(asText(text, dialect))}.`
        : l10n.t`${code(text)} is no token of CLDR. Text that is meant as it stands is written in apostrophes: ${code(asText(text, dialect))}.`;
  }
}

function reportDialect(
  { place, pattern, dialect, formats, isTime }: Pattern,
  faults: readonly PatternFault[],
  report: Report,
): void {
  const start = Math.min(...faults.map((fault) => fault.start));
  const end = Math.max(...faults.map((fault) => fault.end));
  const written = code(pattern.slice(start, end));
  const meant = code(replaced(pattern, faults, start, end));
  const other = dialect === "moment" ? "cldr" : "moment";
  const change: Change = {
    title: l10n.t`Set \`pattern_syntax\` to ${code(other)}`,
    preferred: false,
    operations: [{ do: "set", path: [...formats.path, "pattern_syntax"], value: other }],
  };
  const isRightElsewhere = patternFaults(pattern, other, isTime).length === 0;
  report(place, {
    range: place.rangeOf(start, end),
    message:
      dialect === "moment"
        ? l10n.t`${written} is written in tokens of CLDR, and patterns are read as those of Moment.js here: write ${meant}, or set \`pattern_syntax\` to \`cldr\`.`
        : l10n.t`${written} is written in tokens of Moment.js, and patterns are read as those of CLDR here: write ${meant}, or set \`pattern_syntax\` to \`moment\`.`,
    ...fixOf(place, faults, pattern, isRightElsewhere ? [change] : []),
  });
}

function fixOf(
  place: Place,
  faults: readonly PatternFault[],
  pattern: string,
  others: readonly Change[] = [],
): { fix?: FixData } {
  const value = replaced(pattern, faults);
  if (place.placeholders.state !== "none" || value === pattern) return {};
  const change: Change = {
    title: l10n.t`Change to ${code(value)}`,
    operations: [{ do: "set", path: place.path, value }],
  };
  return { fix: { fix: "change", path: [], changes: [change, ...others] } };
}

/** A pattern, or a part of it, with what was meant. */
function replaced(pattern: string, faults: readonly PatternFault[], from = 0, to = pattern.length): string {
  let text = "";
  let at = from;
  for (const { start, end, replacement } of faults) {
    text += pattern.slice(at, start) + (replacement ?? pattern.slice(start, end));
    at = end;
  }
  return text + pattern.slice(at, to);
}

const FILE = (section: string, pattern: string, syntax = ""): string =>
  `translations:\n  fr:\n    formats:${syntax === "" ? "" : `\n      pattern_syntax: ${syntax}`}\n      ${section}: ${pattern}\n`;

const CLDR_HERE = (written: string, meant: string): string =>
  `\`${written}\` is written in tokens of CLDR, and patterns are read as those of Moment.js here: write \`${meant}\`, or set \`pattern_syntax\` to \`cldr\`.`;

const MOMENT_HERE = (written: string, meant: string): string =>
  `\`${written}\` is written in tokens of Moment.js, and patterns are read as those of CLDR here: write \`${meant}\`, or set \`pattern_syntax\` to \`moment\`.`;

export const page: RulePage = {
  title: "A date or time pattern with tokens that mean something else, or nothing.",
  why: "The two dialects use the same letters for different things: `DD` is the day of the month in Moment.js and the day of the year in CLDR, `mm` are minutes in both. Such dates look right on the day they are tested, or nearly: `84/03/2026`, `Th/07/2026`. The worst one is `YYYY` in CLDR, the year of the week, which is wrong only in the last days of December.",
  fix: "Write the tokens that are meant",
  examples: {
    failing: {
      what: "a day of the year that was meant as weekday",
      text: FILE("date", "{full: DDDD DD MMMM YYYY} # letterhead"),
      reports: ["warning 4 «DDDD» `DDDD` is the day of the year: the weekday is `dddd`."],
      fixed: FILE("date", "{full: dddd DD MMMM YYYY} # letterhead"),
    },
    passing: {
      what: "patterns of Moment.js",
      text: FILE("date", "{short: DD/MM/YYYY, long: 'D [de] MMMM', full: 'dddd, Do MMMM YYYY', medium: D MMM 'YY}"),
      reports: [],
    },
    placeholder: {
      what: "a pattern that the deployment knows",
      text: FILE("date", '{short: "${DATE_PATTERN}", long: "dd/${REST}"}'),
      reports: [],
    },
    disabled: "patterns can not be switched off",
    more: [
      {
        what: "a pattern of CLDR where those of Moment.js are read",
        text: FILE("date", '{short: "dd/mm/yyyy"}'),
        reports: [`error 4 «dd/mm/yyyy» ${CLDR_HERE("dd/mm/yyyy", "DD/MM/YYYY")}`],
        fixed: FILE("date", '{short: "DD/MM/YYYY"}'),
      },
      {
        what: "one token of CLDR",
        text: FILE("date", '{long: "D MMMM yyyy"}'),
        reports: [`error 4 «yyyy» ${CLDR_HERE("yyyy", "YYYY")}`],
        fixed: FILE("date", '{long: "D MMMM YYYY"}'),
      },
      {
        what: "weekday and quoted text of CLDR",
        text: FILE("date", "{full: \"EEEE d 'de' MMMM y\"}"),
        reports: [`error 4 «EEEE d 'de' MMMM y» ${CLDR_HERE("EEEE d 'de' MMMM y", "dddd D [de] MMMM YYYY")}`],
        fixed: FILE("date", '{full: "dddd D [de] MMMM YYYY"}'),
      },
      {
        what: "a pattern of Moment.js where those of CLDR are read",
        text: FILE("date", '{full: "dddd, D [de] MMMM YYYY"}', "cldr"),
        reports: [
          `error 5 «dddd, D [de] MMMM YYYY» ${MOMENT_HERE("dddd, D [de] MMMM YYYY", "EEEE, d 'de' MMMM yyyy")}`,
        ],
        fixed: FILE("date", "{full: \"EEEE, d 'de' MMMM yyyy\"}", "cldr"),
      },
      {
        what: "the year of the week in CLDR",
        text: FILE("date", '{short: "dd.MM.YYYY", medium: "YYYY-\'W\'ww"}', "cldr"),
        reports: [
          "warning 5 «YYYY» `YYYY` is the year that the week belongs to, which is another one around New Year: the year is `yyyy`.",
        ],
        fixed: FILE("date", '{short: "dd.MM.yyyy", medium: "YYYY-\'W\'ww"}', "cldr"),
      },
      {
        what: "minutes in a date",
        text: FILE("date", '{short: "DD.mm.YYYY"}'),
        reports: ["error 4 «mm» `mm` are the minutes, which a date does not have: months are `MM`."],
        fixed: FILE("date", '{short: "DD.MM.YYYY"}'),
      },
      {
        what: "words without brackets",
        text: FILE("date", '{long: "D de MMMM"}'),
        reports: [
          "error 4 «de» Every letter of `de` is a token, so parts of the date are written in its place: write `[de]`.",
        ],
        fixed: FILE("date", '{long: "D [de] MMMM"}'),
      },
      {
        what: "letters that are no tokens",
        text: FILE("time", "{short: 'HH:nn', long: 'HH:mm [Uhr]'}"),
        reports: [
          "error 4 «nn» `nn` is no token of Moment.js. Text that is meant as it stands is written in brackets: `[nn]`.",
        ],
      },
      {
        what: "words with letters that are no tokens",
        text: FILE("date", "{long: MMMM d of yyyy}", "cldr"),
        reports: [
          "error 5 «of» `of` is no token of CLDR. Text that is meant as it stands is written in apostrophes: `'of'`.",
        ],
        fixed: FILE("date", "{long: MMMM d 'of' yyyy}", "cldr"),
      },
      {
        what: "the day period of Moment.js in CLDR",
        text: FILE("time", '{short: "h:mm A"}', "cldr"),
        reports: [`error 5 «A» ${MOMENT_HERE("A", "a")}`],
        fixed: FILE("time", '{short: "h:mm a"}', "cldr"),
      },
      {
        what: "patterns of CLDR",
        text: FILE(
          "date",
          "{short: dd.MM.yy, medium: d MMM y, long: \"d 'de' MMMM 'de' y\", full: 'EEEE, do MMMM y'}",
          "cldr",
        ),
        reports: [],
      },
      {
        what: "ordinal dates, dates with a time, and scripts without letters of tokens",
        text: FILE("date", "{short: YYYY-DDDD, medium: 'YYYY-MM-DDTHH:mm', long: YYYY年M月D日, full: 'dd D MMM'}"),
        reports: [],
      },
    ],
  },
};
