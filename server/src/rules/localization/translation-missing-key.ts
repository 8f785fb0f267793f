import * as l10n from "@vscode/l10n";
import type { Change, JsonValue, Operation } from "../../schema/problem.ts";
import { code, keyList, listWords } from "../../schema/wording.ts";
import { pluralCategories } from "../../values/plural-categories.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { type DefaultTranslation, defaultTranslation, groupOf, isComparable } from "./default-translation.ts";
import { comparedOnce, isFormOfOther, mainText, messagePlace } from "./message-places.ts";
import { type Message, type MessageTable, messageTable } from "./message-table.ts";

/** So many keys are named in a message. */
const MOST_NAMES = 5;

/** So many keys are added by a fix: it holds their texts, and travels with the diagnostic. */
const MOST_ADDED = 200;

interface Facts {
  readonly reference: DefaultTranslation | undefined;
  /** Tables of the translations that locales with a region or script fall back to; none for one in a file of its own. */
  readonly parents: Readonly<Record<string, MessageTable | "elsewhere">>;
}

export const rule = defineRule({
  id: "translation-missing-key",
  severity: "warning",
  at: { localization: ["translations.*"] },
  facts,
  check: (translation, report, { reference, parents }) => {
    if (!reference || !isComparable(translation, reference)) return;
    const { missing, empty } = compare(messageTable(translation), reference.table, translation.name);
    if (missing.length === 0 && empty.length === 0) return;
    const inherited = parentsOf(translation.name).flatMap((parent) => parents[parent] ?? []);
    const isInherited = (key: string): boolean =>
      inherited.some((parent) => parent === "elsewhere" || parent.messages.has(key));
    for (const key of empty) reportEmpty(translation, key, reference, report);
    const absent = missing.filter((key) => !isInherited(key));
    for (const [group, keys] of byGroup(translation, absent)) reportGroup(translation, group, keys, reference, report);
  },
});

function facts(context: RuleContext): Facts {
  const translations = context.file?.get("translations")?.entries() ?? [];
  const locales = new Set(translations.flatMap(({ name }) => parentsOf(name)));
  const parents = translations
    .filter(({ name }) => locales.has(name))
    .map((parent) => [parent.name, parent.has("$file") ? "elsewhere" : messageTable(parent)] as const);
  return { reference: defaultTranslation(context), parents: Object.fromEntries(parents) };
}

/** The locales that a locale falls back to, the nearest first: `zh-Hant` and `zh` for `zh-Hant-TW`. */
function parentsOf(locale: string): readonly string[] {
  const steps = locale.split("-");
  return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join("-"));
}

/** Keys that a translation lacks or has no text for, in the order of the default. What is empty there as well is left out. */
const compare = comparedOnce((table, reference, locale) => {
  const missing: string[] = [];
  const empty: string[] = [];
  for (const [key, message] of reference.messages) {
    if (message.isEmpty) continue;
    const own = table.messages.get(key);
    if (own?.isEmpty) empty.push(key);
    else if (!own && !isFormOfOther(key, locale, table, false)) missing.push(key);
  }
  return { missing, empty };
});

function reportEmpty(translation: Place, key: string, reference: DefaultTranslation, report: Report): void {
  const place = messagePlace(translation, key);
  const message = reference.table.messages.get(key);
  if (!place || !message) return;
  const isText = !place.isMap && place.written.kind !== "alias";
  const change: Change = {
    title: l10n.t`Write the text of ${code(reference.locale)} with a TODO mark`,
    operations: [{ do: "set", path: place.path, value: todo(mainText(message)) }],
  };
  report(place, {
    message: l10n.t`${code(key)} is empty in ${code(translation.name)}, so its users see nothing where ${code(reference.locale)} has ${code(mainText(message))}.`,
    ...(isText && { fix: { fix: "change", path: [], changes: [change] } }),
  });
}

interface Group {
  readonly place: Place;
  readonly keys: { readonly key: string; readonly rest: readonly string[] }[];
}

function byGroup(translation: Place, keys: readonly string[]): readonly (readonly [Place, Group["keys"]])[] {
  const groups = new Map<string, Group>();
  for (const key of keys) {
    const { group, rest } = groupOf(translation, key);
    const known = groups.get(group.pathText) ?? { place: group, keys: [] };
    known.keys.push({ key, rest });
    groups.set(group.pathText, known);
  }
  return [...groups.values()].map((group) => [group.place, group.keys]);
}

