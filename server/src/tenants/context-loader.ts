import type { DirectoryEntry, Kind, KindAnswer } from "../protocol.ts";
import { loadSchema } from "../schema/registry.ts";
import type { Settings } from "../settings.ts";
import { parseSource, type Source } from "../yaml/source.ts";
import { type DeploymentVariables, deploymentVariables } from "./deployment-variables.ts";
import { parseDotenv } from "./dotenv.ts";
import { hasTenantExtension, kindOfName } from "./file-names.ts";
import { type FileLocation, kindOf } from "./kind.ts";
import { RecentMap } from "./recent-map.ts";
import { searchFiles } from "./search-files.ts";
import {
  type EnvironmentVariables,
  environmentVariables,
  type TenantContext,
  type TenantFile,
  type VariableFile,
} from "./tenant-context.ts";
import { baseName, canonical, innermost, isInside, joinUri, parentUri, relativePath } from "./uri-path.ts";
import type { Workspace } from "./workspace.ts";

/** Folders whose listing and variables are kept. They are small, and the folders above the tenants are asked for again and again. */
const KEPT_LISTINGS = 1_024;

/** What is around a file: the other files of its tenant, and the variables. */
export interface Surroundings {
  readonly folder: string | undefined;
  readonly files: readonly TenantFile[];
  readonly variables: EnvironmentVariables;
  readonly variableFiles: readonly VariableFile[];
}

/** What matters of a folder's entries. */
interface FolderListing {
  readonly isEmpty: boolean;
  /** Names of the files that may be tenant files by their extension. */
  readonly files: readonly string[];
  /** Name of the inner folder `environments`, as it is written. */
  readonly environments: string | undefined;
  /** true when one of the files is a tenant file by its name alone. */
  readonly hasCertainTenant: boolean;
  /** Names of the files that are tenant files when their content agrees. */
  readonly possibleTenants: readonly string[];
}

/** The variables that hold in a workspace folder. */
interface Setting {
  readonly variables: EnvironmentVariables;
  /** The `.env` files that are there, those that win first. */
  readonly variableFiles: readonly VariableFile[];
  readonly deployment: DeploymentVariables;
  /** Roots of TENANT_CONFIG_PATH, each relative to the workspace folder or absolute, as URIs. */
  readonly roots: readonly string[];
}

/** Where the files of a folder stand. */
interface Place extends Setting {
  /** The folder itself. */
  readonly folder: string;
  /** Highest folder that is searched for the tenant of a file, canonical. */
  readonly top: string;
  /** The root of TENANT_CONFIG_PATH that holds the folder. */
  readonly declaredRoot: string | undefined;
  /** The innermost folder named `tenants` or `tenant` that holds the folder. */
  readonly namedRoot: string | undefined;
}

/** The context of a file in its surroundings: the file itself is always among the files, as it is given. */
export function contextOf(surroundings: Surroundings, own: TenantFile): TenantContext {
  const others = surroundings.files.filter(
    (file) => canonical(file.uri) !== canonical(own.uri) && !isOtherTenant(file, own),
  );
  const files = [...others, own].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const tenants = new Set(
    [...surroundings.files, own].filter(({ kind }) => kind === "tenant").map(({ uri }) => canonical(uri)),
  );
  return { ...surroundings, files, holdsTenants: tenants.size };
}

/**
 * Finds out where a file stands and which files belong to its tenant, reading through the workspace.
 * Keeps what it read last until {@link ContextLoader.invalidate} says that a file changed. One loader serves one workspace.
 */
export class ContextLoader {
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  /** Files by their folder and canonical URI, until they change. By folder, so that a tenant is kept or dropped as a whole. */
  readonly #parsed: RecentMap<string, Map<string, Promise<Source | undefined>>>;
  readonly #listings = new RecentMap<string, Promise<FolderListing>>(KEPT_LISTINGS);
  readonly #variables = new RecentMap<string, Promise<Setting>>(KEPT_LISTINGS);
  /** Places by the URI of the folder as it is written. */
  readonly #places = new RecentMap<string, Promise<Place>>(KEPT_LISTINGS);

