import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type LspClient, startClient } from "../support/lsp-client.ts";
import { BROKEN_TENANT, GOOD_TENANT } from "./documents.ts";

const FOLDER = "file:///work";
const URI = `${FOLDER}/tenants/acme/tenant.yaml`;
const JSON_URI = `${FOLDER}/tenants/acme/security.json`;

/** `&a [*b, *b, …]` nested so that the text of a kilobyte stands for a billion nodes. */
function aliasBomb(): string {
  const levels = "abcdefghijk".split("");
  const lines = levels.map((name, index) => {
    const below = levels[index - 1];
    const items = below === undefined ? "lol" : `*${below}`;
    return `x-${name}: &${name} [${Array.from({ length: 10 }, () => items).join(", ")}]`;
  });
  return `${lines.join("\n")}\n${GOOD_TENANT.replace("features: {}", "features: *k")}`;
}

/** Keys that name members of every JavaScript object, at the top, below a known key, and as a merge. */
const PROTOTYPE_KEYS = `__proto__: {polluted: true}
constructor: {prototype: {polluted: true}}
toString: 1
hasOwnProperty: 1
${GOOD_TENANT.replace("features: {}", "features:\n  __proto__:\n    enabled: 5\n  constructor: 1\n  <<: {__proto__: {polluted: true}}")}`;

const CASES: Readonly<Record<string, string>> = {
  empty: "",
  "a byte order mark alone": "\uFEFF",
  "a byte order mark": `\uFEFF${BROKEN_TENANT}`,
  "white space": " \n\t\n  \r\n",
  "a comment": "# nothing here\n",
  "a line of 1 MB": GOOD_TENANT.replace("Acme", `"${"x".repeat(1_000_000)}"`),
  "a key of 1 MB": `${"k".repeat(1_000_000)}: 1\n${GOOD_TENANT}`,
  "1 MB of words on one line": `${GOOD_TENANT}x-words: ${"word ".repeat(200_000)}\n`,
  "100,000 opening brackets": "[".repeat(100_000),
  "100,000 opening braces": "{".repeat(100_000),
  "100,000 bracket pairs": "[".repeat(100_000) + "]".repeat(100_000),
  "100,000 flow mappings": `features: ${"{a: ".repeat(100_000)}`,
  "100,000 dashes": "- ".repeat(100_000),
  "2,000 levels of indentation": Array.from({ length: 2_000 }, (_, level) => `${" ".repeat(level)}k:`).join("\n"),
  "100,000 question marks": "? ".repeat(100_000),
  "an alias bomb": aliasBomb(),
  "an alias of itself": GOOD_TENANT.replace("features: {}", "features: &f {a: *f}"),
  "a merge of itself": GOOD_TENANT.replace("features: {}", "features: &f\n  <<: *f"),
  "names of the prototype": PROTOTYPE_KEYS,
  "lone surrogates": GOOD_TENANT.replace("Acme", "\uD800 \uDC00").replace("tenant_id:", "\uDC00: 1\ntenant_id:"),
  "NUL and other control characters": GOOD_TENANT.replace("Acme", "\u0000\u0001\u001B[31m\u007F\u0085\u2028\u2029"),
  "NUL alone": "\u0000",
  "quotes that never close": GOOD_TENANT.replace("name: Acme", 'name: "Acme'),
  "tabs for indentation": GOOD_TENANT.replaceAll("  ", "\t"),
  "only carriage returns": GOOD_TENANT.replaceAll("\n", "\r"),
  "10,000 documents": "---\na: 1\n".repeat(10_000),
  "10,000 equal keys": "tenant_id: acme\n".repeat(10_000),
  "numbers without end": GOOD_TENANT.replace("5432", "9".repeat(10_000)).replace("enabled: true", "enabled: 1e999999"),
  "a tag and a directive": `%YAML 9.9\n%TAG ! tag:x,2000:\n--- !!js/function\n${GOOD_TENANT}`,
  "placeholders in placeholders": GOOD_TENANT.replace("Acme", `"${"${A:-".repeat(5_000)}"`),
};

/** Asks everything at the start, in the middle and at the end of an open document. */
async function askEverything(client: LspClient, uri: string, text: string): Promise<void> {
  const document = TextDocument.create(uri, "yaml", 1, text);
  const textDocument = { uri };
  for (const offset of [0, Math.floor(text.length / 2), text.length]) {
    const position = document.positionAt(offset);
    assert.ok(Array.isArray(await client.request("textDocument/completion", { textDocument, position })));
    await client.request("textDocument/hover", { textDocument, position });
    const context = { diagnostics: [] };
    await client.request("textDocument/codeAction", {
      textDocument,
      range: { start: position, end: position },
      context,
    });
  }
  assert.ok(Array.isArray(await client.request("textDocument/documentSymbol", { textDocument })));
  assert.ok(Array.isArray(await client.request("textDocument/foldingRange", { textDocument })));
  await client.request("tenantConfig/kind", { uri });
  await client.request("tenantConfig/preview/effective", { uri });
}

