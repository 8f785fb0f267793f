import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { defaultTranslation, isComparable } from "./default-translation.ts";
import { comparedOnce, messagePlace } from "./message-places.ts";
import { messageTable } from "./message-table.ts";

/** With more of them the whole translation was copied, which is said once. */
const MOST_FINDINGS = 20;

export const rule = defineRule({
  id: "translation-untranslated",
  severity: "information",
  at: { localization: ["translations.*"] },
  facts: defaultTranslation,
  check: (translation, report, reference) => {
    if (!reference || !isComparable(translation, reference)) return;
    if (languageOf(translation.name) === languageOf(reference.locale)) return;
    const same = compare(messageTable(translation), reference.table, "");
    const messages = translation.get("messages");
    const [locale, other] = [code(translation.name), code(reference.locale)];
    if (messages && same.length > MOST_FINDINGS) {
      report(messages, {
        on: "key",
        message: l10n.t`${same.length} texts of ${locale} are the same as in ${other}, so they are probably not translated.`,
      });
      return;
    }
    for (const [key, form] of same) {
      const place = messagePlace(translation, key, form);
      if (place)
        report(place, {
          message: l10n.t`This text is the same in ${locale} and ${other}, so it is probably not translated.`,
        });
    }
  },
});

const compare = comparedOnce((table, reference): readonly (readonly [key: string, form: string])[] => {
  const same: [string, string][] = [];
  for (const [key, { forms }] of table.messages) {
    const other = reference.messages.get(key);
    if (!other) continue;
    for (const [form, text] of forms) if (text === other.forms.get(form) && isSentence(text)) same.push([key, form]);
  }
  return same;
});

/**
 * true for a text of several words that are no names: languages share words (`Menu`, `Format`) and names, but hardly a phrase. What stands in
 * braces and addresses do not count.
 */
function isSentence(text: string): boolean {
  if (text.length < 10) return false;
  const bare = text.replace(/[{[<][^{}[\]<>]*[}\]>]|%(?:\([^()]*\))?[\w$]+/g, " ").split(/\s+/);
  const words = bare
    .filter((part) => !part.includes("@") && !part.includes("://"))
    .flatMap((part) => part.match(/(?<![\p{L}\p{N}])\p{L}[\p{L}'’]{2,}(?![\p{L}\p{N}])/gu) ?? []);
  const plain = words.filter((word) => /^(?:\p{Ll}+|\p{Lo}+)$/u.test(word));
  return words.length >= 2 && plain.length >= 1 && words.join("").length >= 10;
}

function languageOf(locale: string): string {
  return (locale.split("-")[0] ?? "").toLowerCase();
}

const FILE = (locale: string, english: string, other: string): string =>
  `default_locale: en\ntranslations:\n  en: {messages: {common: {text: ${english}}}}\n  ${locale}: {messages: {common: {text: ${other}}}}\n`;

const MANY = Array.from({ length: 21 }, (_, index) => `m${index}: Try again later`).join(", ");

export const page: RulePage = {
  title: "A text is the same as that of the default locale.",
  why: "Translations often begin as a copy of the default, and what was forgotten looks finished: the key is there, and the declared completion counts it. Users find a sentence of another language in the middle of theirs. Single words, names and texts of placeholders are not reported, because languages share them.",
  examples: {
    failing: {
      what: "a copied text",
      text: FILE("fr", '"Account locked"', '"Account locked"'),
      reports: [
        'information 4 «"Account locked"» This text is the same in `fr` and `en`, so it is probably not translated.',
      ],
    },
    passing: { what: "a translated text", text: FILE("fr", "Account locked", "Compte bloqué"), reports: [] },
    placeholder: {
      what: "a text that the deployment knows",
      text: FILE("fr", '"${COMPANY_SLOGAN}"', '"${COMPANY_SLOGAN}"'),
      reports: [],
    },
    disabled: "translations can not be switched off",
    more: [
      { what: "a word that languages share", text: FILE("fr", "Notifications", "Notifications"), reports: [] },
      { what: "a name", text: FILE("de", '"Acme Music Studio"', '"Acme Music Studio"'), reports: [] },
      {
        what: "an address",
        text: FILE(
          "de",
          "help-desk@acme.example or https://acme.example",
          "help-desk@acme.example or https://acme.example",
        ),
        reports: [],
      },
      {
        what: "another region of the same language",
        text: FILE("en-GB", "Account locked", "Account locked"),
        reports: [],
      },
      {
        what: "a text of placeholders",
        text: FILE(
          "fr",
          '"{first_name} {last_name} <b>%(company_name)s</b>"',
          '"{first_name} {last_name} <b>%(company_name)s</b>"',
        ),
        reports: [],
      },
      {
        what: "a translation that is a copy",
        text: `default_locale: en\ntranslations:\n  en: {messages: {common: {${MANY}}}}\n  fr: {messages: {common: {${MANY}}}}\n`,
        reports: [
          "information 4 «messages» 21 texts of `fr` are the same as in `en`, so they are probably not translated.",
        ],
      },
    ],
  },
};
