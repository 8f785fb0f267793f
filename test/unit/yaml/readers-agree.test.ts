import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node, ParsedFile } from "../../../server/src/yaml/node.ts";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { readerDifference } from "../../support/reader-difference.ts";
import { CONSTRUCTS, isFiller, PLACEMENTS } from "../../support/yaml-constructs.ts";
import { KNOWN_DIFFERENCES, RECOVERED_ALONE } from "./known-differences.ts";

/** A construct at a place, with either line break. */
function variants(text: string): readonly string[] {
  return [text, text.replace(/\r?\n/g, "\r\n")];
}

function hasError(file: ParsedFile): boolean {
  return file.problems.some((problem) => problem.severity === "error");
}

/** How often what stands around a construct is there as it should be. */
function fillersIn(text: string, node: Node | undefined): number {
  if (node?.kind === "sequence") return node.items.reduce((sum, item) => sum + fillersIn(text, item), 0);
  if (node?.kind === "map") return node.pairs.reduce((sum, { value }) => sum + fillersIn(text, value), 0);
  if (node?.kind !== "scalar" || typeof node.value !== "string" || !isFiller(node.value)) return 0;
  return text.slice(node.start, node.end).includes(node.value) ? 1 : 0;
}

/** In a large text only scalars and flow collections are put behind a key: what else breaks there is shown by the small ones. */
function fits(text: string, place: string): boolean {
  if (place !== "behind a key of a large mapping") return true;
  const { root } = parseYaml(text).documents[0];
  return root === undefined || root.kind === "scalar" || root.kind === "alias" || root.flow;
}

for (const { name, text } of CONSTRUCTS) {
  test(`read like the reference: ${name}`, () => {
    const different = new Set<string>();
    const details: string[] = [];
    for (const [place, put] of Object.entries(PLACEMENTS)) {
      if (!fits(text, place)) continue;
      const differences = variants(put(text)).map(readerDifference);
      const kinds = differences.map((difference) => difference !== undefined);
      assert.deepEqual(new Set(kinds).size, 1, `the line break makes a difference ${place}: ${differences.join("; ")}`);
      if (kinds.includes(false)) continue;
      different.add(place);
      details.push(`${place} ${differences[0]}`);
    }
    const known = [...(RECOVERED_ALONE[name] ?? []), ...(KNOWN_DIFFERENCES[name]?.places ?? [])];
    assert.deepEqual([...different].sort(), known.sort(), details.join("\n"));
  });
}

test("the lists of known differences name constructs and places that exist, none in both lists", () => {
  const names = [...Object.keys(RECOVERED_ALONE), ...Object.keys(KNOWN_DIFFERENCES)];
  assert.equal(new Set(names).size, names.length);
  const places = [...Object.values(RECOVERED_ALONE), ...Object.values(KNOWN_DIFFERENCES).map((known) => known.places)];
  assert.deepEqual(
    names.filter((name) => !CONSTRUCTS.some((construct) => construct.name === name)),
    [],
  );
  assert.deepEqual(
    places.flat().filter((place) => PLACEMENTS[place] === undefined),
    [],
  );
});

for (const [name, places] of Object.entries(RECOVERED_ALONE)) {
  test(`a fault breaks its own part only: ${name}`, () => {
    const construct = CONSTRUCTS.find((candidate) => candidate.name === name)?.text ?? "";
    for (const place of places) {
      const put = PLACEMENTS[place] ?? assert.fail(place);
      const without = put("good: 1\n");
      const fillers = fillersIn(without, parseYaml(without).documents[0].root);
      for (const text of variants(put(construct))) {
        assert.ok(text.length > 4_000, "shorter texts are read as a whole");
        const { file } = parseSource(text, "yaml");
        assert.ok(hasError(file) && hasError(parseYaml(text)));
        assert.equal(fillersIn(text, file.documents[0].root), fillers, place);
      }
    }
  });
}

test("constructs have names of their own", () => {
  assert.equal(new Set(CONSTRUCTS.map(({ name }) => name)).size, CONSTRUCTS.length);
  assert.ok(CONSTRUCTS.length > 600);
});
