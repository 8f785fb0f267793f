import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("message-syntax", "error", ["localization"]);

export const page: RulePage = {
  title: "An ICU message that can not be read.",
  why: "Formatters throw at the moment when the text is shown, so the user sees a blank page or the raw pattern. A plural needs the form `other` in every language.",

  examples: {
    failing: {
      what: "a plural without the form `other`",
      text: "translations:\n  en:\n    messages:\n      common:\n        files: '{n, plural, one {# file}}'\n",
      reports: [
        "error 5 «}» The form `other {…}` is missing, which stands for all values without a form of their own.",
      ],
    },
    passing: {
      what: "a plural",
      text: "translations:\n  en:\n    messages:\n      common:\n        files: '{n, plural, one {# file} other {# files}}'\n",
      reports: [],
    },
    placeholder: {
      what: "a message with a variable of the deployment",
      text: "translations:\n  en:\n    messages:\n      common:\n        files: '${PRODUCT}: {n, plural, one {# file} other {# files}}'\n",
      reports: [],
    },
    disabled: "messages can not be switched off",
  },
};
