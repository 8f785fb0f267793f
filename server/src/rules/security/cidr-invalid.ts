import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { networkOf } from "../../values/cidr.ts";
import { defineRule, type RulePage } from "../rule.ts";

const FORMATS = ["format:cidr", "format:ip-cidr", "format:firewall-peer", "format:security-group-peer"];

export const rule = defineRule({
  id: "cidr-invalid",
  severity: "error",
  at: { security: FORMATS, environment: FORMATS },
  check: (place, report) => {
    const { text } = place;
    const network = text === undefined ? undefined : networkOf(text);
    if (text === undefined || network === undefined || network === text.toLowerCase()) return;
    report(place, {
      message: l10n.t`${code(text)} has bits behind its prefix: firewalls and clouds refuse it or read it as \`${network}\`.`,
      fix: { fix: "replace-value", path: place.path, values: [network] },
    });
  },
});

export const page: RulePage = {
  title: "A network that is no prefix, or an address in a network where the network itself is meant.",
  why: "Terraform, AWS and most firewalls refuse a prefix with bits behind it; others mask it silently, so that a rule which was written for one host opens a whole network. A text that is no prefix at all is reported under the same code.",
  fix: "Write the network that the address stands in",
  examples: {
    failing: {
      what: "an address where a network is meant",
      kind: "environment",
      text: "infrastructure:\n  networking:\n    subnets:\n      - cidr: 10.0.1.5/24\n",
      reports: [
        "error 4 «10.0.1.5/24» `10.0.1.5/24` has bits behind its prefix: firewalls and clouds refuse it or read it as `10.0.1.0/24`.",
      ],
      fixed: "infrastructure:\n  networking:\n    subnets:\n      - cidr: 10.0.1.0/24\n",
    },
    passing: {
      what: "a network",
      kind: "environment",
      text: "infrastructure:\n  networking:\n    subnets:\n      - cidr: 10.0.1.0/24\n",
      reports: [],
    },
    placeholder: {
      what: "a network that the deployment knows",
      kind: "environment",
      text: "infrastructure:\n  networking:\n    subnets:\n      - cidr: ${SUBNET}/24\n",
      reports: [],
    },
    disabled: "addresses stand in no part of their own that can be switched off",
  },
};
