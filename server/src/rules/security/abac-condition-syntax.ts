import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("abac-condition-syntax", "error", ["security"]);

export const page: RulePage = {
  title: "A condition that is no CEL expression, or that asks for what a request does not have.",
  why: "A policy engine that can not compile a condition refuses the request or ignores the policy, depending on its version. Known are `subject`, `resource`, `action` and `environment`.",

  examples: {
    failing: {
      what: "a comparison without its right side",
      text: "authorization:\n  abac:\n    enabled: true\n    policies:\n      - name: staff\n        condition: 'subject.dept == '\n",
      reports: ["warning 6 «==» The expression ends too early: a value is expected here."],
    },
    passing: {
      what: "a comparison",
      text: "authorization:\n  abac:\n    enabled: true\n    policies:\n      - name: staff\n        condition: subject.dept == 'ops'\n",
      reports: [],
    },
    placeholder: {
      what: "a condition that the deployment knows",
      text: "authorization:\n  abac:\n    enabled: true\n    policies:\n      - name: staff\n        condition: ${CONDITION}\n",
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
  },
};
