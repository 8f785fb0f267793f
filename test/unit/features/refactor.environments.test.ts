import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { effectiveValue } from "../../../server/src/yaml/value.ts";
import { withCursor } from "../../support/cursor.ts";
import { applyWorkspaceEdit } from "../../support/workspace-edit.ts";
import { tenantFiles } from "./ask.ts";
import { faultsOf, offered, refactored, refactoringsOf } from "./ask-refactoring.ts";

const PATH = "tenants/one/tenant.yaml";
const COPY = "Copy the environment `production` to `development`";

async function copied(text: string, path = PATH): Promise<unknown> {
  return (await refactored({ [path]: text }, COPY))[path];
}

describe("copy an environment", () => {
  const cases: readonly (readonly [what: string, marked: string, expected: string])[] = [
    [
      "with the comments above and within it, below it",
      "environments:\n  # live\n  prod<|>uction: # main\n    enabled: true\n    # more\n  staging:\n    enabled: true\n",
      "environments:\n  # live\n  production: # main\n    enabled: true\n    # more\n  # live\n  development: # main\n    enabled: true\n    # more\n  staging:\n    enabled: true\n",
    ],
    [
      "with blank lines between entries",
      "environments:\n  staging: {}\n\n  <|>production:\n    enabled: true\nx-a: 1\n",
      "environments:\n  staging: {}\n\n  production:\n    enabled: true\n\n  development:\n    enabled: true\nx-a: 1\n",
    ],
    [
      "anchors stay with the original, aliases stand for the same",
      "environments:\n  <|>production: &prod\n    x-a: &a {b: 1}\n    x-c: &c # d\n      e: *a\n  staging: *prod\n",
      "environments:\n  production: &prod\n    x-a: &a {b: 1}\n    x-c: &c # d\n      e: *a\n  development:\n    x-a: {b: 1}\n    x-c: # d\n      e: *a\n  staging: *prod\n",
    ],
    [
      "merges, four spaces, lists that are not indented, windows line breaks",
      "x-a: &a\r\n    enabled: true\r\nenvironments:\r\n    <|>production:\r\n        <<: *a\r\n        x-b:\r\n        - 1\r\n",
      "x-a: &a\r\n    enabled: true\r\nenvironments:\r\n    production:\r\n        <<: *a\r\n        x-b:\r\n        - 1\r\n    development:\r\n        <<: *a\r\n        x-b:\r\n        - 1\r\n",
    ],
    [
      "flow style on one line",
      "environments: {<|>production: {enabled: true}, staging: {}} # a\n",
      "environments: {production: {enabled: true}, development: {enabled: true}, staging: {}} # a\n",
    ],
    [
      "flow style on several lines",
      "environments: {\n  # a\n  <|>production: {enabled: true}, # b\n  staging: {} # c\n}\n",
      "environments: {\n  # a\n  production: {enabled: true}, # b\n  # a\n  development: {enabled: true},\n  staging: {} # c\n}\n",
    ],
    [
      "the last one in flow style",
      "environments: {\n  <|>production: {enabled: true} # b\n}\n",
      "environments: {\n  production: {enabled: true}, # b\n  development: {enabled: true}\n}\n",
    ],
    [
      "a key in quotes, an alias, no line break at the end",
      'x-a: &a {enabled: true}\nenvironments:\n  "prod<|>uction": *a',
      'x-a: &a {enabled: true}\nenvironments:\n  "production": *a\n  "development": *a',
    ],
  ];
  for (const [what, marked, expected] of cases) test(what, async () => assert.equal(await copied(marked), expected));

  test("in JSON", async () => {
    const marked = '{\n  "environments": {\n    "prod<|>uction": {\n      "enabled": true\n    }\n  }\n}\n';
    const expected =
      '{\n  "environments": {\n    "production": {\n      "enabled": true\n    },\n    "development": {\n      "enabled": true\n    }\n  }\n}\n';
    assert.equal(await copied(marked, "tenants/one/tenant.json"), expected);
  });

  test("the name is one that the tenant has elsewhere, then the next usual one, in no spelling that is there", async () => {
    const pattern = /^Copy the environment/;
    const staging = { "tenants/one/environment.staging.yaml": "environment: {name: staging}\n" };
    const marked = "environments:\n  prod<|>: {}\n  dev: {}\n";
    assert.deepEqual(await offered({ [PATH]: marked }, pattern), ["Copy the environment `prod` to `staging`"]);
    const test = { "tenants/one/environment.test.yaml": "environment: {name: test}\n", ...staging };
    assert.deepEqual(await offered({ [PATH]: marked, ...test }, pattern), ["Copy the environment `prod` to `staging`"]);
    const misspelt = { "tenants/one/environment.yaml": "environment: {name: stagin}\n" };
    assert.deepEqual(await offered({ [PATH]: "environments: {<|>dev: {}}\n", ...misspelt }, pattern), [
      "Copy the environment `dev` to `staging`",
    ]);
    const all = "environments: {<|>production: {}, staging: {}, development: {}, test: {}}\n";
    assert.deepEqual(await offered({ [PATH]: all }, pattern), [
      "Copy the environment `production` — Every environment that may stand here does. More names come from the setting tenantConfig.extraEnvironments.",
    ]);
    assert.deepEqual(await offered({ [PATH]: all }, pattern, { settings: { extraEnvironments: ["qa"] } }), [
      "Copy the environment `production` to `qa`",
    ]);
  });

  test("where environments are used, only to one that the tenant has", async () => {
    const marked = (others: string): string =>
      `environments: {production: {}${others}}\ngitops:\n  destinations:\n    prod<|>uction: {cluster: a}\n`;
    assert.deepEqual(
      await refactored({ [PATH]: marked(", staging: {}") }, "Copy the environment `production` to `staging`"),
      {
        [PATH]: `${withCursor(marked(", staging: {}")).text}    staging: {cluster: a}\n`,
      },
    );
    assert.match(
      (await offered({ [PATH]: marked("") }, /^Copy the/)).join(),
      /Every environment of the tenant stands here/,
    );
  });

  test("the light bulb shows it at the name alone", async () => {
    const inside = { [PATH]: "environments:\n  production:\n    enabled: tr<|>ue\n" };
    assert.deepEqual(await offered(inside, /^Copy/), [COPY]);
    assert.deepEqual(await offered(inside, /^Copy/, { isAsked: false }), []);
    const name = { [PATH]: "environments:\n  prod<|>uction:\n    enabled: true\n" };
    assert.deepEqual(await offered(name, /^Copy/, { isAsked: false }), [COPY]);
  });

  test("not where the key has an anchor, and not elsewhere", async () => {
    assert.deepEqual(await offered({ [PATH]: "environments:\n  &a <|>production: {}\n" }, /^Copy/), []);
    assert.deepEqual(await offered({ [PATH]: "billing:\n  <|>plan: pro\n" }, /^Copy/), []);
  });
});

