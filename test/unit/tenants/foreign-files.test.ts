import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const root = new URL("../../fixtures/foreign/", import.meta.url);

/** Files of other tools, many of them named as ours are, by path. */
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(fileURLToPath(root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => new URL(entry.name, `file://${entry.parentPath.replace(/\/?$/, "/")}`))
    .map((url) => [url.href.slice(root.href.length), readFileSync(url, "utf8")]),
);

const STYLES = [...new Set(Object.keys(FILES).map((path) => path.slice(0, path.indexOf("/"))))];

async function assertNotOurs(files: Readonly<Record<string, string>>): Promise<void> {
  const workspace = memoryWorkspace(files);
  const service = createService();
  const ours: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const document = { uri: uriOf(path), text };
    const { kind, diagnostics } = await service.check(document, workspace, DEFAULT_SETTINGS);
    if (kind.kind) ours.push(`${path}: ${kind.reasons.at(-1)}`);
    assert.deepEqual(
      diagnostics.filter(({ code }) => code !== "remote-schema"),
      [],
      path,
    );
  }
  assert.deepEqual(ours, []);
}

test("there are two hundred foreign files", () => {
  assert.equal(Object.keys(FILES).length, 200);
  assert.ok(STYLES.length > 5);
});

test("no foreign file is ours, all in one workspace", () => assertNotOurs(FILES));

for (const style of STYLES) {
  test(`no foreign file is ours in a workspace of ${style}`, () => {
    const own = Object.entries(FILES).filter(([path]) => path.startsWith(`${style}/`));
    return assertNotOurs(Object.fromEntries(own.map(([path, text]) => [path.slice(style.length + 1), text])));
  });
}
