import assert from "node:assert/strict";
import { test } from "node:test";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { nodeAt } from "../../../server/src/yaml/navigate.ts";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";
import { type ParsedTree, parseTree } from "../../../server/src/yaml/tree.ts";
import { manyAlerts, yamlCorpus } from "../../support/corpus.ts";
import { plainFile, plainTree } from "../../support/plain-tree.ts";
import { randomEdit, seededRandom } from "../../support/random-edits.ts";

function parse(text: string, earlier?: ParsedTree): ParsedTree {
  return parseTree(text, new LineIndex(text), earlier);
}

test("parts and the fast parser give the same tree and problems as the recovering parser on every file", () => {
  const files = [...yamlCorpus(), ["many alerts", manyAlerts(300)] as const];
  const marked = files.map(([path, text]) => [`${path} behind a marker`, `# ours\n--- # first\n${text}`] as const);
  const corpus = [...files, ...marked];
  let cut = 0;
  for (const [path, text] of corpus) {
    const { file, block } = parse(text);
    if (block) cut++;
    const { documents, problems } = parseYaml(text);
    assert.deepEqual(
      file.documents.map(({ root }) => plainTree(root)),
      documents.map(({ root }) => plainTree(root)),
      path,
    );
    assert.deepEqual(file.problems, problems, path);
  }
  assert.ok(cut >= 16, "large files are cut");
});

test("an edit keeps the nodes of the parts that it does not touch, and moves them", () => {
  const text = manyAlerts(200);
  const first = parse(text);
  const path = ["tenant_specific", "custom_alerts", 150];
  const before = nodeAt(first.file.documents[0].root, path);
  const startBefore = before?.start ?? 0;
  const edited = text.replace("Alert7\n", "Alert7_renamed\n");
  const second = parse(edited, first);
  const after = nodeAt(second.file.documents[0].root, path);
  assert.equal(after, before);
  assert.equal(after?.start, startBefore + "_renamed".length);
  assert.notEqual(nodeAt(second.file.documents[0].root, ["tenant_specific", "custom_alerts", 7, "name"]), undefined);
});

test("a half-typed key breaks its own line and nothing else", () => {
  const text = manyAlerts(60).replace("    - name: Alert30\n", "    - name: Alert30\n      kee\n");
  const { file } = parse(text);
  assert.deepEqual(
    file.problems.map(({ code, start, end }) => [code, text.slice(start, end).slice(0, 3)]),
    [["yaml-syntax", "kee"]],
  );
  assert.notEqual(nodeAt(file.documents[0].root, ["tenant_specific", "custom_alerts", 31, "annotations"]), undefined);
});

// Many more of them are in test/exhaustive/incremental.test.ts.
test("random edits: parsing with the earlier tree gives what parsing afresh gives", () => {
  const random = seededRandom(1);
  const texts = [...yamlCorpus().map(([, text]) => text), manyAlerts(40)].filter((text) => text.length > 4_000);
  let text = texts[random(texts.length)] ?? "";
  let tree = parse(text);
  const earlier: string[] = [];
  for (let edit = 0; edit < 120; edit++) {
    earlier.push(text);
    text = randomEdit(text, earlier, random).slice(0, 60_000);
    tree = parse(text, tree);
    assert.deepEqual(plainFile(tree.file), plainFile(parse(text).file), `edit ${edit}`);
  }
});
