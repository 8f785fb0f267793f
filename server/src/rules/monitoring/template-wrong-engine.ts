import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("template-wrong-engine", "error", ["monitoring"]);

const NOTIFICATION = (title: string): string =>
  `alertmanager:\n  config:\n    receivers:\n      - name: chat\n        slack_configs:\n          - channel: "#alerts"\n            title: ${title}\n`;

const ALERT = (summary: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: up == 0\n      labels:\n        severity: critical\n      annotations:\n        summary: ${summary}\n`;

export const page: RulePage = {
  title: "A text in the template language of the other program.",
  why: "Prometheus fills in the annotations and labels of alerts, one alert at a time: it knows `$labels` and `$value`. Alertmanager writes the notifications, about groups of alerts: it knows `.CommonLabels`, `.GroupLabels` and `.Alerts`. A name of the other program is an unknown variable or field: Alertmanager fails to send the notification, so nobody is told, and Prometheus puts the error message where the text should be.",
  fix: "Write what is meant in the engine that reads the text",
  examples: {
    failing: {
      what: "a notification that asks for the labels of one alert",
      text: NOTIFICATION('"{{ $labels.job }}"'),
      reports: [
        "error 7 «$labels» Alertmanager has no `$labels`; use `.CommonLabels`, or `.Labels` inside `range .Alerts`.",
      ],
      fixed: NOTIFICATION('"{{ .CommonLabels.job }}"'),
    },
    passing: {
      what: "a notification about what its alerts have in common",
      text: NOTIFICATION('"{{ .CommonLabels.job }}: {{ range .Alerts }}{{ .Labels.instance }} {{ end }}"'),
      reports: [],
    },
    placeholder: {
      what: "a tenant variable",
      text: NOTIFICATION('"{{tenant_name}}: {{ .CommonLabels.job }}"'),
      reports: [],
    },
    disabled: "the schema judges texts wherever they stand",
    more: [
      {
        what: "the value of an alert in a notification",
        text: NOTIFICATION('"{{ $value }}"'),
        reports: [
          "error 7 «$value» Alertmanager has no `$value`; use an annotation that holds the value, such as `.CommonAnnotations.description`.",
        ],
      },
      {
        what: "an annotation that asks for the labels of a group",
        text: ALERT('"{{ .GroupLabels.job }} is down"'),
        reports: ["error 8 «.GroupLabels» Prometheus has no `.GroupLabels` here; use `$labels`."],
        fixed: ALERT('"{{ $labels.job }} is down"'),
      },
      {
        what: "an annotation that asks for another annotation",
        text: ALERT('"{{ .CommonAnnotations.description }}"'),
        reports: [
          "error 8 «.CommonAnnotations» Prometheus has no `.CommonAnnotations` here; annotations can not see each other; use `$labels`.",
        ],
      },
      {
        what: "an annotation that walks through alerts",
        text: ALERT('"{{ range .Alerts }}{{ .Labels.job }}{{ end }}"'),
        reports: ["error 8 «.Alerts» Prometheus has no `.Alerts` here; use `$labels` and `$value` of the one alert."],
      },
      {
        what: "annotations in the language of Prometheus",
        text: ALERT('"{{ $labels.job }}: {{ .Value | humanize }}, {{ .Labels.instance }}"'),
        reports: [],
      },
    ],
  },
};
