import assert from "node:assert/strict";
import { test } from "node:test";
import { mayBeTenantFile } from "../../../client/src/candidate.ts";

const CASES: readonly (readonly [text: string, starts: boolean])[] = [
  ["# yaml-language-server: $schema=../schemas/service.json\na: 1\n", true],
  ["# a comment\n  # yaml-language-server: $schema=file:///work/s.json\n", true],
  ["# yaml-language-server: $schema=https://x.example/s.json\na: 1\n", false],
  ["# yaml-language-server: $schema=none\n", false],
  ['{\n  "$schema": "./s.json"\n}', true],
  ['{ "$schema": "https://x.example/s.json" }', false],
  ["$schema: schemas/s.yaml\n", true],
  ["kind: Service\n", false],
];

for (const [text, starts] of CASES) {
  test(`${starts ? "starts" : "does not start"} the server: ${JSON.stringify(text)}`, () => {
    assert.equal(mayBeTenantFile("/work/a.yaml", text, {}), starts);
  });
}

test("the setting starts the server, whose work its patterns are", () => {
  assert.equal(mayBeTenantFile("/work/a.yaml", "a: 1\n", {}, { "s.json": ["b.yaml"] }), true);
});