  /** `keptFolders`: so many folders with files of tenants, the last ones asked for, are kept parsed; never a whole workspace. */
  constructor(workspace: Workspace, settings: Settings, keptFolders = 32) {
    this.#parsed = new RecentMap(keptFolders);
    this.#workspace = workspace;
    this.#settings = settings;
  }

  /** Forgets what was read from a file; for `.env` files the variables. */
  invalidate(uri: string): void {
    this.#parsed.peek(canonical(parentUri(uri)))?.delete(canonical(uri));
    if (!baseName(uri).startsWith(".env")) return;
    this.#variables.clear();
    this.#places.clear();
  }

  /** Forgets folder listings as well: files came or went. */
  invalidateFolders(): void {
    this.#listings.clear();
    this.#parsed.clear();
  }

  /** A file as it is kept, undefined when it is not; nothing is read. */
  async parsed(uri: string): Promise<Source | undefined> {
    return this.#parsed.peek(canonical(parentUri(uri)))?.get(canonical(uri));
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
    const place = await this.#placeOf(uri);
    const { variables, variableFiles } = place;
    if (place.deployment.cache) this.#parsedBeside(uri).set(canonical(uri), Promise.resolve(source));
    else this.#parsed.clear();
    const folder = await this.#tenantFolder(place);
    if (folder === undefined) return { folder, files: [], variables, variableFiles };
    const own = canonical(uri);
    const uris = (await this.#tenantFiles(folder)).filter((other) => canonical(other) !== own);
    const files = await Promise.all(uris.map((other) => this.#tenantFile(other)));
    return { folder, files: files.filter((file) => file !== undefined), variables, variableFiles };
  }

  /** Files of the tenant in whose folder a file or folder stands; empty when it stands in none. */
  async tenantFilesAround(uri: string): Promise<readonly TenantFile[]> {
    const folder = await this.#tenantFolder(await this.#placeOf(uri));
    if (folder === undefined) return [];
    const files = await Promise.all((await this.#tenantFiles(folder)).map((file) => this.#tenantFile(file)));
    return files.filter((file) => file !== undefined);
  }

  /** Context of a file in its tenant. */
  async context(uri: string, kind: Kind, source: Source): Promise<TenantContext> {
    return contextOf(await this.surroundings(uri, source), { uri, kind, source });
  }

  /** Variables of contract F as the workspace folder of a file sees them. */
  async variables(uri: string): Promise<EnvironmentVariables> {
    return (await this.#placeOf(uri)).variables;
  }

  /**
   * Files of other tenants that stand below the same roots, when their text holds a word. They are read each time and not kept: variables
   * of the deployment environment are the only thing that tenants share, and they are rarely asked for.
   */
  async filesOfOthers(uri: string, word: string): Promise<readonly TenantFile[]> {
    const place = await this.#placeOf(uri);
    const own = await this.#tenantFolder(place);
    const roots = place.roots.length > 0 ? place.roots : place.namedRoot === undefined ? [] : [place.namedRoot];
    const found = await this.#search(roots, (text) => text.includes(word), Number.POSITIVE_INFINITY);
    return found.filter((file) => own === undefined || !isInside(file.uri, own));
  }

  /** Tenant files of the whole workspace whose text passes a test, at most so many; for each folder its tenants' roots, else the folder. */
  async filesOfWorkspace(holds: (text: string) => boolean, limit: number): Promise<readonly TenantFile[]> {
    const settings = await Promise.all(this.#workspace.folders.map((folder) => this.#settingOf(folder)));
    const roots = this.#workspace.folders.flatMap((folder, index) => {
      const declared = settings[index]?.roots ?? [];
      return declared.length > 0 ? declared : [folder];
    });
    return this.#search([...new Set(roots)], holds, limit);
  }

  #search(roots: readonly string[], holds: (text: string) => boolean, limit: number): Promise<readonly TenantFile[]> {
    const kindOfFile = async (uri: string, source: Source): Promise<Kind | undefined> =>
      (await this.kind(uri, source)).kind;
    return searchFiles(this.#workspace, kindOfFile, roots, { holds, limit });
  }

  /** A sentence for each variable of contract F that can not be used as it is set; `at` is any URI in the workspace folder. */
  async notices(at: string): Promise<readonly string[]> {
    const { deployment, roots } = await this.#placeOf(at);
    const listed = await Promise.all(roots.map((root) => this.#list(root)));
    const missing = roots.filter((_, index) => listed[index]?.isEmpty);
    return [
      ...deployment.notices,
      ...missing.map((root) => `TENANT_CONFIG_PATH: the folder ${root} does not exist or is empty.`),
    ];
  }

  /** Place of a file; all files of a folder have the same. */
  #placeOf(uri: string): Promise<Place> {
    const folder = parentUri(uri);
    return this.#places.getOrMake(folder, () => this.#findPlace(folder));
  }

  async #findPlace(folder: string): Promise<Place> {
    const home = await this.#home(folder);
    const setting = await this.#settingOf(home);
    const declaredRoot = setting.roots.find((root) => isInside(folder, root));
    const top = canonical(isInside(folder, home) ? home : (declaredRoot ?? folder));
    return { ...setting, folder, top, declaredRoot, namedRoot: namedTenantsFolder(folder, home) };
  }

  /** Workspace folder that a folder belongs to; for one outside of all the one that declares its root, else the folder itself. */
  async #home(folder: string): Promise<string> {
    const home = innermost(folder, this.#workspace.folders);
    if (home !== undefined) return home;
    for (const candidate of this.#workspace.folders) {
      const { roots } = await this.#settingOf(candidate);
      if (roots.some((root) => isInside(folder, root))) return candidate;
    }
    return folder;
  }

  #settingOf(home: string): Promise<Setting> {
    return this.#variables.getOrMake(home, () => this.#loadSetting(home));
  }

  async #loadSetting(home: string): Promise<Setting> {
    const uris = [".env.local", ".env"].map((name) => joinUri(home, name));
    const texts = await Promise.all(uris.map((uri) => this.#workspace.readFile(uri)));
    const variableFiles = uris.flatMap((uri, index) => {
      const text = texts[index];
      return text === undefined ? [] : [{ uri, text }];
    });
    const files = variableFiles.map(({ uri, text }) => ({ name: `\`${baseName(uri)}\``, values: parseDotenv(text) }));
    const variables = environmentVariables(this.#settings, files, this.#workspace.processEnvironment);
    const deployment = deploymentVariables(variables);
    const roots = deployment.tenantsRoots.map((root) => resolvePath(home, root));
    return { variables, variableFiles, deployment, roots };
  }

  async #locate(uri: string): Promise<FileLocation> {
    const path = relativePath(uri, this.#workspace.folders);
    const named = kindOfName(path);
    if (!named || named.certain) return { path, belowTenantsRoot: false, inTenantFolder: false };
    const place = await this.#placeOf(uri);
    const belowTenantsRoot = isBelowRoot(place);
    const inTenantFolder = belowTenantsRoot || (await this.#folderWithTenantFile(place)) !== undefined;
    return { path, belowTenantsRoot, inTenantFolder };
  }

  #list(folder: string): Promise<FolderListing> {
    return this.#listings.getOrMake(folder, () => this.#workspace.readDirectory(folder).then(folderListing));
  }

  /** Tenant folder of contract A.1: the nearest ancestor with a tenant file, else the child of a root that holds the file. */
  async #tenantFolder(place: Place): Promise<string | undefined> {
    const withTenant = await this.#folderWithTenantFile(place);
    if (withTenant !== undefined) return withTenant;
    const root = place.declaredRoot ?? place.namedRoot;
    return root === undefined ? undefined : childTowards(root, place.folder);
  }

  async #folderWithTenantFile({ folder: lowest, top }: Place): Promise<string | undefined> {
    for (let folder = lowest; isInside(folder, top); folder = parentUri(folder)) {
      if (await this.#holdsTenantFile(folder)) return folder;
      if (canonical(folder) === top) return undefined;
    }
    return undefined;
  }

  async #holdsTenantFile(folder: string): Promise<boolean> {
    const { hasCertainTenant, possibleTenants } = await this.#list(folder);
    if (hasCertainTenant) return true;
    for (const name of possibleTenants) {
      const uri = joinUri(folder, name);
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
    const { files, environments } = await this.#list(folder);
    const uris = files.map((name) => joinUri(folder, name));
    if (environments === undefined) return uris;
    const inner = joinUri(folder, environments);
    return [...uris, ...(await this.#list(inner)).files.map((name) => joinUri(inner, name))];
  }

  #parse(uri: string): Promise<Source | undefined> {
    const files = this.#parsedBeside(uri);
    const known = files.get(canonical(uri)) ?? this.#readAndParse(uri);
    files.set(canonical(uri), known);
    return known;
  }

  /** What is kept of the files in the folder of a file. */
  #parsedBeside(uri: string): Map<string, Promise<Source | undefined>> {
    return this.#parsed.getOrMake(canonical(parentUri(uri)), () => new Map());
  }

  async #readAndParse(uri: string): Promise<Source | undefined> {
    const text = await this.#workspace.readFile(uri);
    return text === undefined ? undefined : parseSource(text, /\.json$/i.test(uri) ? "json" : "yaml");
  }
}

/** The digest is what is kept: a folder of 100,000 tenants has as many entries, and none of them matters here. */
function folderListing(entries: readonly DirectoryEntry[]): FolderListing {
  const files = entries.filter((entry) => entry.kind === "file").map((entry) => entry.name);
  const tenants = files
    .map((name) => ({ name, named: kindOfName(name) }))
    .filter(({ named }) => named?.kind === "tenant");
  return {
    isEmpty: entries.length === 0,
    files: files.filter(hasTenantExtension),
    environments: entries.find(isEnvironmentsFolder)?.name,
    hasCertainTenant: tenants.some(({ named }) => named?.certain),
    possibleTenants: tenants.filter(({ named }) => !named?.certain).map(({ name }) => name),
  };
}

function isEnvironmentsFolder(entry: DirectoryEntry): boolean {
  return entry.kind === "directory" && entry.name.toLowerCase() === "environments";
}

/** A tenant has one tenant file; another one in its folder is another tenant's (`tenants/<id>.yaml`). */
function isOtherTenant(file: TenantFile, own: TenantFile): boolean {
  return file.kind === "tenant" && own.kind === "tenant";
}

function isTenantsName(name: string): boolean {
  return /^tenants?$/i.test(name);
}

/**
 * Contract A.1 falls back to the workspace itself as the root. A name alone would then claim other tools' files
 * (`group_vars/security.yml`), so in such a workspace content or a tenant file in the folder has to agree.
 */
function isBelowRoot({ roots, declaredRoot, namedRoot }: Place): boolean {
  return (roots.length > 0 ? declaredRoot : namedRoot) !== undefined;
}

/** The folder itself or the innermost one above it that is named `tenants` or `tenant`, the workspace folder included. */
function namedTenantsFolder(lowest: string, workspaceFolder: string): string | undefined {
  for (let folder = lowest; isInside(folder, workspaceFolder); folder = parentUri(folder)) {
    if (isTenantsName(baseName(folder))) return folder;
    if (canonical(folder) === canonical(workspaceFolder)) return undefined;
  }
  return undefined;
}

/** Child folder of a root on the way to a folder below it; the root itself when it is that folder. */
function childTowards(root: string, lowest: string): string {
  let folder = lowest;
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
