import assert from "node:assert/strict";
import { test } from "node:test";
import { createService, DEFAULT_SETTINGS, type Service } from "../../../server/src/service.ts";
import { GOOD_TENANT } from "../../protocol/documents.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const TENANT = uriOf("tenants/acme/tenant.yaml");
const SECURITY = uriOf("tenants/acme/security.yaml");
const workspace = memoryWorkspace({ "tenants/acme/tenant.yaml": GOOD_TENANT, "tenants/acme/security.yaml": "a: 1\n" });

async function codes(service: Service, text: string, languageId?: string): Promise<readonly unknown[]> {
  const document = languageId === undefined ? { uri: TENANT, text } : { uri: TENANT, text, languageId };
  const { diagnostics } = await service.check(document, workspace, DEFAULT_SETTINGS);
  return diagnostics.map((diagnostic) => `${diagnostic.range.start.line}: ${diagnostic.code}`);
}

/** A service that has parsed the tenant file as the neighbour of another one. */
async function withNeighbour(keptDocuments: number): Promise<Service> {
  const service = createService({ keptDocuments });
  await service.check({ uri: SECURITY, text: "a: 1\n" }, workspace, DEFAULT_SETTINGS);
  return service;
}

const LONGER = GOOD_TENANT.replace("  name: Acme\n", "  name: Acme\n  nick: A\n");

for (const kept of [1, 64]) {
  test(`a document that was read as a neighbour first is checked as it is given (${kept} kept)`, async () => {
    const service = await withNeighbour(kept);
    assert.deepEqual(await codes(service, GOOD_TENANT), []);
    assert.deepEqual(await codes(service, LONGER), ["3: unknown-property"]);
    assert.deepEqual(await codes(service, GOOD_TENANT), []);
    const unsaved = await withNeighbour(kept);
    assert.deepEqual(await codes(unsaved, LONGER), ["3: unknown-property"]);
  });

  test(`a document that was read as YAML is parsed anew when the editor says it is JSON (${kept} kept)`, async () => {
    const service = await withNeighbour(kept);
    const fresh = createService();
    const asJson = await codes(fresh, GOOD_TENANT, "json");
    assert.notDeepEqual(asJson, []);
    assert.deepEqual(await codes(service, GOOD_TENANT, "json"), asJson);
  });

  test(`a neighbour sees what was made of an adopted document (${kept} kept)`, async () => {
    const service = await withNeighbour(kept);
    const preview = async (): Promise<string | undefined> => {
      const text = 'authentication:\n  issuer: "{{tenant_name}}"\n';
      const document = { uri: SECURITY, text };
      const answer = await service.effectivePreview(document, undefined, workspace, DEFAULT_SETTINGS);
      return answer?.lines.find((line) => line.key === "issuer")?.value;
    };
    await codes(service, GOOD_TENANT);
    assert.match((await preview()) ?? "", /Acme/);
    await codes(service, GOOD_TENANT.replace("name: Acme", "name: Bolt"));
    assert.match((await preview()) ?? "", /Bolt/);
  });
}
