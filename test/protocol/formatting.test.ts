import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { applyEdits } from "../support/apply-edits.ts";
import { type LspClient, startClient } from "../support/lsp-client.ts";
import { GOOD_TENANT } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";
const textDocument = { uri: URI };
const options = { tabSize: 2, insertSpaces: true };
const UGLY = GOOD_TENANT.replace("  name: Acme\n", "  name:   Acme  \n").replace(
  "features: {}",
  "features: {flags: [ a,b ]}",
);
const TIDY = UGLY.replace(":   Acme  ", ": Acme").replace("[ a,b ]", "[a, b]");

async function format(client: LspClient): Promise<TextEdit[]> {
  return client.request<TextEdit[]>("textDocument/formatting", { textDocument, options });
}

test("formatting: a document, a range of it, and the line behind an Enter", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const { capabilities } = client.initializeResult;
  assert.equal(capabilities.documentFormattingProvider, true);
  assert.equal(capabilities.documentRangeFormattingProvider, true);
  assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: "\n" });

  client.open(URI, UGLY);
  assert.equal(applyEdits(UGLY, await format(client)), TIDY);
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
  const edits = await client.request<TextEdit[]>("textDocument/rangeFormatting", { textDocument, range, options });
  assert.equal(applyEdits(UGLY, edits), UGLY.replace(":   Acme  ", ": Acme"));
  client.close(URI);

  client.open(URI, "tenant_id: acme\nmetadata:\n\n");
  const params = { textDocument, position: { line: 2, character: 0 }, ch: "\n", options };
  const [indent] = await client.request<TextEdit[]>("textDocument/onTypeFormatting", params);
  assert.equal(indent?.newText, "  ");
});

test("formatting: a file with syntax errors stays, and the log says so once", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  client.open(URI, `${UGLY}broken: [\n`);
  assert.deepEqual(await format(client), []);
  assert.deepEqual(await format(client), []);
  assert.deepEqual(client.logged(2), [`${URI} was not formatted, because it has syntax errors.`]);
});

test("formatting: switched off by the setting", async (t) => {
  const configuration = () => ({ format: { enable: false } });
  const client = await startClient(t, { folders: ["file:///work"], configuration });
  client.open(URI, UGLY);
  assert.deepEqual(await format(client), []);
});

test("formatting: our own client hears of it for our language alone, as long as the setting allows it", async (t) => {
  let enable = true;
  const client = await startClient(t, {
    folders: ["file:///work"],
    dynamicRegistration: true,
    configuration: () => ({ format: { enable } }),
    initializationOptions: { fileSystem: true },
    files: { readFile: () => null, readDirectory: () => [] },
  });
  assert.equal(client.initializeResult.capabilities.documentFormattingProvider, undefined);
  const registered = async (): Promise<readonly string[]> => {
    await client.check(URI, GOOD_TENANT);
    client.close(URI);
    const ours = client.registrations.filter(({ method }) => /formatting/i.test(method));
    for (const { registerOptions } of ours) {
      assert.deepEqual((registerOptions as { documentSelector?: unknown }).documentSelector, [
        { language: "tenant-config" },
      ]);
    }
    return ours.map(({ method }) => method.replace("textDocument/", "")).sort();
  };
  assert.deepEqual(await registered(), ["formatting", "onTypeFormatting", "rangeFormatting"]);
  enable = false;
  client.notify("workspace/didChangeConfiguration", { settings: null });
  assert.deepEqual(await registered(), []);
  enable = true;
  client.notify("workspace/didChangeConfiguration", { settings: null });
  assert.deepEqual(await registered(), ["formatting", "onTypeFormatting", "rangeFormatting"]);
});

test("renaming files: edits for the paths that lead to them", async (t) => {
  const texts: Record<string, string> = {
    "file:///work/tenants/acme/tenant.yaml": GOOD_TENANT,
    "file:///work/tenants/acme/localization.yaml": "translations:\n  fr:\n    $file: locales/fr.yaml\n",
  };
  const client = await startClient(t, {
    folders: ["file:///work"],
    initializationOptions: { fileSystem: true },
    files: {
      readFile: (uri) => texts[uri] ?? null,
      readDirectory: (uri) =>
        Object.keys(texts)
          .filter((file) => file.slice(0, file.lastIndexOf("/")) === uri)
          .map((file) => ({ name: file.slice(uri.length + 1), kind: "file" as const })),
    },
  });
  const folder = "file:///work/tenants/acme";
  const files = [{ oldUri: `${folder}/locales`, newUri: `${folder}/i18n` }];
  const edit = await client.request<WorkspaceEdit>("workspace/willRenameFiles", { files });
  assert.deepEqual(
    edit.changes?.[`${folder}/localization.yaml`]?.map(({ newText }) => newText),
    ["i18n/fr.yaml"],
  );
});
