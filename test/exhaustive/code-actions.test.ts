import { test } from "node:test";
import { checkCodeActions } from "../support/code-action-check.ts";
import { yamlCorpus } from "../support/corpus.ts";

/** A prime number, so that positions within lines differ. */
const STEP = 7;

for (const [path, text] of yamlCorpus().filter(([file]) => file.startsWith("examples/"))) {
  test(`${path}: every code action applies cleanly`, async () => {
    await checkCodeActions(path, text, text.length > 6_000 ? 11 * STEP : STEP);
  });
}
