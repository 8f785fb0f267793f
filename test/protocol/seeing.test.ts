import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  ColorInformation,
  ColorPresentation,
  DocumentLink,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from "vscode-languageserver-types";
import { decodeTokens } from "../support/decode-tokens.ts";
import { startClient } from "../support/lsp-client.ts";
import { GOOD_TENANT } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";
const textDocument = { uri: URI };
const FOLDERS = { folders: ["file:///work"] };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

test("tokens: of the whole, of a range, and what changed", async (t) => {
  const client = await startClient(t, FOLDERS);
  client.open(URI, GOOD_TENANT);
  const full = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
  const decoded = decodeTokens(GOOD_TENANT, full);
  assert.ok(decoded.some(({ shown }) => shown === "billing property.required"));

  const line = decoded[0]?.line ?? 0;
  const range = { start: { line, character: 0 }, end: { line, character: 100 } };
  const visible = await client.request<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range });
  assert.deepEqual(
    decodeTokens(GOOD_TENANT, visible),
    decoded.filter((token) => token.line === line),
  );

  const changed = GOOD_TENANT.replace("billing:", "# a line more\nbilling:\n  currency: EUR");
  client.change(URI, { text: changed });
  const previousResultId = full.resultId;
  const delta = await client.request<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId,
  });
  const data = [...full.data];
  for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  const again = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
  assert.deepEqual(data, again.data);
  assert.ok(
    delta.edits.reduce((sum, edit) => sum + (edit.data?.length ?? 0), 0) < data.length / 2,
    "less than everything is sent",
  );

  const unknown = await client.request<SemanticTokens>("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: "of another life",
  });
  assert.deepEqual(unknown.data, again.data, "everything is sent when the earlier tokens are not known");
});

test("words of an expression and of a template are tokens of the first answer, named by the legend", async (t) => {
  const client = await startClient(t, FOLDERS);
  const uri = "file:///work/tenants/acme/monitoring.yaml";
  const expression = "      expr: rate(x[5m]) > 1 # why\n      annotations: {summary: '{{ $value }}'}\n";
  const text = `tenant_specific:\n  custom_alerts:\n    - name: A\n${expression}`;
  client.open(uri, text);
  const { data } = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument: { uri } });
  const legend = client.initializeResult.capabilities.semanticTokensProvider?.legend;
  const types = data.filter((_, index) => index % 5 === 3).map((type) => legend?.tokenTypes[type]);
  assert.deepEqual(
    types.filter((type) => type !== "property" && type !== "class"),
    ["function", "variable", "number", "operator", "number", "operator", "variable", "operator"],
  );
  const embedded = 1 << (legend?.tokenModifiers.indexOf("embedded") ?? -1);
  assert.equal(data.filter((bits, index) => index % 5 === 4 && bits === embedded).length, 8);
});

test("hints follow the settings", async (t) => {
  const text = GOOD_TENANT.replace("      port: 5432\n", "      port: 5432\n      connection_pool: {timeout: 90}\n");
  for (const [inlayHints, expected] of [
    [{}, ["1 minute 30 seconds"]],
    [{ units: false }, []],
  ] as const) {
    const client = await startClient(t, { ...FOLDERS, configuration: () => ({ inlayHints }) });
    client.open(URI, text);
    const hints = await client.request<InlayHint[]>("textDocument/inlayHint", { textDocument, range: WHOLE });
    assert.deepEqual(
      hints.map(({ label }) => label),
      expected,
    );
  }
});

test("selections that grow", async (t) => {
  const client = await startClient(t, FOLDERS);
  client.open(URI, "billing:\n  plan: 'pro'\n");
  const positions = [{ line: 1, character: 10 }];
  const [selection] = await client.request<SelectionRange[]>("textDocument/selectionRange", {
    textDocument,
    positions,
  });
  assert.deepEqual(selection?.range, { start: { line: 1, character: 9 }, end: { line: 1, character: 12 } });
  assert.deepEqual(selection?.parent?.range, { start: { line: 1, character: 8 }, end: { line: 1, character: 13 } });
});

test("links are resolved when somebody points at them", async (t) => {
  const files = {
    readFile: (uri: string) => (uri.endsWith("/locales/fr.yaml") ? "messages: {}\n" : null),
    readDirectory: () => [],
  };
  const client = await startClient(t, { ...FOLDERS, files, initializationOptions: { fileSystem: true } });
  const uri = "file:///work/tenants/acme/localization.yaml";
  client.open(uri, "translations:\n  fr:\n    $file: locales/fr.yaml\n  de:\n    $file: locales/de.yaml\n");
  const links = await client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } });
  const resolved = await Promise.all(links.map((link) => client.request<DocumentLink>("documentLink/resolve", link)));
  assert.deepEqual(
    resolved.map(({ target }) => target),
    ["file:///work/tenants/acme/locales/fr.yaml", undefined],
  );
});

test("colours and how they can be written", async (t) => {
  const client = await startClient(t, FOLDERS);
  const uri = "file:///work/tenants/acme/monitoring.yaml";
  const start = "alertmanager:\n  config:\n    receivers:\n      - name: ops\n        slack_configs:\n";
  client.open(uri, `${start}          - color: '#ff0000'\n`);
  const document = { textDocument: { uri } };
  const [found] = await client.request<ColorInformation[]>("textDocument/documentColor", document);
  assert.deepEqual(found?.color, { red: 1, green: 0, blue: 0, alpha: 1 });
  const color = { red: 0, green: 0, blue: 1, alpha: 1 };
  const choices = await client.request<ColorPresentation[]>("textDocument/colorPresentation", {
    ...document,
    color,
    range: found?.range,
  });
  assert.deepEqual(
    choices.map(({ label, textEdit }) => [label, textEdit?.newText]),
    [["#0000ff", "#0000ff"]],
  );
});
