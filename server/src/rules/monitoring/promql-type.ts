import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("promql-type", "error", ["monitoring"]);

export const page: RulePage = {
  title: "An expression whose parts do not fit together.",
  why: "Prometheus refuses the rule when it loads it: a range vector can not be compared, functions have fixed arguments, and two numbers are compared with `bool`.",
  fix: "Wrap the range vector in `rate`",
  examples: {
    failing: {
      what: "a range vector that is compared",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: http_requests_total[5m] > 1\n",
      reports: [
        "error 4 «http_requests_total[5m]» `>` takes instant vectors and numbers, found a range vector: apply a function such as `rate(…)` to it, or leave out the range.",
      ],
      fixed: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: rate(http_requests_total[5m]) > 1\n",
    },
    passing: {
      what: "the expression as it is meant",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: rate(http_requests_total[5m]) > 1\n",
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
