import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { judge } from "../../server/src/schema/custom/evaluate.ts";
import { loadSchemas, type SchemaReader } from "../../server/src/schema/custom/load.ts";
import type { Value } from "../../server/src/yaml/value.ts";

/** Where Debian's package `json-schema-test-suite` puts the official tests of JSON Schema. */
const SUITE = "/usr/share/json-schema-test-suite";

const DRAFTS = { draft4: "draft-04", draft6: "draft-06", draft7: "draft-07" } as const;

/** The suite wants a server with these schemas. References to the network are refused, so they are files here. */
const SERVER = "http://localhost:1234/";
const REMOTES = "file:///remotes/";

const SCHEMA = "file:///remotes/schema-of-the-test.json";

/** Tests of optional behaviour that is not ours, by their file, and why. */
const NOT_OURS: Readonly<Record<string, string>> = {
  "optional/content.json": "The media type and the encoding of texts are annotations, as since draft 2019-09.",
  "optional/zeroTerminatedFloats.json": "1.0 is an integer, as since draft 6 and in YAML 1.2.",
  "optional/ecmascript-regex.json":
    "Expressions with escapes that ECMAScript does not know are read without its strict mode.",
  "optional/format/idn-hostname.json":
    "International host names are judged by their characters, not by the tables of Unicode.",
  "optional/format/iri.json": "IPv6 addresses in an IRI are not judged.",
};

interface Group {
  readonly description: string;
  readonly schema: Value;
  readonly tests: readonly { readonly description: string; readonly data: Value; readonly valid: boolean }[];
}

function readerOf(text: string): SchemaReader {
  return {
    nameOf: (uri) => uri,
    read: async (uri) => {
      if (uri === SCHEMA) return { text };
      const file = path.join(SUITE, "remotes", uri.slice(REMOTES.length));
      return existsSync(file) ? { text: moved(readFileSync(file, "utf8")) } : { refusal: "it does not exist" };
    },
  };
}

function moved(text: string): string {
  return text.replaceAll(SERVER, REMOTES);
}

/** Tests whose verdict is not that of the suite. */
async function failuresOf(group: Group, draft: string): Promise<readonly string[]> {
  const $schema = `http://json-schema.org/${draft}/schema#`;
  const schema = typeof group.schema === "object" ? { $schema, ...group.schema } : group.schema;
  const { root, links, problem } = await loadSchemas([SCHEMA], readerOf(moved(JSON.stringify(schema))));
  if (problem !== undefined) return [`${group.description}: ${problem}`];
  return group.tests
    .filter(({ data, valid }) => (judge(root, links, data).faults.length === 0) !== valid)
    .map(({ description }) => `${group.description}: ${description}`);
}

for (const [folder, draft] of Object.entries(DRAFTS)) {
  test(`the official tests of JSON Schema ${draft}`, { skip: !existsSync(SUITE) && "not installed" }, async () => {
    const files = globSync("**/*.json", { cwd: path.join(SUITE, "tests", folder) }).sort();
    assert.ok(files.length > 30, `${files.length} files`);
    const failing: string[] = [];
    for (const file of files) {
      const groups: readonly Group[] = JSON.parse(readFileSync(path.join(SUITE, "tests", folder, file), "utf8"));
      const failures: string[] = [];
      for (const group of groups) failures.push(...(await failuresOf(group, draft)));
      if (NOT_OURS[file] === undefined) failing.push(...failures.map((failure) => `${file}: ${failure}`));
    }
    assert.deepEqual(failing, []);
  });
}
