import type { Kind, KindAnswer } from "../protocol.ts";
import { loadSchema } from "../schema/registry.ts";
import type { Settings } from "../settings.ts";
import { parseSource, type Source } from "../yaml/source.ts";
import { deploymentVariables } from "./deployment-variables.ts";
import { parseDotenv } from "./dotenv.ts";
import { hasTenantExtension, kindOfName } from "./file-names.ts";
import { type FileLocation, kindOf } from "./kind.ts";
import {
  type EnvironmentVariables,
  environmentVariables,
  type TenantContext,
  type TenantFile,
} from "./tenant-context.ts";
import { baseName, canonical, innermost, isInside, joinUri, parentUri, relativePath } from "./uri-path.ts";
import type { Workspace } from "./workspace.ts";

/** What is around a file: the other files of its tenant, and the variables. */
export interface Surroundings {
  readonly folder: string | undefined;
  readonly files: readonly TenantFile[];
  readonly variables: EnvironmentVariables;
}

/** The context of a file in its surroundings: the file itself is always among the files, as it is given. */
export function contextOf(surroundings: Surroundings, own: TenantFile): TenantContext {
  const others = surroundings.files.filter(
    (file) => canonical(file.uri) !== canonical(own.uri) && !isOtherTenant(file, own),
  );
  return { ...surroundings, files: [...others, own].sort((a, b) => (a.uri < b.uri ? -1 : 1)) };
}

/**
 * Finds out where a file stands and which files belong to its tenant, reading through the workspace.
 * Keeps what it read until {@link ContextLoader.invalidate} says that a file changed. One loader serves one workspace.
 */
export class ContextLoader {
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  /** Files by canonical URI, until they change. */
  readonly #parsed = new Map<string, Promise<Source | undefined>>();
  readonly #directories = new Map<string, ReturnType<Workspace["readDirectory"]>>();
  readonly #variables = new Map<string, Promise<EnvironmentVariables>>();

  constructor(workspace: Workspace, settings: Settings) {
    this.#workspace = workspace;
    this.#settings = settings;
  }

  /** Forgets what was read from a file; for `.env` files the variables. */
  invalidate(uri: string): void {
    this.#parsed.delete(canonical(uri));
    if (baseName(uri).startsWith(".env")) this.#variables.clear();
  }

  /** Forgets folder listings as well: files came or went. */
  invalidateFolders(): void {
    this.#directories.clear();
    this.#parsed.clear();
  }

