import * as l10n from "@vscode/l10n";
import type { Change, FixData, Operation } from "../../schema/problem.ts";
import { code, keyList } from "../../schema/wording.ts";
import { interpolationSyntax } from "../../tenants/messages.ts";
import { isCertainlyIcu } from "../../values/message/message.ts";
import { PLURAL_CATEGORIES, type PluralCategory } from "../../values/plural-categories.ts";
import { visibleRange } from "../../yaml/scalar-positions.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { withoutPlaceholders } from "./message-arguments.ts";
import { comparedOnce, messagePlace } from "./message-places.ts";
import { messageTable } from "./message-table.ts";
import { type FormFaults, type IcuForm, type IcuPlural, icuPlurals, PluralCheck } from "./plural-forms.ts";

export const rule = defineRule({
  id: "plural-categories",
  severity: "error",
  at: { localization: ["translations.*"] },
  facts: (context) => interpolationSyntax(context.model),
  check: (translation, report, syntax) => {
    const locale = translation.name;
    const own = ownCategories(translation.get("pluralization", "rules"));
    if (own === "unknown") return;
    const table = messageTable(translation);
    for (const fault of findFaults(table, table, [locale, syntax, ...(own ?? [])].join(" "))) {
      const place = messagePlace(translation, fault.key, fault.form);
      if (!place) continue;
      if (fault.plural) reportIcu(place, locale, fault.text, fault.plural, fault.faults, report);
      else reportObject(place, locale, fault.text, fault.faults, report);
    }
    const check = new PluralCheck(locale, own);
    for (const example of translation.get("pluralization", "examples")?.entries() ?? []) {
      const forms = example.entries();
      const faults = check.faults(names(forms), "cardinal");
      const text = example.get("other")?.text ?? "";
      if (faults && forms.length > 0) reportObject(example, locale, text, faults, report);
    }
  },
});

function names(forms: readonly Place[]): readonly string[] {
  return forms.map(({ name }) => name);
}

/** The categories of a file that has plural rules of its own; undefined when CLDR's count. */
function ownCategories(rules: Place | undefined): readonly PluralCategory[] | "unknown" | undefined {
  if (rules?.isUnresolved) return "unknown";
  if (!rules?.isMap || rules.size === 0) return undefined;
  return PLURAL_CATEGORIES.filter((category) => category === "other" || rules.has(category));
}

interface Fault {
  readonly key: string;
  readonly form: string;
  /** The whole text of an ICU message, or that of the form `other`. */
  readonly text: string;
  /** The plural of an ICU message; undefined for the object of the forms. */
  readonly plural: IcuPlural | undefined;
  readonly faults: FormFaults;
}

const findFaults = comparedOnce((table, _, variant): readonly Fault[] => {
  const [locale = "", syntax, ...categories] = variant.split(" ");
  const own = categories.length === 0 ? undefined : (categories as PluralCategory[]);
  const check = new PluralCheck(locale, own);
  const isIcu = syntax === "auto" || syntax === "icu";
  const found: Fault[] = [];
  for (const [key, { forms }] of table.messages) {
    if (!forms.has("")) {
      const present = [...forms.keys()].filter((form) => form !== "<<");
      // i18next takes the form for nought in every language.
      const judged = syntax === "i18next" ? present.filter((form) => form !== "zero") : present;
      const faults = check.faults(judged, "cardinal");
      if (faults) found.push({ key, form: "", text: forms.get("other") ?? "", plural: undefined, faults });
    }
    for (const [form, text] of forms) {
      if (!isIcu || !isCertainlyIcu(text)) continue;
      for (const plural of icuPlurals(withoutPlaceholders(text))) {
        const judged = plural.hasOffset ? plural.forms.filter(({ name }) => !name.startsWith("=")) : plural.forms;
        const present = judged.map(({ name }) => name);
        const faults = check.faults(present, plural.type);
        if (faults) found.push({ key, form, text, plural, faults });
      }
    }
  }
  return found;
});

function missingMessage(locale: string, { missing, isMinor }: FormFaults): string {
  const shown = keyList(missing);
  if (isMinor)
    return l10n.t`${code(locale)} uses the plural form ${shown} for round millions, such as 1,000,000, which get the text of \`other\` here.`;
  return missing.length === 1
    ? l10n.t`${code(locale)} needs the plural form ${shown}: its numbers get the text of \`other\`, which is wrong grammar.`
    : l10n.t`${code(locale)} needs the plural forms ${shown}: their numbers get the text of \`other\`, which is wrong grammar.`;
}

function unusedMessage(locale: string, name: string): string {
  return l10n.t`${code(locale)} has no plural form ${code(name)}, so this text is never shown.`;
}

