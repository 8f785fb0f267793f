import { formatRule } from "../format-rule.ts";
import type { RulePage } from "../rule.ts";

export const rule = formatRule({
  id: "timezone-unknown",
  severity: "error",
  kinds: ["localization", "monitoring", "environment"],
  format: "time-zone",
  advice: "information",
});

export const page: RulePage = {
  title: "A time zone that the IANA database does not have, or an old name of one.",
  why: "Programs fall back to UTC or refuse to start when a zone is unknown, and reports run hours off. Old names such as `Europe/Kiev` are links: they work where links are installed, which minimal container images leave out.",
  fix: "Write the nearest zone, or the one that the old name stands for",
  examples: {
    failing: {
      what: "a misspelt zone",
      text: "regions:\n  timezone_mapping:\n    fr: [Europe/Pari]\n",
      reports: [
        "error 3 «Europe/Pari» `Europe/Pari` is not a time zone of the IANA database: did you mean `Europe/Paris`?",
      ],
      fixed: "regions:\n  timezone_mapping:\n    fr: [Europe/Paris]\n",
    },
    passing: { what: "a zone", text: "regions:\n  timezone_mapping:\n    fr: [Europe/Paris]\n", reports: [] },
    placeholder: {
      what: "a zone that the deployment knows",
      text: 'regions:\n  timezone_mapping:\n    fr: ["${ZONE}"]\n',
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
    more: [
      {
        what: "an old name",
        text: "regions:\n  timezone_mapping:\n    uk: [Europe/Kiev]\n",
        reports: ["information 3 «Europe/Kiev» `Europe/Kiev` is an old name of `Europe/Kyiv`."],
        fixed: "regions:\n  timezone_mapping:\n    uk: [Europe/Kyiv]\n",
      },
    ],
  },
};
