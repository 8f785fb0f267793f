import assert from "node:assert/strict";
import { test } from "node:test";
import { STATUS_NOTIFICATION, type StatusParams } from "../../server/src/protocol.ts";
import { brief, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("a file with a schema of its team is checked, and again when what the schema refers to changes", async (t) => {
  const folder = await temporaryFolder(t, {
    "schemas/service.json": '{"properties":{"port":{"$ref":"port.yaml"}}}',
    "schemas/port.yaml": "type: integer\n",
  });
  const initializationOptions = { settings: { schemas: { "schemas/service.json": ["services/*.yaml"] } } };
  const client = await startClient(t, { folders: [folder.uri()], initializationOptions });
  const uri = folder.uri("services/web.yaml");
  const status = client.next<StatusParams>(STATUS_NOTIFICATION);
  assert.deepEqual(brief(await client.check(uri, "port: http\n", "yaml")), ["1:7-1:11 error type-mismatch"]);
  const { kind, problems } = await status;
  assert.deepEqual({ kind, errors: problems.errors }, { kind: "custom", errors: 1 });

  await folder.write("schemas/port.yaml", "type: string\n");
  const again = await client.diagnosticsAfter(uri, () =>
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri("schemas/port.yaml"), type: 2 }] }),
  );
  assert.deepEqual(again, []);
});

test("completion and hover of such a file, and silence in every other YAML file", async (t) => {
  const folder = await temporaryFolder(t, { "s.json": '{"properties":{"mode":{"enum":["fast"],"title":"Mode"}}}' });
  const client = await startClient(t, { folders: [folder.uri()] });
  const uri = folder.uri("a.yaml");
  await client.check(uri, "# yaml-language-server: $schema=s.json\nmode: \n", "yaml");
  const at = (line: number, character: number): object => ({ textDocument: { uri }, position: { line, character } });
  const items = await client.request<{ label: string }[]>("textDocument/completion", at(1, 6));
  assert.deepEqual(
    items.map(({ label }) => label),
    ["fast"],
  );
  const hover = await client.request<{ contents: { value: string } }>("textDocument/hover", at(1, 1));
  assert.equal(hover.contents.value, "**Mode**\n\nAllowed values:\n- `fast`");
  assert.deepEqual(await client.check(folder.uri("b.yaml"), "mode: slow\n", "yaml"), []);
});
