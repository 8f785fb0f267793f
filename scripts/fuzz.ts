/**
 * Tries random inputs for as long as wanted. The seed is printed, and again with a failure.
 *   npm run fuzz -- [edits] [seed]         edits documents and compares what is kept between versions with what is read from scratch
 *   npm run fuzz -- bytes [count] [seed]   mutates the bytes of files: every verb has to answer, within a second and little memory
 */
import { checkRandomEdits } from "../test/support/incremental-check.ts";
import { checkMutations } from "../test/support/mutation-check.ts";

const [first, ...rest] = process.argv.slice(2);
const isBytes = first === "bytes";
const numbers = isBytes || first === undefined ? rest : [first, ...rest];
const [count = isBytes ? 100_000 : 1_000_000, seed = Date.now() % 1_000_000_000] = numbers.map(Number);

/** Runs between two lines of progress; each round has a seed of its own. */
const ROUND = 1_000;

console.log(`${count} ${isBytes ? "mutations" : "edits"}, seed ${seed}`);
for (let done = 0; done < count; done += ROUND) {
  await (isBytes ? checkMutations : checkRandomEdits)(seed + done, Math.min(ROUND, count - done));
  console.log(`${Math.min(count, done + ROUND)} of ${count}`);
}
