import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { code, keyList } from "../../schema/wording.ts";
import { interpolationSyntax } from "../../tenants/messages.ts";
import type { MessageContext } from "../../values/scalar-language.ts";
import { visibleRange } from "../../yaml/scalar-positions.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";
import { type Difference, tableDifferences } from "./compare-variables.ts";
import { defaultTranslation, isComparable } from "./default-translation.ts";
import type { Occurrence, Variable } from "./message-arguments.ts";
import { comparedOnce, messagePlace } from "./message-places.ts";
import { messageTable } from "./message-table.ts";

export const rule = defineRule({
  id: "message-placeholders",
  severity: "error",
  at: { localization: ["translations.*"] },
  facts: (context) => ({ reference: defaultTranslation(context), syntax: interpolationSyntax(context.model) }),
  check: (translation, report, { reference, syntax }) => {
    if (!reference || syntax === undefined || syntax === "none" || !isComparable(translation, reference)) return;
    for (const [key, difference] of compare(messageTable(translation), reference.table, syntax)) {
      const place = messagePlace(translation, key, difference.form);
      if (place) report(place, finding(place, difference, reference.locale));
    }
  },
});

const compare = comparedOnce((table, reference, syntax) =>
  tableDifferences(table, reference, syntax as MessageContext["syntax"]),
);

function finding(place: Place, difference: Difference, locale: string): Finding {
  const { extra, missing, changed } = difference;
  const wrong = extra[0] ?? (missing.length === 0 ? changed[0]?.own : undefined);
  const marked = wrong?.occurrences[0];
  const range = marked && rangeOf(place, marked);
  const change = changeOf(place, difference);
  return {
    message: messageOf(extra, missing, changed, code(locale)),
    ...(range && { range }),
    ...(change && { fix: { fix: "change", path: [], changes: [change] } }),
  };
}

function messageOf(
  extra: readonly Variable[],
  missing: readonly Variable[],
  changed: Difference["changed"],
  locale: string,
): string {
  if (extra.length > 0 && missing.length > 0)
    return l10n.t`The text in ${locale} has ${names(missing)} where this one has ${names(extra)}: nothing is filled in there, and users see the bare placeholder or an error.`;
  if (extra.length > 0)
    return l10n.t`The text in ${locale} has no ${names(extra, "or")}, so nothing is filled in here: users see the bare placeholder or an error.`;
  if (missing.length > 0)
    return l10n.t`The text in ${locale} has ${names(missing)}, which is missing here, so users do not see that value.`;
  const own = names(changed.map((pair) => pair.own));
  const reference = names(changed.map((pair) => pair.reference));
  return l10n.t`The text in ${locale} has ${reference} where this one has ${own}: the value is written in another way, or formatting it fails.`;
}

function names(variables: readonly Variable[], conjunction: "and" | "or" = "and"): string {
  return keyList([...new Set(variables.map(({ written }) => written))], conjunction);
}

/** Range of a variable in the text as it is written, whose placeholders stay as they are. */
function rangeOf({ model, node, range }: Place, { start, end }: Occurrence): Place["range"] {
  return node.kind === "scalar" ? visibleRange(model.source.text, node, start, end) : range;
}

/** Writes the name of the only variable that is missing for the only one that is too much. */
function changeOf(place: Place, { text, extra, missing, changed }: Difference): Change | undefined {
  const [wrong, right] = extra.length === 0 ? [changed[0]?.own, changed[0]?.reference] : [extra[0], missing[0]];
  if (extra.length + missing.length + changed.length !== (extra.length === 0 ? 1 : 2)) return undefined;
  if (!wrong || !right || place.written.kind !== "scalar") return undefined;
  const isNameOnly = wrong.family === right.family && wrong.family !== "percent";
  if (!isNameOnly && !wrong.occurrences.every(({ isWhole }) => isWhole)) return undefined;
  if (!isNameOnly && right.written.includes(",")) return undefined;
  if (extra.length === 0 && isNameOnly) return undefined;
  let value = "";
  let end = 0;
  for (const occurrence of wrong.occurrences.toSorted((a, b) => a.start - b.start)) {
    value += text.slice(end, isNameOnly ? occurrence.nameStart : occurrence.start);
    value += isNameOnly ? right.name : right.written;
    end = isNameOnly ? occurrence.nameEnd : occurrence.end;
  }
  return {
    title: l10n.t`Change ${code(wrong.written)} to ${code(right.written)}`,
    operations: [{ do: "set", path: place.path, value: value + text.slice(end) }],
  };
}

