import * as l10n from "@vscode/l10n";
import { nodeAt } from "../../yaml/navigate.ts";
import { parseSource, rootOf } from "../../yaml/source.ts";
import { toValue, type Value } from "../../yaml/value.ts";
import { readPointer } from "../instance.ts";
import { code, listWords } from "../wording.ts";
import type { DynamicTarget, Resource, SchemaLinks } from "./links.ts";
import {
  brokenMessage,
  type Mention,
  noFragmentMessage,
  notUriMessage,
  onNetworkMessage,
  sameIdMessage,
  unreadableMessage,
} from "./load-messages.ts";
import { META_SCHEMAS } from "./meta-schemas.ts";
import { endlessReferences, invalidSchema, type SchemaFile } from "./schema-checks.ts";
import {
  type Dialect,
  dialectOf,
  dropMalformed,
  isSchema,
  isSchemaObject,
  type JsonSchema,
  type SchemaObject,
  subschemas,
} from "./schema-object.ts";
import { isAbsoluteUri, isRemote, resolveUri, splitFragment } from "./schema-uri.ts";

/** The outside of the loader. */
export interface SchemaReader {
  /** Text of a file, or why it can not be had: a clause such as "it does not exist". */
  readonly read: (uri: string) => Promise<{ readonly text: string } | { readonly refusal: string }>;
  /** A file as people know it. */
  readonly nameOf: (uri: string) => string;
}

/** A schema with everything it refers to. */
export interface LoadedSchema {
  readonly root: JsonSchema;
  readonly links: SchemaLinks;
  /** Every file that was read or asked for; when one of them changes the schema has to be loaded again. */
  readonly files: ReadonlySet<string>;
  /** The schemas of the files by URI, as they are written. */
  readonly documents: ReadonlyMap<string, JsonSchema>;
  /** Why the schema can not be used; nothing is judged by it then. */
  readonly problem: string | undefined;
}

/** Loads schemas, which all apply, and what they refer to. Never throws. */
export async function loadSchemas(uris: readonly string[], reader: SchemaReader): Promise<LoadedSchema> {
  const loader = new Loader(reader);
  try {
    const roots: JsonSchema[] = [];
    for (const uri of uris) roots.push(await loader.entry(uri));
    await loader.followReferences();
    const [first = true] = roots;
    const loaded = loader.loaded(roots.length === 1 ? first : { allOf: roots });
    const problem =
      endlessReferences(loaded.links, reader.nameOf) ?? (await invalidFile(loader.schemas, reader.nameOf));
    return { ...loaded, problem };
  } catch (error) {
    if (error instanceof SchemaFault) return loader.loaded(true, error.message);
    return loader.loaded(
      true,
      l10n.t`The schema ${listWords(uris.map((uri) => code(reader.nameOf(uri))))} can not be used.`,
    );
  }
}

class SchemaFault extends Error {}

/** The first file that is not valid by the meta-schema of its draft, in words; undefined when all are. */
async function invalidFile(files: readonly SchemaFile[], nameOf: SchemaReader["nameOf"]): Promise<string | undefined> {
  for (const file of files) {
    const fault = await invalidSchema(file, metaSchemaOf);
    if (fault !== undefined) return `${l10n.t`The schema ${code(nameOf(file.uri))} is not valid.`} ${fault}`;
  }
  return undefined;
}

const metaSchemas = new Map<string, Promise<LoadedSchema>>();

/** A meta-schema with its links; they never change, so each is linked once. */
function metaSchemaOf(uri: string): Promise<LoadedSchema> {
  const known = metaSchemas.get(uri);
  if (known) return known;
  const made = linkMetaSchema(uri);
  metaSchemas.set(uri, made);
  return made;
}

async function linkMetaSchema(uri: string): Promise<LoadedSchema> {
  const loader = new Loader({ read: async () => ({ refusal: "it is not read" }), nameOf: (name) => name });
  const root = await loader.entry(uri);
  await loader.followReferences();
  return loader.loaded(root);
}

interface Reference {
  readonly schema: SchemaObject;
  readonly keyword: "$ref" | "$dynamicRef" | "$recursiveRef";
  readonly resource: Resource;
}

class Loader {
  readonly #reader: SchemaReader;
  readonly #files = new Set<string>();
  /** Files in the order in which they were read. */
  readonly read: SchemaFile[] = [];
  /** Schemas in places of the files that no keyword makes one. */
  readonly #places: SchemaFile[] = [];
  /** Resources by every URI they are known under. */
  readonly #byUri = new Map<string, Resource>();
  readonly #resources = new Map<SchemaObject, Resource>();
  readonly #targets = new Map<SchemaObject, JsonSchema>();
  readonly #dynamicTargets = new Map<SchemaObject, DynamicTarget>();
  readonly #open: Reference[] = [];
  #asksUnevaluated = false;
  #deprecates = false;

