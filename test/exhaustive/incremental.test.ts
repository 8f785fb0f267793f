import { test } from "node:test";
import { checkRandomEdits } from "../support/incremental-check.ts";

const EDITS = Number(process.env.EDITS ?? 20_000);
const SEED = Number(process.env.SEED ?? 20_261_123);

test(`${EDITS} random edits: keeping what did not change gives what reading from scratch gives (seed ${SEED})`, async () => {
  await checkRandomEdits(SEED, EDITS);
});
