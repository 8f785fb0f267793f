import { nodeAt } from "../yaml/navigate.ts";
import type { NodePath, ScalarNode } from "../yaml/node.ts";
import { rootOf } from "../yaml/source.ts";
import { canonicalEnvironment, spellingsOf } from "./environment-names.ts";
import { hasPlaceholders } from "./placeholders.ts";
import { fileOf, type TenantContext, type TenantFile } from "./tenant-context.ts";
import { baseName, joinUri, parentUri } from "./uri-path.ts";

/** Path at which a file that describes an environment names it. */
export const ENVIRONMENT_NAME: NodePath = ["environment", "name"];

/** The text with which a file says which environment it describes; undefined for every other file. */
export function environmentNameIn(file: TenantFile): ScalarNode | undefined {
  if (file.kind !== "environment") return undefined;
  const node = nodeAt(rootOf(file.source), ENVIRONMENT_NAME);
  if (node?.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return undefined;
  return hasPlaceholders(node.value) ? undefined : node;
}

/** The file that describes an environment of the tenant; undefined when there is none. */
export function environmentFile(context: TenantContext, name: string): TenantFile | undefined {
  return fileOf(context, "environment", canonicalEnvironment(name));
}

/**
 * URI of the file that describes another environment beside the one at a URI, named after the same pattern (contract A.3). Undefined when the
 * name of the file does not show where the environment stands in it.
 */
export function environmentFileUri(uri: string, from: string, to: string): string | undefined {
  const folder = parentUri(uri);
  const [, stem, extension] = /^(.+)(\.(?:ya?ml|json))$/i.exec(baseName(uri)) ?? [];
  if (stem === undefined || extension === undefined) return undefined;
  const named = (name: string): string | undefined =>
    name === stem ? undefined : joinUri(folder, `${name}${extension}`);
  const [, lead] = /^(environment)(?:\.[^.]+)?$/i.exec(stem) ?? [];
  if (lead !== undefined) return named(`${lead}.${to}`);
  if (/^environments$/i.test(baseName(folder)) && !stem.includes(".")) return named(to);
  for (const spelling of spellingsOf(from)) {
    const at = stem.search(new RegExp(`(?<![a-zA-Z0-9])${escaped(spelling)}(?![a-zA-Z0-9])`));
    if (at !== -1) return named(stem.slice(0, at) + to + stem.slice(at + spelling.length));
  }
  const [, prefix] = /^(.+)\.environment$/i.exec(stem) ?? [];
  return prefix === undefined ? undefined : named(`${prefix}-${to}.environment`);
}

function escaped(text: string): string {
  return text.replace(/[^\w-]/g, "\\$&");
}