describe("copy an environment with its file", () => {
  const file = "environment: # a\n  name: 'prod' # b\n  tier: basic\n";
  const tenant = "environments:\n  <|>production: {enabled: true}\n";

  test("from the entry", async () => {
    const title = `${COPY}, with its file \`environment.development.yaml\``;
    const files = { [PATH]: tenant, "tenants/one/environment.production.yaml": file };
    assert.deepEqual(await refactored(files, title), {
      [PATH]: "environments:\n  production: {enabled: true}\n  development: {enabled: true}\n",
      "tenants/one/environment.development.yaml": "environment: # a\n  name: 'development' # b\n  tier: basic\n",
    });
    assert.deepEqual(await offered(files, /^Copy/, { operations: [] }), [COPY]);
    const taken = { ...files, "tenants/one/environment.development.yaml": "" };
    assert.deepEqual(await offered(taken, /^Copy/), [COPY], "no file is overwritten");
  });

  test("from the file, with the entry that has to agree", async () => {
    const own = "tenants/one/environment.production.yaml";
    const marked = { [PATH]: withCursor(tenant).text, [own]: file.replace("tier", "<|>tier") };
    const title =
      "Copy this environment to the new file `environment.development.yaml`, with its entry in `tenant.yaml`";
    assert.deepEqual(await refactored(marked, title), {
      [PATH]: "environments:\n  production: {enabled: true}\n  development: {enabled: true}\n",
      "tenants/one/environment.development.yaml": "environment: # a\n  name: 'development' # b\n  tier: basic\n",
    });
  });

  test("from the file, to an environment that the tenant has and no file describes", async () => {
    const files = {
      [PATH]: "environments: {production: {}, test: {}, staging: {}}\n",
      "tenants/one/environment.test.yaml": "environment: {name: test}\n",
      "tenants/one/environment.production.yaml": "environment:\n  <|>name: production\n",
    };
    assert.deepEqual(await refactored(files, "Copy this environment to the new file `environment.staging.yaml`"), {
      "tenants/one/environment.staging.yaml": "environment:\n  name: staging\n",
    });
  });

  const names: readonly (readonly [path: string, copy: string])[] = [
    ["tenants/one/environment.yml", "environment.development.yml"],
    ["tenants/one/environments/production.yaml", "development.yaml"],
    ["tenants/one/acme-prod.environment.yaml", "acme-development.environment.yaml"],
    ["tenants/one/acme.environment.yaml", "acme-development.environment.yaml"],
  ];
  for (const [path, copy] of names) {
    test(`the name beside ${path}`, async () => {
      const files = { [path]: "environment:\n  <|>name: production\n" };
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      assert.deepEqual(await refactored(files, `Copy this environment to the new file \`${copy}\``), {
        [folder + copy]: "environment:\n  name: development\n",
      });
    });
  }

  test("in JSON, and not where the name is a placeholder", async () => {
    const files = { "tenants/one/environment.production.json": '{"environment": {"name<|>": "production"}}\n' };
    assert.deepEqual(await refactored(files, "Copy this environment to the new file `environment.development.json`"), {
      "tenants/one/environment.development.json": '{"environment": {"name": "development"}}\n',
    });
    const open = { "tenants/one/environment.yaml": "environment:\n  <|>name: ${ENV}\n" };
    assert.deepEqual(await offered(open, /^Copy/), []);
  });
});

