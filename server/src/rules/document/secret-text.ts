import { findPlaceholders, isSecretReference } from "../../tenants/placeholders.ts";
import type { OffsetRange } from "../../text/line-index.ts";
import { PRIVATE_KEY, SIGNED_TOKEN, TOKEN_SHAPES, TOKEN_TRACES } from "../../values/data/token-shapes.ts";

/** A secret in a text, by its shape. `issuer` is undefined for private keys and signed tokens. */
export interface ShapedSecret extends OffsetRange {
  readonly shape: "token" | "private-key" | "signed-token";
  readonly issuer: string;
}

/** The first text with the shape of a secret; undefined when there is none. */
export function shapedSecret(text: string): ShapedSecret | undefined {
  if (!TOKEN_TRACES.test(text)) return undefined;
  if (PRIVATE_KEY.test(text)) return { shape: "private-key", issuer: "", start: 0, end: text.trimEnd().length };
  for (const [issuer, shape] of TOKEN_SHAPES) {
    const found = shape.exec(text);
    if (found && isVaried(found[0])) return { shape: "token", issuer, ...rangeOf(found) };
  }
  const signed = SIGNED_TOKEN.exec(text);
  return signed ? { shape: "signed-token", issuer: "", ...rangeOf(signed) } : undefined;
}

function rangeOf(match: RegExpExecArray): OffsetRange {
  return { start: match.index, end: match.index + match[0].length };
}

/** false for what documents write instead of a token: `ghp_xxxxxxxx`. */
function isVaried(text: string): boolean {
  return new Set(text.slice(-12)).size > 3;
}

/** User, password and `@` in a URL. */
const URL_PASSWORD = /:\/\/([^\s/?#@:"'<>]*):([^\s/?#@"'<>]+)@/;

/** The password in a URL; undefined when there is none, or something that stands for one. */
export function urlPassword(text: string): OffsetRange | undefined {
  if (!text.includes("://")) return undefined;
  const match = URL_PASSWORD.exec(text);
  if (!match) return undefined;
  const [, user = "", password = ""] = match;
  if (/^(?:[$%]|\*+$|x{3,}$|\.{3}|…)|\$\{|\{\{|[{}[\]•]/i.test(password)) return undefined;
  const start = match.index + "://".length + user.length + 1;
  return { start, end: start + password.length };
}

/** References in the notations of other tools: Grafana, shells, Kubernetes, SOPS, 1Password, vals, and names of secrets at providers. */
const FOREIGN_REFERENCE =
  /^(?:\$__[a-z]+\{|\$[A-Za-z_]\w*$|\$\([A-Za-z_]\w*\)$|ENC\[|op:\/\/|ref\+|secretref:|arn:aws[\w-]*:(?:secretsmanager|ssm|kms):|projects\/[^/]+\/secrets\/|-----BEGIN (?:[A-Z]+ )?(?:CERTIFICATE|PUBLIC KEY))/;

/** What stands for a secret that was taken out. */
const MASKED = /^(?:\*+|•+|x{3,}|\.{3}|…|<[^<>]*>|\[?redacted\]?)$/i;

/** What every reference to a store begins with, right or wrong. */
const STORE = /^(?:vault|aws-sm|gcp-sm|azure-kv|k8s|file):/i;

/** true for a text that stands for a secret and holds none, as far as can be told: a reference, also a wrong one, a mask, nothing. */
export function standsForSecret(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "" || isSecretReference(trimmed) || STORE.test(trimmed)) return true;
  return FOREIGN_REFERENCE.test(trimmed) || MASKED.test(trimmed);
}

/** The literal default of a variable, as in `${DB_PASSWORD:-hunter2}`. */
export interface LiteralDefault {
  readonly name: string;
  readonly placeholder: OffsetRange;
  readonly fallback: OffsetRange;
}

/** The first placeholder of a text that has a literal default. */
export function literalDefault(text: string): LiteralDefault | undefined {
  if (!text.includes(":-")) return undefined;
  for (const placeholder of findPlaceholders(text)) {
    if (placeholder.kind !== "environment" || !placeholder.fallback?.trim() || placeholder.fallback.startsWith("$"))
      continue;
    const end = placeholder.end - 1;
    const fallback = { start: end - placeholder.fallback.length, end };
    return { name: placeholder.name, placeholder, fallback };
  }
  return undefined;
}

/** What a key is called whose value is a secret: the words at the end of its name. */
const SECRET_KEY =
  /(?:^|_)(?:password|passwd|pwd|passphrase|secret|token|credentials?|(?:api|access|private|secret|signing|auth|encryption|master|shared|client|account|license)_?key|apikey)$/;

/** true for a key whose name says that its value is a secret: `db_password`, `apiKey`; not `token_url` or `public_key`. */
export function isSecretKey(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[-.\s]+/g, "_")
    .toLowerCase();
  return SECRET_KEY.test(words);
}

/** Digests, password hashes, ids, paths, addresses and names of resources are no secrets, however random they look. */
const PUBLIC_TEXT =
  /^(?:sha\d+[:-]|md5:|\$(?:2[abxy]|argon2|[156y])\$|\{[A-Z\d]+\}|arn:|urn:|[\w+.-]+:\/\/|[./~]|[^@\s]+@[^@\s]+\.[a-z]|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$|ssh-|ecdsa-|age1)/i;

/** Words and numbers with separators: `acme-production-2024`. */
const SLUG = /^(?:(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|\d{1,4}|v\d+)(?:[-_./:]|$))+$/;

/** true for one word that is too random to be a name: 16 characters or more, letters and digits mixed. */
export function isRandom(text: string): boolean {
  if (text.length < 16 || text.length > 512 || !/^[\w+/=.~!@#$%^&*-]+$/.test(text)) return false;
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text) || PUBLIC_TEXT.test(text) || SLUG.test(text)) return false;
  return entropy(text) >= 3.2;
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
