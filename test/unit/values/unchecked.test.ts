import assert from "node:assert/strict";
import { test } from "node:test";
import { accepts, completes, describes, language } from "./language-table.ts";

const formats = "promql re2 matcher date-pattern time-pattern secret region environment-name";
for (const format of formats.split(" ")) accepts(format, ["", "x", "sum(", "{{ .x"]);

test("promql offers nothing yet", () => assert.equal(language("promql").completions, undefined));
completes("matcher", ['severity="critical"', 'severity!="info"', 'service=~"db|cache"', 'service!~"test-.*"']);
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