/** What a copy shares with its original, and what it lacks, is for people to write. */
const COPIED = /^\w+ (?:env-shared-datastore|environment-file-missing|environment-not-declared|encryption-off) /;

test("copies in the examples parse, have the same values and no new faults", async () => {
  for (const [folder, name] of [
    ["tenants/acme", "production"],
    ["tenants/globex", "production"],
    ["tenants/initech", "production"],
  ] as const) {
    const files = tenantFiles(folder);
    const [path, text] = Object.entries(files).find(([candidate]) => candidate.endsWith("/tenant.yaml")) ?? [];
    assert.ok(path !== undefined && text !== undefined, folder);
    const at = text.indexOf(`\n  ${name}:`) + 4;
    const marked = { ...files, [path]: `${text.slice(0, at)}<|>${text.slice(at)}` };
    const { actions } = await refactoringsOf(marked);
    const copies = actions.filter(({ title }) => title.startsWith("Copy the environment"));
    assert.ok(copies.length > 0, folder);
    for (const { title, edit } of copies) {
      const after = applyWorkspaceEdit(files, edit);
      const [from, to] = [...title.matchAll(/`(\w+)`/g)].map(([, word]) => word);
      const value = effectiveValue(rootOf(parseSource(after[path] ?? "", "yaml"))) as {
        environments: Record<string, unknown>;
      };
      assert.deepEqual(value.environments[to ?? ""], value.environments[from ?? ""], title);
      const changed = Object.keys(after).filter((candidate) => after[candidate] !== files[candidate]);
      const old = new Set(await faultsOf(files));
      assert.deepEqual(
        (await faultsOf(after, changed)).filter((fault) => !old.has(fault) && !COPIED.test(fault)),
        [],
        title,
      );
    }
  }
});
