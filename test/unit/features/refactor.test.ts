import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction } from "vscode-languageserver-types";
import { checkCodeActions } from "../../support/code-action-check.ts";
import { withCursor } from "../../support/cursor.ts";
import { exampleFiles } from "../../support/examples.ts";
import { applyAction, open, type Surroundings } from "./ask.ts";

async function actionsAt(marked: string, around: Surroundings = {}, selected = 0): Promise<readonly CodeAction[]> {
  const { text, offset, position } = withCursor(marked);
  const { service, document, workspace, settings } = open(text, around);
  const end = { line: position.line, character: position.character + selected };
  assert.ok(offset + selected <= text.length);
  const request = { range: { start: position, end }, diagnostics: [], only: ["refactor"] };
  return service.codeActions(document, request, workspace, settings);
}

/** The text after a refactoring; undefined when it is not offered. */
async function after(marked: string, title: string, selected = 0): Promise<string | undefined> {
  const action = (await actionsAt(marked, {}, selected)).find((candidate) => candidate.title === title);
  return action && applyAction(withCursor(marked).text, action);
}

type Case = readonly [what: string, marked: string, expected: string | undefined];

function suite(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [what, marked, expected] of cases) {
      test(what, async () => assert.equal(await after(marked, title), expected));
    }
  });
}

suite("Write in flow style", [
  ["a mapping", "x-a:\n  <|>b: 1\n  c: [d]\ne: 1\n", "x-a: {b: 1, c: [d]}\ne: 1\n"],
  ["from its key", "x-<|>a:\n  b: 1\n", "x-a: {b: 1}\n"],
  ["a list with a comment behind its last line", "x-a:\n- <|>b\n- 'c' # d\n", "x-a: [b, 'c'] # d\n"],
  ["an item", "x-a:\n  - <|>b: 1\n    c: 2\n", "x-a:\n  - {b: 1, c: 2}\n"],
  [
    "anchors, aliases and nothing",
    "x-a: &a 1\nx-b: &b\n  <|>c: *a\n  d:\n  e: x\n",
    "x-a: &a 1\nx-b: &b {c: *a , d:, e: x}\n",
  ],
  ["text that flow style would cut", "x-a:\n  <|>b: c, d\n  e: |\n    f\n    g\n", 'x-a: {b: "c, d", e: "f\\ng\\n"}\n'],
  ["not with comments", "x-a:\n  <|>b: 1 # c\n  d: 1\n", undefined],
  ["not a tag", "x-a:\n  <|>b: !c 1\n", undefined],
  ["not what is too long", `x-a:\n  <|>b: ${"c".repeat(120)}\n`, undefined],
  ["windows line breaks", "x-a:\r\n  <|>b: 1\r\n  c: 2\r\n", "x-a: {b: 1, c: 2}\r\n"],
]);

suite("Write in block style", [
  ["a mapping", "x-a: {<|>b: 1, c: [d]}\n", "x-a:\n  b: 1\n  c: [d]\n"],
  ["a list with a comment", "x-a: [<|>b, c] # d\n", "x-a: # d\n  - b\n  - c\n"],
  ["a flush list", "x-a: [<|>b, c]\nx-d:\n- e\n", "x-a:\n- b\n- c\nx-d:\n- e\n"],
  ["four spaces", "x-d:\n    e: 1\nx-a: {<|>b: 1}\n", "x-d:\n    e: 1\nx-a:\n    b: 1\n"],
  ["an item", "x-a:\n- {<|>b: 1, c: 2}\n", "x-a:\n- b: 1\n  c: 2\n"],
  ["an anchor", "x-a: &x {<|>b: 1}\nx-c: *x\n", "x-a: &x\n  b: 1\nx-c: *x\n"],
  ["not within flow style", "x-a: {b: {<|>c: 1}}\n", undefined],
  ["not with comments", "x-a: {<|>b: 1, # d\n  c: 1}\n", undefined],
  ["not what is empty", "x-a: {<|>}\n", undefined],
]);

