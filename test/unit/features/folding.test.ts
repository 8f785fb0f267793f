import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { folds } from "./ask.ts";

describe("folding", () => {
  const cases: readonly (readonly [name: string, lines: readonly string[], expected: readonly string[]])[] = [
    [
      "mappings and what is in them",
      ["metadata:", "  name: x", "  owner:", "    name: y", "", "billing:", "  plan: pro"],
      ["1-4", "3-4", "6-7"],
    ],
    [
      "lists and their items",
      ["metadata:", "  contacts:", "    - role: dpo", "      email: a", "    - role: billing"],
      ["1-5", "2-5", "3-4"],
    ],
    ["flush lists", ["metadata:", "  contacts:", "  - role: dpo", "    email: a"], ["1-4", "2-4", "3-4"]],
    [
      "braces and brackets over several lines",
      ["billing: {", "  plan: pro", "}", "metadata:", "  tags: [", "    a,", "    b ]"],
      ["1-3", "4-7", "5-7"],
    ],
    ["blocks of text", ["metadata:", "  description: |", "    one", "    two", "  name: x"], ["1-5", "2-4"]],
    [
      "runs of comments",
      ["# one", "# two", "billing: {}", "# alone", "features: {}", "  # a", "# b"],
      ["1-2 comment", "6-7 comment"],
    ],
    ["values on one line not at all", ["tenant_id: one", "billing: {plan: pro}"], []],
    ["every document of a stream", ["metadata:", "  name: x", "---", "metadata:", "  name: y"], ["1-2", "4-5"]],
    ["an empty file not at all", [""], []],
  ];
  for (const [name, lines, expected] of cases) {
    test(name, async () => assert.deepEqual(await folds(lines.join("\n")), expected));
    test(`${name}, with CRLF and a last line break`, async () =>
      assert.deepEqual(await folds(`${lines.join("\r\n")}\r\n`), expected));
  }
});
