import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { findInputs, readText } from "../../../server/src/cli/read-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Names whose order by folder and by path differ, and files that are none of ours. */
const FILES = {
  "a-b/x.yaml": "",
  "a.yaml": "",
  "a/b/c.yml": "",
  "a/b.json": "",
  "a/b-c/d.YAML": "",
  "a/notes.txt": "",
  "a/.hidden/x.yaml": "",
  "a/node_modules/x.yaml": "",
  "b/.git/x.yaml": "",
  "b/NODE_MODULES/x.yaml": "",
  "ä/x.yaml": "",
  "B.yaml": "",
};

const FOUND = [
  "B.yaml",
  "a-b/x.yaml",
  "a.yaml",
  "a/.hidden/x.yaml",
  "a/b-c/d.YAML",
  "a/b.json",
  "a/b/c.yml",
  "ä/x.yaml",
];

const pathsOf = (paths: readonly string[], folder: string): readonly string[] =>
  [...findInputs(paths, folder).files].map((file) => file.path);

test("files of a folder come in the order of their whole paths", async (t) => {
  const { path } = await temporaryFolder(t, FILES);
  assert.deepEqual([...FOUND].sort(), FOUND, "the expectation is in order itself");
  assert.deepEqual(pathsOf(["."], path), FOUND);
  assert.deepEqual(
    pathsOf(["a"], path),
    FOUND.filter((file) => file.startsWith("a/")),
  );
});

test("several paths give each file once, in the same order", async (t) => {
  const { path } = await temporaryFolder(t, FILES);
  assert.deepEqual(pathsOf(["a", "b", ".", "a.yaml", "./a/b"], path), FOUND);
});

test("seen from within, files are relative to where the command runs, in the order of what is shown", async (t) => {
  const { path } = await temporaryFolder(t, FILES);
  const shown = [
    "../B.yaml",
    "../a-b/x.yaml",
    "../a.yaml",
    "../ä/x.yaml",
    ".hidden/x.yaml",
    "b-c/d.YAML",
    "b.json",
    "b/c.yml",
  ];
  assert.deepEqual([...shown].sort(), shown, "the expectation is in order itself");
  assert.deepEqual(pathsOf([".."], join(path, "a")), shown);
  assert.deepEqual(pathsOf(["../a-b", "..", "b"], join(path, "a")), shown);
});

test("a file is named when its path was given, unless a folder before it had it", async (t) => {
  const { path } = await temporaryFolder(t, FILES);
  const named = (...paths: string[]): readonly boolean[] =>
    [...findInputs(paths, path).files].filter((file) => file.path === "a/b.json").map((file) => file.named);
  assert.deepEqual(named("a/b.json"), [true]);
  assert.deepEqual(named("a/b.json", "a"), [true]);
  assert.deepEqual(named("a"), [false]);
  assert.deepEqual(named("a", "a/b.json"), [false]);
});

test("links to files are files, links to folders are left alone until somebody reads them", async (t) => {
  const { path } = await temporaryFolder(t, { "a/x.yaml": "x: 1\n" });
  await symlink("a", join(path, "folder"));
  await symlink("a/x.yaml", join(path, "link.yaml"));
  assert.deepEqual(pathsOf(["."], path), ["a/x.yaml", "link.yaml"]);
  assert.deepEqual(readText({ path: "link.yaml", named: false }, path), { text: "x: 1\n" });
});

test("a text that is not UTF-8 does not spoil the next one", async (t) => {
  const { path } = await temporaryFolder(t, { "bad.yaml": Buffer.from([0x61, 0xc3]), "good.yaml": "\uFEFFä: 1\n" });
  assert.deepEqual(readText({ path: "bad.yaml", named: false }, path), { error: "bad.yaml: is not UTF-8 text." });
  assert.deepEqual(readText({ path: "good.yaml", named: false }, path), { text: "\uFEFFä: 1\n" });
});
