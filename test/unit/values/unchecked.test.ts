import { accepts, completes, describes } from "./language-table.ts";

const formats = "date-pattern time-pattern secret region environment-name";
for (const format of formats.split(" ")) accepts(format, ["", "x", "sum(", "{{ .x"]);

completes("secret", ["vault:path#key", "aws-sm:name#key"]);
completes("environment-name", ["development", "staging", "production", "test"]);
completes("region", ["us-east-1"]);
describes("region", {
  "eu-west-1": "Ireland (AWS)",
  westeurope: "Netherlands (Azure)",
  moon: undefined,
  toString: undefined,
});
describes("environment-name", { prod: "short spelling of `production`", production: undefined });
