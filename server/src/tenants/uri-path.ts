/** Path helpers on URIs: they work alike for `file:`, `vscode-remote:`, `vscode-vfs:` and every other scheme with a `/` path. */

/** URI of the folder that holds a file or folder; the URI itself at the top. */
export function parentUri(uri: string): string {
  const trimmed = uri.endsWith("/") ? uri.slice(0, -1) : uri;
  const slash = trimmed.lastIndexOf("/");
  const scheme = /^[a-zA-Z][\w+.-]*:\/\/[^/]*/.exec(trimmed)?.[0] ?? "";
  return slash < scheme.length ? trimmed : trimmed.slice(0, slash);
}

/** Last part of a URI, decoded. */
export function baseName(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf("/") + 1));
}

/** URI of an entry of a folder. */
export function joinUri(folder: string, name: string): string {
  return `${withoutSlash(folder)}/${name.split("/").map(encodeURIComponent).join("/")}`;
}

/** true when the URI is the folder or stands below it. */
export function isInside(uri: string, folder: string): boolean {
  const target = canonical(uri);
  const base = canonical(folder);
  return target === base || target.startsWith(`${base}/`);
}

/** Decoded path relative to the innermost of the folders that holds it, `/` between the parts; the whole path when none does. */
export function relativePath(uri: string, folders: readonly string[]): string {
  const folder = innermost(uri, folders);
  const path = canonical(uri);
  return folder === undefined
    ? path.replace(/^[a-zA-Z][\w+.-]*:\/\/[^/]*\/?/, "")
    : path.slice(canonical(folder).length + 1);
}

/** The longest of the folders that holds the URI; undefined when none does. */
export function innermost(uri: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => isInside(uri, folder)).sort((a, b) => canonical(b).length - canonical(a).length)[0];
}

/**
 * Clients encode differently (`%3A` or `:`) and write Windows drives in either case; decoded, with a small drive letter and
 * without a slash at the end two URIs of one place are equal.
 */
export function canonical(uri: string): string {
  const decoded = withSmallDrive(decode(uri));
  return withoutSlash(decoded);
}

/** Without a slash at the end; the two behind a scheme are none. */
function withoutSlash(uri: string): string {
  return uri.endsWith("/") && !uri.endsWith("://") ? uri.slice(0, -1) : uri;
}

function withSmallDrive(uri: string): string {
  // A drive has a colon behind that of the scheme.
  if (uri.indexOf(":") === uri.lastIndexOf(":")) return uri;
  return uri.replace(
    /^([a-zA-Z][\w+.-]*:\/\/[^/]*\/)([a-zA-Z])(?=:(?:\/|$))/,
    (_, base: string, drive: string) => base + drive.toLowerCase(),
  );
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone `%` is legal in what users hand over as a path; such text stands for itself.
    return text;
  }
}
