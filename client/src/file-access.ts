import { FileType, Uri, workspace } from "vscode";
import type { DirectoryEntry, DocumentParams } from "../../server/src/protocol.ts";
import { CANDIDATE_LANGUAGES } from "./candidate.ts";

/** Answers the server's questions for files. */
export interface FileAccess {
  /** Text of a file; null when it can not or must not be read. */
  readFile(params: DocumentParams): Promise<string | null>;
  /** Entries of a folder; empty when it can not or must not be read. */
  readDirectory(params: DocumentParams): Promise<readonly DirectoryEntry[]>;
}

/**
 * Reads through VS Code, so that virtual workspaces work, and only where the user is at work: in the workspace, in the
 * folders of open documents and below `tenantsPaths`, the absolute folders of TENANT_CONFIG_PATH.
 */
export function fileAccess(tenantsPaths: () => readonly string[]): FileAccess {
  const allowed = (uri: Uri): boolean => isSound(uri) && roots(tenantsPaths()).some((root) => isWithin(uri, root));
  return {
    readFile: async (params) => {
      const uri = parse(params.uri);
      if (uri === undefined || !allowed(uri) || (!workspace.isTrusted && isEnvFile(uri))) return null;
      return read(
        () => workspace.fs.readFile(uri),
        (bytes) => new TextDecoder("utf-8").decode(bytes),
        null,
      );
    },
    readDirectory: async (params) => {
      const uri = parse(params.uri);
      if (uri === undefined || !allowed(uri)) return [];
      return read(() => workspace.fs.readDirectory(uri), entriesOf, []);
    },
  };
}

/** The absolute folders that TENANT_CONFIG_PATH names: the setting wins over the process, as everywhere. */
export function absoluteTenantsPaths(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const setting: unknown = workspace.getConfiguration("tenantConfig").get("env");
  const fromSetting = isRecord(setting) ? setting.TENANT_CONFIG_PATH : undefined;
  const value = typeof fromSetting === "string" ? fromSetting : (environment.TENANT_CONFIG_PATH ?? "");
  const drives = /(?:^|[:;])[A-Za-z]:[\\/]/.test(value);
  return value.split(drives ? ";" : /[:;]/).filter((path) => path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

async function read<Raw, Result>(
  get: () => Thenable<Raw>,
  convert: (raw: Raw) => Result,
  nothing: Result,
): Promise<Result> {
  try {
    return convert(await get());
  } catch {
    // A file that is missing, a folder or unreadable is an everyday answer here, not an error.
    return nothing;
  }
}

function entriesOf(entries: readonly [string, FileType][]): readonly DirectoryEntry[] {
  return entries.flatMap(([name, type]): readonly DirectoryEntry[] => {
    if ((type & FileType.Directory) !== 0) return [{ name, kind: "directory" }];
    return (type & FileType.File) !== 0 ? [{ name, kind: "file" }] : [];
  });
}

function parse(uri: unknown): Uri | undefined {
  if (typeof uri !== "string") return undefined;
  try {
    return Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}

function roots(tenantsPaths: readonly string[]): readonly Uri[] {
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const documents = workspace.textDocuments.filter(
    (document) => !document.isUntitled && CANDIDATE_LANGUAGES.includes(document.languageId),
  );
  const documentFolders = documents
    .map((document) => Uri.joinPath(document.uri, ".."))
    // A document right below the root of a file system must not open all of it.
    .filter((folder) => comparable(folder) !== "/");
  return [...folders, ...documentFolders, ...tenantsPaths.map((path) => Uri.file(path))];
}

function isEnvFile(uri: Uri): boolean {
  return /\/\.env[^/]*$/.test(uri.path);
}

// `..` in a path would lead out of the folder that the comparison below sees.
function isSound(uri: Uri): boolean {
  return !uri.path.split(/[\\/]/).some((segment) => segment === ".." || segment === ".");
}

function isWithin(uri: Uri, root: Uri): boolean {
  if (uri.scheme !== root.scheme || uri.authority.toLowerCase() !== root.authority.toLowerCase()) return false;
  const folder = comparable(root).replace(/\/+$/, "");
  const path = comparable(uri);
  return path === folder || path.startsWith(`${folder}/`);
}

// Windows drive letters come in both cases.
function comparable(uri: Uri): string {
  return uri.path.replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
}
