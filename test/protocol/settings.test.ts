import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import { brief, type LspClient, startClient } from "../support/lsp-client.ts";
import { BROKEN_FINDINGS, BROKEN_TENANT, GOOD_TENANT } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";
const OTHER = "file:///work/deploy/site.yaml";

interface Session {
  readonly client: LspClient;
  /** Changes what the client answers for the section, tells the server, and answers with the new diagnostics of {@link URI}. */
  change(settings: unknown): Promise<readonly string[]>;
}

/** A session with {@link BROKEN_TENANT} open, whose settings can be changed while it runs. */
async function session(t: TestContext, first: unknown): Promise<Session> {
  let settings = first;
  const client = await startClient(t, {
    folders: ["file:///work"],
    configuration: () => settings,
    dynamicRegistration: true,
  });
  await client.check(URI, BROKEN_TENANT);
  const change = async (next: unknown): Promise<readonly string[]> => {
    settings = next;
    const found: Diagnostic[] = await client.diagnosticsAfter(URI, () =>
      client.notify("workspace/didChangeConfiguration", { settings: null }),
    );
    return brief(found);
  };
  return { client, change };
}

/** {@link BROKEN_FINDINGS} with another severity for a code; undefined leaves its findings out. */
function withSeverity(code: string, severity: string | undefined): readonly string[] {
  return BROKEN_FINDINGS.flatMap((finding) => {
    const [place, , name] = finding.split(" ");
    if (name !== code) return [finding];
    return severity === undefined ? [] : [`${place} ${severity} ${name}`];
  });
}

test("settings: rules change while the server runs", async (t) => {
  const { change } = await session(t, {});
  for (const severity of ["error", "warning", "info", "hint"]) {
    const expected = withSeverity("out-of-range", severity);
    assert.deepEqual(await change({ rules: { "out-of-range": severity } }), expected, severity);
  }
  assert.deepEqual(await change({ rules: { "out-of-range": "off" } }), withSeverity("out-of-range", undefined));
  assert.deepEqual(await change({}), BROKEN_FINDINGS);
  assert.deepEqual(await change(null), BROKEN_FINDINGS);
});

test("settings: rules for some files, later entries win", async (t) => {
  const { change } = await session(t, {});
  const off = { files: "tenants/acme/**", rules: { "out-of-range": "off" } };
  const elsewhere = { files: "tenants/globex/**", rules: { "value-not-allowed": "off" } };
  const hint = { files: "tenant.yaml", rules: { "out-of-range": "hint" } };
  assert.deepEqual(await change({ ruleOverrides: [off, elsewhere] }), withSeverity("out-of-range", undefined));
  assert.deepEqual(await change({ ruleOverrides: [off, hint] }), withSeverity("out-of-range", "hint"));
  assert.deepEqual(await change({ ruleOverrides: [hint, off] }), withSeverity("out-of-range", undefined));
});

test("settings: kinds of files change while the server runs", async (t) => {
  const { client, change } = await session(t, {});
  assert.deepEqual(await client.check(OTHER, "plan: gold\n", "yaml"), [], "not ours at first");
  assert.deepEqual(await change({ fileKinds: { "tenants/**": "none" } }), []);
  const claimed = client.diagnosticsAfter(OTHER, () => undefined);
  assert.deepEqual(await change({ fileKinds: { "deploy/*.yaml": "tenant" } }), BROKEN_FINDINGS);
  assert.deepEqual(brief(await claimed), ["1:1-1:5 error missing-property", "1:1-1:5 error unknown-property"]);
});

test("settings: names of environments and variables change while the server runs", async (t) => {
  const { client, change } = await session(t, {});
  const text = GOOD_TENANT.replace("  production:", "  canary:").replace("5432", "${PORT}");
  const found = await client.diagnosticsAfter(URI, () => client.change(URI, { text }));
  assert.deepEqual(brief(found), ["9:3-9:9 error value-not-allowed"]);
  assert.deepEqual(await change({ extraEnvironments: ["canary"] }), []);
  assert.deepEqual(await change({ extraEnvironments: ["canary"], env: { PORT: "0" } }), [
    "13:13-13:20 error out-of-range",
  ]);
});

