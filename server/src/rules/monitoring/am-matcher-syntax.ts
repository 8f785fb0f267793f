import { formatRule } from "../format-rule.ts";
import type { RulePage } from "../rule.ts";

export const rule = formatRule({
  id: "am-matcher-syntax",
  severity: "error",
  kinds: ["monitoring"],
  format: "matcher",
  advice: "warning",
});

export const page: RulePage = {
  title: "A matcher that Alertmanager can not read, or that only its classic parser reads.",
  why: "Alertmanager refuses the whole configuration and keeps running with the old one. From version 0.27 it reads matchers with a parser for UTF-8 names; what only the classic parser accepts breaks when that is switched off.",
  fix: "Write the value in quotes",
  examples: {
    failing: {
      what: "a matcher without a value",
      text: "alertmanager:\n  config:\n    route:\n      receiver: team\n      routes:\n        - receiver: team\n          matchers: ['service']\n",
      reports: [
        "error 7 «service» Behind the label `service` one of `=`, `!=`, `=~`, `!~` is expected, found the end.",
      ],
    },
    passing: {
      what: "a matcher",
      text: "alertmanager:\n  config:\n    route:\n      receiver: team\n      routes:\n        - receiver: team\n          matchers: ['service=\"\"']\n",
      reports: [],
    },
    placeholder: {
      what: "a matcher that the deployment knows",
      text: "alertmanager:\n  config:\n    route:\n      receiver: team\n      routes:\n        - receiver: team\n          matchers: ['${MATCHER}']\n",
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
    more: [
      {
        what: "a matcher for the classic parser",
        text: "alertmanager:\n  config:\n    route:\n      receiver: team\n      routes:\n        - receiver: team\n          matchers: ['service=']\n",
        reports: [
          'warning 7 «=» Behind `=` a value is missing; the empty value is `""`. Alertmanager only reads this by its classic parser.',
        ],
        fixed:
          "alertmanager:\n  config:\n    route:\n      receiver: team\n      routes:\n        - receiver: team\n          matchers: ['service=\"\"']\n",
      },
    ],
  },
};
