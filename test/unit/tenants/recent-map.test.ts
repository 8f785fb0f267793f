import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RecentMap } from "../../../server/src/tenants/recent-map.ts";

const LIMIT = 3;

/** A map with the keys asked for in turn, and those that had to be made. */
function asked(keys: string): { readonly map: RecentMap<string, string>; readonly made: string } {
  const map = new RecentMap<string, string>(LIMIT);
  let made = "";
  for (const key of keys) {
    const value = map.getOrMake(key, () => {
      made += key;
      return key.toUpperCase();
    });
    assert.equal(value, key.toUpperCase());
  }
  return { map, made };
}

const kept = (map: RecentMap<string, string>): string =>
  [..."abcdefghij"].filter((key) => map.peek(key) !== undefined).join("");

describe("a map of what was asked for last", () => {
  test("keeps as many as its limit whatever came before", () => {
    for (const before of ["", "a", "ab", "abc", "abcd"]) {
      const { map } = asked(`${before}hij`);
      assert.equal(kept(map).slice(-LIMIT), "hij", before);
    }
  });

  test("keeps at most twice as many", () => {
    assert.equal(kept(asked("abcdefg").map), "defg");
    assert.equal(kept(asked("abcdef").map), "abcdef");
  });

  test("what is asked for again stays", () => {
    const { map, made } = asked("abcadaeafagah");
    assert.equal(made, "abcdefgh");
    assert.equal(map.get("a"), "A");
  });

  test("to look at an entry does not keep it", () => {
    const { map } = asked("abcdef");
    assert.equal(map.peek("a"), "A");
    map.set("g", "G");
    assert.equal(kept(map), "defg");
  });

  test("to get an entry keeps it", () => {
    const { map } = asked("abcde");
    assert.equal(map.get("a"), "A");
    map.set("f", "F");
    map.set("g", "G");
    assert.equal(map.get("a"), "A");
  });

  test("an entry that is set again takes no room", () => {
    const { map } = asked("abc");
    map.set("c", "CC");
    assert.equal(map.get("c"), "CC");
    assert.equal(kept(map), "abc");
    map.set("d", "D");
    assert.equal(kept(map), "abcd");
  });

  test("forgets everything", () => {
    const { map } = asked("abcde");
    map.clear();
    assert.equal(kept(map), "");
  });
});
