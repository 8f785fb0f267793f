import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS } from "../../../server/src/protocol.ts";
import { loadSchemas } from "../../../server/src/schema/registry.ts";
import { namesOf } from "../../../server/src/tenants/name-index.ts";
import { anchorPlaces } from "../../../server/src/yaml/anchor-places.ts";
import { parseSource, type Source } from "../../../server/src/yaml/source.ts";
import { exampleFiles } from "../../support/examples.ts";

await loadSchemas();

test("names and anchors of a text that was edited are those of the same text read anew", () => {
  const pieces = ["x", "\n", "  ", "- ", "&a ", "*a", ": ", "'", "<<: *a\n"];
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (const [path, original] of Object.entries(exampleFiles("tenants/acme"))) {
    const kind = KINDS.find((candidate) => path.includes(`/${candidate}`) && path.endsWith(".yaml"));
    if (!kind) continue;
    const shown = (source: Source): unknown => {
      const { declarations, uses } = namesOf({ kind, source });
      const names = [...declarations, ...uses].map(({ nameClass, name, start, end }) => [nameClass, name, start, end]);
      return [names, anchorPlaces(source).map(({ name, start, aliases }) => [name, start, aliases])];
    };
    let text = original;
    let edited = parseSource(text, "yaml");
    for (let round = 0; round < 9; round++) {
      const at = random(text.length);
      const removed = round % 2 === 0 ? random(4) : 0;
      text = text.slice(0, at) + (pieces[round % pieces.length] ?? "") + text.slice(at + removed);
      edited = parseSource(text, "yaml", edited);
      assert.deepEqual(shown(edited), shown(parseSource(text, "yaml")), `${path}, round ${round}`);
    }
  }
});

test("aliases that nest deeper than text can, and mappings that merge themselves, end", () => {
  const chain = Array.from({ length: 3_000 }, (_, index) =>
    index === 0 ? "x0: &a0 {receiver: r}" : `x${index}: &a${index} {receiver: r, routes: [*a${index - 1}]}`,
  );
  const text = `${chain.join("\n")}\nalertmanager: {config: {route: *a2999}}\n`;
  const { uses } = namesOf({ kind: "monitoring", source: parseSource(text, "yaml") });
  assert.ok(uses.length > 50 && uses.length < 3_000, `${uses.length} uses`);
  const loop = "alertmanager: &a {config: {route: {receiver: r, routes: [*a]}}, <<: *a}\n";
  assert.equal(namesOf({ kind: "monitoring", source: parseSource(loop, "yaml") }).uses.length, 1);
});
