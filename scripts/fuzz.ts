/**
 * Applies random edits to the examples for as long as wanted and compares what is kept between versions with what is read from scratch:
 * `npm run fuzz -- [edits] [seed]`. The seed is printed, and again with a failure.
 */
import { checkRandomEdits } from "../test/support/incremental-check.ts";

const [edits = 1_000_000, seed = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number);

/** Edits between two lines of progress; each round has a seed of its own. */
const ROUND = 1_000;

console.log(`${edits} edits, seed ${seed}`);
for (let done = 0; done < edits; done += ROUND) {
  await checkRandomEdits(seed + done, Math.min(ROUND, edits - done));
  console.log(`${Math.min(edits, done + ROUND)} of ${edits}`);
}