const FILE = (locale: string, english: string, other: string, features = ""): string =>
  `default_locale: en\ntranslations:\n  en:\n    messages:\n      common:\n        text: ${english}\n  ${locale}:\n    messages:\n      common:\n        text: ${other}\n${features}`;

const SYNTAX = (syntax: string): string => `features: {interpolation: {enabled: true, syntax: ${syntax}}}\n`;

const RENAMED = (own: string, english: string): string =>
  `The text in \`en\` has \`${english}\` where this one has \`${own}\`: nothing is filled in there, and users see the bare placeholder or an error.`;

const MISSING = (english: string): string =>
  `The text in \`en\` has \`${english}\`, which is missing here, so users do not see that value.`;

const EXTRA = (own: string): string =>
  `The text in \`en\` has no \`${own}\`, so nothing is filled in here: users see the bare placeholder or an error.`;

export const page: RulePage = {
  title: "The placeholders of a message differ from those of the default locale.",
  why: "Programs pass the values that the text of the default locale asks for. Under a translated name nothing is passed: i18next shows an empty place or `{{nom}}`, FormatJS and ICU throw, and `printf` with the wrong type prints garbage or crashes. It shows only in that language, often only in a rare error message.",
  fix: "Rename the placeholder",
  examples: {
    failing: {
      what: "a translated name",
      text: FILE("fr", "Hi {name}", "Salut {nom} # greeting"),
      reports: [`error 10 «{nom}» ${RENAMED("{nom}", "{name}")}`],
      fixed: FILE("fr", "Hi {name}", "Salut {name} # greeting"),
    },
    passing: { what: "the same names", text: FILE("fr", "Hi {name}", "Salut {name}"), reports: [] },
    placeholder: {
      what: "variables of the deployment, which are not the message's",
      text: FILE("fr", "Hi {name}", '"Salut {name} de ${PRODUCT} {{tenant_id}}"'),
      reports: [],
    },
    disabled: {
      what: "a file whose messages have no variables",
      text: FILE("fr", "Hi {name}", "Salut {nom}", "features: {interpolation: {enabled: false}}\n"),
      reports: [],
    },
    more: [
      {
        what: "a message that lost its value",
        text: FILE("fr", '"{count} files of {owner}"', '"{count} fichiers"'),
        reports: [`error 10 «"{count} fichiers"» ${MISSING("{owner}")}`],
      },
      {
        what: "a value that nobody passes",
        text: FILE("fr", "Hello", "Bonjour {name}"),
        reports: [`error 10 «{name}» ${EXTRA("{name}")}`],
      },
      {
        what: "a plural whose name is translated",
        text: FILE(
          "fr",
          '"{n, plural, one {# file} other {# files}}"',
          '"{num, plural, one {# fichier} many {# de fichiers} other {# fichiers}}"',
        ),
        reports: [`error 10 «num» ${RENAMED("{num, plural}", "{n, plural}")}`],
        fixed: FILE(
          "fr",
          '"{n, plural, one {# file} other {# files}}"',
          '"{n, plural, one {# fichier} many {# de fichiers} other {# fichiers}}"',
        ),
      },
      {
        what: "a language without plural forms, which writes the number alone",
        text: FILE("ja", '"{n, plural, one {# file} other {# files}}"', '"{n} 個のファイル"'),
        reports: [],
      },
      {
        what: "a language without genders, which needs no choice",
        text: FILE("ja", '"{who, select, female {Her} other {Their}} files"', "ファイル"),
        reports: [],
      },
      {
        what: "another type",
        text: FILE("fr", '"At {when, time, short}"', '"À {when}"'),
        reports: [
          "error 10 «{when}» The text in `en` has `{when, time}` where this one has `{when}`: the value is written in another way, or formatting it fails.",
        ],
      },
      {
        what: "variables of i18next",
        text: FILE("fr", '"{{user.name}} and {{other}}"', '"{{other}} et {{user.nom}}"', SYNTAX("i18next")),
        reports: [`error 10 «{{user.nom}}» ${RENAMED("{{user.nom}}", "{{user.name}}")}`],
        fixed: FILE("fr", '"{{user.name}} and {{other}}"', '"{{other}} et {{user.name}}"', SYNTAX("i18next")),
      },
      {
        what: "variables of printf that changed their places",
        text: FILE("ja", '"%s of %d"', '"%d / %s"', SYNTAX("printf")),
        reports: [
          "error 10 «%d» The text in `en` has `%s` and `%d` where this one has `%d` and `%s`: the value is written in another way, or formatting it fails.",
        ],
      },
      {
        what: "variables of printf with their places named",
        text: FILE("ja", '"%s of %d"', '"%2$d / %1$s"', SYNTAX("printf")),
        reports: [],
      },
      {
        what: "names of Python",
        text: FILE("fr", '"%(name)s wrote"', '"%(nom)s a écrit"'),
        reports: [`error 10 «%(nom)s» ${RENAMED("%(nom)s", "%(name)s")}`],
        fixed: FILE("fr", '"%(name)s wrote"', '"%(name)s a écrit"'),
      },
      {
        what: "numbers in braces",
        text: FILE("fr", '"{0} of {1}"', '"{0} de {2}"'),
        reports: [`error 10 «{2}» ${RENAMED("{2}", "{1}")}`],
        fixed: FILE("fr", '"{0} of {1}"', '"{0} de {1}"'),
      },
      {
        what: "braces of another syntax",
        text: FILE("fr", '"Hi {{name}}"', '"Salut {name}"'),
        reports: [`error 10 «{name}» ${RENAMED("{name}", "{{name}}")}`],
        fixed: FILE("fr", '"Hi {{name}}"', '"Salut {{name}}"'),
      },
      {
        what: "shares with a space before the sign",
        text: FILE("fr", '"50% of all, 20% off"', '"50 % de tout, 20%de rabais, 5 % sur tout"'),
        reports: [],
      },
      {
        what: "plural forms, of which those for exact numbers may say the number in words",
        text: FILE(
          "ru",
          '{one: "{name} has a file", other: "{name} has {count} files"}',
          '{one: "у {name} файл", few: "у {name} {count} файла", many: "у {имя} {count} файлов", other: "{count} файла"}',
        ),
        reports: [`error 10 «{имя}» ${RENAMED("{имя}", "{name}")}`, `error 10 «"{count} файла"» ${MISSING("{name}")}`],
        fixed: FILE(
          "ru",
          '{one: "{name} has a file", other: "{name} has {count} files"}',
          '{one: "у {name} файл", few: "у {name} {count} файла", many: "у {name} {count} файлов", other: "{count} файла"}',
        ),
      },
      {
        what: "forms that say the number by the noun alone",
        text: FILE(
          "ar",
          '{one: "{count} file", other: "{count} files"}',
          "{zero: لا ملفات, one: ملف, two: ملفان, few: '{count} ملفات', many: '{count} ملفا', other: '{count} ملف'}",
        ),
        reports: [],
      },
      {
        what: "one file in words, as i18next writes it",
        text: "default_locale: en\ntranslations:\n  en: {messages: {a: {f_one: '{{count}} file', f_other: '{{count}} files'}}}\n  fr: {messages: {a: {f_one: Un fichier, f_other: '{{count}} fichiers'}}}\n",
        reports: [],
      },
      {
        what: "a message that can not be read",
        text: FILE("fr", '"Hi {name}"', '"Salut {name"'),
        reports: [],
      },
    ],
  },
};
