import * as l10n from "@vscode/l10n";
import type { LoadedSchema, SchemaReader } from "../schema/custom/load.ts";
import type { Settings } from "../settings.ts";
import type { OffsetRange } from "../text/line-index.ts";
import type { Source } from "../yaml/source.ts";
import { isExcluded } from "./file-names.ts";
import { kindOfSchema, type NamedSchema, namedSchema, schemasBySetting } from "./kind.ts";
import { canonical, innermost, isInside, parentUri, relativePath } from "./uri-path.ts";
import type { Workspace } from "./workspace.ts";

/** The schemas that a team gives to one of its own files. */
export interface OwnSchema {
  /** For each schema the URIs under which it is looked for, in order. */
  readonly candidates: readonly (readonly string[])[];
  /** Where the file names the schema; undefined when the setting does. */
  readonly named: OffsetRange | undefined;
  /** The URI when the schema is on the network, from where nothing is read. */
  readonly remote: string | undefined;
}

/** The schema that a file names or that the setting `tenantConfig.schemas` gives it. Undefined for a file without one. */
export function ownSchemaOf(
  uri: string,
  source: Source,
  folders: readonly string[],
  settings: Settings,
): OwnSchema | undefined {
  const path = relativePath(uri, folders);
  const isLeftAlone = isExcluded(path, settings.generation.out);
  const named = isLeftAlone ? undefined : namedSchema(source);
  if (named && kindOfSchema(named.uri) === undefined) {
    const own = byName(uri, named, folders);
    if (own !== "none") return own;
  }
  const schemas = schemasBySetting(path, settings).filter((schema) => !isRemote(schema));
  if (schemas.length === 0) return undefined;
  const home = innermost(uri, folders);
  const bases = home === undefined ? folders : [home, ...folders.filter((folder) => folder !== home)];
  return { candidates: schemas.map((schema) => placesOf(schema, bases)), named: undefined, remote: undefined };
}

/** `none` for a name that gives the file no schema, so that the setting may. */
function byName(uri: string, named: NamedSchema, folders: readonly string[]): OwnSchema | "none" {
  const { start, end } = named;
  if (named.uri === "none" || named.uri.startsWith("tenant-config:")) return "none";
  if (isRemote(named.uri)) {
    // Editors know the schemas that JSON files name on the network, and json-schema.org's own ones are no place at all.
    if (!named.isComment || /^https?:\/\/json-schema\.org\//.test(named.uri)) return "none";
    return { candidates: [], named: { start, end }, remote: named.uri };
  }
  const home = innermost(uri, folders);
  const bases = [parentUri(uri), ...(home === undefined ? folders : [home])];
  return { candidates: [placesOf(named.uri, bases)], named: { start, end }, remote: undefined };
}

function isRemote(schema: string): boolean {
  return /^https?:/i.test(schema);
}

/** URIs that a path or URI can mean: itself, else relative to each of the folders. */
function placesOf(schema: string, bases: readonly string[]): readonly string[] {
  const path = schema.replace(/\\/g, "/");
  const isUri = /^[a-zA-Z][\w+.-]+:/.test(path);
  const drive = /^[a-zA-Z]:\//.test(path) ? `/${path}` : path;
  const found = bases.flatMap((base) => absolute(isUri ? path : drive, `${base}/`) ?? []);
  return found.length === 0 ? [absolute(path, undefined) ?? path] : [...new Set(found)];
}

function absolute(path: string, base: string | undefined): string | undefined {
  try {
    return new URL(path, base).href;
  } catch {
    return undefined;
  }
}

/** Sets of schemas that are kept; a workspace has a few. */
const MAXIMUM_KEPT = 64;

interface Kept {
  readonly loading: Promise<LoadedSchema>;
  /** Files that the schema was made of; undefined while it loads. */
  files: ReadonlySet<string> | undefined;
}

/** Schemas of a workspace, kept until a file that they are made of changes. */
export class OwnSchemas {
  readonly #workspace: Workspace;
  readonly #kept = new Map<string, Kept>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The schemas of a file, loaded. */
  load(own: OwnSchema): Promise<LoadedSchema> {
    const key = JSON.stringify(own.candidates);
    const known = this.#kept.get(key);
    if (known) return known.loading;
    const kept: Kept = { loading: this.#load(own), files: undefined };
    void kept.loading.then(({ files }) => {
      kept.files = new Set([...files, ...own.candidates.flat()].map(canonical));
    });
    if (this.#kept.size >= MAXIMUM_KEPT) this.#kept.clear();
    this.#kept.set(key, kept);
    return kept.loading;
  }

  /** Forgets the schemas that a file is part of. */
  invalidate(uri: string): void {
    if (this.#kept.size === 0) return;
    const changed = canonical(uri);
    for (const [key, { files }] of this.#kept) if (!files || files.has(changed)) this.#kept.delete(key);
  }

  /** Forgets all schemas: files came or went. */
  clear(): void {
    this.#kept.clear();
  }

  async #load(own: OwnSchema): Promise<LoadedSchema> {
    const { loadSchemas } = await import("../schema/custom/load.ts");
    const uris = await Promise.all(own.candidates.map((places) => this.#existing(places)));
    return loadSchemas(uris, this.#reader);
  }

  async #existing(places: readonly string[]): Promise<string> {
    for (const place of places) if ("text" in (await this.#reader.read(withoutFragment(place)))) return place;
    return places[0] ?? "";
  }

  readonly #reader: SchemaReader = {
    nameOf: (uri) => relativePath(uri, this.#workspace.folders),
    read: async (uri) => {
      if (!isConfined(uri, this.#workspace.folders)) return { refusal: l10n.t`it stands outside of the workspace` };
      const text = await this.#workspace.readFile(uri);
      return text === undefined ? { refusal: l10n.t`there is no such file` } : { text };
    },
  };
}

function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/s, "");
}

/** true for a file in one of the folders. What hides steps upwards behind escapes is not. */
function isConfined(uri: string, folders: readonly string[]): boolean {
  const steps = canonical(uri).split(/[\\/]/);
  return !steps.includes("..") && !isRemote(uri) && folders.some((folder) => isInside(uri, folder));
}

/** A sentence for each schema of the setting that is on the network. */
export function remoteSchemaNotices(settings: Settings): readonly string[] {
  return Object.keys(settings.schemas)
    .filter(isRemote)
    .map(
      (schema) =>
        `tenantConfig.schemas: ${schema} is not fetched. Copy the schema into the workspace and name its path.`,
    );
}