for (const [name, text] of Object.entries(CASES)) {
  test(`hostile YAML: ${name}`, async (t) => {
    const client = await startClient(t, { folders: [FOLDER] });
    const diagnostics = await client.check(URI, text);
    for (const { range } of diagnostics) assert.ok(range.start.line >= 0 && range.end.line >= range.start.line);
    await askEverything(client, URI, text);
    assert.deepEqual(await client.check(`${FOLDER}/b.tenant.yaml`, GOOD_TENANT), [], "the server goes on as before");
  });
}

const JSON_CASES: Readonly<Record<string, string>> = {
  empty: "",
  "a byte order mark alone": "\uFEFF",
  "a line of 1 MB": `{"authentication": {"x": "${"x".repeat(1_000_000)}"}}`,
  "100,000 opening brackets": "[".repeat(100_000),
  "100,000 opening braces": '{"a":'.repeat(100_000),
  "names of the prototype": '{"__proto__": {"polluted": true}, "constructor": 1, "authentication": {"__proto__": []}}',
  "lone surrogates and NUL": '{"authentication\u0000": "\uD800", "a": "\\ud800"}',
  "an end in the middle": '{"authentication": {"providers": [{"type": "oau',
};

for (const [name, text] of Object.entries(JSON_CASES)) {
  test(`hostile JSON: ${name}`, async (t) => {
    const client = await startClient(t, { folders: [FOLDER] });
    await client.check(JSON_URI, text, "json");
    await askEverything(client, JSON_URI, text);
    assert.deepEqual(await client.check(`${FOLDER}/b.tenant.yaml`, GOOD_TENANT), [], "the server goes on as before");
  });
}

test("hostile requests: parameters of the wrong shape are refused or answered, and the server goes on", async (t) => {
  const client = await startClient(t, { folders: [FOLDER], mayLogErrors: true });
  client.open(URI, GOOD_TENANT);
  const wrong: readonly (readonly [method: string, params: unknown])[] = [
    ["tenantConfig/kind", null],
    ["tenantConfig/kind", { uri: 5 }],
    ["tenantConfig/preview/effective", {}],
    ["tenantConfig/preview/effective", { uri: URI, environment: "__proto__" }],
    ["tenantConfig/preview/effective", { uri: URI, environment: "constructor" }],
    ["tenantConfig/newTenant", {}],
    ["tenantConfig/newTenant", { id: {}, environments: "all", locales: null }],
    ["textDocument/hover", { textDocument: { uri: URI }, position: { line: 1e9, character: 1e9 } }],
    ["textDocument/hover", { textDocument: { uri: URI }, position: { line: -1, character: -1 } }],
    ["textDocument/completion", { textDocument: { uri: URI }, position: { line: 1e9, character: 0 } }],
    ["textDocument/codeAction", { textDocument: { uri: URI }, range: null, context: {} }],
  ];
  for (const [method, params] of wrong) {
    // Both an answer and an error are fine; only silence is not, and that is what the time limit of the client finds.
    await client
      .request(method, params)
      .catch((error: { code?: number }) => assert.ok(error.code, `${method} ${error}`));
  }
  const forged = [
    { fix: "rename-key", path: ["__proto__"], names: ["x"] },
    { fix: "add-required", path: [{}], keys: ["constructor"] },
    { fix: "replace-value", path: [], values: [null] },
    { fix: "invented" },
  ].map((data) => ({
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    message: "",
    data,
  }));
  await client.request("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: forged[0]?.range,
    context: { diagnostics: forged },
  });
  assert.deepEqual(await client.check(`${FOLDER}/b.tenant.yaml`, GOOD_TENANT), []);
});

test("hostile addresses: URIs that are no files are served like others", async (t) => {
  const client = await startClient(t, { folders: [FOLDER] });
  const uris = [
    "tenant.yaml",
    "file:///work/tenants/%/tenant.yaml",
    "file:///work/tenants/%2e%2e/%2E%2E/tenant.yaml",
    "file://host/share/tenants/acme/tenant.yaml",
    "git:/work/tenants/acme/tenant.yaml?ref=HEAD",
    "file:///work/tenants/a%00b/tenant.yaml",
    "untitled:tenant.yaml",
    `file:///${"deep/".repeat(2_000)}tenant.yaml`,
  ];
  for (const uri of uris) assert.equal((await client.check(uri, BROKEN_TENANT)).length, 4, uri.slice(0, 60));
});
