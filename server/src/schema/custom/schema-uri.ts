/** A reference made absolute; undefined when it can not be (an opaque base, a text that is no URI). */
export function resolveUri(base: string, reference: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** A URI in two: without its fragment, and the fragment, decoded. */
export function splitFragment(uri: string): readonly [uri: string, fragment: string] {
  const hash = uri.indexOf("#");
  if (hash === -1) return [uri, ""];
  const fragment = uri.slice(hash + 1);
  try {
    return [uri.slice(0, hash), decodeURIComponent(fragment)];
  } catch {
    return [uri.slice(0, hash), fragment];
  }
}

/** true for a URI of the network. */
export function isRemote(uri: string): boolean {
  return /^https?:/i.test(uri);
}

/** true for a URI with a scheme; a Windows drive is none. */
export function isAbsoluteUri(reference: string): boolean {
  return /^[a-zA-Z][\w+.-]+:/.test(reference);
}
