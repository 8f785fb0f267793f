import assert from "node:assert/strict";
import { test } from "node:test";
import { createService, DEFAULT_SETTINGS, EMPTY_WORKSPACE } from "../../server/src/service.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { everyVerb, type Timing } from "../support/every-verb.ts";
import { HOSTILE_TEXTS } from "../support/hostile-texts.ts";

/** Milliseconds for one request, the better of two. */
const LIMIT = 1_000;

/** Times of every verb for a text that no service has seen. */
async function timesOf(uri: string, text: string): Promise<readonly Timing[]> {
  const position = new LineIndex(text).positionAt(text.length - 1);
  return await everyVerb(createService(), { uri, text }, position, EMPTY_WORKSPACE);
}

for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
  test(`hostile: ${name}: exactly these diagnostics, every verb within a second`, async () => {
    const { file, text, codes } = make();
    const uri = `file:///work/${file}`;
    const { diagnostics } = await createService().check({ uri, text }, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      codes,
    );
    const first = await timesOf(uri, text);
    const slow = first.filter(({ milliseconds }) => milliseconds > LIMIT).map(({ verb }) => verb);
    if (slow.length === 0) return;
    const again = await timesOf(uri, text);
    assert.deepEqual(
      again.filter(({ verb, milliseconds }) => slow.includes(verb) && milliseconds > LIMIT),
      [],
    );
  });
}