test("settings: broken values are logged once each and ignored, the others count", async (t) => {
  const broken = {
    rules: { "out-of-range": "loud", "value-not-allowed": "off" },
    fileKinds: ["tenant"],
    ruleOverrides: "none",
    extraEnvironments: [1],
    env: { PORT: 5 },
    generation: { out: 7 },
    inventedKey: true,
  };
  const { client, change } = await session(t, broken);
  assert.deepEqual(await change(broken), withSeverity("value-not-allowed", undefined));
  await client.request("textDocument/documentSymbol", { textDocument: { uri: URI } });
  await client.check(OTHER, "a: b\n", "yaml");
  const keys = client.logged(2).map((line) => /tenantConfig\.[\w.]+(?:\["[^"]*"\]|\[\d+\])?/.exec(line)?.[0]);
  assert.deepEqual(keys.toSorted(), [
    'tenantConfig.env["PORT"]',
    "tenantConfig.extraEnvironments[0]",
    "tenantConfig.fileKinds",
    "tenantConfig.generation.out",
    "tenantConfig.ruleOverrides",
    'tenantConfig.rules["out-of-range"]',
  ]);
});

for (const section of ["text", 5, true, []]) {
  test(`settings: a section that is ${JSON.stringify(section)} is ignored`, async (t) => {
    const { change } = await session(t, section);
    assert.deepEqual(await change(section), BROKEN_FINDINGS);
  });
}

test("settings: a client that fails to answer gets the defaults", async (t) => {
  const client = await startClient(t, {
    folders: ["file:///work"],
    mayLogErrors: true,
    configuration: () => {
      throw new Error("no settings today");
    },
  });
  assert.deepEqual(brief(await client.check(URI, BROKEN_TENANT)), BROKEN_FINDINGS);
});

test("settings: a client that can not be asked sends them at the start, and changes with the notification", async (t) => {
  const client = await startClient(t, {
    folders: ["file:///work"],
    initializationOptions: { settings: { rules: { "out-of-range": "off" } } },
  });
  assert.deepEqual(brief(await client.check(URI, BROKEN_TENANT)), withSeverity("out-of-range", undefined));
  const changed = await client.diagnosticsAfter(URI, () =>
    client.notify("workspace/didChangeConfiguration", {
      settings: { tenantConfig: { rules: { "out-of-range": "hint" } } },
    }),
  );
  assert.deepEqual(brief(changed), withSeverity("out-of-range", "hint"));
});

test("settings: each workspace folder has its own, documents outside of them those of nobody", async (t) => {
  const severities: Record<string, string> = { "file:///one": "hint", "file:///two": "warning" };
  const asked: (string | undefined)[] = [];
  const client = await startClient(t, {
    folders: ["file:///one", "file:///two"],
    configuration: (scope) => {
      asked.push(scope);
      return { rules: { "out-of-range": severities[scope ?? ""] ?? "info" } };
    },
    dynamicRegistration: true,
  });
  const path = "tenants/acme/tenant.yaml";
  const findings = async (uri: string): Promise<readonly string[]> => brief(await client.check(uri, BROKEN_TENANT));
  const inOne = `file:///one/${path}`;
  assert.deepEqual(await findings(inOne), withSeverity("out-of-range", "hint"));
  assert.deepEqual(await findings(`file:///two/${path}`), withSeverity("out-of-range", "warning"));
  assert.deepEqual(await findings("file:///elsewhere/a.tenant.yaml"), withSeverity("out-of-range", "info"));
  assert.deepEqual(asked, ["file:///one", "file:///two", undefined], "each is asked for once");
  severities["file:///one"] = "error";
  const changed = await client.diagnosticsAfter(inOne, () =>
    client.notify("workspace/didChangeConfiguration", { settings: null }),
  );
  assert.deepEqual(brief(changed), withSeverity("out-of-range", "error"));
});
