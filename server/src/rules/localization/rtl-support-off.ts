import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { directionOf } from "./script-direction.ts";

export const rule = defineRule({
  id: "rtl-support-off",
  severity: "warning",
  at: { localization: [""] },
  seesDisabled: true,
  check: (file, report) => {
    const enabled = file.get("features", "rtl_support", "enabled");
    if (enabled?.boolean !== false) return;
    const locale = file
      .get("supported_locales")
      ?.items()
      .find(({ text }) => text !== undefined && directionOf(text) === "rtl");
    if (!locale) return;
    report(enabled, {
      message: l10n.t`${code(locale.text)} is supported and written from right to left: without this its texts are laid out from left to right.`,
      related: [{ place: locale, message: l10n.t`The locale stands here.` }],
      fix: { fix: "replace-value", path: enabled.path, values: [true] },
    });
  },
});

const FILE = (locales: string, enabled: string): string =>
  `supported_locales: ${locales}\nfeatures:\n  rtl_support:\n    enabled: ${enabled} # layout\n`;

export const page: RulePage = {
  title: "A locale that is written from right to left is supported, and support for it is off.",
  why: "Arabic, Hebrew, Persian and Urdu users then get a page whose lines begin on the wrong side: punctuation stands in front, numbers and Latin names change places, and menus open away from the text.",
  fix: "Switch the support on",
  examples: {
    failing: {
      what: "Hebrew without support",
      text: FILE("[en, he]", "false"),
      reports: [
        "warning 4 «false» `he` is supported and written from right to left: without this its texts are laid out from left to right.",
      ],
      fixed: FILE("[en, he]", "true"),
    },
    passing: { what: "Hebrew with support", text: FILE("[en, he]", "true"), reports: [] },
    placeholder: {
      what: "a switch that the deployment knows",
      text: FILE("[en, he]", "${RTL}"),
      reports: [],
    },
    disabled: "the rule is about the switch",
    more: [
      { what: "only locales from left to right", text: FILE("[en, fr]", "false"), reports: [] },
      { what: "a locale that is none", text: FILE("[en, zh_TW]", "false"), reports: [] },
      { what: "a language in its other script", text: FILE("[az]", "false"), reports: [] },
    ],
  },
};
