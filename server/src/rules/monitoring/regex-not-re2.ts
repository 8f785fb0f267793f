import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("regex-not-re2", "error", ["monitoring"]);

export const page: RulePage = {
  title: "A regular expression that RE2 does not have.",
  why: "Prometheus and Alertmanager compile regular expressions with RE2, which has no lookaround and no backreferences; they refuse the whole file. All matches are anchored at both ends.",
  fix: "Write what RE2 can, where that is certain",
  examples: {
    failing: {
      what: "a lookahead in a matcher",
      text: 'tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: sum(up{job=~"(?!db).*"}) == 0\n',
      reports: [
        "error 4 «(?!» Negative lookahead `(?!…)` does not exist in RE2: use a second, negated matcher (`!~`) for what must not match.",
      ],
    },
    passing: {
      what: "the expression as it is meant",
      text: 'tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: sum(up{job!~"db.*"}) == 0\n',
      reports: [],
    },
    placeholder: {
      what: "an expression that the deployment knows",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: ${EXPRESSION}\n",
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
  },
};
