import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";

/** The steps from the start of the server to the first answer about a tenant file; each loads a module by a dynamic import. */
const STEPS = [
  "server/src/lsp/node.ts",
  "server/src/service.ts",
  "server/src/schema/generated/tenant.js",
  "schemas/tenant.schema.json",
];

/** What no file needs before somebody asks for it. */
const LATER: Readonly<Record<string, RegExp>> = {
  "the JSON service": /node_modules\/vscode-json-languageservice\/lib\/.*\/services\//,
  "the formatter": /node_modules\/(?:prettier|yaml-language-server)\//,
  "the schema compiler": /node_modules\/ajv\/(?!dist\/runtime\/)/,
  "schemas of teams": /server\/src\/(?:schema\/custom|features\/own-schema)\/|node_modules\/ajv-formats\//,
  "new tenants": /server\/src\/generate\//,
  "schemas of other kinds": /(?:monitoring|security|environment|localization)\.schema\.json$/,
  "the engine of schedules": /node_modules\/croner\//,
  "validators of other kinds": /schema\/generated\/(?!(?:tenant|late-languages)\.js)/,
  "parsers of the languages inside scalars":
    /node_modules\/(?:@prometheus-io|@lezer|re2js)\/|values\/promql-|values\/re2-engine|values\/go-template\/checker|values\/cel\/condition/,
  "the command line": /server\/src\/cli\/|node_modules\/commander\//,
};

/** Modules that are loaded with a module: what it imports statically, directly or through others. */
function loadedWith(inputs: Metafile["inputs"], entry: string, seen: Set<string>): void {
  if (seen.has(entry)) return;
  seen.add(entry);
  for (const { path, kind, external } of inputs[entry]?.imports ?? [])
    if (kind !== "dynamic-import" && !external) loadedWith(inputs, path, seen);
}

describe("before the first answer about a tenant file", () => {
  const loaded = new Set<string>();

  before(async () => {
    const { metafile } = await build({
      absWorkingDir: fileURLToPath(new URL("../../", import.meta.url)),
      entryPoints: ["server/src/lsp/node.ts"],
      outdir: "unused",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    for (const step of STEPS) loadedWith(metafile.inputs, step, loaded);
  });

  test("the server loads what the steps need", () => {
    for (const step of [...STEPS, "server/src/features/hover.ts", "server/src/values/email.ts"])
      assert.ok(loaded.has(step), step);
  });

  for (const [what, pattern] of Object.entries(LATER)) {
    test(`the server does not load ${what}`, () => {
      assert.deepEqual(
        [...loaded].filter((path) => pattern.test(path)),
        [],
      );
    });
  }
});
