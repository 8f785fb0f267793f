import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSchema } from "../../../server/src/schema/registry.ts";
import { keysAlike } from "../../../server/src/tenants/keys-alike.ts";
import type { TenantContext, TenantFile } from "../../../server/src/tenants/tenant-context.ts";
import type { NodePath } from "../../../server/src/yaml/node.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";

await loadSchema("localization");

function localization(name: string, text: string): TenantFile {
  return { uri: `file:///work/${name}.yaml`, kind: "localization", source: parseSource(text, "yaml") };
}

function alike(path: NodePath, file: TenantFile, ...others: readonly TenantFile[]): readonly string[] {
  const context: TenantContext = {
    folder: "file:///work",
    files: [file, ...others],
    variables: new Map(),
    holdsTenants: 1,
    variableFiles: [],
  };
  return keysAlike(context, file, path);
}

const TEXTS = localization(
  "localization",
  `translations:
  en:
    messages:
      greeting: {hello: Hello, bye: Bye}
      actions: {save: Save}
  fr:
    messages:
      greeting: {hello: Bonjour, night: Bonne nuit}
  de:
    messages: {}
`,
);

test("a map of free keys is like the one at the same place of the other locales", () => {
  assert.deepEqual(alike(["translations", "de", "messages"], TEXTS), ["greeting", "actions"]);
  assert.deepEqual(alike(["translations", "fr", "messages", "greeting"], TEXTS), ["hello", "bye"]);
  assert.deepEqual(alike(["translations", "de", "messages", "greeting"], TEXTS), ["hello", "bye", "night"]);
});

test("the same place of another file is nearer than another place of this one", () => {
  const other = localization("other", "translations: {de: {messages: {greeting: {day: Tag}}}}\n");
  assert.deepEqual(alike(["translations", "de", "messages", "greeting"], TEXTS, other), ["day"]);
});

test("files of other kinds are not asked", () => {
  const other: TenantFile = { ...TEXTS, uri: "file:///work/monitoring.yaml", kind: "monitoring" };
  const file = localization("empty", "translations: {de: {messages: {}}}\n");
  assert.deepEqual(alike(["translations", "de", "messages"], file, other), []);
});

test("merges count, and their key does not", () => {
  const file = localization(
    "merged",
    "x-base: &b {greeting: {hello: Hi}}\ntranslations: {en: {messages: {<<: *b, more: x}}, de: {messages: {}}}\n",
  );
  assert.deepEqual(alike(["translations", "de", "messages"], file), ["more"]);
  assert.deepEqual(alike(["translations", "de", "messages", "greeting"], file), ["hello"]);
});

test("nothing is alike where there is nothing", () => {
  assert.deepEqual(alike(["translations", "de", "messages"], localization("empty", "")), []);
  assert.deepEqual(alike(["translations", "de", "messages", "a", "b", "c"], TEXTS), []);
});

test("an alias for what contains it ends", () => {
  const file = localization("loop", "translations: {en: {messages: &m {a: *m, b: x}}, de: {messages: {}}}\n");
  assert.deepEqual(alike(["translations", "de", "messages", "a", "a", "a"], file), ["a", "b"]);
});