function severityOf({ isMinor }: FormFaults): "error" | "warning" {
  return isMinor ? "warning" : "error";
}

function additionTitle(missing: readonly string[]): string {
  return missing.length === 1
    ? l10n.t`Add the plural form ${keyList(missing)} with the text of \`other\``
    : l10n.t`Add the plural forms ${keyList(missing)} with the text of \`other\``;
}

function reportObject(place: Place, locale: string, text: string, faults: FormFaults, report: Report): void {
  const { missing, unused } = faults;
  if (missing.length > 0) {
    const operations = missing.map((form): Operation => ({ do: "set", path: [...place.path, form], value: text }));
    const fix: FixData = { fix: "change", path: [], changes: [{ title: additionTitle(missing), operations }] };
    report(place, {
      on: "key",
      severity: severityOf(faults),
      message: missingMessage(locale, faults),
      ...(text.trim() !== "" && { fix }),
    });
  }
  for (const name of unused) {
    const form = place.get(name);
    if (!form) continue;
    const removal: Change = {
      title: l10n.t`Remove ${code(name)}`,
      preferred: false,
      operations: [{ do: "remove", path: form.path }],
    };
    report(form, {
      on: "key",
      severity: "information",
      message: unusedMessage(locale, name),
      tags: ["unnecessary"],
      fix: { fix: "change", path: [], changes: [removal] },
    });
  }
}

function reportIcu(
  place: Place,
  locale: string,
  text: string,
  plural: IcuPlural,
  faults: FormFaults,
  report: Report,
): void {
  const { node } = place;
  if (node.kind !== "scalar") return;
  const rangeOf = (start: number, end: number) => visibleRange(place.model.source.text, node, start, end);
  const setTo = (title: string, value: string, preferred?: false): FixData => ({
    fix: "change",
    path: [],
    changes: [
      { title, ...(preferred === false && { preferred }), operations: [{ do: "set", path: place.path, value }] },
    ],
  });
  const { missing, unused } = faults;
  const other = plural.forms.find(({ name }) => name === "other");
  if (missing.length > 0) {
    report(place, {
      range: rangeOf(plural.start, plural.end),
      severity: severityOf(faults),
      message: missingMessage(locale, faults),
      ...(other && { fix: setTo(additionTitle(missing), withForms(text, missing, other)) }),
    });
  }
  for (const form of plural.forms.filter(({ name }) => unused.includes(name))) {
    const exact = EXACT[form.name];
    const canBeExact = exact !== undefined && !plural.hasOffset && !plural.forms.some(({ name }) => name === exact);
    report(place, {
      range: rangeOf(form.start, form.nameEnd),
      severity: "information",
      message: unusedMessage(locale, form.name),
      tags: ["unnecessary"],
      fix: canBeExact
        ? setTo(l10n.t`Change to ${code(exact)}`, text.slice(0, form.start) + exact + text.slice(form.nameEnd), false)
        : setTo(l10n.t`Remove ${code(form.name)}`, withoutForm(text, form), false),
    });
  }
}

/** Exact forms that mean what authors mean by categories that their language does not have. */
const EXACT: Readonly<Record<string, string>> = { zero: "=0", one: "=1", two: "=2" };

/** A message with more forms before `other`, which have its text. */
function withForms(text: string, missing: readonly string[], other: IcuForm): string {
  // The braces are taken from the text as it is written: placeholders of the deployment are blanked out where forms are looked for.
  const braces = text.slice(other.end - other.braces.length, other.end);
  const added = missing.map((name) => `${name} ${braces} `).join("");
  return text.slice(0, other.start) + added + text.slice(other.start);
}

function withoutForm(text: string, { start, end }: IcuForm): string {
  return text.slice(0, start) + text.slice(end).replace(/^ +/, "");
}

const FILE = (locale: string, text: string, rest = ""): string =>
  `translations:\n  ${locale}:\n    messages:\n      common:\n        files: ${text}\n${rest}`;

const SYNTAX = (syntax: string): string => `features: {interpolation: {enabled: true, syntax: ${syntax}}}\n`;

const RUSSIAN = (locale: string): string =>
  `error 5 «n, plural» \`${locale}\` needs the plural forms \`few\` and \`many\`: their numbers get the text of \`other\`, which is wrong grammar.`;

