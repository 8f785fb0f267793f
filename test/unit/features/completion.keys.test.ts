import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { InsertTextFormat } from "vscode-languageserver-types";
import { complete, isSnippet } from "./ask.ts";

const TOP = [
  "tenant_id",
  "metadata",
  "metadata …",
  "environments",
  "environments …",
  "features",
  "security",
  "billing",
];
const OPTIONAL = ["$schema", "schema_version", "gitops", "gitops …"];
const ENVIRONMENT = { path: "tenants/one/environment.yaml" };
const SECURITY = { path: "tenants/one/security.yaml" };

describe("keys at the top level", () => {
  test("of an empty file: the required ones first", async () => {
    assert.deepEqual((await complete("<|>")).labels, [...TOP, ...OPTIONAL]);
  });

  test("below a comment", async () => {
    const offered = await complete("# who we are\n<|>");
    assert.deepEqual(offered.labels, [...TOP, ...OPTIONAL]);
    assert.equal(offered.accept("tenant_id"), "# who we are\ntenant_id: ");
  });

  test("without those that are there, above or below", async () => {
    const offered = await complete("tenant_id: one\n<|>\nbilling: {}\n");
    assert.deepEqual(offered.labels, [...TOP.slice(1, -1), ...OPTIONAL]);
    assert.equal(offered.accept("features"), "tenant_id: one\nfeatures:\n  \nbilling: {}\n");
  });

  test("in place of a half-typed word with text below", async () => {
    const offered = await complete("tenant_id: one\nbil<|>\nmetadata:\n  name: One\n");
    assert.equal(offered.accept("billing"), "tenant_id: one\nbilling:\n  \nmetadata:\n  name: One\n");
  });

  test("of a long flat file, without those that stand far away", async () => {
    const above = Array.from({ length: 300 }, (_, index) => `x-above-${index}: [${index}]\n`).join("");
    const below = Array.from({ length: 300 }, (_, index) => `x-below-${index}: ${index}\n`).join("");
    const offered = await complete(`billing: {}\n${above}<|>\n${below}metadata:\n  name: One\n`);
    assert.deepEqual(offered.labels, [
      "tenant_id",
      "environments",
      "environments …",
      "features",
      "security",
      ...OPTIONAL,
    ]);
    assert.equal(offered.accept("features"), `billing: {}\n${above}features:\n  \n${below}metadata:\n  name: One\n`);
  });
});

describe("keys of a mapping", () => {
  const cases: readonly (readonly [name: string, marked: string, label: string, accepted: string])[] = [
    ["that has none yet", "billing:\n  <|>", "plan", "billing:\n  plan: "],
    [
      "between siblings",
      "billing:\n  plan: pro\n  <|>\n  currency: EUR\n",
      "billing_cycle",
      "billing:\n  plan: pro\n  billing_cycle: \n  currency: EUR\n",
    ],
    ["behind a blank line", "billing:\n  plan: pro\n\n  <|>\n", "currency", "billing:\n  plan: pro\n\n  currency: \n"],
    [
      "between comments",
      "billing:\n  plan: pro\n  # more\n  <|>\n  # end\nfeatures: {}\n",
      "currency",
      "billing:\n  plan: pro\n  # more\n  currency: \n  # end\nfeatures: {}\n",
    ],
    [
      "half typed with siblings below",
      "metadata:\n  na<|>\n  owner: {}\n",
      "name",
      "metadata:\n  name: \n  owner: {}\n",
    ],
    ["half typed before a comment", "metadata:\n  na<|> # soon\n", "name", "metadata:\n  name:  # soon\n"],
    ["that is renamed and keeps its value", "billing:\n  pl<|>an: pro\n", "currency", "billing:\n  currency: pro\n"],
    ["with CRLF", "billing:\r\n  <|>\r\n", "usage_limits", "billing:\r\n  usage_limits:\r\n    \r\n"],
    [
      "with steps of four",
      "metadata:\n    name: One\nbilling:\n    <|>\n",
      "usage_limits",
      "metadata:\n    name: One\nbilling:\n    usage_limits:\n        \n",
    ],
    [
      "left of its siblings below",
      "metadata:\n    name: One\nbilling:\n  <|>\n    plan: free\n",
      "currency",
      "metadata:\n    name: One\nbilling:\n    currency: \n    plan: free\n",
    ],
    ["from the first column", "billing:\n<|>\n  plan: free\n", "currency", "billing:\n  currency: \n  plan: free\n"],
    [
      "right of its siblings above",
      "billing:\n  plan: free\n      <|>\n",
      "currency",
      "billing:\n  plan: free\n  currency: \n",
    ],
    ["in braces", "billing: {<|>}", "plan", "billing: {plan: }"],
    ["in braces behind a comma", "billing: {plan: pro, <|>}", "currency", "billing: {plan: pro, currency: }"],
    [
      "in braces over several lines",
      "billing: {\n  plan: pro,\n  <|>\n}\n",
      "currency",
      "billing: {\n  plan: pro,\n  currency: \n}\n",
    ],
  ];
  for (const [name, marked, label, accepted] of cases) {
    test(name, async () => assert.equal((await complete(marked)).accept(label), accepted));
  }

  test("are exactly those of its schema that are missing", async () => {
    assert.deepEqual((await complete("billing:\n  plan: pro\n  <|>\n")).labels, [
      "billing_cycle",
      "currency",
      "usage_limits",
    ]);
    assert.deepEqual((await complete("billing: {plan: pro, <|>}")).labels, [
      "billing_cycle",
      "currency",
      "usage_limits",
    ]);
  });

  test("are offered although a merge brings them in, to override it", async () => {
    const marked =
      "x-shared: &shared\n  port: 5432\nenvironments:\n  production:\n    database:\n      <<: *shared\n      name: one\n      <|>\n";
    const offered = await complete(marked);
    assert.deepEqual(offered.labels.slice(0, 3), ["host", "port", "schema"]);
    assert.ok(!offered.labels.includes("name"));
  });

  test("open a list with its first dash, indented as in the file", async () => {
    const indented = "authorization:\n  rbac:\n    roles:\n      - name: a\n        <|>\n";
    assert.equal(
      (await complete(indented, SECURITY)).accept("inherit_from"),
      indented.replace("<|>", "inherit_from:\n          - "),
    );
    const flush = "authorization:\n  rbac:\n    roles:\n    - name: a\n      <|>\n";
    assert.equal(
      (await complete(flush, SECURITY)).accept("inherit_from"),
      flush.replace("<|>", "inherit_from:\n      - "),
    );
  });

  test("that are text or a mapping are opened as text", async () => {
    const marked = "translations:\n  de:\n    messages:\n      common:\n        <|>\n";
    const offered = await complete(marked, { path: "tenants/one/localization.yaml" });
    assert.equal(offered.accept("save"), marked.replace("<|>", "save: "));
    assert.equal(offered.accept("yes"), marked.replace("<|>", '"yes": '));
  });
});

