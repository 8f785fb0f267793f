import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Diagnostic, Hover } from "vscode-languageserver-types";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { withCursor } from "../support/cursor.ts";
import { startClient } from "../support/lsp-client.ts";
import { GOOD_TENANT } from "./documents.ts";

const TENANT = "file:///work/tenants/acme/tenant.yaml";
const MONITORING = "file:///work/tenants/acme/monitoring.yaml";

const WITHOUT_AT = GOOD_TENANT.replace("ann@acme.example", "ann at acme.example");

/** Monitoring files with a cursor, and what French people read there. */
const HOVERED: readonly (readonly [marked: string, expected: RegExp])[] = [
  ["prometheus:\n  config:\n    retention_time: 4<|>8h\nalertmanager: {}\n", /2\sjours/],
  [
    "prometheus:\n  rule_groups:\n    - name: a\n      rules:\n        - alert: A\n          expr: ra<|>te(x[5m]) > 0\nalertmanager: {}\n",
    /Croissance par seconde de chaque compteur/,
  ],
];

type Messages = InitializationOptions["messages"];

/** The one problem of a tenant whose owner has an e-mail address without `@`. */
async function problemOf(t: TestContext, locale: string | undefined, messages?: Messages): Promise<string> {
  const client = await startClient(t, {
    folders: ["file:///work"],
    diagnostics: "pull",
    ...(locale && { locale }),
    ...(messages && { initializationOptions: { messages } }),
  });
  client.open(TENANT, WITHOUT_AT);
  const { items } = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri: TENANT },
  });
  assert.equal(items.length, 1, JSON.stringify(items));
  return String(items[0]?.message);
}

const ENGLISH =
  /`ann at acme\.example` is not an e-mail address: `@` is missing, write for example `ops@acme\.example`/;
const FRENCH =
  /`ann at acme\.example` n’est pas une adresse e-mail : il manque `@`, écrivez par exemple `ops@acme\.example`/;

test("messages are in the language of the client", async (t) => {
  assert.match(await problemOf(t, "fr"), FRENCH);
});

test("a language without a word for the region of the client is that of the language", async (t) => {
  assert.match(await problemOf(t, "fr-CA"), FRENCH);
});

test("messages are in English for a client that names no language, or one without a translation", async (t) => {
  assert.match(await problemOf(t, undefined), ENGLISH);
  assert.match(await problemOf(t, "xx"), ENGLISH);
  assert.match(await problemOf(t, "constructor"), ENGLISH);
});

test("a client may send the messages itself", async (t) => {
  const messages = { "{0} is not an e-mail address": "{0} no est un adresse electronic" };
  const said = await problemOf(t, "ia", messages);
  assert.match(said, /`ann at acme\.example` no est un adresse electronic: `@` is missing/);
});

test("amounts, and tables that are made when their module is loaded, are translated as well", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"], locale: "fr" });
  for (const [marked, expected] of HOVERED) {
    const { text, position } = withCursor(marked);
    client.open(MONITORING, text);
    const hover = await client.request<Hover | null>("textDocument/hover", {
      textDocument: { uri: MONITORING },
      position,
    });
    client.close(MONITORING);
    assert.match(JSON.stringify(hover?.contents ?? null), expected, marked);
  }
});
