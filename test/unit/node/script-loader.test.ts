import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { CodeCache } from "../../../server/src/node/code-cache.ts";
import { ScriptLoader } from "../../../server/src/node/script-loader.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const requireOfNode = createRequire(import.meta.url);

/** A cache in memory. `written` settles when a script was kept. */
function memoryCache(): CodeCache & { readonly written: Promise<void>; readonly kept: Map<string, Buffer> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const kept = new Map<string, Buffer>();
  return {
    written: promise,
    kept,
    read: (script) => kept.get(script),
    write: (script, code) => {
      kept.set(script, code);
      resolve();
    },
  };
}

test("loads a script once and those it requires", async (t) => {
  const folder = await temporaryFolder(t, {
    "program.cjs": 'exports.part = require("./part.cjs"); exports.path = require("node:path");',
    "part.cjs": "module.exports = { loaded: true };",
  });
  const loader = new ScriptLoader(folder.path, undefined, requireOfNode);
  const program = loader.load("./program.cjs") as { part: unknown; path: unknown };
  assert.deepEqual(program.part, { loaded: true });
  assert.equal(typeof (program.path as { join: unknown }).join, "function");
  assert.equal(loader.load("./program.cjs"), program);
});

test("loads rarely used modules of Node when something of them is asked for", async (t) => {
  const folder = await temporaryFolder(t, {
    "program.cjs": 'const crypto = require("crypto"); exports.uuid = () => crypto.randomUUID();',
  });
  const program = new ScriptLoader(folder.path, undefined, requireOfNode).load("./program.cjs") as { uuid(): string };
  assert.match(program.uuid(), /^[\da-f-]{36}$/);
});

test("keeps compiled code, which the next loader uses", async (t) => {
  const folder = await temporaryFolder(t, { "program.cjs": "exports.answer = () => 42;" });
  const cache = memoryCache();
  // The timer of the loader keeps no process alive.
  const alive = setTimeout(() => undefined, 10_000);
  new ScriptLoader(folder.path, cache, requireOfNode, [0]).load("./program.cjs");
  await cache.written;
  clearTimeout(alive);
  const [code] = cache.kept.values();
  assert.ok(code && code.length > 0);
  const again = new ScriptLoader(folder.path, { ...cache, write: () => assert.fail("compiled again") }, requireOfNode);
  assert.equal((again.load("./program.cjs") as { answer(): number }).answer(), 42);
});

test("keeps what was compiled by then a second time", async (t) => {
  const folder = await temporaryFolder(t, {
    "program.cjs": "exports.answer = () => { const long = 42; return long; };",
  });
  const sizes: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const cache: CodeCache = {
    read: () => undefined,
    write: (_, code) => {
      sizes.push(code.length);
      // Calling it has V8 compile it; the second time it is kept as well.
      program.answer();
      if (sizes.length === 2) resolve();
    },
  };
  const alive = setTimeout(() => undefined, 10_000);
  const program = new ScriptLoader(folder.path, cache, requireOfNode, [0, 20]).load("./program.cjs") as {
    answer(): number;
  };
  await promise;
  clearTimeout(alive);
  const [first = 0, second = 0] = sizes;
  assert.ok(second > first, `${first} and then ${second} bytes`);
});

test("compiles again when the kept code is of no use", async (t) => {
  const folder = await temporaryFolder(t, { "program.cjs": "exports.answer = () => 42;" });
  const cache: CodeCache = { read: () => Buffer.alloc(1000), write: () => undefined };
  const program = new ScriptLoader(folder.path, cache, requireOfNode).load("./program.cjs") as { answer(): number };
  assert.equal(program.answer(), 42);
});
