import assert from "node:assert/strict";
import { test } from "node:test";
import type { Kind } from "../../../server/src/protocol.ts";
import { canonicalEnvironment } from "../../../server/src/tenants/environment-names.ts";
import { TENANT_VARIABLES } from "../../../server/src/tenants/placeholders.ts";
import {
  environmentOf,
  environmentsOf,
  fileOf,
  namesOfClass,
  placeholderValues,
  type TenantContext,
  type TenantFile,
} from "../../../server/src/tenants/tenant-context.ts";
import type { NodePath } from "../../../server/src/yaml/node.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";

function file(name: string, text: string): TenantFile {
  const kind = name.split(".")[0] as Kind;
  return { uri: `file:///work/${name}.yaml`, kind, source: parseSource(text, "yaml") };
}

const TENANT = file(
  "tenant",
  `tenant_id: acme
metadata:
  name: Acme Music
  owner: {user_id: u, email: jo@acme.example, name: Jo}
environments:
  prod: {}
  development: {}
billing: &b {plan: pro}
`,
);
const PRODUCTION = file("environment.production", "environment: {name: production, region: eu-west-1}\n");
const STAGING = file("environment.staging", "environment: {name: staging, region: us-east-1}\n");
const UNNAMED = file("environment", "environment: {region: nowhere}\n");
const MONITORING = file("monitoring", "global: {}\n");
const LOCALIZATION = file("localization", "default_locale: fr\n");

function contextOf(...files: readonly TenantFile[]): TenantContext {
  return {
    folder: "file:///work",
    files,
    variables: new Map([["HOST", { value: "db", from: "`.env`" }]]),
    holdsTenants: 1,
    variableFiles: [],
  };
}

const ACME = contextOf(TENANT, PRODUCTION, STAGING, UNNAMED, MONITORING, LOCALIZATION);

/** Values of all tenant variables at a place. */
function values(asking: TenantFile, path: NodePath = [], chosen?: string, context = ACME): Record<string, string> {
  const { variable } = placeholderValues(context, asking, path, chosen);
  const known = TENANT_VARIABLES.map((name) => [name, variable(name)?.value] as const);
  return Object.fromEntries(known.filter((entry): entry is [(typeof entry)[0], string] => entry[1] !== undefined));
}

const SAME_EVERYWHERE = {
  tenant_id: "acme",
  tenant_name: "Acme Music",
  plan: "pro",
  owner_email: "jo@acme.example",
  default_locale: "fr",
};

test("what belongs to the tenant is the same in all of its files", () => {
  assert.deepEqual(values(MONITORING), SAME_EVERYWHERE);
  assert.deepEqual(values(TENANT), SAME_EVERYWHERE);
});

test("an environment file is a place in its environment", () => {
  assert.deepEqual(values(PRODUCTION), { ...SAME_EVERYWHERE, environment: "production", region: "eu-west-1" });
  assert.deepEqual(values(STAGING), { ...SAME_EVERYWHERE, environment: "staging", region: "us-east-1" });
  assert.deepEqual(values(UNNAMED), SAME_EVERYWHERE);
});

test("so is a branch of `environments` in the tenant file, under its short or long name", () => {
  assert.deepEqual(values(TENANT, ["environments", "prod", "database", "host"]), {
    ...SAME_EVERYWHERE,
    environment: "production",
    region: "eu-west-1",
  });
  assert.deepEqual(values(TENANT, ["environments", "development"]), { ...SAME_EVERYWHERE, environment: "development" });
  assert.deepEqual(values(TENANT, ["environments"]), SAME_EVERYWHERE);
  assert.deepEqual(values(MONITORING, ["environments", "prod"]), SAME_EVERYWHERE);
});

test("a chosen environment counts where the place has none of its own", () => {
  assert.deepEqual(values(MONITORING, [], "staging"), {
    ...SAME_EVERYWHERE,
    environment: "staging",
    region: "us-east-1",
  });
  assert.equal(values(PRODUCTION, [], "staging").environment, "production");
});

test("what nobody wrote, or wrote as a placeholder, is not known", () => {
  const vague = file("tenant", 'tenant_id: "{{tenant_id}}"\nmetadata: {name: "${NAME}"}\nbilling: {plan: 3}\n');
  assert.deepEqual(values(vague, [], undefined, contextOf(vague)), {});
  assert.deepEqual(values(MONITORING, [], undefined, contextOf(MONITORING)), {});
  assert.deepEqual(values(MONITORING, [], "test", contextOf(MONITORING)), { environment: "test" });
});

test("each value says where it was found", () => {
  const { variable, environment } = placeholderValues(ACME, PRODUCTION, []);
  assert.equal(variable("tenant_id")?.from, "the tenant file");
  assert.equal(variable("environment")?.from, "the environment");
  assert.equal(variable("region")?.from, "the environment file");
  assert.equal(variable("default_locale")?.from, "the localization file");
  assert.deepEqual(environment("HOST"), { value: "db", from: "`.env`" });
  assert.equal(environment("NONE"), undefined);
});

test("files are found by kind, environment files by the environment that they describe", () => {
  assert.equal(fileOf(ACME, "tenant"), TENANT);
  assert.equal(fileOf(ACME, "environment", "staging"), STAGING);
  assert.equal(fileOf(ACME, "environment"), PRODUCTION);
  assert.equal(fileOf(ACME, "environment", "test"), undefined);
  assert.equal(fileOf(ACME, "security"), undefined);
  assert.equal(environmentOf(file("environment", "environment: {name: dev}\n")), "development");
  assert.equal(environmentOf(UNNAMED), undefined);
});

test("the environments of a tenant are those of its tenant file, then those only a file describes, under long names", () => {
  assert.deepEqual(environmentsOf(ACME), ["production", "development", "staging"]);
  assert.deepEqual(environmentsOf(contextOf(STAGING, UNNAMED)), ["staging"]);
  assert.deepEqual(environmentsOf(contextOf(file("tenant", "environments: [a]\n"))), []);
});

test("two environments have a short name", () => {
  assert.deepEqual(["dev", "prod", "staging", "development", "qa", "__proto__", "toString"].map(canonicalEnvironment), [
    "development",
    "production",
    "staging",
    "development",
    "qa",
    "__proto__",
    "toString",
  ]);
});

test("names of a class come from all files of the tenant, in order", () => {
  const context = contextOf(
    file("monitoring", "alertmanager: {config: {receivers: [{name: mail}, {name: chat}]}}\n"),
    file("security", "authorization: {rbac: {roles: [{name: admin}]}}\n"),
  );
  assert.deepEqual(
    namesOfClass(context, "receiver").map(({ name }) => name),
    ["mail", "chat"],
  );
  assert.deepEqual(namesOfClass(context, "locale"), []);
});