  constructor(reader: SchemaReader) {
    this.#reader = reader;
  }

  loaded(root: JsonSchema, problem?: string): LoadedSchema {
    const links: SchemaLinks = {
      targets: this.#targets,
      dynamicTargets: this.#dynamicTargets,
      resources: this.#resources,
      asksUnevaluated: this.#asksUnevaluated,
      deprecates: this.#deprecates,
    };
    const documents = new Map(this.read.map((file) => [file.uri, file.value]));
    return { root, links, files: this.#files, documents, problem };
  }

  /** Everything that has to be a valid schema. */
  get schemas(): readonly SchemaFile[] {
    return [...this.read, ...this.#places];
  }

  async entry(uri: string): Promise<JsonSchema> {
    const [file, fragment] = splitFragment(uri);
    const mention = { schema: code(this.#reader.nameOf(file)), written: undefined };
    return this.#within(await this.#resourceAt(file, mention), fragment, mention);
  }

  async followReferences(): Promise<void> {
    for (let reference = this.#open.pop(); reference; reference = this.#open.pop()) await this.#follow(reference);
  }

  async #follow({ schema, keyword, resource }: Reference): Promise<void> {
    const written = schema[keyword] ?? "";
    const mention = { schema: code(this.#reader.nameOf(resource.file)), written: code(written) };
    const absolute = resolveUri(resource.uri, written);
    if (absolute === undefined) throw new SchemaFault(notUriMessage(mention));
    const [uri, fragment] = splitFragment(absolute);
    const known = this.#byUri.get(uri) ?? (await this.#external(uri, written, resource, mention));
    const target = this.#within(known, fragment, mention);
    if (keyword === "$ref") this.#targets.set(schema, target);
    else this.#dynamicTargets.set(schema, dynamicTarget(keyword, target, fragment));
  }

  /** The resource of another file. An `$id` is a name, not a place: a relative reference is also looked up beside its file. */
  async #external(uri: string, written: string, from: Resource, mention: Mention): Promise<Resource> {
    if (META_SCHEMAS.has(uri)) return this.#resourceAt(uri, mention);
    const beside = isAbsoluteUri(written) ? undefined : resolveUri(from.file, written);
    if (!isRemote(uri)) return this.#resourceAt(uri, mention);
    if (beside === undefined || isRemote(beside)) throw new SchemaFault(onNetworkMessage(mention));
    const [file] = splitFragment(beside);
    const resource = this.#byUri.get(file) ?? (await this.#resourceAt(file, mention));
    this.#byUri.set(uri, resource);
    return resource;
  }

  async #resourceAt(uri: string, mention: Mention): Promise<Resource> {
    const known = this.#byUri.get(uri);
    if (known) return known;
    const meta = META_SCHEMAS.get(uri);
    if (meta) return this.#add(uri, uri, meta);
    this.#files.add(uri);
    const answer = await this.#reader.read(uri);
    if ("refusal" in answer) throw new SchemaFault(unreadableMessage(mention, answer.refusal));
    const file = this.#parse(uri, answer.text);
    this.read.push(file);
    return this.#add(uri, uri, file.value);
  }

  #parse(uri: string, text: string): SchemaFile {
    const name = code(this.#reader.nameOf(uri));
    const source = parseSource(text, /\.ya?ml$/i.test(uri) ? "yaml" : "json");
    const fault = source.file.problems.find((problem) => problem.severity === "error");
    if (fault) {
      const line = source.lines.lineOf(fault.start) + 1;
      throw new SchemaFault(brokenMessage(name, line, fault.message));
    }
    const root = rootOf(source);
    const result = root && toValue(root);
    if (!result || "failure" in result) throw new SchemaFault(l10n.t`The schema ${name} holds no schema.`);
    // Aliases of a YAML schema share their objects; each place is a schema of its own.
    const value: Value = source.notation === "yaml" ? JSON.parse(JSON.stringify(result.value)) : result.value;
    if (!isSchema(value)) throw new SchemaFault(l10n.t`The schema ${name} holds no schema: a mapping is expected.`);
    return { uri, source, value, tree: root };
  }

  #add(uri: string, file: string, root: JsonSchema): Resource {
    const dialect = dialectOf(isSchemaObject(root) ? root.$schema : undefined);
    const resource = this.#resource(uri, file, root, dialect);
    this.#byUri.set(uri, resource);
    if (isSchemaObject(root)) this.#scan(root, resource);
    return resource;
  }

  #resource(base: string, file: string, root: JsonSchema, dialect: Dialect): Resource {
    const id = isSchemaObject(root) ? idOf(root, dialect) : undefined;
    const [uri] = splitFragment((id !== undefined && resolveUri(base, id)) || base);
    const known = this.#byUri.get(uri);
    if (known && known.root !== root && known.file !== file) {
      const [one, other] = [known.file, file].map((name) => code(this.#reader.nameOf(name)));
      throw new SchemaFault(sameIdMessage(one ?? "", other ?? "", code(uri)));
    }
    const resource = { uri, file, root, dialect, anchors: new Map(), dynamicAnchors: new Map() };
    if (!known) this.#byUri.set(uri, resource);
    return resource;
  }

  /** Learns the names and references of a schema and everything in it. */
  #scan(start: SchemaObject, startResource: Resource): void {
    const open: (readonly [SchemaObject, Resource])[] = [[start, startResource]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [schema, outer] = next;
      if (this.#resources.has(schema)) continue;
      const resource = this.#resourceOf(schema, outer);
      this.#resources.set(schema, resource);
      this.#learn(schema, resource);
      for (const inner of subschemas(schema)) if (isSchemaObject(inner)) open.push([inner, resource]);
    }
  }

  #resourceOf(schema: SchemaObject, outer: Resource): Resource {
    const id = schema === outer.root ? undefined : idOf(schema, outer.dialect);
    const isNamed = id !== undefined && !(schema.$ref !== undefined && outer.dialect.referenceStandsAlone);
    if (!isNamed) return outer;
    const dialect = schema.$schema === undefined ? outer.dialect : dialectOf(schema.$schema);
    return this.#resource(outer.uri, outer.file, schema, dialect);
  }

  #learn(schema: SchemaObject, resource: Resource): void {
    dropMalformed(schema);
    const id = resource.dialect.idKeyword === "id" ? schema.id : schema.$id;
    if (typeof id === "string" && id.startsWith("#")) resource.anchors.set(id.slice(1), schema);
    if (typeof schema.$anchor === "string") resource.anchors.set(schema.$anchor, schema);
    if (typeof schema.$dynamicAnchor === "string") {
      resource.anchors.set(schema.$dynamicAnchor, schema);
      resource.dynamicAnchors.set(schema.$dynamicAnchor, schema);
    }
    if (schema.$recursiveAnchor === true && schema === resource.root) resource.dynamicAnchors.set("", schema);
    if (schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined)
      this.#asksUnevaluated = true;
    if (schema.deprecated === true || schema.deprecationMessage !== undefined) this.#deprecates = true;
    for (const keyword of ["$ref", "$dynamicRef", "$recursiveRef"] as const)
      if (typeof schema[keyword] === "string") this.#open.push({ schema, keyword, resource });
  }

  /** The schema that a fragment names in a resource. */
  #within(resource: Resource, fragment: string, mention: Mention): JsonSchema {
    if (fragment === "") return resource.root;
    const found = fragment.startsWith("/") ? this.#pointed(resource, fragment) : resource.anchors.get(fragment);
    if (found === undefined) throw new SchemaFault(noFragmentMessage(mention, code(`#${fragment}`)));
    return found;
  }

  /** Has a schema that stands in an unknown place of a file checked as well. */
  #hold(value: SchemaObject, resource: Resource, pointer: string): void {
    const file = this.read.find((candidate) => candidate.uri === resource.file);
    if (!file) return;
    const tree = file.value === resource.root ? nodeAt(file.tree, readPointer(pointer)) : file.tree;
    const $schema = value.$schema ?? (isSchemaObject(file.value) ? file.value.$schema : undefined);
    this.#places.push({ ...file, value: $schema === undefined ? value : { $schema, ...value }, tree });
  }

