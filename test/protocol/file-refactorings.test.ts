import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver-types";
import { startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { GOOD_TENANT } from "./documents.ts";

const START = { line: 0, character: 0 };

test("a file is converted by creating its twin and deleting it, which the edit brings that is asked for", async (t) => {
  const folder = await temporaryFolder(t, { "tenants/b/tenant.json": "{}" });
  const client = await startClient(t, {
    folders: [folder.uri()],
    fileOperations: ["create", "delete"],
    resolvesCodeActions: true,
  });
  const text = `${GOOD_TENANT}# a\n${"# a line\n".repeat(1_000)}`;
  const actionsOf = async (uri: string): Promise<readonly CodeAction[]> => {
    client.open(uri, text);
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: START, end: START },
      context: { diagnostics: [], only: ["refactor"] },
    });
    return actions.filter(({ title }) => title.startsWith("Convert"));
  };
  const uri = folder.uri("tenants/a/tenant.yaml");
  const [action, ...rest] = await actionsOf(uri);
  assert.deepEqual(rest, []);
  assert.equal(action?.title, "Convert to JSON (all comments are lost)");
  assert.equal(action?.edit, undefined);
  const { edit } = await client.request<CodeAction>("codeAction/resolve", action);
  const twin = folder.uri("tenants/a/tenant.json");
  const [create, write, remove, ...others] = edit?.documentChanges ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual(create, { kind: "create", uri: twin, options: { overwrite: false, ignoreIfExists: false } });
  assert.deepEqual(remove, { kind: "delete", uri });
  assert.ok(write && "edits" in write && write.textDocument.uri === twin);
  const [first] = write.edits;
  assert.ok(first && "newText" in first);
  assert.equal(JSON.parse(first.newText).tenant_id, "acme");

  const [refused] = await actionsOf(folder.uri("tenants/b/tenant.yaml"));
  assert.deepEqual(refused?.disabled, { reason: "The file `tenant.json` is there already." });
});

test("a client whose edits can not delete files is not offered to convert, nor told what can not be done", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const uri = "file:///work/tenants/a/tenant.yaml";
  client.open(uri, GOOD_TENANT);
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: START, end: START },
    context: { diagnostics: [], only: ["refactor"] },
  });
  assert.deepEqual(
    actions.filter(({ title, disabled }) => title.startsWith("Convert") || disabled),
    [],
  );
});