export const page: RulePage = {
  title: "The plural forms of a message are not those of its language.",
  why: "Languages count differently: Russian has a form for 2 to 4 and another for 5 to 20, Arabic has six forms, Japanese one. Where a form is missing, its numbers get the text of `other`, which reads like “5 file”. `many` in French, Spanish, Italian and Portuguese serves round millions, so it is a warning; forms that the language never uses are texts which nobody sees. Exact forms such as `=0` are always right, and stand for a category that has no other number.",
  fix: "Add the missing forms with the text of `other`",
  examples: {
    failing: {
      what: "Russian with the forms of English",
      text: FILE("ru", "{one: файл, other: файла} # counted"),
      reports: [
        "error 5 «files» `ru` needs the plural forms `few` and `many`: their numbers get the text of `other`, which is wrong grammar.",
      ],
      fixed: FILE("ru", "{one: файл, other: файла, few: файла, many: файла} # counted"),
    },
    passing: {
      what: "Russian with its own forms",
      text: FILE("ru", "{one: файл, few: файла, many: файлов, other: файла}"),
      reports: [],
    },
    placeholder: {
      what: "a message that the deployment knows",
      text: FILE("ru", "${FILES}"),
      reports: [],
    },
    disabled: {
      what: "a file whose messages have no variables",
      text: FILE("ru", "'{n, plural, one {файл} other {файла}}'", "features: {interpolation: {enabled: false}}\n"),
      reports: [],
    },
    more: [
      {
        what: "an ICU message",
        text: FILE("ru", "'${NAME}: {n, plural, =0 {нет} one {# файл} other {# из {x} ''{''}} конец'"),
        reports: [RUSSIAN("ru")],
        fixed: FILE(
          "ru",
          "\"${NAME}: {n, plural, =0 {нет} one {# файл} few {# из {x} '{'} many {# из {x} '{'} other {# из {x} '{'}} конец\"",
        ),
      },
      {
        what: "French without the form for millions",
        text: FILE("fr", "{one: fichier, other: fichiers}"),
        reports: [
          "warning 5 «files» `fr` uses the plural form `many` for round millions, such as 1,000,000, which get the text of `other` here.",
        ],
        fixed: FILE("fr", "{one: fichier, other: fichiers, many: fichiers}"),
      },
      {
        what: "Japanese with a form that it does not have",
        text: FILE("ja", "\n          one: 一つ\n          other: ファイル"),
        reports: ["information 6 «one» `ja` has no plural form `one`, so this text is never shown."],
        fixed: FILE("ja", "\n          other: ファイル"),
      },
      {
        what: "English with a form for nought in an ICU message",
        text: FILE("en", '"{n, plural, zero {none} one {# file} other {# files}}"'),
        reports: ["information 5 «zero» `en` has no plural form `zero`, so this text is never shown."],
        fixed: FILE("en", '"{n, plural, =0 {none} one {# file} other {# files}}"'),
      },
      {
        what: "an exact form in place of the only number of a category",
        text: FILE("en", '"{n, plural, =0 {none} =1 {a file} other {# files}}"'),
        reports: [],
      },
      {
        what: "an exact form in place of a category with more numbers",
        text: FILE("ru", '"{n, plural, =1 {файл} few {# файла} many {# файлов} other {# файла}}"'),
        reports: [
          "error 5 «n, plural» `ru` needs the plural form `one`: its numbers get the text of `other`, which is wrong grammar.",
        ],
        fixed: FILE("ru", '"{n, plural, =1 {файл} few {# файла} many {# файлов} one {# файла} other {# файла}}"'),
      },
      {
        what: "ordinal numbers",
        text: FILE("en", '"{n, selectordinal, one {#st} two {#nd} other {#th}}"'),
        reports: [
          "error 5 «n, selectordinal» `en` needs the plural form `few`: its numbers get the text of `other`, which is wrong grammar.",
        ],
        fixed: FILE("en", '"{n, selectordinal, one {#st} two {#nd} few {#th} other {#th}}"'),
      },
      {
        what: "plural rules of the file's own",
        text: FILE("fr", "{one: fichier, other: fichiers}", "    pluralization: {rules: {one: i = 1, other: ''}}\n"),
        reports: [],
      },
      {
        what: "worked examples",
        text: FILE(
          "he",
          "קבצים",
          '    pluralization:\n      examples:\n        files: {one: "קובץ", other: "קבצים"}\n',
        ),
        reports: [
          "error 8 «files» `he` needs the plural form `two`: its numbers get the text of `other`, which is wrong grammar.",
        ],
        fixed: FILE(
          "he",
          "קבצים",
          '    pluralization:\n      examples:\n        files: {one: "קובץ", other: "קבצים", two: קבצים}\n',
        ),
      },
      {
        what: "the form for nought of i18next",
        text: FILE("en", "{zero: none, one: a file, other: files}", SYNTAX("i18next")),
        reports: [],
      },
      {
        what: "a language that nothing is known about",
        text: FILE("tlh", "{few: a, other: b}"),
        reports: [],
      },
    ],
  },
};
