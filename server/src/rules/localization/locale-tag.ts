import { formatRule } from "../format-rule.ts";
import type { RulePage } from "../rule.ts";

export const rule = formatRule({
  id: "locale-tag",
  severity: "error",
  kinds: ["localization", "monitoring", "tenant"],
  format: "locale",
  advice: "warning",
});

export const page: RulePage = {
  title: "A language tag that is not well-formed, unknown, or not written as BCP 47 does.",
  why: "Browsers send BCP 47 tags, and a program that compares them with `zh_TW` finds no match: users get the fallback language. Old tags such as `iw` have successors that newer libraries look for.",
  fix: "Write the tag as BCP 47 does",
  examples: {
    failing: {
      what: "an underscore",
      text: "default_locale: zh_TW\n",
      reports: [
        "error 1 «_» `zh_TW` is not a locale: `_` can not stand in it; write a language, then optionally script and region joined by `-` (for example `en`, `pt-BR`, `zh-Hant-TW`).",
      ],
      fixed: "default_locale: zh-TW\n",
    },
    passing: { what: "a tag", text: "default_locale: zh-TW\nsupported_locales: [zh-TW]\n", reports: [] },
    placeholder: { what: "a tag that the deployment knows", text: "default_locale: ${LOCALE}\n", reports: [] },
    disabled: "the schema judges values wherever they stand",
    more: [
      {
        what: "an old tag",
        text: "default_locale: iw\n",
        reports: ["warning 1 «iw» `iw` is an old name of `he`."],
        fixed: "default_locale: he\n",
      },
      {
        what: "a region in lower case",
        text: "default_locale: en-us\n",
        reports: ["warning 1 «en-us» `en-us` is usually written `en-US`."],
        fixed: "default_locale: en-US\n",
      },
    ],
  },
};