  /** Kind of a file, and why. */
  async kind(uri: string, source: Source): Promise<KindAnswer> {
    return kindOf(source, await this.#locate(uri), this.#settings);
  }

  /**
   * Surroundings of a file. `source` is its text as the caller has it; the other files of the tenant will ask for it as well, and for
   * them it need not be parsed again.
   */
  async surroundings(uri: string, source: Source): Promise<Surroundings> {
    const variables = await this.variables(uri);
    if (deploymentVariables(variables).cache) this.#parsed.set(canonical(uri), Promise.resolve(source));
    else this.#parsed.clear();
    const folder = await this.#tenantFolder(uri);
    if (folder === undefined) return { folder, files: [], variables };
    const uris = (await this.#tenantFiles(folder)).filter((other) => canonical(other) !== canonical(uri));
    const files = await Promise.all(uris.map((other) => this.#tenantFile(other)));
    return { folder, files: files.filter((file) => file !== undefined), variables };
  }

  /** Context of a file in its tenant. */
  async context(uri: string, kind: Kind, source: Source): Promise<TenantContext> {
    return contextOf(await this.surroundings(uri, source), { uri, kind, source });
  }

  /** Variables of contract F as the workspace folder of a file sees them. */
  async variables(uri: string): Promise<EnvironmentVariables> {
    return this.#variablesOf(await this.#home(uri));
  }

  #variablesOf(folder: string): Promise<EnvironmentVariables> {
    const known = this.#variables.get(folder) ?? this.#loadVariables(folder);
    this.#variables.set(folder, known);
    return known;
  }

  async #loadVariables(folder: string): Promise<EnvironmentVariables> {
    const names = [".env.local", ".env"];
    const texts = await Promise.all(names.map((name) => this.#workspace.readFile(joinUri(folder, name))));
    const files = names.map((name, index) => ({ name: `\`${name}\``, values: parseDotenv(texts[index] ?? "") }));
    return environmentVariables(this.#settings, files, this.#workspace.processEnvironment);
  }

  async #locate(uri: string): Promise<FileLocation> {
    const path = relativePath(uri, this.#workspace.folders);
    const named = kindOfName(path);
    if (!named || named.certain) return { path, belowTenantsRoot: false, inTenantFolder: false };
    const belowTenantsRoot = await this.#isBelowRoot(uri);
    const inTenantFolder = belowTenantsRoot || (await this.#folderWithTenantFile(uri)) !== undefined;
    return { path, belowTenantsRoot, inTenantFolder };
  }

  /**
   * Contract A.1 falls back to the workspace itself as the root. A name alone would then claim other tools' files
   * (`group_vars/security.yml`), so in such a workspace content or a tenant file in the folder has to agree.
   */
  async #isBelowRoot(uri: string): Promise<boolean> {
    const declared = await this.#declaredRoots(uri);
    if (declared.length > 0) return declared.some((root) => isInside(uri, root));
    return namedTenantsFolder(uri, await this.#home(uri)) !== undefined;
  }

  /** Roots of TENANT_CONFIG_PATH: a list separated by the path separator, each relative to the workspace folder or absolute. */
  async #declaredRoots(uri: string): Promise<readonly string[]> {
    return this.#rootsOf(await this.#home(uri));
  }

  async #rootsOf(folder: string): Promise<readonly string[]> {
    const { tenantsRoots } = deploymentVariables(await this.#variablesOf(folder));
    return tenantsRoots.map((root) => resolvePath(folder, root));
  }

  /** A sentence for each variable of contract F that can not be used as it is set; `at` is any URI in the workspace folder. */
  async notices(at: string): Promise<readonly string[]> {
    const { notices } = deploymentVariables(await this.variables(at));
    const roots = await this.#declaredRoots(at);
    const listed = await Promise.all(roots.map((root) => this.#list(root)));
    const missing = roots.filter((_, index) => listed[index]?.length === 0);
    return [...notices, ...missing.map((root) => `TENANT_CONFIG_PATH: the folder ${root} does not exist or is empty.`)];
  }

  /** Workspace folder that a file belongs to; for a file outside of all the one that declares its root, else its own folder. */
  async #home(uri: string): Promise<string> {
    const folder = innermost(uri, this.#workspace.folders);
    if (folder !== undefined) return folder;
    for (const candidate of this.#workspace.folders) {
      const roots = await this.#rootsOf(candidate);
      if (roots.some((root) => isInside(uri, root))) return candidate;
    }
    return parentUri(uri);
  }

  /** Highest folder that is searched for the tenant of a file. */
  async #top(uri: string): Promise<string> {
    const home = await this.#home(uri);
    if (isInside(uri, home)) return home;
    return (await this.#rootsOf(home)).find((root) => isInside(uri, root)) ?? parentUri(uri);
  }

  #list(folder: string): ReturnType<Workspace["readDirectory"]> {
    const known = this.#directories.get(folder) ?? this.#workspace.readDirectory(folder);
    this.#directories.set(folder, known);
    return known;
  }

  /** Tenant folder of contract A.1: the nearest ancestor with a tenant file, else the child of a root that holds the file. */
  async #tenantFolder(uri: string): Promise<string | undefined> {
    const withTenant = await this.#folderWithTenantFile(uri);
    if (withTenant !== undefined) return withTenant;
    const declared = (await this.#declaredRoots(uri)).find((root) => isInside(uri, root));
    const root = declared ?? namedTenantsFolder(uri, await this.#home(uri));
    return root === undefined ? undefined : childTowards(root, uri);
  }

  async #folderWithTenantFile(uri: string): Promise<string | undefined> {
    const top = canonical(await this.#top(uri));
    for (let folder = parentUri(uri); isInside(folder, top); folder = parentUri(folder)) {
      if (await this.#holdsTenantFile(folder)) return folder;
      if (canonical(folder) === top) return undefined;
    }
    return undefined;
  }

  async #holdsTenantFile(folder: string): Promise<boolean> {
    for (const entry of await this.#list(folder)) {
      const named = entry.kind === "file" ? kindOfName(entry.name) : undefined;
      if (named?.kind !== "tenant") continue;
      if (named.certain) return true;
      const uri = joinUri(folder, entry.name);
      const source = await this.#parse(uri);
      const path = relativePath(uri, this.#workspace.folders);
      const content =
        source && kindOf(source, { path, belowTenantsRoot: false, inTenantFolder: false }, this.#settings);
      if (content?.kind === "tenant") return true;
    }
    return false;
  }

  async #tenantFile(uri: string): Promise<TenantFile | undefined> {
    const source = await this.#parse(uri);
    const answer = source && (await this.kind(uri, source));
    if (!source || !answer?.kind) return undefined;
    // The names that the file declares are found with its schema.
    await loadSchema(answer.kind);
    return { uri, kind: answer.kind, source };
  }

  /** Files that may be the tenant's: those in its folder and in a folder `environments` within. */
  async #tenantFiles(folder: string): Promise<readonly string[]> {
    const entries = await this.#list(folder);
    const direct = entries.filter((entry) => entry.kind === "file" && hasTenantExtension(entry.name));
    const uris = direct.map((entry) => joinUri(folder, entry.name));
    const nested = entries.find((entry) => entry.kind === "directory" && entry.name.toLowerCase() === "environments");
    if (!nested) return uris;
    const inner = joinUri(folder, nested.name);
    const environments = (await this.#list(inner)).filter(
      (entry) => entry.kind === "file" && hasTenantExtension(entry.name),
    );
    return [...uris, ...environments.map((entry) => joinUri(inner, entry.name))];
  }

  #parse(uri: string): Promise<Source | undefined> {
    const known = this.#parsed.get(canonical(uri)) ?? this.#readAndParse(uri);
    this.#parsed.set(canonical(uri), known);
    return known;
  }

  async #readAndParse(uri: string): Promise<Source | undefined> {
    const text = await this.#workspace.readFile(uri);
    return text === undefined ? undefined : parseSource(text, /\.json$/i.test(uri) ? "json" : "yaml");
  }
}

/** A tenant has one tenant file; another one in its folder is another tenant's (`tenants/<id>.yaml`). */
function isOtherTenant(file: TenantFile, own: TenantFile): boolean {
  return file.kind === "tenant" && own.kind === "tenant";
}

function isTenantsName(name: string): boolean {
  return /^tenants?$/i.test(name);
}

/** Innermost folder named `tenants` or `tenant` that holds the file, the workspace folder itself included. */
function namedTenantsFolder(uri: string, workspaceFolder: string): string | undefined {
  for (let folder = parentUri(uri); isInside(folder, workspaceFolder); folder = parentUri(folder)) {
    if (isTenantsName(baseName(folder))) return folder;
    if (canonical(folder) === canonical(workspaceFolder)) return undefined;
  }
  return undefined;
}

/** Child folder of a root on the way to a file; the root itself when the file stands directly in it. */
function childTowards(root: string, uri: string): string {
  let folder = parentUri(uri);
  if (canonical(folder) === canonical(root)) return folder;
  while (canonical(parentUri(folder)) !== canonical(root)) folder = parentUri(folder);
  return folder;
}

/** URI of a path written by a person: absolute paths stay in the scheme of the folder, relative ones start at the folder. */
export function resolvePath(folder: string, path: string): string {
  const slashes = path.replace(/\\/g, "/").replace(/\/+$/, "");
  const authority = /^[a-zA-Z][\w+.-]*:\/\/[^/]*/.exec(folder)?.[0] ?? "";
  const isAbsolute = slashes.startsWith("/") || /^[a-zA-Z]:(?:\/|$)/.test(slashes);
  const parts = isAbsolute ? [] : folder.slice(authority.length).split("/").filter(isPart);
  for (const part of slashes.split("/").filter(isPart)) {
    if (part === "..") parts.pop();
    else parts.push(encodeURIComponent(part));
  }
  return `${authority}/${parts.join("/")}`;
}

function isPart(part: string): boolean {
  return part !== "" && part !== ".";
}
