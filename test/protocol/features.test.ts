import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  InsertTextFormat,
  type SignatureHelp,
} from "vscode-languageserver-types";
import { acceptCompletion } from "../support/apply-completion.ts";
import { withCursor } from "../support/cursor.ts";
import { type LspClient, startClient } from "../support/lsp-client.ts";
import { isSnippet } from "../unit/features/ask.ts";
import { GOOD_TENANT, tenantWithBilling } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";
const textDocument = { uri: URI };

/** Opens a text with a cursor marker and asks for the items there. */
async function complete(client: LspClient, marked: string): Promise<{ text: string; items: CompletionItem[] }> {
  const { text, position } = withCursor(marked);
  client.open(URI, text);
  const items = await client.request<CompletionItem[]>("textDocument/completion", { textDocument, position });
  client.close(URI);
  return { text, items };
}

function labelled(items: readonly CompletionItem[], label: string): CompletionItem {
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} among ${items.map((candidate) => candidate.label).join(", ")}`);
  return item;
}

const IN_BILLING = tenantWithBilling("<|>");

test("completion: keys of a mapping, in the order of the schema, with their documentation", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"], snippets: true });
  const { text, items } = await complete(client, IN_BILLING);
  const labels = items.map(({ label }) => label);
  assert.deepEqual(labels, ["plan", "billing_cycle", "currency", "usage_limits", "usage-limits"]);
  assert.deepEqual(
    items.map(({ sortText }) => sortText),
    items.map(({ sortText }) => sortText).toSorted(),
    "editors sort by sortText",
  );
  const plan = labelled(items, "plan");
  assert.match(JSON.stringify(plan.documentation), /"kind":"markdown".*Product the tenant has bought/);
  assert.equal(acceptCompletion(text, plan), tenantWithBilling("plan: "));
});

test("completion: the documentation of an item comes when a client that can wait asks for it", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"], resolvesDocumentation: true });
  const { text, position } = withCursor(IN_BILLING);
  client.open(URI, text);
  const items = await client.request<CompletionItem[]>("textDocument/completion", { textDocument, position });
  const plan = labelled(items, "plan");
  assert.equal(plan.documentation, undefined);
  const resolved = await client.request<CompletionItem>("completionItem/resolve", plan);
  assert.match(JSON.stringify(resolved.documentation), /"kind":"markdown".*Product the tenant has bought/);
  client.close(URI);
  assert.deepEqual(await client.request<CompletionItem>("completionItem/resolve", plan), plan);
  assert.deepEqual(await client.request<CompletionItem>("completionItem/resolve", { label: "plan" }), {
    label: "plan",
  });
});

test("completion: listed values replace what is typed", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const { text, items } = await complete(client, tenantWithBilling("plan: en<|>"));
  assert.deepEqual(
    items.map(({ label }) => label),
    ["free", "basic", "pro", "enterprise"],
  );
  assert.equal(acceptCompletion(text, labelled(items, "enterprise")), tenantWithBilling("plan: enterprise"));
});

test("completion: tab stops for clients that have them, plain text for others", async (t) => {
  const environment = GOOD_TENANT.replace("features:", "  <|>\nfeatures:");
  const withStops = await startClient(t, { folders: ["file:///work"], snippets: true });
  const plain = await startClient(t, { folders: ["file:///work"], snippets: false });

  const able = labelled((await complete(withStops, environment)).items, "staging …");
  assert.equal(able.insertTextFormat, InsertTextFormat.Snippet);
  assert.match(able.textEdit?.newText ?? "", /\$\{1:true\}/);

  const { text, items } = await complete(plain, environment);
  for (const { label, insertTextFormat, textEdit } of items) {
    assert.equal(insertTextFormat, InsertTextFormat.PlainText, label);
    assert.doesNotMatch(textEdit?.newText ?? "", /\$\d|\$\{\d|\\[}$]/, label);
  }
  const accepted = acceptCompletion(text, labelled(items, "staging …"));
  assert.deepEqual(await plain.check(URI, accepted), [], "what it writes is valid");
});

test("completion: names of environments and nothing else stand below environments", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const { items } = await complete(client, GOOD_TENANT.replace("features:", "  <|>\nfeatures:"));
  const names = items.filter((item) => !isSnippet(item)).map(({ label }) => label.replace(/ …$/, ""));
  const environments = new Set(["development", "staging", "test", "dev"]);
  assert.deepEqual(
    names.filter((name) => !environments.has(name)),
    [],
    "production is there already, also under its short name",
  );
});

test("hover: markdown about a key and about a value, with their ranges", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  client.open(URI, GOOD_TENANT);
  const at = (line: number, character: number): Promise<Hover | null> =>
    client.request("textDocument/hover", { textDocument, position: { line, character } });
  const key = await at(12, 7);
  assert.deepEqual(key?.range, { start: { line: 12, character: 6 }, end: { line: 12, character: 10 } });
  assert.deepEqual(key?.contents, {
    kind: "markdown",
    value:
      "**Port**\n\nPort the server listens on, for example 5432 for PostgreSQL or 3306 for MySQL.\n\nType: a whole number · 1 to 65535 · Required\n\nExample: `5432`, `3306`",
  });
  assert.deepEqual((await at(12, 13))?.range, {
    start: { line: 12, character: 12 },
    end: { line: 12, character: 16 },
  });
  assert.equal(await at(18, 0), null, "behind the last line there is nothing");
});

/** `left`: findings that have nothing to do with the fix. */
const FIXES: readonly (readonly [name: string, broken: string, title: string, fixed: string, left: number])[] = [
  ["a misspelt key", GOOD_TENANT.replace("billing:", "biling:"), "Change to `billing`", GOOD_TENANT, 0],
  [
    "a misspelt value",
    tenantWithBilling("plan: enterprize"),
    "Change to `enterprise`",
    tenantWithBilling("plan: enterprise"),
    0,
  ],
  [
    "missing keys, each at its place",
    GOOD_TENANT.replace("    enabled: true\n", "").replace("      port: 5432\n", ""),
    "Add `port`",
    GOOD_TENANT.replace("    enabled: true\n", ""),
    1,
  ],
];

for (const [name, broken, title, fixed, left] of FIXES) {
  test(`code action: ${name}`, async (t) => {
    const client = await startClient(t, { folders: ["file:///work"] });
    const diagnostics = await client.check(URI, broken);
    const { action, text } = await applyFix(client, broken, diagnostics, title);
    assert.equal(action.kind, "quickfix");
    assert.equal(action.isPreferred, true);
    assert.equal(text, fixed);
    const after = await client.diagnosticsAfter(URI, () => client.change(URI, { text }));
    assert.equal(after.length, left, "the fix took its diagnostics away and brought no others");
  });
}

async function applyFix(
  client: LspClient,
  broken: string,
  diagnostics: readonly Diagnostic[],
  title: string,
): Promise<{ action: CodeAction; text: string }> {
  const offered = await Promise.all(
    diagnostics.map((diagnostic) =>
      client.request<CodeAction[]>("textDocument/codeAction", {
        textDocument,
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
    ),
  );
  const action = offered.flat().find((candidate) => candidate.title === title);
  assert.ok(action, `${title} among ${JSON.stringify(offered.flat().map((candidate) => candidate.title))}`);
  const edits = action.edit?.changes?.[URI] ?? [];
  return { action, text: TextDocument.applyEdits(TextDocument.create(URI, "yaml", 1, broken), [...edits]) };
}

test("code action: only the kinds that were asked for", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const text = tenantWithBilling("plan: enterprize");
  const diagnostics = await client.check(URI, text);
  const ask = (only: readonly string[]): Promise<CodeAction[]> =>
    client.request("textDocument/codeAction", {
      textDocument,
      range: diagnostics[0]?.range,
      context: { diagnostics, only },
    });
  const refactorings = (await ask(["refactor.rewrite"])).map(({ kind }) => kind);
  assert.deepEqual([...new Set(refactorings)], ["refactor.rewrite"]);
  assert.deepEqual(await ask(["source.fixAll.other"]), []);
  assert.notDeepEqual(await ask(["quickfix"]), []);
});

test("symbols: names, nesting and ranges", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  client.open(URI, GOOD_TENANT);
  const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  const outline = (list: readonly DocumentSymbol[], level: number): string[] =>
    list.flatMap(({ name, detail, children }) => [
      `${"  ".repeat(level)}${name}${detail ? ` = ${detail}` : ""}`,
      ...outline(children ?? [], level + 1),
    ]);
  assert.deepEqual(
    outline(symbols, 0),
    GOOD_TENANT.trimEnd()
      .split("\n")
      .map((line) => line.replace(/: \{\}$/, "").replace(/:(?: |$)/, (colon) => (colon === ": " ? " = " : ""))),
  );
  assert.deepEqual(
    symbols.map(({ selectionRange: { start, end } }) => [start.line, start.character, end.line, end.character]),
    [
      [0, 0, 0, 9],
      [1, 0, 1, 8],
      [7, 0, 7, 12],
      [15, 0, 15, 8],
      [16, 0, 16, 8],
      [17, 0, 17, 7],
    ],
  );
});

test("folding: values over several lines and runs of comments", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  client.open(URI, `# one\n# two\n${GOOD_TENANT}`);
  const ranges = await client.request<FoldingRange[]>("textDocument/foldingRange", { textDocument });
  assert.deepEqual(ranges, [
    { startLine: 0, endLine: 1, kind: "comment" },
    { startLine: 3, endLine: 8 },
    { startLine: 5, endLine: 8 },
    { startLine: 9, endLine: 16 },
    { startLine: 10, endLine: 16 },
    { startLine: 12, endLine: 16 },
  ]);
});