describe("keys that are understood but not offered", () => {
  test("deprecated ones", async () => {
    const { labels } = await complete("security:\n  network_security:\n    <|>", ENVIRONMENT);
    assert.deepEqual(labels, ["waf_enabled", "ddos_protection", "ip_allowlist"]);
  });

  test("other spellings of a property, and the property itself once one is there", async () => {
    const open = await complete("environments:\n  production:\n    storage:\n      <|>");
    assert.ok(open.labels.includes("bucket"));
    assert.ok(!open.labels.includes("container"));
    const spelled = await complete("environments:\n  production:\n    storage:\n      container: a\n      <|>");
    assert.ok(!spelled.labels.includes("bucket"));
  });

  test("other spellings of an environment, and its long name once the short one is there", async () => {
    const names = ["development", "staging", "production", "test"];
    const withRequired = (list: readonly string[]): readonly string[] => list.flatMap((name) => [name, `${name} …`]);
    assert.deepEqual((await complete("environments:\n  <|>")).labels, withRequired(names));
    const { labels } = await complete("environments:\n  prod: {}\n  <|>\n");
    assert.deepEqual(labels, withRequired(["development", "staging", "test"]));
  });
});

describe("nothing is offered", () => {
  const places: readonly (readonly [name: string, marked: string])[] = [
    ["in a comment", "tenant_id: one # <|>"],
    ["in a comment line", "billing:\n  # pl<|>\n"],
    ["in a block of text", "metadata:\n  description: |\n    free <|>text\n"],
    ["on a document marker", "--<|>-\ntenant_id: one\n"],
    ["in the indentation of a line", "metadata:\n  owner:\n  <|>  name: One\n"],
    ["behind a merge key", "x-a: &a {}\nbilling:\n  <<: <|>\n"],
    ["before a list in braces", "billing: {plan: <|> [pro]}\n"],
    ["before braces in a mapping", "billing:\n  plan: <|> {}\n"],
    ["where a key would tear a value apart", "metadata:\n  description: one\n    <|>two\n"],
  ];
  for (const [name, marked] of places) {
    test(name, async () => assert.deepEqual((await complete(marked)).labels, []));
  }
});

describe("what the editor can do", () => {
  test("without snippets every item is plain text", async () => {
    const { items } = await complete("billing:\n  <|>", {}, { snippets: false });
    assert.deepEqual(new Set(items.map((item) => item.insertTextFormat)), new Set([InsertTextFormat.PlainText]));
    assert.equal(
      (await complete("billing:\n  <|>", {}, { snippets: false })).accept("usage_limits"),
      "billing:\n  usage_limits:\n    ",
    );
  });

  test("the suggest command comes only when asked for, and only behind keys with values to suggest", async () => {
    const commands = async (triggerSuggest: boolean): Promise<readonly (string | undefined)[]> => {
      const { items } = await complete("billing:\n  <|>", {}, { triggerSuggest });
      return items.filter((item) => !isSnippet(item)).map((item) => item.command?.command);
    };
    const suggest = "editor.action.triggerSuggest";
    assert.deepEqual(await commands(true), [suggest, suggest, suggest, undefined]);
    assert.deepEqual(await commands(false), [undefined, undefined, undefined, undefined]);
  });

  test("items say whether they are required and what they mean", async () => {
    const offered = await complete("metadata:\n  <|>");
    assert.equal(offered.item("name").detail, "required");
    assert.match(JSON.stringify(offered.item("name").documentation), /Required/);
  });
});