  #pointed(resource: Resource, pointer: string): JsonSchema | undefined {
    let current: unknown = resource.root;
    let owner = resource;
    for (const step of readPointer(pointer)) {
      if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
      current = (current as Readonly<Record<string, unknown>>)[String(step)];
      owner = (isSchemaObject(current) && this.#resources.get(current)) || owner;
    }
    // A pointer may lead to a place that no keyword makes a schema.
    if (isSchemaObject(current) && !this.#resources.has(current)) {
      this.#scan(current, owner);
      this.#hold(current, resource, pointer);
    }
    return isSchema(current) ? current : undefined;
  }
}

function idOf(schema: SchemaObject, dialect: Dialect): string | undefined {
  const id = dialect.idKeyword === "id" ? schema.id : schema.$id;
  return typeof id === "string" && !id.startsWith("#") && id !== "" ? id : undefined;
}

function dynamicTarget(keyword: "$dynamicRef" | "$recursiveRef", initial: JsonSchema, fragment: string): DynamicTarget {
  if (!isSchemaObject(initial)) return { initial, anchor: undefined };
  if (keyword === "$recursiveRef") return { initial, anchor: initial.$recursiveAnchor === true ? "" : undefined };
  return { initial, anchor: initial.$dynamicAnchor === fragment && fragment !== "" ? fragment : undefined };
}
