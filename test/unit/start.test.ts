import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { addLoadedWith, SERVER_ENTRY, serverModules } from "../support/server-modules.ts";

/** The steps from the start of the server to the first answer about a tenant file; each loads a module by a dynamic import. */
const STEPS = [
  SERVER_ENTRY,
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

describe("before the first answer about a tenant file", () => {
  const loaded = new Set<string>();

  before(async () => {
    const modules = await serverModules();
    for (const step of STEPS) addLoadedWith(modules, step, loaded);
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
