import type { Kind } from "../protocol.ts";

const EXTENSION = "\\.(?:ya?ml|json)$";

/** Names that fix the kind wherever the file stands (contract A.3, left column). */
const CERTAIN: readonly (readonly [Kind, RegExp])[] = [
  ["tenant", new RegExp(`\\.tenant${EXTENSION}`, "i")],
  ["monitoring", new RegExp(`\\.monitoring${EXTENSION}`, "i")],
  ["security", new RegExp(`\\.security${EXTENSION}`, "i")],
  ["environment", new RegExp(`\\.environment${EXTENSION}`, "i")],
  ["localization", new RegExp(`\\.localization${EXTENSION}`, "i")],
];

/** Names that fix the kind only among tenants (right column). They are tried in this order on the path with its folder. */
const AMONG_TENANTS: readonly (readonly [Kind, RegExp])[] = [
  ["tenant", new RegExp(`(?:^|/)tenant(?:_config)?${EXTENSION}`, "i")],
  ["monitoring", new RegExp(`(?:^|/)monitoring(?:_config)?${EXTENSION}`, "i")],
  ["security", new RegExp(`(?:^|/)security(?:_policy)?${EXTENSION}`, "i")],
  ["environment", new RegExp(`(?:^|/)environment(?:\\.[^/.]+)?${EXTENSION}`, "i")],
  ["localization", new RegExp(`(?:^|/)(?:localization|i18n|locales)${EXTENSION}`, "i")],
  ["environment", new RegExp(`(?:^|/)environments/[^/.]+${EXTENSION}`, "i")],
  ["tenant", new RegExp(`(?:^|/)tenants/[^/.]+${EXTENSION}`, "i")],
];

/** What the name of a file says. `certain` names need no other evidence. */
export interface NamedKind {
  readonly kind: Kind;
  readonly certain: boolean;
}

/** Kind that the path of a file stands for; undefined when its name is none of ours. */
export function kindOfName(path: string): NamedKind | undefined {
  const certain = CERTAIN.find(([, pattern]) => pattern.test(path));
  if (certain) return { kind: certain[0], certain: true };
  const named = AMONG_TENANTS.find(([, pattern]) => pattern.test(path));
  return named && { kind: named[0], certain: false };
}

/** true for files that are never ours, whatever they hold: schemas, dependencies, version control, generated artefacts. */
export function isExcluded(path: string, generatedFolder: string): boolean {
  if (/\.schema\.json$/i.test(path)) return true;
  const folders = path.split("/").slice(0, -1);
  if (folders.includes("node_modules") || folders.includes(".git")) return true;
  const generated = generatedFolder.replace(/^\.?\/+|\/+$/g, "");
  return generated !== "" && (path.startsWith(`${generated}/`) || path.includes(`/${generated}/`));
}

/** true for a file name with one of the extensions of tenant files. */
export function hasTenantExtension(path: string): boolean {
  return new RegExp(EXTENSION, "i").test(path);
}
