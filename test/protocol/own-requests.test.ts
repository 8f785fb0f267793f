import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type EffectivePreview,
  KIND_REQUEST,
  type KindAnswer,
  NEW_TENANT_REQUEST,
  type NewTenantAnswer,
  type NewTenantParams,
  STATUS_NOTIFICATION,
  type StatusParams,
} from "../../server/src/protocol.ts";
import { startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { BROKEN_TENANT, GOOD_TENANT } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";

test("kind: what it is and why", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  client.open(URI, GOOD_TENANT);
  const kind = await client.request<KindAnswer>(KIND_REQUEST, { uri: URI });
  assert.equal(kind.kind, "tenant");
  assert.equal(kind.decidedBy, "fileName");
  assert.match(kind.reasons.at(-1) ?? "", /tenant\.yaml.*below the folder of the tenants/);

  const foreign = "file:///work/deploy/values.yaml";
  client.open(foreign, "apiVersion: v1\nkind: Service\n", "yaml");
  const answer = await client.request<KindAnswer>(KIND_REQUEST, { uri: foreign });
  assert.equal(answer.kind, undefined);
  assert.match(answer.reasons.at(-1) ?? "", /Kubernetes/);
});

test("effective preview: the chosen environment, resolved, secrets masked", async (t) => {
  const folder = await temporaryFolder(t, { ".env": "DB_HOST=db.from-env.example\n" });
  const client = await startClient(t, { folders: [folder.uri()] });
  const uri = folder.uri("tenants/acme/tenant.yaml");
  const text = GOOD_TENANT.replace("db.acme.example", "${DB_HOST}")
    .replace("schema: tenant_acme", "schema: tenant_acme\n      password: hunter2hunter2")
    .replace("features:", "  staging: {}\nfeatures:");
  client.open(uri, text);
  const preview = await client.request<EffectivePreview>("tenantConfig/preview/effective", {
    uri,
    environment: "prod",
  });
  assert.deepEqual(preview.environments, ["production", "staging"]);
  assert.equal(preview.environment, "production");
  assert.deepEqual(preview.problems, []);
  const host = preview.lines.find((line) => line.key === "host");
  assert.deepEqual([host?.value, host?.origin], ["db.from-env.example", "environment"]);
  assert.deepEqual(host?.source, { uri, line: 11, character: 12 });
  assert.equal(preview.lines.find((line) => line.key === "password")?.origin, "secret");
  assert.equal(JSON.stringify(preview).includes("hunter2"), false, "the secret is nowhere in the answer");
  assert.equal(
    preview.lines.some((line) => line.key === "staging"),
    false,
    "the other environment is left out",
  );
});

test("effective preview: an environment the tenant does not have is said to be a problem", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  client.open(URI, GOOD_TENANT);
  const preview = await client.request<EffectivePreview>("tenantConfig/preview/effective", {
    uri: URI,
    environment: "nowhere",
  });
  assert.deepEqual(preview.problems, ["The tenant has no environment `nowhere`; it has production."]);
});

const ANSWERS: NewTenantParams = {
  id: "initrode",
  name: 'Initrode: *the* #1 "shop" & more',
  ownerName: "Ann O'Neil",
  ownerEmail: "ann@initrode.example",
  environments: ["production", "staging"],
  plan: "pro",
  locales: ["en", "fr", "ar"],
};

test("new tenant: its files validate clean through the same server, together", async (t) => {
  const folder = await temporaryFolder(t);
  const client = await startClient(t, { folders: [folder.uri()] });
  const { files, problems } = await client.request<NewTenantAnswer>(NEW_TENANT_REQUEST, ANSWERS);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    files.map(({ path }) => path),
    [
      "tenant.yaml",
      "monitoring.yaml",
      "security.yaml",
      "localization.yaml",
      "environment.production.yaml",
      "environment.staging.yaml",
    ],
  );
  for (const { path, text } of files) await folder.write(`tenants/initrode/${path}`, text);
  for (const { path, text } of files) {
    assert.deepEqual(await client.check(folder.uri(`tenants/initrode/${path}`), text), [], path);
  }
});

test("new tenant: wrong answers are named and nothing is written", async (t) => {
  const client = await startClient(t);
  const wrong = { ...ANSWERS, id: "a!", ownerEmail: "ann", environments: ["moon"], locales: ["xx_YY"], plan: "gold" };
  const { files, problems } = await client.request<NewTenantAnswer>(NEW_TENANT_REQUEST, wrong);
  assert.deepEqual(files, []);
  assert.deepEqual(
    problems.map(({ field }) => field),
    ["id", "ownerEmail", "environments", "plan", "locales"],
  );
});

test("status: kind, layout and counts after each check", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const first = client.next<StatusParams>(STATUS_NOTIFICATION);
  client.open(URI, `schema_version: "1"\n${BROKEN_TENANT}`, "tenant-config", 3);
  assert.deepEqual(await first, {
    uri: URI,
    version: 3,
    kind: "tenant",
    schemaVersion: "1",
    problems: { errors: 3, warnings: 1, infos: 0, hints: 0 },
  });
  const second = client.next<StatusParams>(STATUS_NOTIFICATION, ({ version }) => version === 4);
  client.change(URI, { text: `schema_version: "2"\n${GOOD_TENANT}` });
  assert.deepEqual(await second, {
    uri: URI,
    version: 4,
    kind: "tenant",
    schemaVersion: "2",
    problems: { errors: 0, warnings: 0, infos: 0, hints: 0 },
  });
});

test("status: a file of another tool has no kind", async (t) => {
  const client = await startClient(t, { folders: ["file:///work"] });
  const status = client.next<StatusParams>(STATUS_NOTIFICATION);
  client.open("file:///work/compose.yaml", "services: {}\n", "yaml");
  const { kind, problems } = await status;
  assert.equal(kind, undefined);
  assert.deepEqual(problems, { errors: 0, warnings: 0, infos: 0, hints: 0 });
});