test("signature help: the call around the cursor, none outside of calls", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const uri = "file:///work/one.monitoring.yaml";
  const head = "global: {}\nprometheus: {}\nalertmanager: {}\ntenant_specific:\n  custom_alerts:\n";
  client.open(uri, `${head}    - name: a\n      expr: histogram_quantile(0.9, x)\n`);
  const at = (character: number): Promise<SignatureHelp | null> =>
    client.request("textDocument/signatureHelp", { textDocument: { uri }, position: { line: 6, character } });
  assert.deepEqual(await at(36), {
    signatures: [
      {
        label: "histogram_quantile(φ: number, b: instant vector): instant vector",
        documentation: {
          kind: "markdown",
          value:
            "Value below which the share φ of the observations of a histogram lies; classic buckets need `rate` and the label `le`.",
        },
        parameters: [{ label: "φ: number" }, { label: "b: instant vector" }],
      },
    ],
    activeSignature: 0,
    activeParameter: 1,
  });
  assert.equal(await at(14), null);
});

test("code actions: safe fixes of a large file are computed when they are applied", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"], resolvesCodeActions: true });
  const text = `${tenantWithBilling("plan: Pro")}${"# a line\n".repeat(1_000)}`;
  await client.check(URI, text);
  const start = { line: 0, character: 0 };
  const [action, ...rest] = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range: { start, end: start },
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  assert.ok(action);
  assert.deepEqual(rest, []);
  assert.equal(action.edit, undefined);
  const resolved = await client.request<CodeAction>("codeAction/resolve", action);
  assert.deepEqual(
    resolved.edit?.changes?.[URI]?.map(({ newText }) => newText),
    ["p"],
  );
});

test("code actions: refactorings and comments that turn a diagnostic off", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const text = tenantWithBilling("plan: enterprize # c");
  const [diagnostic] = await client.check(URI, text);
  assert.ok(diagnostic);
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  const suppress = actions.find(({ title }) => title === "Suppress `value-not-allowed` for this line");
  const edits = suppress?.edit?.changes?.[URI] ?? [];
  const suppressed = TextDocument.applyEdits(TextDocument.create(URI, "yaml", 1, text), [...edits]);
  assert.match(suppressed, /\n {2}# tenant-config-disable-next-line value-not-allowed\n {2}plan: enterprize # c\n/);
  const after = await client.diagnosticsAfter(URI, () => client.change(URI, { text: suppressed }));
  assert.deepEqual(after, []);
  assert.ok(actions.some(({ kind, title }) => kind === "refactor.rewrite" && title === "Write in double quotes"));
});
