import assert from "node:assert/strict";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { codeCache, userCodeCache } from "../../../server/src/node/code-cache.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const CODE = Buffer.from("compiled ".repeat(2000));

test("gives back what was kept for a script", async (t) => {
  const folder = await temporaryFolder(t, { "program.cjs": "exports.a = 1;" });
  const cache = codeCache(join(folder.path, "cache"));
  const script = join(folder.path, "program.cjs");
  assert.equal(cache.read(script), undefined);
  cache.write(script, CODE);
  assert.deepEqual(cache.read(script), CODE);
});

test("knows nothing of a script that was built again, even with the same length", async (t) => {
  const folder = await temporaryFolder(t, { "program.cjs": "exports.a = 1;" });
  const cache = codeCache(join(folder.path, "cache"));
  const script = join(folder.path, "program.cjs");
  cache.write(script, CODE);
  await folder.write("program.cjs", "exports.a = 2;");
  // Written a second later, whatever the clock of the file system says.
  const later = new Date(Date.now() + 1_000);
  await utimes(script, later, later);
  assert.equal(cache.read(script), undefined);
});

for (const [name, damage] of [
  ["cut off", (content: Buffer) => content.subarray(0, 9000)],
  ["empty", () => Buffer.alloc(0)],
  ["with a lost page", (content: Buffer) => Buffer.from(content).fill(0, 4096, 8192)],
] as const) {
  test(`does not use a file that is ${name}`, async (t) => {
    const folder = await temporaryFolder(t, { "program.cjs": "exports.a = 1;" });
    const cache = codeCache(join(folder.path, "cache"));
    const script = join(folder.path, "program.cjs");
    cache.write(script, CODE);
    const [file = ""] = await readdir(join(folder.path, "cache"));
    const path = join(folder.path, "cache", file);
    await writeFile(path, damage(await readFile(path)));
    assert.equal(cache.read(script), undefined);
  });
}

test("does without a folder that can not be made", async (t) => {
  const folder = await temporaryFolder(t, { "program.cjs": "exports.a = 1;", file: "" });
  const cache = codeCache(join(folder.path, "file", "cache"));
  cache.write(join(folder.path, "program.cjs"), CODE);
  assert.equal(cache.read(join(folder.path, "program.cjs")), undefined);
});

test("is switched off by the variable that switches off Node's own", () => {
  assert.equal(userCodeCache({ NODE_DISABLE_COMPILE_CACHE: "1" }), undefined);
});
