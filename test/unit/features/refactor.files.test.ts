import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { effectiveValue, type Value } from "../../../server/src/yaml/value.ts";
import { commentsOf } from "../../support/comments.ts";
import { withCursor } from "../../support/cursor.ts";
import { applyWorkspaceEdit } from "../../support/workspace-edit.ts";
import { tenantFiles } from "./ask.ts";
import { type Files, faultsOf, offered, refactored, refactoringsOf } from "./ask-refactoring.ts";

const FOLDER = "tenants/one/";
const PATH = `${FOLDER}localization.yaml`;
const SPLIT = "Move `fr` to the file `locales/fr.yaml`";
const JOIN = "Bring `fr` back from the file `locales/fr.yaml`";

describe("move an entry to a file and back", () => {
  const cases: readonly (readonly [what: string, whole: string, main: string, file: string])[] = [
    [
      "comments above the key stay, those within move",
      "translations:\n  # a\n  f<|>r: # b\n    # c\n    metadata: # d\n      name: x\n\n    messages: {}\n    # e\n  de: {}\n",
      "translations:\n  # a\n  fr: # b\n    $file: locales/fr.yaml\n  de: {}\n",
      "# c\nmetadata: # d\n  name: x\n\nmessages: {}\n# e\n",
    ],
    [
      "four spaces, lists that are not indented, text blocks, windows line breaks",
      "translations:\r\n    f<|>r:\r\n        messages:\r\n            a: |\r\n                b\r\n                  c\r\n        x:\r\n        - 1\r\n",
      "translations:\r\n    fr:\r\n        $file: locales/fr.yaml\r\n",
      "messages:\r\n    a: |\r\n        b\r\n          c\r\nx:\r\n- 1\r\n",
    ],
  ];
  for (const [what, whole, main, file] of cases) {
    test(what, async () => {
      const { text } = withCursor(whole);
      const files = { [PATH]: main, [`${FOLDER}locales/fr.yaml`]: file };
      assert.deepEqual(await refactored({ [PATH]: whole }, SPLIT), files);
      const marked = { ...files, [PATH]: main.replace("$file", "$<|>file") };
      assert.deepEqual(await refactored(marked, JOIN), { [PATH]: text, [`${FOLDER}locales/fr.yaml`]: null });
    });
  }

  test("in JSON", async () => {
    const path = `${FOLDER}localization.json`;
    const whole =
      '{\n  "translations": {\n    "f<|>r": {\n      "metadata": { "name": "x" }, // a\n      "messages": {}\n    }\n  }\n}\n';
    const main = '{\n  "translations": {\n    "fr": {\n      "$file": "locales/fr.json"\n    }\n  }\n}\n';
    const file = '{\n  "metadata": { "name": "x" }, // a\n  "messages": {}\n}\n';
    const files = { [path]: main, [`${FOLDER}locales/fr.json`]: file };
    assert.deepEqual(await refactored({ [path]: whole }, "Move `fr` to the file `locales/fr.json`"), files);
    const marked = { ...files, [path]: main.replace("$file", "$<|>file") };
    assert.deepEqual(await refactored(marked, "Bring `fr` back from the file `locales/fr.json`"), {
      [path]: withCursor(whole).text,
      [`${FOLDER}locales/fr.json`]: null,
    });
  });
});

