import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("template-syntax", "error", ["monitoring"]);

export const page: RulePage = {
  title: "A Go template that can not be read, or that calls a function which does not exist.",
  why: "Prometheus shows the error in place of the text, and Alertmanager sends nothing at all: the notification is lost at the moment when it is needed.",

  examples: {
    failing: {
      what: "an action that is not closed",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: up == 0\n      annotations:\n        summary: '{{ $labels.instance }'\n",
      reports: ["error 6 «}» `}` has no meaning in an action."],
    },
    passing: {
      what: "a closed action",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: up == 0\n      annotations:\n        summary: '{{ $labels.instance }}'\n",
      reports: [],
    },
    placeholder: {
      what: "a tenant variable beside an action",
      text: "tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: up == 0\n      annotations:\n        summary: '{{tenant_id}}: {{ $labels.instance }}'\n",
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
  },
};
