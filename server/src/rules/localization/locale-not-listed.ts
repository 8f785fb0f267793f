import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "locale-not-listed",
  severity: "warning",
  at: { localization: [""] },
  check: (file, report) => {
    const list = file.get("supported_locales");
    if (!list?.isList || list.size === 0 || list.holdsUnresolved) return;
    const listed = list.items().flatMap(({ text }) => text?.toLowerCase() ?? []);
    // The default and the fallback have a rule of their own.
    const others = [file.get("default_locale"), file.get("fallback_locale")];
    if (others.some((other) => other?.isUnresolved)) return;
    const known = new Set([...listed, ...others.flatMap((other) => other?.text?.toLowerCase() ?? [])]);
    for (const translation of file.get("translations")?.entries() ?? []) {
      const locale = translation.name.toLowerCase();
      // A name with other signs is no locale, which is said elsewhere.
      if (!/^[a-z\d]+(?:-[a-z\d]+)*$/.test(locale)) continue;
      // `pt` is what `pt-BR` falls back to.
      if (known.has(locale) || listed.some((other) => other.startsWith(`${locale}-`))) continue;
      report(translation, {
        on: "key",
        message: l10n.t`${code(translation.name)} is translated and not among the supported locales, so nobody can choose it.`,
        related: [{ place: list, message: l10n.t`The supported locales stand here.` }],
        fix: {
          fix: "change",
          path: [],
          changes: [
            {
              title: l10n.t`Add ${code(translation.name)} to the supported locales`,
              operations: [{ do: "append", path: list.path, value: translation.name }],
            },
          ],
        },
      });
    }
  },
});

const FILE = (list: string, locales: readonly string[]): string =>
  `default_locale: en\nsupported_locales: ${list} # offered\ntranslations:\n${locales.map((locale) => `  ${locale}: {$file: ${locale}.yaml}\n`).join("")}`;

export const page: RulePage = {
  title: "A locale is translated and not supported.",
  why: "Language menus and detection offer the supported locales only. The work of the translators is loaded, checked and shipped, and no user ever sees it; usually the last step of adding a language was forgotten.",
  fix: "Add the locale to the list",
  examples: {
    failing: {
      what: "a translation that is not offered",
      text: FILE("[en]", ["en", "de"]),
      reports: ["warning 5 «de» `de` is translated and not among the supported locales, so nobody can choose it."],
      fixed: FILE("[en, de]", ["en", "de"]),
    },
    passing: { what: "only supported locales", text: FILE("[en, de]", ["en", "de"]), reports: [] },
    placeholder: {
      what: "a list with a locale that the deployment knows",
      text: FILE('[en, "${SECOND}"]', ["en", "de"]),
      reports: [],
    },
    disabled: "the locales can not be switched off",
    more: [
      {
        what: "a language that a supported region falls back to",
        text: FILE("[en, pt-BR]", ["en", "pt"]),
        reports: [],
      },
      { what: "a name that is no locale", text: FILE("[en]", ["en", "de_AT"]), reports: [] },
      { what: "another spelling of a listed locale", text: FILE("[en, pt-BR]", ["en", "pt-br"]), reports: [] },
    ],
  },
};