describe("move an entry to a file", () => {
  test("what aliases and merges stand for is written out", async () => {
    const marked =
      "x-a: &a {name: b}\nx-c: &c\n  d: 1\n  e: 2\ntranslations:\n  f<|>r:\n    metadata: *a\n    messages:\n      <<: *c\n      e: 3\n    formats:\n      - *c\n";
    assert.deepEqual(await refactored({ [PATH]: marked }, SPLIT), {
      [PATH]: "x-a: &a {name: b}\nx-c: &c\n  d: 1\n  e: 2\ntranslations:\n  fr:\n    $file: locales/fr.yaml\n",
      [`${FOLDER}locales/fr.yaml`]: "metadata: {name: b}\nmessages:\n  d: 1\n  e: 3\nformats:\n  - d: 1\n    e: 2\n",
    });
  });

  test("anchors that are used within it move along", async () => {
    const marked = "translations:\n  f<|>r: &x\n    metadata: &a {b: 1}\n    messages: *a\n";
    assert.deepEqual(await refactored({ [PATH]: marked }, SPLIT), {
      [PATH]: "translations:\n  fr:\n    $file: locales/fr.yaml\n",
      [`${FOLDER}locales/fr.yaml`]: "metadata: &a {b: 1}\nmessages: *a\n",
    });
  });

  test("flow style", async () => {
    const marked = "translations:\n  f<|>r: {metadata: {a: 1}} # b\n";
    assert.deepEqual(await refactored({ [PATH]: marked }, SPLIT), {
      [PATH]: "translations:\n  fr: {$file: locales/fr.yaml} # b\n",
      [`${FOLDER}locales/fr.yaml`]: "{metadata: {a: 1}}\n",
    });
  });

  test("beside the files of its siblings", async () => {
    const marked = "translations:\n  f<|>r:\n    messages: {}\n  de: {$file: ./i18n/de.yaml}\n";
    assert.deepEqual(await offered({ [PATH]: marked }, /^Move/), ["Move `fr` to the file `./i18n/fr.yaml`"]);
    assert.equal(
      (await refactored({ [PATH]: marked }, "Move `fr` to the file `./i18n/fr.yaml`"))[`${FOLDER}i18n/fr.yaml`],
      "messages: {}\n",
    );
  });

  test("not over a file that exists, and not what an alias elsewhere stands for", async () => {
    const taken = { [PATH]: "translations:\n  f<|>r:\n    messages: {}\n", [`${FOLDER}locales/fr.yaml`]: "" };
    assert.deepEqual(await offered(taken, /^Move/), [`${SPLIT} — The file \`locales/fr.yaml\` is there already.`]);
    const used = { [PATH]: "translations:\n  f<|>r:\n    messages: &a {}\n  de:\n    messages: *a\n" };
    assert.deepEqual(await offered(used, /^Move/), [`${SPLIT} — An anchor in \`fr\` is used elsewhere in this file.`]);
  });

  test("not for an editor that can not create files, and the light bulb shows it at the key alone", async () => {
    const marked = { [PATH]: "translations:\n  f<|>r:\n    messages: {}\n" };
    assert.deepEqual(await offered(marked, /^Move/, { operations: ["delete"] }), []);
    assert.deepEqual(await offered(marked, /^Move/, { isAsked: false }), [SPLIT]);
    const inside = { [PATH]: "translations:\n  fr:\n    messages:\n      common: {o<|>k: d'accord}\n" };
    assert.deepEqual(await offered(inside, /^Move/, { isAsked: false }), []);
    assert.deepEqual(await offered(inside, /^Move/), [SPLIT]);
  });

  test("comments of what a reference stands for would stand twice, so it is not offered", async () => {
    const marked = { [PATH]: "x-a: &a\n  b: 1 # c\n  d: 1\ntranslations:\n  f<|>r:\n    messages: *a\n" };
    assert.deepEqual(await offered(marked, /^Move/), []);
  });
});