suite("Write as a literal text block (`|`)", [
  ["a quoted text", 'x-a: "<|>b\\nc\\n"\n', "x-a: |\n  b\n  c\n"],
  ["without a line break at its end", "x-a:\n  b: 'c<|>'\n", "x-a:\n  b: |-\n    c\n"],
  ["a folded one", "x-a: >-\n  <|>b\n  c\n", "x-a: |-\n  b c\n"],
  ["blank lines", 'x-a: "<|>b\\n\\n c\\n"\n', "x-a: |\n  b\n\n   c\n"],
  ["an item", "x-a:\n  - 'b<|>'\n", "x-a:\n  - |-\n    b\n"],
  ["not before a comment", "x-a: 'b<|>' # c\n", undefined],
  ["not in flow style", "x-a: ['b<|>']\n", undefined],
  ["not what begins with a space", "x-a: ' b<|>'\n", undefined],
  ["not what ends in several line breaks", 'x-a: "<|>b\\n\\n"\n', undefined],
  ["not a control character", 'x-a: "<|>b\\u0007"\n', undefined],
  ["windows line breaks", 'x-a: "<|>b\\nc"\r\n', "x-a: |-\r\n  b\r\n  c\r\n"],
]);

suite("Write as a folded text block (`>`)", [
  [
    "a long text",
    `x-a: ${"word ".repeat(25)}<|>end\n`,
    `x-a: >-\n  ${"word ".repeat(20).trim()}\n  ${"word ".repeat(5)}end\n`,
  ],
  ["paragraphs", 'x-a: "<|>b\\nc\\n\\nd\\n"\n', "x-a: >\n  b\n\n  c\n\n\n  d\n"],
  ["not indented lines", 'x-a: "<|>b\\n c"\n', undefined],
]);

suite("Write in single quotes", [
  ["quotes within", 'x-a: "it\'s<|>"\n', "x-a: 'it''s'\n"],
  ["not line breaks", 'x-a: "<|>b\\nc"\n', undefined],
  ["not a number", "x-a: 3<|>\n", undefined],
]);

suite("Write in double quotes", [["plain text", "x-a: b<|>\n", 'x-a: "b"\n']]);

suite("Write without quotes", [
  ["a word", "x-a: 'b<|>' # c\n", "x-a: b # c\n"],
  ["not what would be a number", "x-a: '3<|>'\n", undefined],
  ["not a placeholder", "x-a: '{{tenant_id}}<|>'\n", undefined],
]);

suite("Replace `*b` by its value", [
  ["a scalar", "x-a: &b 'c'\nx-d: *b<|> # e\n", "x-a: &b 'c'\nx-d: 'c' # e\n"],
  [
    "a mapping",
    "x-a: &b\n  c:\n    - d\nx-e:\n  f: *b<|>\n",
    "x-a: &b\n  c:\n    - d\nx-e:\n  f:\n    c:\n      - d\n",
  ],
  ["an item", "x-a: &b\n  c: 1\n  d: 2\nx-e:\n- *b<|>\n", "x-a: &b\n  c: 1\n  d: 2\nx-e:\n- c: 1\n  d: 2\n"],
  ["a text block", "x-a: &b |\n  c\n   d\nx-e:\n  f: *b<|>\n", "x-a: &b |\n  c\n   d\nx-e:\n  f: |\n    c\n     d\n"],
  ["not comments, which would stand twice", "x-a: &b\n  c: 1 # d\n  e: 1\nx-f: *b<|>\n", undefined],
  ["not anchors, which would stand twice", "x-a: &b\n  c: &d 1\nx-f: *b<|>\n", undefined],
  ["not a mapping in flow style", "x-a: &b\n  c: 1\nx-f: [*b<|> ]\n", undefined],
]);

suite("Replace all `*b` by its value and remove the anchor", [
  ["from an alias", "x-a: &b 1\nx-c: *b<|>\nx-d: [*b ]\n", "x-a: 1\nx-c: 1\nx-d: [1 ]\n"],
  ["from the anchor", "x-a: &b\n  <|>c: 1\nx-d: *b\n", undefined],
  ["from its key", "x-<|>a: &b\n  c: 1\nx-d: *b\n", "x-a:\n  c: 1\nx-d:\n  c: 1\n"],
  ["not with a merge", "x-<|>a: &b\n  c: 1\nx-d:\n  <<: *b\nx-e: *b\n", undefined],
]);

