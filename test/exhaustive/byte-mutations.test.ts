import { test } from "node:test";
import { checkMutations } from "../support/mutation-check.ts";

const MUTATIONS = Number(process.env.MUTATIONS ?? 2_000);
const SEED = Number(process.env.SEED ?? 20_261_125);

test(`${MUTATIONS} mutated files: every verb answers, within a second and little memory (seed ${SEED})`, async () => {
  await checkMutations(SEED, MUTATIONS);
});