describe("bring an entry back", () => {
  const from = (main: string, file: string, name = "fr.yaml"): Files => ({
    [PATH]: main,
    [`${FOLDER}locales/${name}`]: file,
  });

  test("comments around the reference stay", async () => {
    const main =
      "translations:\n    # a\n    fr: # b\n        # c\n        $f<|>ile: locales/fr.yaml # d\n        # e\n    de: {}\n";
    assert.deepEqual(await refactored(from(main, "# f\nmessages:\n  a: 1\n\n# g"), JOIN), {
      [PATH]:
        "translations:\n    # a\n    fr: # b\n        # c\n        # d\n        # f\n        messages:\n          a: 1\n\n        # g\n        # e\n    de: {}\n",
      [`${FOLDER}locales/fr.yaml`]: null,
    });
  });

  test("a reference in flow style", async () => {
    const main = "translations:\n  fr: {$f<|>ile: locales/fr.yaml} # a\n  de: {}\n";
    assert.deepEqual(await refactored(from(main, "messages: {}\n"), JOIN), {
      [PATH]: "translations:\n  fr: # a\n    messages: {}\n  de: {}\n",
      [`${FOLDER}locales/fr.yaml`]: null,
    });
  });

  test("from the other notation", async () => {
    const json = '{\n  // a\n  "messages": {"yes": "Oui", "n": 1.0}\n}\n';
    const main = "translations:\n  fr:\n    $f<|>ile: locales/fr.json\n";
    assert.deepEqual(await refactored(from(main, json, "fr.json"), "Bring `fr` back from the file `locales/fr.json`"), {
      [PATH]: 'translations:\n  fr:\n    # a\n    messages:\n      "yes": Oui\n      "n": 1.0\n',
      [`${FOLDER}locales/fr.json`]: null,
    });
    const path = `${FOLDER}localization.json`;
    const files = (text: string): Files => ({
      [path]: '{\n  "translations": {\n    "fr": {"$<|>file": "locales/fr.yaml"}\n  }\n}\n',
      [`${FOLDER}locales/fr.yaml`]: text,
    });
    assert.deepEqual(await refactored(files("messages:\n  a: b\n"), JOIN), {
      [path]: '{\n  "translations": {\n    "fr": {\n      "messages": {\n        "a": "b"\n      }\n    }\n  }\n}\n',
      [`${FOLDER}locales/fr.yaml`]: null,
    });
    assert.deepEqual(await offered(files("a: 1 # b\n"), /^Bring/), [
      `${JOIN} — The file may hold comments, which JSON does not have.`,
    ]);
  });

  test("the file stays when something else names it", async () => {
    const main = "translations:\n  fr:\n    $f<|>ile: locales/fr.yaml\n  fr-CA:\n    $file: ./locales/fr.yaml\n";
    assert.deepEqual(await refactored(from(main, "messages: {}\n"), JOIN), {
      [PATH]: "translations:\n  fr:\n    messages: {}\n  fr-CA:\n    $file: ./locales/fr.yaml\n",
    });
  });

  test("not from a file that is broken, holds documents, is not there or lies elsewhere", async () => {
    const main = "translations:\n  fr:\n    $f<|>ile: locales/fr.yaml\n";
    const why = async (file: string): Promise<string> => (await offered(from(main, file), /^Bring/)).join();
    assert.equal(await why("a: [\n"), `${JOIN} — The file has faults or holds no mapping.`);
    assert.equal(await why("- a\n"), `${JOIN} — The file has faults or holds no mapping.`);
    assert.equal(await why("---\na: 1\n"), `${JOIN} — The file has marks of documents.`);
    assert.deepEqual(await offered({ [PATH]: main }, /^Bring/), []);
    assert.deepEqual(await offered({ [PATH]: main.replace("locales", "../x") }, /^Bring/), []);
    assert.deepEqual(await offered(from(main, "a: 1\n"), /^Bring/, { operations: ["create"] }), []);
  });

  test("not where an anchor of the file would change what aliases below stand for", async () => {
    const main = "x-a: &a 1\ntranslations:\n  fr:\n    $f<|>ile: locales/fr.yaml\n  de: {metadata: *a }\n";
    assert.deepEqual(await offered(from(main, "metadata: &a 2\nmessages: *a\n"), /^Bring/), []);
  });
});

/** The value of the localization file with the entries that have files of their own. */
function whole(files: Files, path: string): Value | undefined {
  const value = effectiveValue(rootOf(parseSource(files[path] ?? "", "yaml"))) as {
    translations: Record<string, { $file?: string }>;
  };
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const read = (file: string) => effectiveValue(rootOf(parseSource(files[folder + file] ?? "", "yaml")));
  const translations = Object.entries(value.translations).map(([name, entry]) => [
    name,
    entry.$file === undefined ? entry : read(entry.$file),
  ]);
  return { ...value, translations: Object.fromEntries(translations) };
}

test("entries of the examples: the same values, comments and faults in more or fewer files", async () => {
  let count = 0;
  for (const folder of ["tenants/acme", "tenants/globex", "tenants/initech"]) {
    const files = tenantFiles(folder);
    const path = Object.keys(files).find((candidate) => candidate.endsWith("/localization.yaml")) ?? "";
    const text = files[path] ?? "";
    const names = Object.keys((whole(files, path) as { translations: object }).translations);
    for (const name of names) {
      const at = text.search(new RegExp(`^  ${name}:`, "m")) + 2;
      const { actions } = await refactoringsOf({ ...files, [path]: `${text.slice(0, at)}<|>${text.slice(at)}` });
      const action = actions.find(({ title }) => /^(?:Move|Bring) /.test(title));
      if (!action || action.disabled) continue;
      count++;
      const after = applyWorkspaceEdit(files, action.edit);
      assert.deepEqual(whole(after, path), whole(files, path), action.title);
      const comments = (all: Files): readonly string[] =>
        Object.values(all)
          .flatMap((each) => commentsOf(each))
          .sort();
      assert.deepEqual(comments(after), comments(files), action.title);
      const [before, now] = [await faultsOf(files, [path]), await faultsOf(after, [path])];
      // The mistakes in the translations of globex are not looked for in a file of their own.
      if (folder === "tenants/globex")
        assert.deepEqual(
          now.filter((fault) => !before.includes(fault)),
          [],
          action.title,
        );
      else assert.deepEqual(now, before, action.title);
    }
  }
  assert.ok(count >= 3, `${count} entries`);
});
