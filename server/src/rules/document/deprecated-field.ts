import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("deprecated-field", "information", ["monitoring", "environment"]);

export const page: RulePage = {
  title: "A key or value that still works and has a successor.",
  why: "The program behind it will drop it in a later version, and its documentation no longer explains it. The message names the successor; editors strike the old one through.",
  fix: "Rename the key, where the successor takes the same value",
  examples: {
    failing: {
      what: "a key that was renamed",
      kind: "environment",
      text: "security:\n  network_security:\n    ip_whitelist: [10.0.0.0/8]\n",
      reports: ["information 3 «ip_whitelist» Use `ip_allowlist`, which means the same."],
      fixed: "security:\n  network_security:\n    ip_allowlist: [10.0.0.0/8]\n",
    },
    passing: {
      what: "its successor",
      kind: "environment",
      text: "security:\n  network_security:\n    ip_allowlist: [10.0.0.0/8]\n",
      reports: [],
    },
    placeholder: "keys hold no placeholders",
    disabled: "an old key stays old when its section is switched off",
    more: [
      {
        what: "matchers of the old form",
        kind: "monitoring",
        text: "alertmanager:\n  config:\n    route:\n      receiver: team\n      routes:\n        - match: {severity: critical}\n",
        reports: ["information 6 «match» Use `matchers`, for example `matchers: ['severity=\"critical\"']`."],
      },
    ],
  },
};