function reportGroup(
  translation: Place,
  group: Place,
  keys: Group["keys"],
  reference: DefaultTranslation,
  report: Report,
): void {
  const locale = code(translation.name);
  const first = keys.slice(0, MOST_NAMES).map(({ key }) => key);
  const more = keys.length - MOST_NAMES;
  const shown = more > 0 ? listWords(first.map((key) => `\`${key}\``)) : keyList(first);
  const changes = keys.length > MOST_ADDED ? [] : additions(translation.name, group, keys, reference);
  report(group, {
    on: "key",
    message:
      keys.length === 1
        ? l10n.t`${locale} lacks the message ${shown}, which ${code(reference.locale)} has: its users see the key or another language.`
        : more <= 0
          ? l10n.t`${locale} lacks the messages ${shown}, which ${code(reference.locale)} has: its users see the keys or another language.`
          : l10n.t`${locale} lacks the messages ${shown} and ${more} more, which ${code(reference.locale)} has: its users see the keys or another language.`,
    ...(changes.length > 0 && { fix: { fix: "change", path: [], changes } }),
  });
}

/** The change that adds the missing keys; none where something else stands in the way. */
function additions(
  locale: string,
  group: Place,
  keys: Group["keys"],
  reference: DefaultTranslation,
): readonly Change[] {
  const added: { [key: string]: JsonValue } = {};
  for (const { key, rest } of keys) {
    const message = reference.table.messages.get(key);
    const [first = ""] = rest;
    if (!message || rest.length === 0 || group.has(first)) return [];
    if (!put(added, rest, todoMessage(message, locale))) return [];
  }
  const title =
    keys.length === 1
      ? l10n.t`Add ${code(keys[0]?.key ?? "")} with a TODO mark`
      : l10n.t`Add the ${keys.length} missing messages with TODO marks`;
  const operations: Operation[] =
    group.isMap && group.size > 0
      ? Object.entries(added).map(([key, value]) => ({ do: "set", path: [...group.path, key], value }))
      : [{ do: "set", path: group.path, value: added }];
  return [{ title, operations }];
}

/** Puts a value behind some keys; false where a text stands in the way. */
function put(target: { [key: string]: JsonValue }, steps: readonly string[], value: JsonValue): boolean {
  let map = target;
  for (const step of steps.slice(0, -1)) {
    const inner = Object.hasOwn(map, step) ? map[step] : {};
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return false;
    Object.defineProperty(map, step, { value: inner, enumerable: true, configurable: true, writable: true });
    map = inner as { [key: string]: JsonValue };
  }
  const last = steps.at(-1) ?? "";
  Object.defineProperty(map, last, { value, enumerable: true, configurable: true, writable: true });
  return true;
}

/** A message to translate: of one with plural forms the forms that the locale uses. */
function todoMessage(message: Message, locale: string): JsonValue {
  const text = message.forms.get("");
  if (text !== undefined) return todo(text);
  const categories = pluralCategories(locale, "cardinal") ?? [...message.forms.keys()];
  return Object.fromEntries(
    categories.map((category) => [category, todo(message.forms.get(category) ?? mainText(message))]),
  );
}

function todo(text: string): string {
  return `TODO: ${text}`;
}

const FILE = (locale: string, messages: string): string =>
  `default_locale: en
translations:
  en:
    messages:
      common: {save: Save, delete: Delete}
      errors:
        timeout: Too late
        files: {one: "{count} file", other: "{count} files"}
  ${locale}:
    messages:
${messages}`;

const ERRORS = `      errors:
        timeout: Trop tard
        files: {one: "{count} fichier", many: "{count} de fichiers", other: "{count} fichiers"}
`;

