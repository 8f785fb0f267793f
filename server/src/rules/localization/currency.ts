import { formatRule } from "../format-rule.ts";
import type { RulePage } from "../rule.ts";

export const rule = formatRule({
  id: "currency",
  severity: "error",
  kinds: ["localization", "tenant"],
  format: "currency",
  advice: "warning",
});

export const page: RulePage = {
  title: "A currency that ISO 4217 does not have, or one that was withdrawn.",
  why: "Payment providers refuse unknown codes. Withdrawn ones such as `HRK` and `BGN` still have names and symbols in many libraries, so that prices are shown in money which no longer exists.",
  fix: "Write the nearest code, or the successor",
  examples: {
    failing: {
      what: "a word in place of a code",
      text: "regions:\n  currency_mapping:\n    fr: EURO\n",
      reports: ["error 3 «EURO» `EURO` is not a currency code of ISO 4217: write `EUR`."],
      fixed: "regions:\n  currency_mapping:\n    fr: EUR\n",
    },
    passing: { what: "a code", text: "regions:\n  currency_mapping:\n    fr: EUR\n", reports: [] },
    placeholder: {
      what: "a code that the deployment knows",
      text: "regions:\n  currency_mapping:\n    fr: ${CURRENCY}\n",
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
  },
};
