/**
 * Writes the snippets of each kind as JSON to server/src/features/generated/: the server offers them where they fit, and it can only load
 * files that are named like JSON.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { namedKeys, snippetShape } from "../server/src/features/snippet-fit.ts";
import { plainText, type Snippet } from "../server/src/features/snippets.ts";
import { KINDS, type Kind } from "../server/src/protocol.ts";
import type { Schema } from "../server/src/schema/json-schema.ts";
import { loadSchemas, type ResolvedSchema, resolve, schemaOf } from "../server/src/schema/registry.ts";

const root = new URL("../", import.meta.url);
const target = new URL("server/src/features/generated/", root);

/** Every schema that a schema can lead to. */
function reachable(schema: Schema, found = new Set<ResolvedSchema>()): ReadonlySet<ResolvedSchema> {
  const target = resolve(schema);
  if (found.has(target)) return found;
  found.add(target);
  const { properties = {}, patternProperties = {}, additionalProperties, items, oneOf = [] } = target;
  const children = [...Object.values(properties), ...Object.values(patternProperties), ...oneOf];
  for (const child of [...children, additionalProperties, items])
    if (typeof child === "object") reachable(child, found);
  return found;
}

/** How many keys of a snippet are named where most of them are. */
function mostNamed(snippet: Omit<Snippet, "namedKeys">, schemas: ReadonlySet<ResolvedSchema>): number {
  const shape = snippetShape(plainText(snippet));
  const most = shape ? Math.max(...Array.from(schemas, (schema) => namedKeys(shape.node, [schema]))) : -1;
  if (most < 0) throw new Error(`The snippet ${snippet.prefix} fits nowhere.`);
  return most;
}

function snippetsOf(kind: Kind): readonly Snippet[] {
  const text = readFileSync(new URL(`snippets/${kind}.code-snippets`, root), "utf8");
  const schemas = reachable(schemaOf(kind));
  return (Object.values(JSON.parse(text)) as Omit<Snippet, "namedKeys">[]).map((snippet) => ({
    ...snippet,
    namedKeys: snippet.isFileTemplate ? -1 : mostNamed(snippet, schemas),
  }));
}

await loadSchemas();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const kind of KINDS) writeFileSync(new URL(`${kind}-snippets.json`, target), JSON.stringify(snippetsOf(kind)));
