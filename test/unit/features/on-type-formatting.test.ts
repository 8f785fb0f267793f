import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createService, DEFAULT_SETTINGS, type Settings } from "../../../server/src/service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { CURSOR, withCursor } from "../../support/cursor.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const service = createService();
const workspace = memoryWorkspace({});

/** The text after an Enter that an editor answered with the marked line, our edits applied and the cursor marked where they leave it. */
async function entered(marked: string, format: Partial<Settings["format"]> = {}, typed = "\n"): Promise<string> {
  const { text, position } = withCursor(marked);
  const settings = { ...DEFAULT_SETTINGS, format: { ...DEFAULT_SETTINGS.format, ...format } };
  const document = { uri: uriOf("tenants/acme/monitoring.yaml"), text };
  const edits = await service.formatOnType(document, { position, typed }, workspace, settings);
  assert.ok(edits.length <= 1);
  for (const { range } of edits) {
    assert.equal(range.start.line, position.line, "the line of the cursor alone");
    assert.deepEqual(range.end, position, "up to the cursor, which is pushed along");
  }
  const cursor = { range: { start: position, end: position }, newText: CURSOR };
  const [edit] = edits;
  return applyEdits(text, [edit ? { ...edit, newText: edit.newText + CURSOR } : cursor]);
}

async function same(marked: string): Promise<void> {
  assert.equal(await entered(marked), marked);
}

describe("Enter behind a key without a value", () => {
  test("begins the first item where the schema has a list", async () => {
    const below = (line: string): string => `tenant_specific:\n  custom_alerts:\n${line}\n`;
    assert.equal(await entered(below("    <|>")), below("    - <|>"));
    assert.equal(await entered(below("<|>")), below("    - <|>"));
    assert.equal(await entered(below("    <|>"), { sequenceIndentation: "flush" }), below("  - <|>"));
  });

  test("begins it as the other lists of the file stand", async () => {
    const file = (line: string): string =>
      `prometheus:\n  scrape_configs:\n  - job_name: a\ntenant_specific:\n  custom_alerts:\n${line}\n`;
    assert.equal(await entered(file("    <|>")), file("  - <|>"));
  });

  test("begins another item in line with those that are there", async () => {
    const file = (line: string): string => `tenant_specific:\n  custom_alerts:\n${line}\n      - name: A\n`;
    assert.equal(await entered(file("    <|>")), file("      - <|>"));
  });

  test("indents by the step of the file where the schema has a mapping", async () => {
    const file = (line: string): string => `prometheus:\n    config:\n        version: x\nglobal:\n${line}\n`;
    assert.equal(await entered(file("  <|>")), file("    <|>"));
    assert.equal(await entered("tenant_specific: # ours\n<|>\n"), "tenant_specific: # ours\n  <|>\n");
  });

  test("indents as far as the keys below", async () => {
    assert.equal(
      await entered("global:\n  <|>\n    scrape_interval: 15s\n"),
      "global:\n    <|>\n    scrape_interval: 15s\n",
    );
  });

  test("leaves it to the editor where the schema has neither, or knows nothing", async () => {
    await same("global:\n  scrape_interval:\n  <|>\n");
    await same("global:\n  unknown:\n <|>\n");
  });
});

describe("Enter behind a value", () => {
  test("stays in the column of the key, also of one behind a dash", async () => {
    const file = (line: string): string => `tenant_specific:\n  custom_alerts:\n    - name: A\n${line}\n`;
    assert.equal(await entered(file("    <|>")), file("      <|>"));
    assert.equal(await entered(file("        <|>")), file("      <|>"));
    await same(file("      <|>"));
  });

  test("leaves texts and collections over several lines alone", async () => {
    await same("a: |\n<|>\n");
    await same("a: |\n  k: v\n<|>\n");
    await same('a: "open\n<|>\n');
    await same("a: [b,\n<|>\n");
  });
});

test("lines with something on them, other characters and switched off: nothing", async () => {
  await same("global:\n<|>scrape_interval: 15s\n");
  assert.equal(await entered("global:\n<|>\n", {}, "-"), "global:\n<|>\n");
  assert.equal(await entered("global:\n<|>\n", { enable: false }), "global:\n<|>\n");
  await same("<|>\n");
});
