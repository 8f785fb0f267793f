import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND_REQUEST, type KindAnswer } from "../../server/src/protocol.ts";
import { brief, type LspClient, startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { BROKEN_FINDINGS, BROKEN_TENANT, tenantWithPort } from "./documents.ts";

const TENANT = "tenants/acme/tenant.yaml";
const WRONG_PORT = ["13:13-13:20 error out-of-range"];

test(".env: a variable resolves to a good or a bad value, wherever it is written", async (t) => {
  const folder = await temporaryFolder(t, { ".env": "GOOD=5432\nLARGE=70000\nWORD=postgres\n" });
  const client = await startClient(t, { folders: [folder.uri()] });
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["${GOOD}", []],
    ["${env:GOOD}", []],
    ['"${GOOD}"', []],
    ["${LARGE}", ["13:13-13:21 error out-of-range"]],
    ["${WORD}", ["13:13-13:20 error type-mismatch"]],
    ["${UNKNOWN}", []],
    ["${UNKNOWN:-5432}", []],
    ["${UNKNOWN:-x}", ["13:13-13:26 error type-mismatch"]],
    ["${LARGE:-5432}", ["13:13-13:27 error out-of-range"]],
  ];
  for (const [written, findings] of cases) {
    const found = await client.check(folder.uri(TENANT), tenantWithPort(written));
    assert.deepEqual(brief(found), findings, written);
    for (const { message } of found)
      assert.match(String(message), /GOOD|LARGE|WORD|UNKNOWN/, "the message names the variable");
  }
});

test("the setting wins over .env.local, that over .env, that over the process", async (t) => {
  const folder = await temporaryFolder(t, {
    ".env": "A=1\nB=1\nC=70000\n",
    ".env.local": "A=1\nB=70000\n",
  });
  const client = await startClient(t, {
    folders: [folder.uri()],
    environment: { A: "1", B: "1", C: "1", D: "70000" },
    configuration: () => ({ env: { A: "70000" } }),
  });
  for (const name of ["A", "B", "C", "D"]) {
    const found = await client.check(folder.uri(TENANT), tenantWithPort(`\${${name}}`));
    assert.deepEqual(brief(found), ["13:13-13:17 error out-of-range"], name);
    client.close(folder.uri(TENANT));
  }
});

test(".env: a change on disk is seen when the client tells of it", async (t) => {
  const folder = await temporaryFolder(t);
  const client = await startClient(t, { folders: [folder.uri()] });
  const uri = folder.uri(TENANT);
  assert.deepEqual(await client.check(uri, tenantWithPort("${PORT}")), []);
  const told = async (type: number): Promise<readonly string[]> =>
    brief(
      await client.diagnosticsAfter(uri, () =>
        client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri(".env"), type }] }),
      ),
    );
  await folder.write(".env", "PORT=70000\n");
  assert.deepEqual(await told(1), WRONG_PORT, "made");
  await folder.write(".env", "PORT=7000\n");
  assert.deepEqual(await told(2), [], "changed");
});

test(".env: text that is being edited counts, not the one on disk", async (t) => {
  const folder = await temporaryFolder(t, { ".env": "PORT=7000\n" });
  const client = await startClient(t, { folders: [folder.uri()] });
  const uri = folder.uri(TENANT);
  assert.deepEqual(await client.check(uri, tenantWithPort("${PORT}")), []);
  client.open(folder.uri(".env"), "PORT=70000\n", "dotenv");
  const text = `${tenantWithPort("${PORT}")}# edited\n`;
  assert.deepEqual(brief(await client.diagnosticsAfter(uri, () => client.change(uri, { text }))), WRONG_PORT);
});

test("SCHEMA_VALIDATION_STRICT raises every warning to an error", async (t) => {
  const raised = BROKEN_FINDINGS.map((finding) => finding.replace(" warning ", " error "));
  assert.notDeepEqual(raised, BROKEN_FINDINGS);
  for (const [value, expected] of [
    ["true", raised],
    ["false", BROKEN_FINDINGS],
  ] as const) {
    const folder = await temporaryFolder(t, { ".env": `SCHEMA_VALIDATION_STRICT=${value}\n` });
    const client = await startClient(t, { folders: [folder.uri()] });
    assert.deepEqual(brief(await client.check(folder.uri(TENANT), BROKEN_TENANT)), expected, value);
  }
  const client = await startClient(t, {
    folders: ["file:///work"],
    environment: { SCHEMA_VALIDATION_STRICT: "true" },
  });
  assert.deepEqual(brief(await client.check(`file:///work/${TENANT}`, BROKEN_TENANT)), raised, "of the process");
});

async function kindOf(client: LspClient, uri: string): Promise<string | undefined> {
  client.open(uri, "a: b\n", "yaml");
  const answer = await client.request<KindAnswer>(KIND_REQUEST, { uri });
  client.close(uri);
  return answer.kind;
}

test("TENANT_CONFIG_PATH: files below a relative, an absolute and each of several roots are ours", async (t) => {
  const folder = await temporaryFolder(t);
  const below = folder.uri("config/customers/acme/security.yaml");
  const second = folder.uri("more/acme/security.yaml");
  const cases: readonly (readonly [path: string, first: boolean, other: boolean])[] = [
    ["", false, false],
    ["config/customers", true, false],
    ["./config/customers/", true, false],
    ["config/../config/customers", true, false],
    [`${folder.path}/config/customers`, true, false],
    ["config/customers:more", true, true],
    [`${folder.path}/config/customers:more`, true, true],
    ["config/customers;more", true, true],
    ["config/cust", false, false],
  ];
  for (const [path, first, other] of cases) {
    await folder.write(".env", path === "" ? "" : `TENANT_CONFIG_PATH=${path}\n`);
    const client = await startClient(t, { folders: [folder.uri()] });
    assert.deepEqual(
      [await kindOf(client, below), await kindOf(client, second)],
      [first ? "security" : undefined, other ? "security" : undefined],
      path,
    );
  }
});

test("TENANT_CONFIG_PATH: a declared root takes the place of folders named tenants", async (t) => {
  const folder = await temporaryFolder(t, { ".env": "TENANT_CONFIG_PATH=customers\n" });
  const client = await startClient(t, { folders: [folder.uri()] });
  assert.equal(await kindOf(client, folder.uri("customers/acme/monitoring.yaml")), "monitoring");
  assert.equal(await kindOf(client, folder.uri("tenants/acme/monitoring.yaml")), undefined);
});

test("workspace folders: an added folder brings its variables, a removed one takes them away", async (t) => {
  const folder = await temporaryFolder(t, { "two/.env": "PORT=70000\n", "one/.env": "PORT=1\n" });
  const client = await startClient(t, { folders: [folder.uri("one")] });
  const uri = folder.uri(`two/${TENANT}`);
  assert.deepEqual(await client.check(uri, tenantWithPort("${PORT}")), []);
  const two = { uri: folder.uri("two"), name: "two" };
  const change = async (added: readonly object[], removed: readonly object[]): Promise<readonly string[]> =>
    brief(
      await client.diagnosticsAfter(uri, () =>
        client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed } }),
      ),
    );
  assert.deepEqual(await change([two], []), WRONG_PORT, "open documents are checked again");
  assert.deepEqual(await change([], [two]), []);
});
