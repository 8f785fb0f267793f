import assert from "node:assert/strict";
import { test } from "node:test";
import { RecentMap } from "../../../server/src/tenants/recent-map.ts";

test("the entry that was not asked for the longest goes first", () => {
  const made: string[] = [];
  const map = new RecentMap<string, string>(2);
  const ask = (key: string): string =>
    map.getOrMake(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  assert.deepEqual(["a", "b", "a", "c", "a"].map(ask), ["A", "B", "A", "C", "A"]);
  assert.deepEqual(made, ["a", "b", "c"], "`a` was asked for in between");
  assert.equal(map.peek("b"), undefined);
  assert.equal(map.peek("c"), "C");
  ask("b");
  assert.deepEqual(made, ["a", "b", "c", "b"]);
  assert.equal(map.peek("c"), undefined, "to look at an entry does not keep it");
  map.clear();
  assert.equal(map.peek("a"), undefined);
});
