import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { brief, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { BROKEN_FINDINGS, BROKEN_TENANT, GOOD_TENANT, tenantWithPort } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";

test("push: exactly the findings, with the version, cleared on close", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const pushed = client.next<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
  client.open(URI, BROKEN_TENANT, "tenant-config", 7);
  const { uri, version, diagnostics } = await pushed;
  assert.deepEqual({ uri, version }, { uri: URI, version: 7 });
  assert.deepEqual(brief(diagnostics), BROKEN_FINDINGS);
  for (const diagnostic of diagnostics) assert.equal(diagnostic.source, "tenant-config");

  const cleared = client.next<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
  client.close(URI);
  assert.deepEqual(await cleared, { uri: URI, diagnostics: [] });
});

test("push: a document is checked again when it is opened again", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  assert.equal((await client.check(URI, BROKEN_TENANT)).length, BROKEN_FINDINGS.length);
  client.close(URI);
  assert.deepEqual(await client.check(URI, GOOD_TENANT), []);
  client.close(URI);
  assert.deepEqual(brief(await client.check(URI, BROKEN_TENANT)), BROKEN_FINDINGS);
});

test("push: closed and opened at once, the last text counts", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  for (let round = 0; round < 20; round++) {
    client.open(URI, BROKEN_TENANT);
    client.close(URI);
  }
  client.open("file:///work/other.tenant.yaml", GOOD_TENANT);
  await client.diagnosticsAfter(URI, () => client.open(URI, GOOD_TENANT, "tenant-config", 99));
  // An answer to a later request stands behind everything that was pushed for what came before it.
  await client.request("textDocument/foldingRange", { textDocument: { uri: URI } });
  const last = client.received
    .filter(({ method }) => method === "textDocument/publishDiagnostics")
    .map(({ params }) => params as PublishDiagnosticsParams)
    .filter((params) => params.uri === URI)
    .at(-1);
  assert.deepEqual(last, { uri: URI, version: 99, diagnostics: [] });
});

test("pull: exactly the findings, nothing is pushed", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"], diagnostics: "pull" });
  client.open(URI, BROKEN_TENANT);
  assert.deepEqual(brief(await client.pull(URI)), BROKEN_FINDINGS);
  client.change(URI, { text: GOOD_TENANT });
  assert.deepEqual(await client.pull(URI), []);
  client.close(URI);
  assert.deepEqual(await client.pull(URI), []);
  const pushed = client.received.filter(({ method }) => method === "textDocument/publishDiagnostics");
  assert.deepEqual(pushed, []);
});

test("pull and push give the same diagnostics", async (t) => {
  const pushing = await startClient(t, { folders: ["file:///work"] });
  const pulled = await startClient(t, { folders: ["file:///work"], diagnostics: "pull" });
  pulled.open(URI, BROKEN_TENANT);
  assert.deepEqual(await pulled.pull(URI), await pushing.check(URI, BROKEN_TENANT));
});

test("pull: the client is told when something outside of the document changed", async (t) => {
  const folder = await temporaryFolder(t, { ".env": "PORT=70000\n" });
  const client = await startClient(t, { folders: [folder.uri()], diagnostics: "pull", diagnosticRefresh: true });
  const uri = folder.uri("tenants/acme/tenant.yaml");
  client.open(uri, tenantWithPort("${PORT}"));
  assert.deepEqual(brief(await client.pull(uri)), ["13:13-13:20 error out-of-range"]);

  await folder.write(".env", "PORT=7000\n");
  const refresh = client.next("workspace/diagnostic/refresh");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri(".env"), type: 2 }] });
  await refresh;
  assert.deepEqual(await client.pull(uri), []);
});

test("200 edits in a burst end in the diagnostics of the last version", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  await client.check(URI, GOOD_TENANT);
  const from = client.received.length;
  // Digits are put behind the port one by one and taken away again, so that right and wrong texts alternate.
  const edit = (step: number): void => {
    const grows = step % 2 === 0;
    const range = { start: { line: 12, character: 16 }, end: { line: 12, character: grows ? 16 : 18 } };
    client.change(URI, { range, text: grows ? "00" : "" });
  };
  const last = await client.diagnosticsAfter(URI, () => {
    for (let step = 0; step < 199; step++) edit(step);
    client.change(URI, { range: { start: { line: 17, character: 9 }, end: { line: 17, character: 11 } }, text: "[]" });
  });
  await client.request("textDocument/foldingRange", { textDocument: { uri: URI } });

  const expected = ["13:13-13:19 error out-of-range", "18:10-18:12 error type-mismatch"];
  assert.deepEqual(brief(last), expected);
  const pushed = client.received
    .slice(from)
    .filter(({ method }) => method === "textDocument/publishDiagnostics")
    .map(({ params }) => params as PublishDiagnosticsParams);
  assert.deepEqual(
    pushed.map(({ version }) => version),
    pushed.map(({ version }) => version).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    "versions never go back",
  );
  assert.equal(pushed.at(-1)?.version, 201);
  for (const { version, diagnostics } of pushed.slice(0, -1)) {
    const grown = (version ?? 0) % 2 === 0;
    assert.deepEqual(brief(diagnostics), grown ? expected.slice(0, 1) : [], `version ${version}`);
  }
});
