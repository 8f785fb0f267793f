import assert from "node:assert/strict";
import { test } from "node:test";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../server/src/features/semantic-legend.ts";
import { brief, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { BROKEN_FINDINGS, BROKEN_TENANT, GOOD_TENANT, tenantWithPort } from "./documents.ts";

const NO_RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const CAPABILITIES = {
  textDocumentSync: 2,
  completionProvider: { triggerCharacters: [":", " ", "-", '"', "'", "@", "$", "{", "*", "\n"], resolveProvider: true },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ["(", ","] },
  codeActionProvider: {
    codeActionKinds: [
      "quickfix",
      "refactor.extract",
      "refactor.inline",
      "refactor.rewrite",
      "source.fixAll.tenantConfig",
      "source.organize.tenantConfig",
    ],
    resolveProvider: true,
  },
  documentSymbolProvider: { label: "Tenant Config" },
  foldingRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: { delta: true },
    range: true,
  },
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  documentLinkProvider: { resolveProvider: true },
  colorProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  linkedEditingRangeProvider: true,
  workspaceSymbolProvider: true,
  callHierarchyProvider: true,
  typeHierarchyProvider: true,
  renameProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      willRename: {
        filters: [
          { pattern: { glob: "**/*.{yaml,yml,json}", matches: "file" } },
          { pattern: { glob: "**/*", matches: "folder" } },
        ],
      },
    },
  },
};

/** Every request about a document, with its empty answer. */
const QUESTIONS: readonly (readonly [method: string, params: object, nothing: unknown])[] = [
  ["textDocument/semanticTokens/full", {}, { data: [] }],
  ["textDocument/semanticTokens/range", { range: NO_RANGE }, { data: [] }],
  ["textDocument/semanticTokens/full/delta", { previousResultId: "1" }, { data: [] }],
  ["textDocument/inlayHint", { range: NO_RANGE }, []],
  ["textDocument/selectionRange", { positions: [{ line: 0, character: 0 }] }, []],
  ["textDocument/documentLink", {}, []],
  ["textDocument/documentColor", {}, []],
  ["textDocument/completion", { position: { line: 0, character: 0 } }, []],
  ["textDocument/hover", { position: { line: 0, character: 0 } }, null],
  [
    "textDocument/codeAction",
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] } },
    [],
  ],
  ["textDocument/documentSymbol", {}, []],
  ["textDocument/foldingRange", {}, []],
  ["textDocument/definition", { position: { line: 0, character: 0 } }, []],
  ["textDocument/references", { position: { line: 0, character: 0 }, context: { includeDeclaration: true } }, []],
  ["textDocument/documentHighlight", { position: { line: 0, character: 0 } }, []],
  ["textDocument/linkedEditingRange", { position: { line: 0, character: 0 } }, null],
  ["textDocument/prepareRename", { position: { line: 0, character: 0 } }, null],
  ["textDocument/rename", { position: { line: 0, character: 0 }, newName: "x" }, null],
  ["textDocument/prepareCallHierarchy", { position: { line: 0, character: 0 } }, []],
  ["textDocument/prepareTypeHierarchy", { position: { line: 0, character: 0 } }, []],
  ["textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } }, []],
];

test("initialize: capabilities for a client that is pushed to", async (t) => {
  const client = await startClient(t);
  assert.deepEqual(client.initializeResult, { serverInfo: { name: "tenant-config" }, capabilities: CAPABILITIES });
});

test("initialize: capabilities for a client that pulls", async (t) => {
  const client = await startClient(t, { diagnostics: "pull" });
  assert.deepEqual(client.initializeResult.capabilities, {
    ...CAPABILITIES,
    diagnosticProvider: { identifier: "tenant-config", interFileDependencies: true, workspaceDiagnostics: false },
  });
});

test("registrations at run time go only to clients that take them", async (t) => {
  const able = await startClient(t, { dynamicRegistration: true });
  const unable = await startClient(t, { dynamicRegistration: false });
  for (const client of [able, unable]) await client.check("file:///work/tenants/acme/tenant.yaml", GOOD_TENANT);
  assert.deepEqual(
    able.registrations.map(({ method, registerOptions }) => [method, registerOptions]),
    [["workspace/didChangeConfiguration", { section: "tenantConfig" }]],
  );
  assert.deepEqual(unable.registrations, []);
});

test("a document that is not open gets empty answers", async (t) => {
  const client = await startClient(t);
  for (const [method, params, nothing] of QUESTIONS) {
    const answer = await client.request(method, { textDocument: { uri: "file:///nowhere/tenant.yaml" }, ...params });
    assert.deepEqual(answer, nothing, method);
  }
  for (const method of ["tenantConfig/kind", "tenantConfig/preview/effective"]) {
    assert.equal(await client.request(method, { uri: "file:///nowhere/tenant.yaml" }), null, method);
  }
});

test("a document that is not open has nothing to pull", async (t) => {
  const client = await startClient(t, { diagnostics: "pull" });
  assert.deepEqual(await client.pull("file:///nowhere/tenant.yaml"), []);
});

test("a YAML file of another tool gets nothing", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const uri = "file:///work/deploy/web.yaml";
  const text = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  name: again\nspec: [\n";
  assert.deepEqual(await client.check(uri, text, "yaml"), []);
  for (const [method, params, nothing] of QUESTIONS) {
    assert.deepEqual(await client.request(method, { textDocument: { uri }, ...params }), nothing, method);
  }
  assert.equal(await client.request("tenantConfig/preview/effective", { uri }), null);
});

test("documents without a file are served like others", async (t) => {
  const client = await startClient(t);
  const unsaved = await client.check("untitled:Untitled-1", BROKEN_TENANT);
  assert.deepEqual(brief(unsaved), BROKEN_FINDINGS, "the content tells the kind");
});

test("a client that knows no workspace folders names its folder as rootUri", async (t) => {
  const folder = await temporaryFolder(t, { ".env": "PORT=70000\n" });
  const client = await startClient(t, { rootUri: folder.uri() });
  const found = await client.check(folder.uri("tenants/acme/tenant.yaml"), tenantWithPort("${PORT}"));
  assert.deepEqual(brief(found), ["13:13-13:20 error out-of-range"], "the variable comes from .env of the folder");
});

test("requests for methods the server does not know are refused, and it goes on", async (t) => {
  const client = await startClient(t);
  await assert.rejects(client.request("textDocument/inventedMethod", {}), { code: -32601 });
  assert.deepEqual(await client.check("file:///work/a.tenant.yaml", GOOD_TENANT), []);
});
