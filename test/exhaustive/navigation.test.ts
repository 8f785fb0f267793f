import assert from "node:assert/strict";
import { test } from "node:test";
import type { Location } from "vscode-languageserver-types";
import type { Kind } from "../../server/src/protocol.ts";
import { loadSchemas } from "../../server/src/schema/registry.ts";
import { createService, DEFAULT_SETTINGS, type Workspace } from "../../server/src/service.ts";
import { type NameOccurrence, namesOf } from "../../server/src/tenants/name-index.ts";
import { canonicalName, MESSAGE_KEY } from "../../server/src/tenants/names.ts";
import { parseSource, type Source } from "../../server/src/yaml/source.ts";
import { exampleFiles } from "../support/examples.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import { WITHOUT_RULES } from "../support/without-rules.ts";
import { applyWorkspaceEdit, isRefusal } from "../unit/features/navigation.ts";

/** Rules may have something to say about the new name itself. */
const SETTINGS = { ...DEFAULT_SETTINGS, ...WITHOUT_RULES };

await loadSchemas();

/** Names of one class of a tenant that are renamed. */
const MAXIMUM_TRIES = 3;

/** A file of an example tenant with its names. */
interface Example {
  readonly path: string;
  readonly text: string;
  readonly kind: Kind;
  readonly source: Source;
}

const ALL = exampleFiles("tenants");
const EXAMPLES: readonly Example[] = Object.entries(ALL).flatMap(([path, text]) => {
  const kind = /\/(tenant|monitoring|security|environment|localization)\b[^/]*$/.exec(path)?.[1] as Kind | undefined;
  return kind ? [{ path, text, kind, source: parseSource(text, path.endsWith(".json") ? "json" : "yaml") }] : [];
});

const TENANTS = [...new Set(EXAMPLES.map(({ path }) => path.split("/")[1] ?? ""))];

function shortly({ uri, range }: Location): string {
  return `${uri.slice(uriOf("").length)} ${range.start.line}:${range.start.character}-${range.end.character}`;
}

function placeOf({ path, source }: Example, { start, end }: NameOccurrence): string {
  return shortly({ uri: uriOf(path), range: source.lines.rangeOf({ start, end }) });
}

/** Names by class and spelling, each with all its places in the files of a tenant. */
function namesByHand(files: readonly Example[]): ReadonlyMap<string, { file: Example; name: NameOccurrence }[]> {
  const byName = new Map<string, { file: Example; name: NameOccurrence }[]>();
  for (const file of files) {
    const { declarations, uses } = namesOf(file);
    for (const name of [...declarations, ...uses]) {
      const id = `${name.nameClass} ${canonicalName(name.nameClass, name.name)}`;
      byName.set(id, [...(byName.get(id) ?? []), { file, name }]);
    }
  }
  return byName;
}

