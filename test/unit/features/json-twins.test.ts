import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { locate } from "../../../server/src/yaml/navigate.ts";
import { isAbsent, keyText, type Node, type NodePath } from "../../../server/src/yaml/node.ts";
import { parseSource, rootOf, type Source } from "../../../server/src/yaml/source.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { tenantFiles } from "./ask.ts";

const YAML_FILE = /\.ya?ml$/;

/** What only YAML can have: a JSON text has no keys twice once it was written from a value, and no braces without quotes. */
const ONLY_IN_YAML: ReadonlySet<string> = new Set([
  "duplicate-key",
  "unquoted-template",
  "value-lost-to-comment",
  "yaml-ambiguous-scalar",
]);

/** The files of a tenant with one of them as JSON. */
function withTwin(files: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> {
  const { [path]: text = "", ...others } = files;
  const value: unknown = parse(text, { merge: true, uniqueKeys: false, logLevel: "error" });
  return { ...others, [path.replace(YAML_FILE, ".json")]: JSON.stringify(value, null, 2) };
}

/** Problems of a file as `code pointer message`, each once: a fault behind an anchor is one in YAML and several in JSON. */
async function findings(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  const text = files[path] ?? "";
  const document = { uri: uriOf(path), text };
  const { diagnostics } = await createService().check(document, memoryWorkspace(files), DEFAULT_SETTINGS);
  const source = parseSource(text, path.endsWith(".json") ? "json" : "yaml");
  const lines = diagnostics.map(({ code, range, message }) => `${code} ${pointerAt(source, range.start)} ${message}`);
  return [...new Set(lines)].sort();
}

function pointerAt(source: Source, position: { readonly line: number; readonly character: number }): string {
  const found = locate(rootOf(source), source.lines.offsetAt(position));
  return `/${found?.path.join("/")}`;
}

/** Every scalar of a file with its path, aliases and merges aside. */
function* scalars(node: Node | undefined, path: NodePath = []): Generator<{ node: Node; path: NodePath }> {
  if (node?.kind === "map") {
    for (const { key, value } of node.pairs)
      if (keyText(key) !== "<<") yield* scalars(value, [...path, keyText(key) ?? ""]);
  } else if (node?.kind === "sequence") {
    for (const [index, item] of node.items.entries()) yield* scalars(item, [...path, index]);
  } else if (node?.kind === "scalar" && !isAbsent(node)) yield { node, path };
}

/** What hovers say about every seventh value of a file, by its path. */
async function hovers(files: Readonly<Record<string, string>>, path: string): Promise<ReadonlyMap<string, string>> {
  const text = files[path] ?? "";
  const source = parseSource(text, path.endsWith(".json") ? "json" : "yaml");
  const service = createService();
  const workspace = memoryWorkspace(files);
  const found = new Map<string, string>();
  for (const { node, path: place } of [...scalars(rootOf(source))].filter((_, index) => index % 7 === 0)) {
    const position = source.lines.positionAt(node.start + 1);
    const hover = await service.hover({ uri: uriOf(path), text }, position, workspace, DEFAULT_SETTINGS);
    // Only YAML has merges, which a key may override.
    found.set(
      place.join("/"),
      String(JSON.stringify(hover?.contents)).replace(/Overrides [^"]*? from line \d+\\n\\n---\\n\\n/, ""),
    );
  }
  return found;
}

describe("a file and its JSON twin", () => {
  for (const folder of ["tenants/acme", "tenants/globex", "tenants/initech"]) {
    const files = tenantFiles(folder);
    for (const path of Object.keys(files).filter((name) => YAML_FILE.test(name))) {
      test(`${path}: the same problems at the same places`, async () => {
        const twin = path.replace(YAML_FILE, ".json");
        const [own, ofTwin] = [await findings(files, path), await findings(withTwin(files, path), twin)];
        // `{{tenant_id}}` without quotes is a mapping with a mapping as its key, which JSON shows as what it is.
        const unquoted = own.filter((line) => line.startsWith("unquoted-template ")).map((line) => line.split(" ")[1]);
        const expected = own.filter((line) => !ONLY_IN_YAML.has(line.split(" ")[0] ?? ""));
        const isUnquoted = (line: string): boolean => unquoted.includes(line.split(" ")[1]);
        assert.deepEqual(
          ofTwin.filter((line) => !isUnquoted(line)),
          expected,
        );
      });
      test(`${path}: the same hovers`, async () => {
        const own = await hovers(files, path);
        const ofTwin = await hovers(withTwin(files, path), path.replace(YAML_FILE, ".json"));
        const both = [...own.keys()].filter((place) => ofTwin.has(place));
        assert.ok(own.size === 0 || both.length > 0);
        for (const place of both) assert.equal(ofTwin.get(place), own.get(place), place);
      });
    }
  }
});
