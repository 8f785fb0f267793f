import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { directionOf } from "./script-direction.ts";

export const rule = defineRule({
  id: "text-direction",
  severity: "error",
  at: { localization: ["translations.*"] },
  check: (translation, report) => {
    const direction = translation.get("metadata", "direction");
    const expected = directionOf(translation.name);
    if (direction?.text === undefined || expected === undefined) return;
    if (direction.text === expected || (direction.text !== "rtl" && direction.text !== "ltr")) return;
    report(direction, {
      message:
        expected === "rtl"
          ? l10n.t`${code(translation.name)} is written from right to left, so \`ltr\` puts text and punctuation on the wrong side.`
          : l10n.t`${code(translation.name)} is written from left to right, so \`rtl\` puts text and punctuation on the wrong side.`,
      fix: { fix: "replace-value", path: direction.path, values: [expected] },
    });
  },
});

const TRANSLATION = (locale: string, direction: string): string =>
  `translations:\n  ${locale}:\n    metadata:\n      direction: ${direction} # of the text\n`;

export const page: RulePage = {
  title: "The direction of a translation contradicts the script of its language.",
  why: "The direction decides on which side lines begin, where punctuation and icons stand and how columns run. Arabic or Hebrew laid out from left to right is hard to read at best; numbers and Latin names in it end up in the wrong order.",
  fix: "Write the direction of the script",
  examples: {
    failing: {
      what: "Arabic from left to right",
      text: TRANSLATION("ar", "ltr"),
      reports: [
        "error 4 «ltr» `ar` is written from right to left, so `ltr` puts text and punctuation on the wrong side.",
      ],
      fixed: TRANSLATION("ar", "rtl"),
    },
    passing: { what: "Arabic from right to left", text: TRANSLATION("ar", "rtl"), reports: [] },
    placeholder: {
      what: "a direction that the deployment knows",
      text: TRANSLATION("ar", "${DIRECTION}"),
      reports: [],
    },
    disabled: "translations can not be switched off",
    more: [
      {
        what: "English from right to left",
        text: TRANSLATION("en", "rtl"),
        reports: [
          "error 4 «rtl» `en` is written from left to right, so `rtl` puts text and punctuation on the wrong side.",
        ],
        fixed: TRANSLATION("en", "ltr"),
      },
      { what: "a language in the script that its tag names", text: TRANSLATION("az-Arab", "rtl"), reports: [] },
      {
        what: "a language of two scripts in the other one",
        text: TRANSLATION("az-Arab", "ltr"),
        reports: [
          "error 4 «ltr» `az-Arab` is written from right to left, so `ltr` puts text and punctuation on the wrong side.",
        ],
        fixed: TRANSLATION("az-Arab", "rtl"),
      },
      { what: "a tag that is no locale", text: TRANSLATION("zh_TW", "ltr"), reports: [] },
    ],
  },
};
