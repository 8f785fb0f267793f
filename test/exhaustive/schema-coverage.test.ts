import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MarkupContent } from "vscode-languageserver-types";
import { KINDS } from "../../server/src/protocol.ts";
import { typesOf } from "../../server/src/schema/json-schema.ts";
import { allowedValues } from "../../server/src/schema/match.ts";
import { createService, DEFAULT_SETTINGS, EMPTY_WORKSPACE } from "../../server/src/service.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { nodeAt } from "../../server/src/yaml/navigate.ts";
import { dereference, keyText } from "../../server/src/yaml/node.ts";
import { parseSource, rootOf } from "../../server/src/yaml/source.ts";
import { acceptCompletion } from "../support/apply-completion.ts";
import { placeText, type SchemaPlace, schemaPlaces } from "../support/schema-places.ts";

const service = createService();
const options = { snippets: true, triggerSuggest: false };

function keyOffset(text: string, place: SchemaPlace): number {
  const parent = dereference(nodeAt(rootOf(parseSource(text, "yaml")), place.path.slice(0, -1)));
  const pair =
    parent?.kind === "map" ? parent.pairs.find((candidate) => keyText(candidate.key) === place.path.at(-1)) : undefined;
  assert.ok(pair, `${place.path.join(".")} stands in its own document`);
  return pair.key.end;
}

function valueAt(text: string, place: SchemaPlace): unknown {
  const source = parseSource(text, "yaml");
  assert.deepEqual(source.file.problems, [], text);
  const node = dereference(nodeAt(rootOf(source), place.path));
  return node?.kind === "scalar" ? node.value : undefined;
}

for (const kind of KINDS) {
  const uri = `file:///work/example.${kind}.yaml`;
  const places = schemaPlaces(kind);

  describe(`every property of ${kind}`, () => {
    test("has a hover with its description and default", async () => {
      for (const place of places) {
        const text = placeText(place);
        const position = new LineIndex(text).positionAt(keyOffset(text, place));
        const hover = await service.hover({ uri, text }, position, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
        const name = place.path.join(".");
        assert.ok(hover && MarkupContent.is(hover.contents), `${name} has a hover`);
        assert.ok(hover.contents.value.includes(place.schema.description ?? "?"), `${name} shows its description`);
        if (place.schema.default !== undefined)
          assert.match(hover.contents.value, /Default: /, `${name} shows its default`);
      }
    });

    test("with listed values completes each to text that reads back as that value", async () => {
      let checked = 0;
      for (const place of places) {
        const booleans = typesOf(place.schema).includes("boolean") ? [true, false] : [];
        const values = [...allowedValues(place.schema), ...booleans];
        if (values.length === 0) continue;
        checked += values.length;
        await checkValues(place, values);
      }
      assert.ok(checked > 20, "the schema lists values");
    });
  });

  async function checkValues(place: SchemaPlace, values: readonly unknown[]): Promise<void> {
    const name = place.path.join(".");
    const bare = placeText(place);
    const end = keyOffset(bare, place) + 1;
    const text = `${bare.slice(0, end)} ${bare.slice(end)}`;
    const document = { uri, text };
    const position = new LineIndex(text).positionAt(end + 1);
    const items = await service.completion(document, position, options, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    for (const value of values) {
      const candidates = items.filter((candidate) => candidate.label === String(value));
      assert.ok(candidates.length > 0, `${name} offers ${String(value)}`);
      // A list may hold `"-1"` and `-1`, which look alike; one of the items must be the value itself.
      const read = candidates.map((item) => valueAt(acceptCompletion(text, item), place));
      assert.ok(read.includes(value), `${name}: ${JSON.stringify(value)} reads back as ${JSON.stringify(read)}`);
    }
  }
}
