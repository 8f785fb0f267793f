import assert from "node:assert/strict";
import { createService, DEFAULT_SETTINGS, EMPTY_WORKSPACE } from "../../server/src/service.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { type ParsedTree, parseTree } from "../../server/src/yaml/tree.ts";
import { manyAlerts, yamlCorpus } from "./corpus.ts";
import { plainFile } from "./plain-tree.ts";
import { randomEdit, seededRandom } from "./random-edits.ts";

/** Longest text that is edited: a paste doubles it now and then. */
const LONGEST = 60_000;

/** Edits of one document before another one is taken. */
const EDITS_PER_DOCUMENT = 60;

/**
 * Applies random edits to the corpus and asserts after each that what was kept from before makes no difference: same tree, same values,
 * same diagnostics as from scratch. The seed and the number of the edit are in the message of a failure.
 */
export async function checkRandomEdits(seed: number, edits: number): Promise<void> {
  const random = seededRandom(seed);
  const corpus = [
    ...yamlCorpus().filter(([path]) => path.startsWith("examples/")),
    ["a.monitoring.yaml", manyAlerts(40)] as const,
  ];
  const keeping = createService();
  for (let done = 0; done < edits; ) {
    const [path, original] = corpus[random(corpus.length)] ?? ["", ""];
    const uri = `file:///edited/${path.replace(/\//g, "-").replace(/(tenant|monitoring|security|environment|localization)(\.[a-z]+)?\.yaml$/, "x.$1.yaml")}`;
    let text = original;
    let tree: ParsedTree | undefined;
    const earlier: string[] = [];
    for (let edit = 0; edit < EDITS_PER_DOCUMENT && done < edits; edit++, done++) {
      const about = `seed ${seed}, edit ${done} of ${path}`;
      tree = parseTree(text, new LineIndex(text), tree);
      const fresh = parseTree(text, new LineIndex(text), undefined);
      assert.deepEqual(plainFile(tree.file), plainFile(fresh.file), about);
      const kept = await keeping.check({ uri, text }, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
      const anew = await createService().check({ uri, text }, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
      assert.deepEqual(kept, anew, about);
      earlier.push(text);
      text = randomEdit(text, earlier, random).slice(0, LONGEST);
    }
  }
}