for (const tenant of TENANTS) {
  const files = EXAMPLES.filter(({ path }) => path.startsWith(`tenants/${tenant}/`));
  const workspace = memoryWorkspace(ALL);
  const service = createService();
  const document = ({ path, text }: Example) => ({ uri: uriOf(path), text });

  test(`${tenant}: every place of a name leads to the same references, the place itself among them`, async () => {
    let asked = 0;
    for (const [id, places] of namesByHand(files)) {
      const answers = new Map<string, string>();
      for (const { file, name } of places) {
        const position = file.source.lines.positionAt(name.start);
        const found = await service.references(document(file), position, true, workspace, DEFAULT_SETTINGS);
        const own = placeOf(file, name);
        const all = found.map(shortly);
        assert.ok(all.includes(own), `${id}: ${own} among ${all}`);
        assert.equal(new Set(all).size, all.length, id);
        for (const place of all) {
          assert.equal(answers.get(place) ?? all.join(), all.join(), `${id}: ${place} and ${own} agree`);
          answers.set(place, all.join());
        }
        asked++;
      }
      assert.deepEqual(
        [...answers.keys()].sort(),
        places.map(({ file, name }) => placeOf(file, name)).sort(),
        `${id}: all places by hand`,
      );
    }
    assert.ok(asked > 5, `${asked} places`);
  });

  test(`${tenant}: the text of each place is the name`, () => {
    for (const file of files) {
      const { declarations, uses } = namesOf(file);
      for (const { name, nameClass, start, end } of [...declarations, ...uses]) {
        const written = file.text.slice(start, end);
        assert.equal(written, nameClass === MESSAGE_KEY ? name.split(".").at(-1) : name, file.path);
      }
    }
  });

  test(`${tenant}: a rename to a new name keeps the diagnostics, and back gives the same text`, async () => {
    const all = new Map(Object.entries(ALL).map(([path, text]) => [uriOf(path), text]));
    const tries = new Map<string, number>();
    const checked = new Set(["locale"]);
    for (const [id, [first]] of namesByHand(files)) {
      // Environments are a list of their own. Of each other class some names are enough.
      if (!first || first.name.nameClass === "environment") continue;
      const tried = (tries.get(first.name.nameClass) ?? 0) + 1;
      tries.set(first.name.nameClass, tried);
      if (tried > MAXIMUM_TRIES) continue;
      const position = first.file.source.lines.positionAt(first.name.start);
      const place = await service.prepareRename(document(first.file), position, workspace, DEFAULT_SETTINGS);
      assert.ok(place, id);
      if (isRefusal(place)) {
        assert.match(place.refusal, /^No file of this tenant declares/, id);
        continue;
      }
      const fresh = first.name.nameClass === "locale" ? "pt-BR" : "fresh-name";
      const edit = await service.rename(document(first.file), position, fresh, workspace, DEFAULT_SETTINGS);
      assert.ok(edit && !isRefusal(edit), `${id}: ${JSON.stringify(edit)}`);
      const after = applyWorkspaceEdit(all, edit);
      const uri = uriOf(first.file.path);
      assert.notEqual(after.get(uri), first.file.text, id);
      const moved = { uri, text: after.get(uri) ?? "" };
      const back = await createService().rename(moved, position, place.placeholder, around(after), DEFAULT_SETTINGS);
      if (back && isRefusal(back)) assert.match(back.refusal, /is not a locale/, `${id}: only a wrong name is refused`);
      // What older loaders do not read as text is written in quotes.
      else if (back && !["no", "yes"].includes(place.placeholder))
        assert.deepEqual(applyWorkspaceEdit(after, back), all, id);
      // What is said about a name depends on nothing but the name; a locale decides more.
      if (checked.size === checked.add(first.name.nameClass).size) continue;
      const changed = files.filter(({ path }) => edit.changes?.[uriOf(path)]);
      assert.deepEqual(await faultsOf(after, changed), await faultsOf(all, changed), id);
    }
  });
}

function around(texts: ReadonlyMap<string, string>): Workspace {
  return memoryWorkspace(Object.fromEntries([...texts].map(([uri, text]) => [uri.slice(uriOf("").length), text])));
}

/** Keys whose value is a name wherever they stand, with its class. */
const REFERRING_KEYS: Readonly<Record<string, string>> = {
  receiver: "receiver",
  default_role: "role",
  fallback_model: "model",
  fallback_locale: "locale",
};

test("uses are what a search for keys finds", () => {
  let count = 0;
  for (const { path, text, kind, source } of EXAMPLES) {
    const { uses } = namesOf({ kind, source });
    for (const [key, nameClass] of Object.entries(REFERRING_KEYS)) {
      const searched = [...text.matchAll(new RegExp(`^ *(?:- )?"?${key}"?: "?([^"#\\n,]+?)"?,? *(?:#.*)?$`, "gm"))];
      const found = uses.filter((use) => use.nameClass === nameClass && use.path.at(-1) === key);
      assert.deepEqual(
        found.map(({ start, name }) => [start, name]),
        searched.map(({ 0: line, 1: name = "", index }) => [index + line.indexOf(name, line.indexOf(":")), name]),
        `${path}: ${key}`,
      );
      count += found.length;
    }
  }
  assert.ok(count > 10, `${count} uses`);
});

/** Codes of all diagnostics of some files. */
async function faultsOf(texts: ReadonlyMap<string, string>, files: readonly Example[]): Promise<readonly string[]> {
  const service = createService();
  const workspace = around(texts);
  const found: string[] = [];
  for (const { path } of files) {
    const uri = uriOf(path);
    const { diagnostics } = await service.check({ uri, text: texts.get(uri) ?? "" }, workspace, SETTINGS);
    for (const { code, range } of diagnostics) found.push(`${path} ${range.start.line} ${code}`);
  }
  return found;
}