suite("Replace the merge by its keys", [
  [
    "what the mapping does not have itself",
    "x-a: &b\n    c: 1\n    d:\n        e: 2\nx-f:\n    <<<|>: *b\n    c: 3 # g\n",
    "x-a: &b\n    c: 1\n    d:\n        e: 2\nx-f:\n    d:\n        e: 2\n    c: 3 # g\n",
  ],
  [
    "several",
    "x-a: &a {c: 1, d: 2}\nx-b: &b\n  d: 3\nx-f:\n  <<: [*a, *b<|>]\n",
    "x-a: &a {c: 1, d: 2}\nx-b: &b\n  d: 3\nx-f:\n  c: 1\n  d: 2\n",
  ],
  ["not comments, which would stand twice", "x-a: &b\n  c:\n    d: 1 # e\n    f: 1\nx-g:\n  <<: *b<|>\n", undefined],
]);

describe("extract to an anchor", () => {
  const cases: readonly (readonly [what: string, marked: string, selected: number, title: string, expected: string])[] =
    [
      [
        "equal mappings, in block style",
        "x-a:\n  b:\n    <|>c: 1\n    d: 2\n  e: # f\n    c: 2\n  g:\n    c: 1\n    d: 2\n",
        0,
        "Extract to the anchor `&b` and use it in 2 places",
        "x-a:\n  b: &b\n    c: 1\n    d: 2\n  e: # f\n    c: 2\n  g: *b\n",
      ],
      [
        "items",
        "x-a:\n  - <|>c: 1\n    d: 2\n  - e\n  - c: 1\n    d: 2\n  - {c: 1, d: 2}\n",
        0,
        "Extract to the anchor `&x-a` and use it in 3 places",
        "x-a:\n  - &x-a\n    c: 1\n    d: 2\n  - e\n  - *x-a\n  - *x-a\n",
      ],
      [
        "a long text, within flow style too",
        "x-a: <|>a long text here\nx-b: [a long text here, {c: a long text here}]\n",
        0,
        "Extract to the anchor `&x-a` and use it in 3 places",
        "x-a: &x-a a long text here\nx-b: [*x-a , {c: *x-a }]\n",
      ],
      [
        "the anchor goes to the first one",
        "x-a:\n  b: [1, 2]\n  c: [<|>1, 2]\n",
        0,
        "Extract to the anchor `&c` and use it in 2 places",
        "x-a:\n  b: &c [1, 2]\n  c: *c\n",
      ],
      [
        "a selection that stands once",
        "x-a: &b 1\nx-c:\n  b: <|>d\n",
        1,
        "Add the anchor `&b_2`",
        "x-a: &b 1\nx-c:\n  b: &b_2 d\n",
      ],
    ];
  for (const [what, marked, selected, title, expected] of cases) {
    test(what, async () => assert.equal(await after(marked, title, selected), expected));
  }

  test("not what stands once, has comments or anchors of its own", async () => {
    const none = [
      "x-a:\n  b: <|>{c: 1}\n",
      "x-a:\n  b:\n    <|>c: 1 # d\n    e: 1\n  f:\n    c: 1\n    e: 1\n",
      "x-a:\n  b: {<|>c: &d 1}\n  f: {c: 1}\n",
    ];
    for (const marked of none) {
      const titles = (await actionsAt(marked)).map(({ title }) => title);
      assert.deepEqual(
        titles.filter((title) => title.startsWith("Extract")),
        [],
        marked,
      );
    }
  });
});

