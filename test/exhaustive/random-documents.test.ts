import assert from "node:assert/strict";
import { test } from "node:test";
import { parseYaml } from "../../server/src/yaml/parse-yaml.ts";
import { parseSource } from "../../server/src/yaml/source.ts";
import { randomDocument } from "../support/random-documents.ts";
import { seededRandom } from "../support/random-edits.ts";
import { readerDifference } from "../support/reader-difference.ts";
import { CONSTRUCTS, indented } from "../support/yaml-constructs.ts";
import { KNOWN_DIFFERENCES } from "../unit/yaml/known-differences.ts";

const DOCUMENTS = Number(process.env.DOCUMENTS ?? 2_000);
const SEED = Number(process.env.SEED ?? 20_261_124);

/** Shortest text that is read in parts; a part with a fault is recovered by itself. */
const READ_IN_PARTS = 4_000;

function hasError(text: string): boolean {
  return parseYaml(text).problems.some((problem) => problem.severity === "error");
}

const constructs = CONSTRUCTS.filter(({ name }) => KNOWN_DIFFERENCES[name] === undefined)
  .map(({ text }) => text)
  .filter((text) => text.length < 600);
const valid = constructs.filter((text) => !hasError(`a:\n  ${indented(text, 2)}\nb: 1\n`));

/** What known differences look like in a text: faults of the reader that chance finds again (`known-differences.ts`). */
const KNOWN_SHAPES = [
  // A line of white space behind a block scalar with an indentation indicator.
  /[|>][-+]?[1-9]/,
  // A pair without a value at the end of a list.
  /\[[^\]]*:\s*[\],]/,
  // White space behind the last dash of a list that is read in parts.
  /^-[ \t]+(?:#.*)?\s*$(?![\s\S])/m,
];

test(`${DOCUMENTS} random documents are read like the reference (seed ${SEED})`, () => {
  const random = seededRandom(SEED);
  const counts = { valid: 0, broken: 0, large: 0, known: 0 };
  for (let index = 0; index < DOCUMENTS; index++) {
    const choice = random(3) > 0 ? valid : constructs;
    const text = randomDocument({ random, constructs: choice }, 2 + random(index % 4 === 0 ? 250 : 30));
    const difference = readerDifference(text);
    const isBroken = hasError(text);
    counts[isBroken ? "broken" : "valid"]++;
    if (text.length >= READ_IN_PARTS) counts.large++;
    if (difference === undefined) continue;
    const isRecovered = isBroken && text.length >= READ_IN_PARTS;
    if (isRecovered && parseSource(text, "yaml").file.problems.some(({ severity }) => severity === "error")) continue;
    counts.known++;
    const about = `seed ${SEED}, document ${index}: ${difference}\n${JSON.stringify(text)}`;
    assert.ok(
      KNOWN_SHAPES.some((shape) => shape.test(text)),
      about,
    );
  }
  assert.ok(counts.valid > DOCUMENTS / 3 && counts.broken > DOCUMENTS / 5, JSON.stringify(counts));
  assert.ok(counts.large > DOCUMENTS / 20 && counts.known < DOCUMENTS / 100, JSON.stringify(counts));
});
