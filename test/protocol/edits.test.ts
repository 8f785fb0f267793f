import assert from "node:assert/strict";
import { test } from "node:test";
import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { brief, startClient } from "../support/lsp-client.ts";
import { BROKEN_TENANT, GOOD_TENANT } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";

function at(line: number, start: number, end = start, endLine = line): Range {
  return { start: { line, character: start }, end: { line: endLine, character: end } };
}

interface Case {
  readonly name: string;
  readonly before: string;
  readonly changes: readonly TextDocumentContentChangeEvent[];
  readonly after: string;
  readonly findings: readonly string[];
}

const CRLF = GOOD_TENANT.replaceAll("\n", "\r\n");

const CASES: readonly Case[] = [
  {
    name: "insert",
    before: GOOD_TENANT,
    changes: [{ range: at(2, 0), text: "  nam: Acme\n" }],
    after: GOOD_TENANT.replace("  name: Acme\n", "  nam: Acme\n  name: Acme\n"),
    findings: ["3:3-3:6 warning unknown-property"],
  },
  {
    name: "delete lines",
    before: GOOD_TENANT,
    changes: [{ range: at(14, 0, 0, 16), text: "" }],
    after: GOOD_TENANT.replace("      schema: tenant_acme\nfeatures: {}\n", ""),
    findings: ["1:1-1:10 error missing-property", "11:5-11:13 error missing-property"],
  },
  {
    name: "several changes, each counted in the text that the one before left",
    before: BROKEN_TENANT,
    changes: [
      { range: at(2, 0, 0, 3), text: "" },
      { range: at(5, 14, 18), text: "@" },
      { range: at(12, 16, 20), text: "" },
      { range: at(18, 8, 12), text: "pro" },
    ],
    after: GOOD_TENANT.replace("billing: {}", "billing:\n  plan: pro"),
    findings: [],
  },
  {
    name: "CRLF",
    before: CRLF,
    changes: [
      { range: at(12, 12, 16), text: "70000" },
      { range: at(17, 9, 11), text: "\r\n  plan: gold" },
    ],
    after: CRLF.replace("port: 5432", "port: 70000").replace("billing: {}", "billing:\r\n  plan: gold"),
    findings: ["13:13-13:18 error out-of-range", "19:9-19:13 error value-not-allowed"],
  },
  {
    name: "a change behind characters outside of the basic plane",
    before: GOOD_TENANT.replace("name: Ann", "name: Ann 🎵🎵"),
    changes: [{ range: at(6, 18), text: "\n    nick: a" }],
    after: GOOD_TENANT.replace("name: Ann", "name: Ann 🎵🎵\n    nick: a"),
    findings: ["8:5-8:9 warning unknown-property"],
  },
  {
    name: "the whole text, and an edit of it",
    before: "",
    changes: [{ text: GOOD_TENANT }, { range: at(0, 11), text: "/" }],
    after: GOOD_TENANT.replace("tenant_id: acme", "tenant_id: /acme"),
    findings: ["1:12-1:17 error invalid-format"],
  },
];

for (const { name, before, changes, after, findings } of CASES) {
  test(`edit: ${name}`, async (t) => {
    const client = await startClient(t, { folders: ["file:///work"] });
    await client.check(URI, before);
    const edited = await client.diagnosticsAfter(URI, () => client.change(URI, ...changes));
    assert.deepEqual(brief(edited), findings);
    const symbols = await client.request("textDocument/documentSymbol", { textDocument: { uri: URI } });
    client.close(URI);
    assert.deepEqual(edited, await client.check(URI, after), "as if the text had just been opened");
    const fresh = await client.request("textDocument/documentSymbol", { textDocument: { uri: URI } });
    assert.deepEqual(symbols, fresh, "the outline shows every value, so the texts are the same");
  });
}
