import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cursorContext } from "../../../server/src/yaml/cursor-context.ts";
import { keyText, type MapNode, type Node, type NodePath, type ScalarNode } from "../../../server/src/yaml/node.ts";
import { parseSource, type Source } from "../../../server/src/yaml/source.ts";
import { brokenExample, MANY_RUNS, YAML_EXAMPLES, yamlLikeText } from "./random-yaml.ts";

test("wherever the cursor stands in any text, what is replaced lies on its line and holds it", () => {
  fc.assert(
    fc.property(fc.oneof(yamlLikeText, brokenExample), fc.nat(2_000), (text, place) => {
      const source = parseSource(text, "yaml");
      // A position never stands inside a line break.
      const offset = source.lines.offsetAt(source.lines.positionAt(place % (text.length + 1)));
      const context = cursorContext(source, offset);
      if (!context) return;
      const { start, end } = context.replace;
      assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length);
      assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
      assert.ok(text.slice(start, offset).endsWith(context.prefix), "the prefix stands before the cursor");
    }),
    { numRuns: MANY_RUNS },
  );
});

interface Visit {
  readonly key: (key: ScalarNode, map: MapNode, path: NodePath) => void;
  readonly value: (value: ScalarNode, path: NodePath) => void;
}

function walk(node: Node, path: NodePath, visit: Visit): void {
  if (node.kind === "scalar") visit.value(node, path);
  if (node.kind === "sequence") for (const [index, item] of node.items.entries()) walk(item, [...path, index], visit);
  if (node.kind !== "map") return;
  for (const { key, value } of node.pairs) {
    if (key.kind !== "scalar") continue;
    visit.key(key, node, path);
    walk(value, [...path, keyText(key) ?? ""], visit);
  }
}

function place(source: Source, node: Node): string {
  const { line, character } = source.lines.positionAt(node.start);
  return `${line + 1}:${character + 1} ${source.text.slice(node.start, node.end)}`;
}

/** A file that shows mistakes may hold what the lines do not tell. */
const SOUND = YAML_EXAMPLES.filter(([path]) => !path.startsWith("tenants/globex/"));

for (const [path, text] of SOUND) {
  test(`${path}: behind each key the context is that of the tree, with the keys beside it`, () => {
    const source = parseSource(text, "yaml");
    const { root } = source.file.documents[0];
    assert.ok(root);
    walk(root, [], {
      key: (key, map, keyPath) => {
        const context = cursorContext(source, key.end);
        const where = place(source, key);
        assert.ok(context?.kind === "key", where);
        assert.deepEqual(context.path, keyPath, where);
        assert.deepEqual(context.replace, { start: key.start, end: key.end }, where);
        assert.equal(context.prefix, text.slice(key.start, key.end), where);
        assert.equal(context.hasColon, true, where);
        assert.equal(context.flow, map.flow, where);
        const others = map.pairs.filter((pair) => pair.key !== key).map((pair) => keyText(pair.key));
        assert.deepEqual([...context.presentKeys()].sort(), [...others].sort(), where);
      },
      value: () => undefined,
    });
  });

  test(`${path}: behind each value the context is that of the tree`, () => {
    const source = parseSource(text, "yaml");
    const { root } = source.file.documents[0];
    assert.ok(root);
    walk(root, [], {
      key: () => undefined,
      value: (value, valuePath) => {
        const where = place(source, value);
        const context = cursorContext(source, value.end);
        if (value.style === "literal" || value.style === "folded") {
          assert.equal(context, undefined, where);
          return;
        }
        if (source.lines.lineOf(value.start) !== source.lines.lineOf(value.end)) return;
        assert.ok(context, where);
        assert.deepEqual(context.path, valuePath, where);
        assert.deepEqual(context.replace, { start: value.start, end: value.end }, where);
      },
    });
  });
}
