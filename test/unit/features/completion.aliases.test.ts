import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complete } from "./ask.ts";

const AROUND = { path: "work/a.monitoring.yaml" };

const TEXT = `x-labels: &labels
  team: web
x-list: &list [a, b]
x-word: &word text
global:
  scrape_interval: &interval 15s
  external_labels: <1>
tenant_specific:
  custom_alerts:
    - name: High
      for: <2>
      labels:
        <3>
      annotations:
        summary: "<4>"
x-late: &late {}
`;

/** The text with the cursor at one of its numbers; the others are left out. */
function at(number: number, typed: string): string {
  return TEXT.replace(`<${number}>`, `${typed}<|>`).replace(/<\d>/g, "x");
}

describe("aliases", () => {
  test("of anchors that stand before, those of a fitting form first", async () => {
    const offered = await complete(at(2, "*"), AROUND);
    assert.deepEqual(offered.labels, ["word", "interval", "labels", "list"]);
    assert.ok(offered.accept("interval").includes("for: *interval\n"));
    const labels = await complete(at(1, "*"), AROUND);
    assert.deepEqual(labels.labels, ["labels", "list", "word", "interval"]);
    assert.equal(labels.item("labels").detail, "a mapping with 1 key");
  });

  test("replace the whole name", async () => {
    const offered = await complete(at(2, "*in").replace("<|>", "<|>terval"), AROUND);
    assert.ok(offered.accept("word").includes("for: *word\n"));
  });

  test("behind a merge key are mappings", async () => {
    assert.deepEqual((await complete(at(3, "<<: *"), AROUND)).labels, ["labels"]);
    const several = await complete(at(3, "<<: [*labels, *"), AROUND);
    assert.deepEqual(several.labels, ["labels"]);
  });

  test("are not offered in texts, comments and JSON", async () => {
    assert.ok(!(await complete(at(4, "*"), AROUND)).labels.includes("labels"));
    assert.deepEqual((await complete(at(2, "1m # *"), AROUND)).labels, []);
    const json = await complete('{"x-a": "&a", "global": {"scrape_interval": *<|>}}', {
      path: "work/a.monitoring.json",
    });
    assert.ok(!json.labels.includes("a"));
  });

  test("of the last anchor of a name, and never of what the cursor stands in", async () => {
    const offered = await complete("x-a: &a 1\nx-b: &a\n  b: 2\nx-c: &c\n  d: *<|>\n", AROUND);
    assert.deepEqual(offered.labels, ["a"]);
    assert.equal(offered.item("a").detail, "a mapping with 1 key");
  });
});
