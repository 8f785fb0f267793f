import { type Schemas, schemasAt } from "../schema/match.ts";
import type { ResolvedSchema } from "../schema/registry.ts";
import { locate } from "../yaml/navigate.ts";
import type { Node } from "../yaml/node.ts";

/** Stands for a secret wherever a value is shown. */
export const MASK = "••••••••";

/** true when the schemas of a place say that its value is a secret. */
export function isSecretPlace(schemas: Schemas): boolean {
  return schemas.some((schema) => schema["x-secret"] === true);
}

/** true when a node stands where secrets stand, or in such a place. An alias elsewhere must not show it. */
export function standsForSecret(schema: ResolvedSchema, root: Node | undefined, node: Node): boolean {
  const path = locate(root, node.start)?.path ?? [];
  return path.some((_, index) => isSecretPlace(schemasAt(schema, root, path.slice(0, index + 1))));
}

/** Names of free-form keys and variables whose values are treated as secrets. */
const SECRET_NAME = /(?:password|passwd|secret|token|api[_-]?key|private[_-]?key|credential)/i;

/** true when the name of a variable or of a free-form key says that it holds a secret. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** A password written into a URL is a secret wherever the URL stands: the text with such passwords masked. */
export function maskUrlPassword(text: string): string {
  return text.replace(/(:\/\/[^\s:/@]+:)[^\s/@]+(?=@)/g, `$1${MASK}`);
}
