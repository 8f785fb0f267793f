import type { TextEdit } from "vscode-languageserver-types";
import { walkMatches } from "../schema/match.ts";
import { schemaOf } from "../schema/registry.ts";
import { hasPlaceholders } from "../tenants/placeholders.ts";
import type { TenantFile } from "../tenants/tenant-context.ts";
import { canonical, isInside, parentUri } from "../tenants/uri-path.ts";
import { type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { rootOf, type Source } from "../yaml/source.ts";
import { writeScalar } from "../yaml/write-scalar.ts";

/** A file or folder that gets another place. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * Edits of a file, where it stands now, after which its paths (`x-file` in its schema) lead to the same files when those files, folders
 * around them or the file itself are renamed. Empty when all of them still do.
 */
export function pathEdits(file: TenantFile, renames: readonly FileRename[]): TextEdit[] {
  const root = rootOf(file.source);
  if (!root) return [];
  const edits: OffsetEdit[] = [];
  walkMatches(schemaOf(file.kind), root, ({ node, schemas, aliased }) => {
    if (aliased || node.kind !== "scalar" || typeof node.value !== "string") return;
    if (!schemas.some((schema) => schema["x-file"] === true)) return;
    const path = movedPath(file.uri, node.value, renames);
    if (path !== undefined) edits.push({ start: node.start, end: node.end, newText: written(path, node, file.source) });
  });
  return edits.map((edit) => toTextEdit(edit, file.source.lines));
}

/** The path as it has to be after the renames; undefined when it stays, and for what is no relative path. */
function movedPath(uri: string, path: string, renames: readonly FileRename[]): string | undefined {
  if (path.startsWith("/") || /^[a-zA-Z][\w+.-]*:/.test(path) || hasPlaceholders(path)) return undefined;
  const target = resolved(parentUri(canonical(uri)), path);
  const newTarget = renamed(target, renames);
  const newUri = renamed(canonical(uri), renames);
  if (newTarget === target && newUri === canonical(uri)) return undefined;
  const moved = relative(parentUri(newUri), newTarget);
  if (moved === relative(parentUri(canonical(uri)), target)) return undefined;
  return path.startsWith("./") && !moved.startsWith("../") ? `./${moved}` : moved;
}

/** Place of a file after the renames; the innermost folder that is renamed counts. */
function renamed(uri: string, renames: readonly FileRename[]): string {
  const [rename] = renames
    .filter(({ oldUri }) => isInside(uri, oldUri))
    .sort((a, b) => canonical(b.oldUri).length - canonical(a.oldUri).length);
  return rename ? canonical(rename.newUri) + uri.slice(canonical(rename.oldUri).length) : uri;
}

/** Decoded URI of a path below a folder. */
function resolved(folder: string, path: string): string {
  let result = folder;
  for (const part of path.split("/")) {
    if (part === "..") result = parentUri(result);
    else if (part !== "" && part !== ".") result = `${result}/${part}`;
  }
  return result;
}

/** Path from a folder to a file of the same scheme. */
function relative(folder: string, uri: string): string {
  const from = folder.split("/");
  const to = uri.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

/** A path in the notation of the scalar it replaces. */
function written(path: string, { style }: ScalarNode, { notation }: Source): string {
  if (style === "single") return `'${path.replaceAll("'", "''")}'`;
  return style === "double" ? JSON.stringify(path) : writeScalar(path, notation);
}
