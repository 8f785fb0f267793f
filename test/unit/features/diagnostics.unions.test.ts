import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Diagnostic } from "vscode-languageserver-types";
import { parse, stringify } from "yaml";
import { keysWithRequired, requiredEntries } from "../../../server/src/features/skeleton.ts";
import { KINDS, type Kind } from "../../../server/src/protocol.ts";
import type { Schema } from "../../../server/src/schema/json-schema.ts";
import { allowedValues } from "../../../server/src/schema/match.ts";
import { resolve } from "../../../server/src/schema/registry.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { nodeAt } from "../../../server/src/yaml/navigate.ts";
import { dereference, keyText, type NodePath } from "../../../server/src/yaml/node.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { schemaPlaces } from "../../support/schema-places.ts";
import { WITHOUT_RULES } from "../../support/without-rules.ts";
import { check, shortly } from "./ask.ts";

const LAYOUT = { step: 2, indentedLists: true, lineBreak: "\n" };

/** A place where one of several schemas applies, and a document that has something there. */
interface Union {
  readonly path: NodePath;
  readonly tag: string;
  readonly branches: readonly Schema[];
  /** The document with this value at the place. */
  readonly text: (value: unknown) => string;
}

function unionsOf(kind: Kind): readonly Union[] {
  return schemaPlaces(kind).flatMap((place) => {
    const { schema, path } = place;
    const map = typeof schema.additionalProperties === "object" ? resolve(schema.additionalProperties) : undefined;
    const candidates: readonly (readonly [Schema | undefined, NodePath, (value: unknown) => unknown])[] = [
      [schema, path, (value) => value],
      [schema.items && resolve(schema.items), [...path, 0], (value) => [value]],
      [map, [...path, "example"], (value) => ({ example: value })],
    ];
    return candidates.flatMap(([union, at, wrap]) => {
      const tag = union?.discriminator?.propertyName;
      if (!union?.oneOf || tag === undefined) return [];
      // What the file itself lacks is reported at its first key, which must not be the one in question.
      const text = (value: unknown): string => `x-first: 1\n${stringify(withValue(place.value, path, wrap(value)))}`;
      return [{ path: at, tag, branches: union.oneOf.map(resolve), text }];
    });
  });
}

/** A copy of a value with another one at a path. */
function withValue(value: unknown, path: NodePath, inner: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withValue(item, rest, inner) : item));
  const record: Readonly<Record<string, unknown>> = { ...(value as object) };
  return { ...record, [step]: withValue(record[step], rest, inner) };
}

function instance(branch: Schema, tag: string): Record<string, unknown> {
  const written = parse(keysWithRequired(requiredEntries(branch), 0, LAYOUT, false));
  return { ...written, [tag]: allowedValues(branch.properties?.[tag])[0] };
}

/** Diagnostics on the node at a path, its key included. */
async function inside(kind: Kind, text: string, path: NodePath): Promise<readonly Diagnostic[]> {
  const root = rootOf(parseSource(text, "yaml"));
  const parent = dereference(nodeAt(root, path.slice(0, -1)));
  const pair = parent?.kind === "map" ? parent.pairs.find((one) => keyText(one.key) === path.at(-1)) : undefined;
  const node = pair ?? nodeAt(root, path);
  assert.ok(node, text);
  const lines = new LineIndex(text);
  return (await check(text, { path: `a.${kind}.yaml`, settings: WITHOUT_RULES })).filter(({ range }) => {
    const start = lines.offsetAt(range.start);
    return start >= node.start && start <= node.end;
  });
}

for (const kind of KINDS) {
  const unions = unionsOf(kind);
  if (unions.length === 0) continue;
  describe(`unions of ${kind}`, () => {
    for (const { path, tag, branches, text } of unions) {
      test(path.join("."), async () => {
        const one = async (value: unknown, what: string): Promise<Diagnostic> => {
          const found = await inside(kind, text(value), path);
          assert.equal(found.length, 1, `${what}: ${found.map(shortly).join("; ")}\n${text(value)}`);
          assert.ok(found[0]);
          assert.doesNotMatch(found[0].message as string, /matches? (?:multiple|more than)|oneOf|anyOf/i);
          return found[0];
        };
        for (const branch of branches) {
          const good = instance(branch, tag);
          assert.deepEqual((await inside(kind, text(good), path)).map(shortly), [], text(good));
          assert.match((await one({ ...good, [tag]: "no such thing" }, "wrong tag")).message as string, /Expected/);
          const { [tag]: _tag, ...untagged } = good;
          assert.equal((await one(untagged, "missing tag")).code, "missing-property");
          assert.equal((await one({ ...good, zz_unknown: 1 }, "unknown key")).code, "unknown-property");
          for (const key of Object.keys(untagged)) await one({ ...good, [key]: null }, `${key} without value`);
        }
      });
    }
  });
}
