import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { open } from "./ask.ts";

const AROUND = { path: "tenants/one/monitoring.yaml" };

function receiver(...colors: readonly string[]): string {
  const items = colors.map((color) => `          - channel: '#a'\n            color: ${color}\n`);
  return `alertmanager:\n  config:\n    receivers:\n      - name: ops\n        slack_configs:\n${items.join("")}`;
}

test("colours in every way they are written; templates and other words are none", async () => {
  const text = receiver("good", "'#f00'", '"#00ff0080"', "'{{ if true }}good{{ end }}'", "sunny", "${COLOR}", "#000");
  const { service, document, workspace, settings } = open(text, AROUND);
  const found = await service.documentColors(document, workspace, settings);
  const shown = TextDocument.create("a:b", "yaml", 1, text);
  assert.deepEqual(
    found.map(({ range, color: { red, green, blue, alpha } }) => [
      shown.getText(range),
      [red, green, blue, alpha].map((part) => Math.round(part * 255)),
    ]),
    [
      ["good", [0x2e, 0xb8, 0x86, 255]],
      ["#f00", [255, 0, 0, 255]],
      ["#00ff0080", [0, 255, 0, 128]],
    ],
  );
});

test("a chosen colour is written so that YAML does not read it as a comment", async () => {
  for (const [written, expected] of [
    ["good", '"#0080ff"'],
    ["'#f00'", "'#0080ff'"],
    ['"#f00"', '"#0080ff"'],
  ] as const) {
    const text = receiver(written);
    const { service, document, workspace, settings } = open(text, AROUND);
    const [place] = await service.documentColors(document, workspace, settings);
    assert.ok(place);
    const color = { red: 0, green: 0.5, blue: 1, alpha: 1 };
    const [choice, ...others] = await service.colorPresentations(document, color, place.range, workspace, settings);
    assert.deepEqual([choice?.label, others], ["#0080ff", []]);
    assert.ok(choice?.textEdit);
    const changed = TextDocument.applyEdits(TextDocument.create("a:b", "yaml", 1, text), [choice.textEdit]);
    assert.equal(changed, receiver(expected));
  }
});

test("JSON", async () => {
  const text = '{"alertmanager": {"config": {"receivers": [{"name": "a", "slack_configs": [{"color": "danger"}]}]}}}';
  const { service, document, workspace, settings } = open(text, { path: "tenants/one/monitoring.json" });
  const found = await service.documentColors(document, workspace, settings);
  assert.deepEqual(
    found.map(({ range }) => text.slice(range.start.character, range.end.character)),
    ["danger"],
  );
});
