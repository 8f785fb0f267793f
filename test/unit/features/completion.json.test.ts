import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complete, type Surroundings } from "./ask.ts";

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.json` });
const yaml = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });

describe("completion in JSON files", () => {
  const places: readonly (readonly [kind: string, json: string, block: string])[] = [
    ["tenant", "{\n  <|>\n}", "<|>"],
    ["tenant", '{"billing": {"plan": "free", <|>}}', "billing:\n  plan: free\n  <|>"],
    ["security", '{"authentication": {"session": {<|>}}}', "authentication:\n  session:\n    <|>"],
    [
      "security",
      '{"authentication": {"providers": [{"type": "ldap", "config": {<|>}}]}}',
      "authentication:\n  providers:\n    - type: ldap\n      config:\n        <|>",
    ],
    ["environment", '{"security": {"network_security": {<|>}}}', "security:\n  network_security:\n    <|>"],
    ["monitoring", '{"prometheus": {"config": {<|>}}}', "prometheus:\n  config:\n    <|>"],
  ];
  for (const [kind, json, block] of places) {
    test(`${json.replace(/\s+/g, " ")} has the keys of its YAML twin`, async () => {
      const inYaml = (await complete(block, yaml(kind))).labels.filter((label) => !label.endsWith(" …"));
      assert.deepEqual([...(await complete(json, at(kind))).labels].sort(), [...inYaml].sort());
    });
  }

  test("values are those of the schema, and the result is JSON", async () => {
    for (const json of [
      '{"billing": {"plan": <|>}}',
      '{"billing": {"plan": "<|>"}}',
      '{"billing": {"plan": "f<|>ree"}}',
    ]) {
      const offered = await complete(json, at("tenant"));
      assert.deepEqual([...offered.labels].sort(), ['"basic"', '"enterprise"', '"free"', '"pro"']);
      assert.deepEqual(JSON.parse(offered.accept('"pro"')), { billing: { plan: "pro" } });
    }
  });

  test("a key with a mapping behind it is JSON at once, with the comma it needs", async () => {
    const offered = await complete('{\n  <|>\n  "features": {}\n}', at("tenant"));
    assert.deepEqual(JSON.parse(offered.accept("billing")), { billing: {}, features: {} });
  });
});
