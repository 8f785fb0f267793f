import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("port-range-invalid", "error", ["security", "environment"]);

export const page: RulePage = {
  title: "A port or range of ports that can not be.",
  why: "A reversed range matches nothing, so the rule that was meant to let traffic in or keep it out has no effect; a port above 65535 makes the firewall refuse the whole list.",
  fix: "Swap the ends of a reversed range",
  examples: {
    failing: {
      what: "a reversed range",
      kind: "security",
      text: 'network:\n  firewall:\n    rules:\n      - port: "9000-8000"\n',
      reports: ["warning 4 «9000-8000» The range `9000-8000` runs backwards: write the smaller port first."],
      fixed: 'network:\n  firewall:\n    rules:\n      - port: "8000-9000"\n',
    },
    passing: {
      what: "a range",
      kind: "security",
      text: "network:\n  firewall:\n    rules:\n      - port: 8000-9000\n",
      reports: [],
    },
    placeholder: {
      what: "a port that the deployment knows",
      kind: "security",
      text: "network:\n  firewall:\n    rules:\n      - port: ${PORT}\n",
      reports: [],
    },
    disabled: "the schema judges values wherever they stand",
  },
};