export const page: RulePage = {
  title: "A message of the default locale is absent or empty in another locale.",
  why: "Where a translation has no text, libraries show the bare key (`common.save`), an empty button, or the default language in the middle of another one. Nobody notices it in the default language, in which teams test.",
  fix: "Add the missing messages with the default's texts behind `TODO:`",
  examples: {
    failing: {
      what: "a message that was not translated",
      text: FILE("fr", `      common: {delete: Supprimer} # buttons\n${ERRORS}`),
      reports: [
        "warning 11 «common» `fr` lacks the message `common.save`, which `en` has: its users see the key or another language.",
      ],
      fixed: FILE("fr", `      common: {delete: Supprimer, save: "TODO: Save"} # buttons\n${ERRORS}`),
    },
    passing: {
      what: "every message",
      text: FILE("fr", `      common: {save: Enregistrer, delete: Supprimer}\n${ERRORS}`),
      reports: [],
    },
    placeholder: {
      what: "a message that the deployment knows",
      text: FILE("fr", `      common: {save: "\${SAVE_TEXT}", delete: Supprimer}\n${ERRORS}`),
      reports: [],
    },
    disabled: "translations can not be switched off",
    more: [
      {
        what: "an empty message",
        text: FILE("fr", `      common: {save: "", delete: Supprimer}\n${ERRORS}`),
        reports: ['warning 11 «""» `common.save` is empty in `fr`, so its users see nothing where `en` has `Save`.'],
        fixed: FILE("fr", `      common: {save: "TODO: Save", delete: Supprimer}\n${ERRORS}`),
      },
      {
        what: "a key without a text",
        text: FILE("fr", `      common:\n        save:\n        delete: Supprimer\n${ERRORS}`),
        reports: ["warning 12 «save» `common.save` is empty in `fr`, so its users see nothing where `en` has `Save`."],
        fixed: FILE("fr", `      common:\n        save: "TODO: Save"\n        delete: Supprimer\n${ERRORS}`),
      },
      {
        what: "a whole group, with a plural in the forms of the locale",
        text: FILE("ru", "      common: {save: Сохранить, delete: Удалить}\n"),
        reports: [
          "warning 10 «messages» `ru` lacks the messages `errors.timeout` and `errors.files`, which `en` has: its users see the keys or another language.",
        ],
        fixed: FILE(
          "ru",
          `      common: {save: Сохранить, delete: Удалить}
      errors:
        timeout: "TODO: Too late"
        files:
          one: "TODO: {count} file"
          few: "TODO: {count} files"
          many: "TODO: {count} files"
          other: "TODO: {count} files"
`,
        ),
      },
      {
        what: "several messages of one group",
        text: FILE("ja", "      common: {save: 保存, delete: 削除}\n      errors:\n        other_error: 不明\n"),
        reports: [
          "warning 12 «errors» `ja` lacks the messages `errors.timeout` and `errors.files`, which `en` has: its users see the keys or another language.",
        ],
        fixed: FILE(
          "ja",
          `      common: {save: 保存, delete: 削除}
      errors:
        other_error: 不明
        timeout: "TODO: Too late"
        files:
          other: "TODO: {count} files"
`,
        ),
      },
      {
        what: "more messages than can be named, in a translation that was just begun",
        text: `default_locale: en
translations:
  en: {messages: {common: {a: A1, b: B1, c: C1, d: D1, e: E1, f: F1, g: G1}}}
  fr: {messages: {common: {}}}
`,
        reports: [
          "warning 4 «common» `fr` lacks the messages `common.a`, `common.b`, `common.c`, `common.d`, `common.e` and 2 more, which `en` has: its users see the keys or another language.",
        ],
        fixed: `default_locale: en
translations:
  en: {messages: {common: {a: A1, b: B1, c: C1, d: D1, e: E1, f: F1, g: G1}}}
  fr: {messages: {common: {a: "TODO: A1", b: "TODO: B1", c: "TODO: C1", d: "TODO: D1", e: "TODO: E1", f: "TODO: F1", g: "TODO: G1"}}}
`,
      },
      {
        what: "a region that falls back to its language",
        text: FILE("en-GB", "      common: {save: Store}\n"),
        reports: [],
      },
      {
        what: "a language in a file of its own",
        text: "default_locale: en\ntranslations:\n  en: {messages: {common: {save: Save}}}\n  fr: {$file: fr.yaml}\n",
        reports: [],
      },
      {
        what: "a text that is empty in the default as well",
        text: 'default_locale: en\ntranslations:\n  en: {messages: {common: {suffix: ""}}}\n  fr: {messages: {common: {}}}\n',
        reports: [],
      },
      {
        what: "plural forms as keys of their own, of which Japanese has one",
        text: "default_locale: en\ntranslations:\n  en: {messages: {a: {file_one: A file, file_other: Files}}}\n  ja: {messages: {a: {file_other: ファイル}}}\n",
        reports: [],
      },
      {
        what: "a text in place of a group",
        text: "default_locale: en\ntranslations:\n  en: {messages: {common: {save: Save}}}\n  fr: {messages: {common: Enregistrer}}\n",
        reports: [
          "warning 4 «messages» `fr` lacks the message `common.save`, which `en` has: its users see the key or another language.",
        ],
      },
    ],
  },
};
