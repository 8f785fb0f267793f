import assert from "node:assert/strict";
import { test } from "node:test";
import type { Hover, Location, WorkspaceEdit } from "vscode-languageserver-types";
import { brief, type ClientFiles, startClient } from "../support/lsp-client.ts";
import { spelledWorkspace } from "../support/spelled-workspace.ts";
import { BROKEN_FINDINGS, BROKEN_TENANT, tenantWithPort } from "./documents.ts";

/** Files of a client that finds them under every spelling of their URIs. */
function filesOf(files: Readonly<Record<string, string>>): ClientFiles {
  const { readFile, readDirectory } = spelledWorkspace([], files);
  return { readFile: async (uri) => (await readFile(uri)) ?? null, readDirectory };
}

const FILE_SYSTEM = { fileSystem: true } as const;

test("two folders of a virtual workspace, one in the other: each has its own settings and variables", async (t) => {
  const outer = "vscode-vfs://github/org/repo";
  const inner = `${outer}/in%20ner`;
  const tenant = (folder: string): string => `${folder}/tenants/acme/tenant.yaml`;
  const client = await startClient(t, {
    folders: [outer, inner],
    navigation: true,
    initializationOptions: FILE_SYSTEM,
    files: filesOf({ [`${outer}/.env`]: "PORT=70000\n", [`${inner}/.env`]: "PORT=5432\n" }),
    configuration: (scope) => ({ rules: { "value-not-allowed": scope === inner ? "off" : "hint" } }),
  });
  assert.deepEqual(brief(await client.check(tenant(outer), tenantWithPort("${PORT}"))), [
    "13:13-13:20 error out-of-range",
  ]);
  assert.deepEqual(await client.check(tenant(inner), tenantWithPort("${PORT}")), []);
  for (const folder of [outer, inner]) {
    const position = { line: 12, character: 15 };
    const textDocument = { uri: tenant(folder) };
    const links = await client.request<{ targetUri: string }[]>("textDocument/definition", { textDocument, position });
    assert.deepEqual(
      links.map(({ targetUri }) => targetUri),
      [`${folder}/.env`],
    );
    client.close(tenant(folder));
  }
  const withSeverity = (severity: string | undefined): readonly string[] =>
    BROKEN_FINDINGS.flatMap((finding) => {
      if (!finding.endsWith("value-not-allowed")) return [finding];
      return severity === undefined ? [] : [finding.replace("error", severity)];
    });
  assert.deepEqual(brief(await client.check(tenant(outer), BROKEN_TENANT)), withSeverity("hint"));
  assert.deepEqual(brief(await client.check(tenant(inner), BROKEN_TENANT)), withSeverity(undefined));
});

test("a file of a Windows drive is one file however its URI is written, and answers have the client's spelling", async (t) => {
  const folder = "file:///c%3A/my%20work";
  const tenant = "file:///c%3A/my%20work/tenants/acme/tenant.yaml";
  const monitoring = "file:///C:/my work/tenants/acme/monitoring.yaml";
  const client = await startClient(t, {
    folders: [folder],
    initializationOptions: FILE_SYSTEM,
    files: filesOf({ [tenant]: "tenant_id: saved\n", [`${folder}/.env`]: "HOST=db\n" }),
  });
  client.open(tenant, "tenant_id: typed\nmetadata: {name: '${HOST}'}\n");
  client.open(monitoring, 'prometheus:\n  endpoint: "http://{{tenant_id}}.${HOST}"\n');
  const at = (character: number) => ({ textDocument: { uri: monitoring }, position: { line: 1, character } });
  const hover = await client.request<Hover>("textDocument/hover", at(24));
  assert.match(JSON.stringify(hover.contents), /typed/, "the text in the editor, not the one on disk");
  const context = { includeDeclaration: true };
  const places = await client.request<Location[]>("textDocument/references", { ...at(35), context });
  const uris = places.map(({ uri }) => uri).toSorted();
  assert.equal(uris.length, 3);
  assert.ok(uris.includes(monitoring) && uris.includes(`${folder}/.env`));
  const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...at(35), newName: "DATABASE" });
  assert.equal(edit.changes?.[monitoring]?.length, 1);
  assert.equal(Object.keys(edit.changes ?? {}).length, 3);
});
