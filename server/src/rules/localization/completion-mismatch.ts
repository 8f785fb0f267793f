import * as l10n from "@vscode/l10n";
import { defineRule, type RulePage } from "../rule.ts";
import { defaultTranslation, isComparable } from "./default-translation.ts";
import { messageTable } from "./message-table.ts";

export const rule = defineRule({
  id: "completion-mismatch",
  severity: "warning",
  at: { localization: ["translations.*"] },
  facts: defaultTranslation,
  check: (translation, report, reference) => {
    const declared = translation.get("metadata", "completion");
    const percent = declared?.number;
    if (!declared || percent === undefined || !reference || reference.table.messages.size === 0) return;
    if (!isComparable(translation, reference)) return;
    const { messages } = messageTable(translation);
    const keys = [...reference.table.messages.keys()];
    const done = keys.filter((key) => messages.get(key)?.isEmpty === false).length;
    const real = (100 * done) / keys.length;
    if (Math.abs(real - percent) <= 1) return;
    const rounded = Math.round(real);
    report(declared, {
      message: l10n.t`${done} of ${keys.length} messages are translated, which is ${rounded} % and not ${percent} %.`,
      fix: { fix: "replace-value", path: declared.path, values: [rounded] },
    });
  },
});

const FILE = (completion: string, french: string): string =>
  `default_locale: en
translations:
  en:
    messages:
      common: {save: Save, delete: Delete}
  fr:
    metadata:
      completion: ${completion} # percent
    messages:
      common: ${french}
`;

export const page: RulePage = {
  title: "The declared completion of a translation is not the real one.",
  why: "Release gates and translators look at this number. Once it is wrong, a half translated language is shipped as complete, or finished work is ordered again. A message counts when it is there and not empty; a difference of one percent is rounding.",
  fix: "Write the real number",
  examples: {
    failing: {
      what: "half of the messages",
      text: FILE("100", "{save: Enregistrer}"),
      reports: ["warning 8 «100» 1 of 2 messages are translated, which is 50 % and not 100 %."],
      fixed: FILE("50", "{save: Enregistrer}"),
    },
    passing: { what: "all messages", text: FILE("100", "{save: Enregistrer, delete: Supprimer}"), reports: [] },
    placeholder: {
      what: "a number that the deployment knows",
      text: FILE("${DONE}", "{save: Enregistrer}"),
      reports: [],
    },
    disabled: "translations can not be switched off",
    more: [
      {
        what: "an empty message does not count",
        text: FILE("100", '{save: Enregistrer, delete: ""}'),
        reports: ["warning 8 «100» 1 of 2 messages are translated, which is 50 % and not 100 %."],
        fixed: FILE("50", '{save: Enregistrer, delete: ""}'),
      },
      {
        what: "a translation in a file of its own",
        text: "default_locale: en\ntranslations:\n  en:\n    messages: {common: {save: Save}}\n  fr: {$file: fr.yaml}\n",
        reports: [],
      },
    ],
  },
};