describe("extract to a variable", () => {
  const path = "tenants/one/environment.production.yaml";
  const secret = "mlops:\n  mlflow:\n    auth:\n      password: 'hu<|>nter2' # c\n";

  async function edits(marked: string, files: Readonly<Record<string, string>>, selected = 0, createsFiles = true) {
    const { text, position } = withCursor(marked);
    const { service, document, workspace, settings } = open(text, { path, files });
    const range = { start: position, end: { ...position, character: position.character + selected } };
    const request = { range, diagnostics: [], only: ["refactor.extract"], createsFiles };
    const actions = await service.codeActions(document, request, workspace, settings);
    return actions.filter(({ title }) => title.includes(".env.example"));
  }

  test("a secret is listed without its value", async () => {
    const [action, ...rest] = await edits(secret, { ".env.example": "A=1" });
    assert.ok(action);
    assert.deepEqual(rest, []);
    assert.equal(action.isPreferred, true);
    assert.deepEqual(action.edit?.changes, {
      "file:///work/tenants/one/environment.production.yaml": [
        {
          range: { start: { line: 3, character: 16 }, end: { line: 3, character: 25 } },
          newText: "${MLOPS_MLFLOW_AUTH_PASSWORD}",
        },
      ],
      "file:///work/.env.example": [
        {
          range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } },
          newText: "\nMLOPS_MLFLOW_AUTH_PASSWORD=\n",
        },
      ],
    });
    assert.ok(!JSON.stringify(action).includes("hunter2"));
  });

  test("a name that is taken gets a number, and the list is created", async () => {
    const [action] = await edits(secret, { ".env": "MLOPS_MLFLOW_AUTH_PASSWORD=x\n" });
    assert.match(action?.title ?? "", /MLOPS_MLFLOW_AUTH_PASSWORD_2\}/);
    const [create, added] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: "create", uri: "file:///work/.env.example" });
    assert.match(JSON.stringify(added), /"MLOPS_MLFLOW_AUTH_PASSWORD_2=\\n"/);
    assert.deepEqual(await edits(secret, {}, 0, false), [], "an editor that can not create files");
  });

  test("in JSON", async () => {
    const marked = '{"mlops": {"mlflow": {"auth": {"password": "hu<|>nter2"}}}}\n';
    const around = { path: "tenants/one/environment.production.json", files: { ".env.example": "" } };
    const [action] = (await actionsAt(marked, around)).filter(({ title }) => title.includes(".env.example"));
    assert.deepEqual(
      action?.edit?.changes?.["file:///work/tenants/one/environment.production.json"]?.map(({ newText }) => newText),
      ['"${MLOPS_MLFLOW_AUTH_PASSWORD}"'],
    );
  });

  test("other texts where they are selected, with their value", async () => {
    const marked = "databases: {primary: {host: <|>db one}}\n";
    const [action] = await edits(marked, { ".env.example": "" }, 3);
    const changes = Object.values(action?.edit?.changes ?? {}).flat();
    assert.deepEqual(
      changes.map(({ newText }) => newText),
      ['"${DATABASES_PRIMARY_HOST}"', 'DATABASES_PRIMARY_HOST="db one"\n'],
    );
    assert.deepEqual(await edits(marked, { ".env.example": "" }), []);
  });

  test("not what is a variable already", async () => {
    assert.deepEqual(await edits(secret.replace("'hu<|>nter2'", "${P<|>}"), { ".env.example": "" }), []);
  });
});

describe("refactorings", () => {
  test("are none of YAML alone in JSON, and nothing is thrown in broken text", async () => {
    assert.deepEqual(await actionsAt('{"x-a": {<|>"b": "c d e f"}}', { path: "a.tenant.json" }), []);
    assert.deepEqual(
      await actionsAt('{"x-a": [<|>"a long text here", "a long text here"]}', { path: "a.tenant.json" }),
      [],
    );
    for (const marked of [
      "x-a: [<|>b\n",
      "x-a:\n\t<|>b: 1\n",
      "x-a: *<|>b\n",
      "<|>",
      "x-a: &a [*a<|>]\n",
      "? [<|>a]\n: b\n",
    ]) {
      await actionsAt(marked);
    }
  });

  for (const [path, text] of Object.entries(exampleFiles("seed"))) {
    if (!path.endsWith(".yaml") || text.length > 1_000) continue;
    for (const [what, written] of [
      ["", text],
      [", windows line breaks", text.replace(/\n/g, "\r\n")],
    ] as const) {
      test(`every code action applies cleanly: ${path}${what}`, async () => {
        assert.ok((await checkCodeActions(path, written, 7)) > 0);
      });
    }
  }
});
