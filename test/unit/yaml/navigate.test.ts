import assert from "node:assert/strict";
import { test } from "node:test";
import {
  childOf,
  effectivePairs,
  findPair,
  locate,
  mergeSources,
  nodeAt,
  stringValue,
} from "../../../server/src/yaml/navigate.ts";
import type { MapNode, Node } from "../../../server/src/yaml/node.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { withCursor } from "../../support/cursor.ts";

function root(text: string): Node | undefined {
  return rootOf(parseSource(text, "yaml"));
}

function map(node: Node | undefined): MapNode {
  assert.ok(node?.kind === "map");
  return node;
}

const MERGED = `base: &base {x: 1, y: 1, z: 1}
more: &more
  <<: *base
  y: 2
use:
  <<: [*more, *base, 7]
  x: 3
  own: 4
`;

test("a pair is found by key: the mapping's own, the last of several, then merged ones in order", () => {
  const use = map(nodeAt(root(MERGED), ["use"]));
  const found = ["x", "y", "z", "own", "none"].map((key) => {
    const value = findPair(use, key)?.value;
    return value?.kind === "scalar" ? value.value : undefined;
  });
  assert.deepEqual(found, [3, 2, 1, 4, undefined]);
  const twice = map(root("a: 1\na: 2\n"));
  assert.equal(findPair(twice, "a"), twice.pairs[1]);
});

test("the merged mappings are those that are mappings, in the order they are asked", () => {
  const document = root(MERGED);
  const use = map(nodeAt(document, ["use"]));
  assert.deepEqual(mergeSources(use), [nodeAt(document, ["more"]), nodeAt(document, ["base"])]);
  assert.deepEqual(mergeSources(map(root("a: 1\n"))), []);
  assert.deepEqual(mergeSources(map(root("<<: 1\n"))), []);
});

test("effective pairs are the mapping's own ones, then those that it inherits", () => {
  assert.deepEqual([...effectivePairs(map(nodeAt(root(MERGED), ["use"]))).keys()], ["x", "own", "y", "z"]);
});

test("a loop of merges ends", () => {
  const loop = map(nodeAt(root("a: &a\n  <<: *a\n  b: 1\n"), ["a"]));
  assert.equal(findPair(loop, "none"), undefined);
  assert.deepEqual([...effectivePairs(loop).keys()], ["b"]);
});

test("a node is found by path, through aliases, merges and complex keys", () => {
  const document = root(`${MERGED}list: [{n: a}, *base]\nalias: *more\n1: one\n? [k]\n: v\n`);
  const text = (path: readonly (string | number)[]): unknown => {
    const node = nodeAt(document, path);
    return node?.kind === "scalar" ? node.value : node?.kind;
  };
  assert.equal(text(["list", 0, "n"]), "a");
  assert.equal(text(["list", 1, "x"]), 1);
  assert.equal(text(["alias", "z"]), 1);
  assert.equal(text(["alias"]), "alias");
  assert.equal(text(["1"]), "one");
  assert.equal(text([]), "map");
  for (const path of [["none"], ["list", 2], ["list", "n"], ["base", "x", "deeper"], ["list", -1]]) {
    assert.equal(nodeAt(document, path), undefined, path.join("/"));
  }
  assert.equal(childOf(undefined, "a"), undefined);
});

test("the text of a scalar is its value when it is text", () => {
  const document = root("a: &a text\nb: *a\nc: 1\nd: {}\n");
  assert.deepEqual(
    ["a", "b", "c", "d", "e"].map((key) => stringValue(nodeAt(document, [key]))),
    ["text", "text", undefined, undefined, undefined],
  );
});

const LOCATIONS: readonly (readonly [marked: string, found: string | undefined])[] = [
  ["<|>a: 1\n", "a! scalar"],
  ["ab<|>c: 1\n", "abc! scalar"],
  ["abc<|>: 1\n", "abc! scalar"],
  ["abc:<|> 1\n", ". map"],
  ["abc: <|>12\n", "abc scalar"],
  ["abc: 12<|>\n", "abc scalar"],
  ["abc: 12\n<|>", undefined],
  ["<|> abc: 12\n", undefined],
  ["abc: 12\n\n<|>\nd: 1\n", ". map"],
  ["a:\n  b:\n    - x\n    - y<|>z\n", "a/b/1 scalar"],
  ["a:\n  b:\n    -<|> x\n", "a/b sequence"],
  ["a: {b: [1, {c<|>: 2}]}\n", "a/b/1/c! scalar"],
  ["a: &x 1\nb: *<|>x\n", "b alias"],
  ["a: &<|>x 1\n", ". map"],
  ["? [k<|>]\n: v\n", ". map"],
  ["? k\n: <|>v\n", "k scalar"],
  ["a:<|>\n", ". map"],
  ["a: |\n  te<|>xt\n", "a scalar"],
  ["a: 'q<|>'\n", "a scalar"],
  ["te<|>xt\n", ". scalar"],
];

for (const [marked, found] of LOCATIONS) {
  test(`the place of the cursor in ${JSON.stringify(marked)}`, () => {
    const { text, offset } = withCursor(marked);
    const location = locate(root(text), offset);
    const path = location?.path.join("/") || ".";
    assert.equal(location && `${path}${location.onKey ? "!" : ""} ${location.node.kind}`, found);
    if (location?.onKey)
      assert.ok(location.pair && location.pair.key.start <= offset && offset <= location.pair.key.end);
  });
}

test("large mappings are read as small ones are", () => {
  const lines = Array.from({ length: 200 }, (_, index) => `  k${index}: ${index}\n`).join("");
  const large = map(nodeAt(root(`base: &base {x: 1, k3: hidden}\nuse:\n  <<: *base\n${lines}  k5: again\n`), ["use"]));
  const value = (key: string): unknown => {
    const node = findPair(large, key)?.value;
    return node?.kind === "scalar" ? node.value : node?.kind;
  };
  assert.deepEqual(["k0", "k199", "k3", "k5", "x", "none", "<<"].map(value), [
    0,
    199,
    3,
    "again",
    1,
    undefined,
    "alias",
  ]);
  assert.equal(effectivePairs(large).size, 201);
  assert.equal(findPair(large, "toString"), undefined);
});
