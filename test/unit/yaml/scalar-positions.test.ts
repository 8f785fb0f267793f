import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dereference, type Node, type ScalarNode } from "../../../server/src/yaml/node.ts";
import { scalarPositions } from "../../../server/src/yaml/scalar-positions.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { randomDocument } from "../../support/random-documents.ts";
import { seededRandom } from "../../support/random-edits.ts";
import { CONSTRUCTS, PLACEMENTS } from "../../support/yaml-constructs.ts";

function scalarsOf(node: Node | undefined, found: ScalarNode[] = [], seen = new Set<Node>()): ScalarNode[] {
  if (!node || seen.has(node)) return found;
  seen.add(node);
  if (node.kind === "scalar") found.push(node);
  if (node.kind === "sequence") for (const item of node.items) scalarsOf(item, found, seen);
  if (node.kind === "map") {
    for (const { key, value } of node.pairs) {
      scalarsOf(key, found, seen);
      scalarsOf(value, found, seen);
    }
  }
  return found;
}

/** Characters that every style can only write as themselves. */
const ITSELF = /^[A-Za-z0-9:.{}=]$/;

/** How many scalars there are, and how many places are not known of although the text has no error. */
function check(text: string, notation: "yaml" | "json" = "yaml"): { unknown: number; all: number } {
  const source = parseSource(text, notation);
  const hasErrors = source.file.problems.some((problem) => problem.severity === "error");
  let unknown = 0;
  const scalars = source.file.documents.flatMap(({ root }) => scalarsOf(root));
  for (const node of scalars) {
    const written = text.slice(node.start, node.end);
    const value = typeof node.value === "string" ? node.value : written;
    const positions = scalarPositions(text, node);
    const quotes = node.style === "double" || node.style === "single" ? 1 : 0;
    const places = Array.from({ length: value.length + 1 }, (_, index) => positions.toDocument(index));
    for (const [index, place] of places.entries()) {
      assert.ok(node.start <= place && place <= node.end, `inside: ${JSON.stringify(written)}`);
      assert.ok(index === 0 || (places[index - 1] ?? 0) <= place, `monotone: ${JSON.stringify(written)}`);
      const range = positions.rangeOf(index, Math.min(index + 1, value.length));
      assert.ok(node.start <= range.start && range.start <= range.end && range.end <= node.end);
    }
    const isKnown = value === "" || places[value.length] !== node.start;
    if (!isKnown && !hasErrors) unknown++;
    if (!isKnown || hasErrors) continue;
    for (const [index, place] of places.entries()) {
      const character = value.charAt(index);
      if (!ITSELF.test(character) || text.charAt(place) === "\\") continue;
      assert.equal(text.charAt(place), character, `${JSON.stringify(written)} at ${index}`);
      assert.equal(positions.toDecoded(place), index);
      assert.deepEqual(positions.rangeOf(index, index + 1), { start: place, end: place + 1 });
    }
    if (value.trim() !== "" && !/\s$/.test(value)) assert.equal(places[value.length], node.end - quotes, written);
  }
  return { unknown, all: scalars.length };
}

test("every character that stands as itself has its own place, in every construct at every place", () => {
  for (const { text } of CONSTRUCTS) {
    for (const put of Object.values(PLACEMENTS).slice(0, 5)) {
      check(put(text));
      check(put(text).replace(/\r?\n/g, "\r\n"));
    }
  }
});

test("in random documents the places of all scalars are known", () => {
  const constructs = CONSTRUCTS.map(({ text }) => text);
  let all = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const random = seededRandom(seed);
    check(randomDocument({ random, constructs }, 12));
    const plain = check(randomDocument({ random, constructs: [] }, 12));
    assert.equal(plain.unknown, 0, `seed ${seed}`);
    all += plain.all;
  }
  assert.ok(all > 4_000);
});

test("JSON strings", () => {
  check('{"a": "one \\u0041\\n\\"two\\"", "b": ["\\/x", 1.5, true]}', "json");
});

/** Source, the marked part of the decoded text between `«` and `»`, and what the document shows for it. */
const RANGES: readonly (readonly [name: string, source: string, decoded: string, shown: string])[] = [
  ["plain", "a: rate(x)", "«rate»(x)", "rate"],
  ["plain over lines", "a: one\n  two\n\n  three", "one «two»\nthree", "two"],
  ["a span over a fold ends where its last character ends", "a: one\n  two", "«one »two", "one\n  "],
  ["single", "a: 'it''s x'", "it's «x»", "x"],
  ["an escaped quote", "a: 'it''s x'", "it«'»s x", "''"],
  ["double", 'a: "x\\u0041y\\"z"', 'xAy"«z»', "z"],
  ["an escape", 'a: "x\\u0041y"', "x«A»y", "\\u0041"],
  ["an escaped line break", 'a: "one\\\n    two"', "one«two»", "two"],
  ["a character before an escaped line break", 'a: "one\\\n    two"', "«one»two", "one"],
  ["folded quotes", 'a: "one\n  two"', "one «two»", "two"],
  ["literal", "a: |\n  one\n  two\n", "one\n«two»\n", "two"],
  ["literal with indented lines", "a: |-\n  one\n    two\n", "one\n  «two»", "two"],
  ["explicit indentation", "a: |2\n    one\n   two\n", "  one\n «two»\n", "two"],
  ["folded", "a: >-\n  one\n  two\n\n  three", "one two\n«three»", "three"],
  ["folded with indented lines", "a: >\n  one\n    two\n  three\n", "one\n  two\n«three»\n", "three"],
  ["folded with a comment and blank lines", "a: >+ # c\n\n\n  one\n  two\n\n\n", "\n\none «two»\n\n\n", "two"],
  ["folded, the first line indented", "a: >2\n\n     one\n  two\n", "\n   one\n«two»\n", "two"],
  ["with an anchor and a tag", "a: !!str &x |\n  one\n  two\n", "one\n«two»\n", "two"],
  ["surrogate pairs", 'a: "😀x\\U0001F600y"', "😀x😀«y»", "y"],
];

describe("ranges", () => {
  for (const [name, source, decoded, shown] of RANGES) {
    for (const text of [source, source.replaceAll("\n", "\r\n")]) {
      test(`${name}${text === source ? "" : ", CRLF"}`, () => {
        const root = dereference(rootOf(parseSource(text, "yaml")));
        const node = root?.kind === "map" ? root.pairs[0]?.value : undefined;
        assert.ok(node?.kind === "scalar");
        const start = decoded.indexOf("«");
        const end = decoded.indexOf("»") - 1;
        assert.equal(node.value, decoded.replace(/[«»]/g, ""));
        const range = scalarPositions(text, node).rangeOf(start, end);
        assert.equal(text.slice(range.start, range.end).replaceAll("\r", ""), shown);
      });
    }
  }
});
