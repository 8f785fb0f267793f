import * as l10n from "@vscode/l10n";
import { languageInUse, withUnit } from "../text/language.ts";
import data from "./data/time-zones.json" with { type: "json" };
import { advice, defineLanguage, problem, shown } from "./define-language.ts";
import { nearest } from "./edit-distance.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

/** An instant of winter 2026: names of zones are taken as they were then, so that nothing depends on the clock. */
const NAMING_INSTANT = 1_767_225_600_000;

let known: { readonly zones: ReadonlySet<string>; readonly links: ReadonlyMap<string, string> } | undefined;

function tables() {
  known ??= { zones: new Set(data.zones), links: new Map(Object.entries(data.links)) };
  return known;
}

/** The zone an IANA name stands for (links followed), undefined when the name is not known. */
export function resolveTimeZone(name: string): string | undefined {
  return tables().zones.has(name) ? name : tables().links.get(name);
}

/** `time-zone`: a zone of the IANA database. Old names are well-formed and get advice. */
export const timeZoneLanguage: ScalarLanguage = defineLanguage({
  format: "time-zone",
  code: "timezone-unknown",
  title: l10n.t("Time zone"),
  noun: l10n.t("a time zone"),
  example: "Europe/Berlin",
  maxLength: 64,
  check(text) {
    if (tables().zones.has(text)) return undefined;
    const target = tables().links.get(text);
    if (target === undefined) return unknownZone(text);
    return advice(0, text.length, l10n.t`${shown(text)} is an old name of \`${target}\``, target);
  },
  completions: () => {
    const rest = data.zones.filter((zone) => zone !== "UTC" && !zone.startsWith("Etc/"));
    const fixed = data.zones.filter((zone) => zone.startsWith("Etc/"));
    return ["UTC", ...rest, ...fixed].map((label) => ({ label }));
  },
  describe: (text) => describeFixed(text) ?? zoneName(text),
});

function unknownZone(text: string): ValueProblem {
  const { zones, links } = tables();
  const message = l10n.t`${shown(text)} is not a time zone of the IANA database`;
  if (/^(?:UTC|GMT)?[+-]\d/.test(text)) {
    return problem(
      0,
      text.length,
      l10n.t`${message}: write a place such as \`Europe/Berlin\`, or \`UTC\`, not an offset`,
    );
  }
  if (/^[A-Z]{1,5}$/.test(text)) {
    return problem(
      0,
      text.length,
      l10n.t`${message}: an abbreviation can stand for several zones, write a place such as \`Europe/Berlin\``,
    );
  }
  const spaced = text.replaceAll(" ", "_");
  const near = nearest(spaced, zones, 2) ?? nearest(spaced, links.keys(), 2);
  const suggestion = near === undefined ? undefined : (resolveTimeZone(near) ?? near);
  const hint =
    suggestion === undefined
      ? l10n.t("write a place such as `Europe/Berlin`, or `UTC`")
      : l10n.t`did you mean \`${suggestion}\`?`;
  return problem(0, text.length, l10n.t`${message}: ${hint}`, suggestion);
}

/** `Etc/GMT+5` is five hours *behind* UTC: the sign of these names is reversed. */
function describeFixed(text: string): string | undefined {
  const [, sign, hours] = /^Etc\/GMT([+-])([1-9]\d?)$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const length = withUnit(Number(hours), "hour");
  return sign === "+"
    ? l10n.t`${length} behind UTC (the sign in these names is reversed)`
    : l10n.t`${length} ahead of UTC (the sign in these names is reversed)`;
}

function zoneName(text: string): string | undefined {
  try {
    const format = new Intl.DateTimeFormat(languageInUse(), { timeZone: text, timeZoneName: "longGeneric" });
    return format.formatToParts(NAMING_INSTANT).find(({ type }) => type === "timeZoneName")?.value;
  } catch {
    // A zone newer than the data of this JavaScript engine has no name here.
    return undefined;
  }
}
