import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("promql-syntax", "error", ["monitoring", "environment"]);

export const page: RulePage = {
  title: "An expression that is no PromQL.",
  why: "Prometheus refuses the whole file of rules, so at its next reload no rule of the tenant is loaded, also not those that are right.",

  fix: "Close what is open, where it is certain",
  examples: {
    failing: {
      what: "an open bracket",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: rate(http_requests_total[5m) > 1\n",
      reports: ["error 4 «)» `[` is not closed: expected `]`, found `)`."],
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
