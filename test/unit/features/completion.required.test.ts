import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS, type Kind } from "../../../server/src/protocol.ts";
import { schemasAt } from "../../../server/src/schema/match.ts";
import { resolve, schemaOf } from "../../../server/src/schema/registry.ts";
import { createService, DEFAULT_SETTINGS, EMPTY_WORKSPACE } from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { nodeAt } from "../../../server/src/yaml/navigate.ts";
import { dereference, keyText, type Node, type NodePath } from "../../../server/src/yaml/node.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { acceptCompletion } from "../../support/apply-completion.ts";
import { placeText, type SchemaPlace, schemaPlaces } from "../../support/schema-places.ts";
import { complete } from "./ask.ts";

const service = createService();

describe("a key with its required keys", () => {
  test("writes them in schema order, the values as tab stops", async () => {
    const offered = await complete("<|>");
    assert.equal(
      offered.accept("metadata …"),
      "metadata:\n  name: Acme\n  owner:\n    user_id: user_123\n    email: admin@acme.example\n    name: Alex Doe",
    );
    const { textEdit } = offered.item("metadata …");
    assert.match(textEdit?.newText ?? "", /^metadata:\n {2}name: \$\{1:Acme\}\n {2}owner:\n {4}user_id: \$\{2:/);
  });

  test("is found by the key itself", async () => {
    assert.equal((await complete("meta<|>")).item("metadata …").filterText, "metadata");
  });

  test("is not offered where a colon follows or inside braces", async () => {
    assert.ok(!(await complete("meta<|>: {}")).labels.includes("metadata …"));
    assert.ok(!(await complete("{<|>}")).labels.includes("metadata …"));
  });

  test("names the usual environment in a map that needs an entry", async () => {
    assert.match(
      (await complete("<|>")).accept("environments …"),
      /^environments:\n {2}production:\n {4}enabled: true\n/,
    );
  });
});

for (const kind of KINDS) {
  test(`${kind}: wherever it is offered it lacks nothing and has only required keys`, async () => {
    let accepted = 0;
    for (const place of schemaPlaces(kind)) accepted += await checkPlace(kind, place);
    assert.ok(accepted > 0, `${accepted} places`);
  });
}

/** Accepts the item in place of the place's key; 1 when it was offered. */
async function checkPlace(kind: Kind, place: SchemaPlace): Promise<number> {
  const key = String(place.path.at(-1));
  const bare = placeText(place);
  const parent = dereference(nodeAt(rootOf(parseSource(bare, "yaml")), place.path.slice(0, -1)));
  const pair = parent?.kind === "map" ? parent.pairs.find((candidate) => keyText(candidate.key) === key) : undefined;
  if (!pair) return 0;
  const text = bare.slice(0, pair.key.start) + bare.slice(pair.key.end + 1);
  const document = { uri: `file:///work/example.${kind}.yaml`, text };
  const position = new LineIndex(text).positionAt(pair.key.start);
  const ask = (snippets: boolean) =>
    service.completion(document, position, { snippets, triggerSuggest: false }, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  const item = (await ask(true)).find((candidate) => candidate.label === `${key} …`);
  if (!item) return 0;
  const after = acceptCompletion(text, item);
  const plain = (await ask(false)).find((candidate) => candidate.label === `${key} …`);
  assert.equal(plain && acceptCompletion(text, plain), after, "plain text says the same as the snippet");
  await checkNothingMissing(document.uri, after, place.path);
  const root = rootOf(parseSource(after, "yaml"));
  assert.ok(root);
  checkOnlyRequired(kind, root, place.path, nodeAt(root, place.path));
  return 1;
}

async function checkNothingMissing(uri: string, text: string, path: NodePath): Promise<void> {
  const { diagnostics } = await service.check({ uri, text }, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  const inside = diagnostics.filter((diagnostic) => {
    const at: readonly unknown[] = diagnostic.data?.path ?? [];
    return diagnostic.code === "missing-property" && path.every((step, index) => at[index] === step);
  });
  assert.deepEqual(inside, [], text);
}

function checkOnlyRequired(kind: Kind, root: Node, path: NodePath, node: Node | undefined): void {
  const target = dereference(node);
  if (target?.kind === "sequence")
    for (const [index, item] of target.items.entries()) checkOnlyRequired(kind, root, [...path, index], item);
  if (target?.kind !== "map") return;
  const schemas = schemasAt(schemaOf(kind), root, path);
  for (const pair of target.pairs) {
    const key = keyText(pair.key) ?? "";
    const needed = schemas.some(
      (schema) =>
        schema.required?.includes(key) ||
        schema.anyOf?.some((choice) => resolve(choice).required?.includes(key)) ||
        schema.minProperties !== undefined,
    );
    assert.ok(needed, `${[...path, key].join(".")} is required`);
    checkOnlyRequired(kind, root, [...path, key], pair.value);
  }
}
