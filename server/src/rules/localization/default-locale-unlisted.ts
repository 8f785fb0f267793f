import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "default-locale-unlisted",
  severity: "error",
  at: { localization: [""] },
  check: (file, report) => {
    const list = file.get("supported_locales");
    if (!list?.isList || list.size === 0 || list.holdsUnresolved) return;
    const listed = list.items().flatMap(({ text }) => text ?? []);
    const isListed = (locale: string): boolean => listed.some((other) => other.toLowerCase() === locale.toLowerCase());
    for (const key of ["default_locale", "fallback_locale"]) {
      const place = file.get(key);
      if (place?.text === undefined || isListed(place.text)) continue;
      report(place, {
        message: l10n.t`${code(place.text)} is not among the supported locales, so users who get it find no language of theirs in the list.`,
        related: [{ place: list, message: l10n.t`The supported locales stand here.` }],
        fix: { fix: "change", path: [], changes: changes(place, listed) },
      });
    }
  },
});

function changes(place: Place, [first]: readonly string[]): readonly Change[] {
  const locale = place.text ?? "";
  const added: Change = {
    title: l10n.t`Add ${code(locale)} to the supported locales`,
    operations: [{ do: "append", path: ["supported_locales"], value: locale }],
  };
  if (first === undefined) return [added];
  const picked: Change = {
    title: l10n.t`Change to ${code(first)}`,
    operations: [{ do: "set", path: place.path, value: first }],
  };
  return [added, picked];
}

export const page: RulePage = {
  title: "The default or fallback locale is not among the supported ones.",
  why: "The locale of a user is chosen from the supported list, and the default is what everybody else gets. When it is not in the list, language menus do not show what the user sees, and loaders that fetch only supported locales find no texts at all.",
  fix: "Add the locale to the list, or pick the first of the list",
  examples: {
    failing: {
      what: "a default that is not listed",
      text: "default_locale: it\nsupported_locales: [en] # sold in\n",
      reports: [
        "error 1 «it» `it` is not among the supported locales, so users who get it find no language of theirs in the list.",
      ],
      fixed: "default_locale: it\nsupported_locales: [en, it] # sold in\n",
    },
    passing: {
      what: "a default that is listed",
      text: "default_locale: en\nsupported_locales: [en, fr]\n",
      reports: [],
    },
    placeholder: {
      what: "a default that the deployment knows",
      text: "default_locale: ${LOCALE}\nsupported_locales: [en, fr]\n",
      reports: [],
    },
    disabled: "the locales can not be switched off",
    more: [
      {
        what: "a fallback that is not listed",
        text: "default_locale: en\nfallback_locale: de\nsupported_locales:\n  - en\n",
        reports: [
          "error 2 «de» `de` is not among the supported locales, so users who get it find no language of theirs in the list.",
        ],
        fixed: "default_locale: en\nfallback_locale: de\nsupported_locales:\n  - en\n  - de\n",
      },
      {
        what: "a list with a locale that the deployment knows",
        text: 'default_locale: it\nsupported_locales: [en, "${SECOND}"]\n',
        reports: [],
      },
      {
        what: "another spelling of a listed locale",
        text: "default_locale: pt-br\nsupported_locales: [pt-BR]\n",
        reports: [],
      },
    ],
  },
};
