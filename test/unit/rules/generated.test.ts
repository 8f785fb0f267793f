import assert from "node:assert/strict";
import { test } from "node:test";
import { outdatedFiles } from "../../../scripts/generate-rules.ts";

test("lists, ids and pages of the rules are those that their files say (npm run generate:rules)", async () => {
  assert.deepEqual(await outdatedFiles(), []);
});
