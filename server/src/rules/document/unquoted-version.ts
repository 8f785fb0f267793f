import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("unquoted-version", "warning", ["security", "environment"]);

export const page: RulePage = {
  title: "A version or an account number without quotes.",
  why: "YAML reads a number: `15.10` becomes 15.1 and leading zeros are lost, so a server of another version is started or another account is meant. The value is accepted as text here; other programs that read the file see the number.",
  fix: "Put the value in quotes, as it is written",
  examples: {
    failing: {
      what: "a version that YAML reads as a number",
      kind: "environment",
      text: "databases:\n  primary:\n    version: 15.10\n",
      reports: [
        "warning 3 «15.10» `15.1` is read as a number, so digits can get lost (`1.10` becomes `1.1`). Put it in quotes.",
      ],
      fixed: 'databases:\n  primary:\n    version: "15.10"\n',
    },
    passing: {
      what: "a version in quotes",
      kind: "environment",
      text: 'databases:\n  primary:\n    version: "15.10"\n',
      reports: [],
    },
    placeholder: {
      what: "a version that the deployment knows",
      kind: "environment",
      text: "databases:\n  primary:\n    version: ${PG_VERSION}\n",
      reports: [],
    },
    disabled: "how a value is read does not depend on a switch",
    more: [
      {
        what: "a version of TLS",
        kind: "security",
        text: "encryption:\n  in_transit:\n    tls_version: 1.3\n",
        reports: [
          "warning 3 «1.3» `1.3` is read as a number, so digits can get lost (`1.10` becomes `1.1`). Put it in quotes.",
        ],
        fixed: 'encryption:\n  in_transit:\n    tls_version: "1.3"\n',
      },
    ],
  },
};
