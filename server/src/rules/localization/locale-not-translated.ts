import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "locale-not-translated",
  severity: "error",
  at: { localization: [""] },
  check: (file, report) => {
    const translations = file.get("translations");
    if (!translations?.isMap) return;
    const translated = new Set(translations.entries().map(({ name }) => name.toLowerCase()));
    for (const item of file.get("supported_locales")?.items() ?? []) {
      const locale = item.text;
      if (locale === undefined || translated.has(locale.toLowerCase())) continue;
      const parent = parentsOf(locale).find((candidate) => translated.has(candidate.toLowerCase()));
      report(item, {
        message:
          parent === undefined
            ? l10n.t`${code(locale)} is supported, and there are no texts in it: its users see the keys or another language.`
            : l10n.t`${code(locale)} is supported and has no texts of its own; its users get those of ${code(parent)}.`,
        severity: parent === undefined ? "error" : "warning",
        related: [{ place: translations, message: l10n.t`The translations stand here.` }],
      });
    }
  },
});

/** The locales that a locale falls back to, the nearest first: `zh-Hant` and `zh` for `zh-Hant-TW`. */
function parentsOf(locale: string): readonly string[] {
  const steps = locale.split("-");
  return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join("-"));
}

const TRANSLATIONS = (locales: string): string =>
  `supported_locales: [${locales}]\ntranslations:\n  en: {$file: en.yaml}\n`;

export const page: RulePage = {
  title: "A supported locale has no translation.",
  why: "A locale in the list is offered to users, and their browser picks it by itself. Without texts they see bare keys or a language that they did not ask for. A locale whose parent is translated (`pt-BR` and `pt`) falls back to that, which is a warning.",
  examples: {
    failing: {
      what: "a locale without texts",
      text: TRANSLATIONS("en, fr"),
      reports: [
        "error 1 «fr» `fr` is supported, and there are no texts in it: its users see the keys or another language.",
      ],
    },
    passing: { what: "only translated locales", text: TRANSLATIONS("en"), reports: [] },
    placeholder: { what: "a locale that the deployment knows", text: TRANSLATIONS('en, "${SECOND}"'), reports: [] },
    disabled: "the locales can not be switched off",
    more: [
      {
        what: "a locale whose parent is translated",
        text: TRANSLATIONS("en, en-GB"),
        reports: ["warning 1 «en-GB» `en-GB` is supported and has no texts of its own; its users get those of `en`."],
      },
    ],
  },
};
