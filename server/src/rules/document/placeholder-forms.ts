import { TENANT_VARIABLES } from "../../tenants/placeholders.ts";
import type { OffsetRange } from "../../text/line-index.ts";
import { nearest } from "../../values/edit-distance.ts";

/** A placeholder that nothing replaces, because it is not written as one. */
export interface WrongPlaceholder extends OffsetRange {
  readonly kind:
    | "environment"
    | "open-environment"
    | "nested-default"
    | "variable"
    | "open-variable"
    | "unknown-variable";
  /** What stands there. */
  readonly written: string;
  /** The nearest valid form; undefined when it is not clear what is meant. */
  readonly meant: string | undefined;
}

const NAME = "[A-Za-z_]\\w*";
const VALID = new RegExp(`^(?:env:)?${NAME}(?::-[^}]*)?$`);

/** `${…}` with a valid name, a mark that other tools use between it and a default, and the default. */
const OTHER_DEFAULT = new RegExp(`^((?:env:)?${NAME})(:=|:\\?|:\\+|[:=?|]|(?<=^[A-Z\\d_]+)-(?=[^A-Z\\d_]))(.*)$`);

/** Prefixes of other notations, whose rest is no default. */
const OTHER_SOURCE = /^(?!env\b)(?:vault|k8s|file|ssm|secrets?|aws|gcp|azure|sops|ref|op|data|var|local)[-.:/]/i;

/** `env.NAME`, `ENV:NAME`, `env/NAME`. */
const OTHER_PREFIX = new RegExp(`^env\\s*[.:/]\\s*(${NAME})$`, "i");

const JOINED = new RegExp(`^${NAME}$`);

/** What other engines write between the braces: groups of a regular expression, built-in variables of Grafana, expressions. */
const FOREIGN = /^(?:\d+(?:,\d*)?$|__|[{#!@*%]|[^\s]*(?:\(|\[|%|\/\/|#|\^))/;

/** Most faults of one text that are looked for, and the longest text between braces. */
const MOST = 50;
const LONGEST = 200;

/** `${…}` of a text that is not a placeholder of the deployment environment, though it is written like one. */
export function wrongEnvironmentPlaceholders(text: string): readonly WrongPlaceholder[] {
  const found: WrongPlaceholder[] = [];
  let close = -2;
  for (let start = text.indexOf("${"); start !== -1 && found.length < MOST; start = text.indexOf("${", start + 2)) {
    if (text.charAt(start - 1) === "$") continue;
    if (close !== -1 && close < start) close = text.indexOf("}", start);
    const end = close === -1 ? start + LONGEST : Math.min(close, start + 2 + LONGEST);
    const inner = text.slice(start + 2, end);
    const isOpen = close === -1 || inner.includes("${");
    // A long default is one; what else is long is no placeholder.
    if (!isOpen && end !== close) continue;
    const wrong = isOpen ? openOrNested(text, start, inner) : wrongClosed(inner, start);
    if (wrong) found.push(wrong);
  }
  return found;
}

function wrongClosed(inner: string, start: number): WrongPlaceholder | undefined {
  if (VALID.test(inner) || FOREIGN.test(inner) || inner.includes("\n")) return undefined;
  const written = `\${${inner}}`;
  return { kind: "environment", written, meant: meantEnvironment(inner), start, end: start + written.length };
}

const OPEN = new RegExp(`^\\$\\{(?:env:)?${NAME}(?::-[\\w./]*)?`);

/** A placeholder without its `}`, or with another one in its default, which ends at the first `}`. */
function openOrNested(text: string, start: number, inner: string): WrongPlaceholder | undefined {
  const written = OPEN.exec(text.slice(start, start + LONGEST))?.[0];
  if (written === undefined) return undefined;
  const place = { written, start, end: start + written.length };
  if (/^[^$]*:-.*\$\{/s.test(inner)) return { kind: "nested-default", meant: undefined, ...place };
  return { kind: "open-environment", meant: `${written}}`, ...place };
}

/** The nearest valid form of what stands between `${` and `}`. */
function meantEnvironment(inner: string): string | undefined {
  const text = inner.trim();
  if (VALID.test(text)) return `\${${text}}`;
  if (OTHER_SOURCE.test(text)) return undefined;
  const prefixed = OTHER_PREFIX.exec(text)?.[1];
  if (prefixed !== undefined) return `\${env:${prefixed}}`;
  const [, name, mark, rest = ""] = OTHER_DEFAULT.exec(text) ?? [];
  if (name !== undefined && name.toLowerCase() !== "env") {
    // `${VAR:?message}` demands a value, which `${VAR}` does as well.
    if (mark === ":?" || mark === "?") return `\${${name}}`;
    return mark === ":+" ? undefined : `\${${name}:-${rest.trim()}}`;
  }
  const prefix = /^env:/i.test(text) ? "env:" : "";
  const joined = text
    .slice(prefix.length)
    .trim()
    .replace(/[\s.-]+/g, "_");
  return JOINED.test(joined) ? `\${${prefix}${joined}}` : undefined;
}

/** What people call tenant variables. */
const OTHER_NAMES: Readonly<Record<string, (typeof TENANT_VARIABLES)[number]>> = {
  tenant: "tenant_id",
  id: "tenant_id",
  env: "environment",
  owner: "owner_email",
  email: "owner_email",
  locale: "default_locale",
};

function nearestVariable(name: string): string | undefined {
  const word = name.replace(/[\s.-]+/g, "_");
  const other = Object.hasOwn(OTHER_NAMES, word.toLowerCase()) ? OTHER_NAMES[word.toLowerCase()] : undefined;
  return nearest(word, TENANT_VARIABLES) ?? other;
}

/** A name between braces, in any spelling; with one brace too few behind it as well. */
const BRACES = /(?<!\{)\{\{[ \t]*([A-Za-z][\w .-]{0,40}?)[ \t]*(\}{1,2})(?!\})/g;

/** `{{ … }}` of a text that looks like a tenant variable and is none. What template engines read is left alone. */
export function wrongVariables(text: string): readonly WrongPlaceholder[] {
  if (!text.includes("{{")) return [];
  const found: WrongPlaceholder[] = [];
  for (const match of text.matchAll(BRACES)) {
    if (found.length >= MOST) break;
    const [written, name = "", braces = ""] = match;
    const isKnown = TENANT_VARIABLES.some((variable) => variable === name);
    if (isKnown && braces.length === 2) continue;
    const place = { written, start: match.index, end: match.index + written.length };
    const variable = isKnown ? name : nearestVariable(name);
    const meant = variable === undefined ? undefined : `{{${variable}}}`;
    if (braces.length === 1) {
      if (meant !== undefined) found.push({ kind: "open-variable", meant, ...place });
    } else if (meant !== undefined) found.push({ kind: "variable", meant, ...place });
    else if (/^\w+$/.test(name)) found.push({ kind: "unknown-variable", meant, ...place });
  }
  return found;
}

/** A secret store by the scheme of its references, and their form. */
interface Store {
  readonly scheme: string;
  readonly form: string;
  /** The nearest valid form of a reference, by what stands behind the colon and what the secret is called where it is used. */
  readonly meant: (rest: string, key: string) => string | undefined;
}

const STORES: readonly Store[] = [
  { scheme: "vault", form: "vault:path#key", meant: (rest, key) => withKey(rest, key, /^[\w./{}-]+$/) },
  { scheme: "aws-sm", form: "aws-sm:name#key", meant: (rest, key) => withKey(rest, key, /^[^#\s]+$/) },
  {
    scheme: "gcp-sm",
    form: "gcp-sm:project/name#version",
    meant: (rest) => (/^[^#/\s]+\/[^#/\s]+#?$/.test(rest) ? `${rest.replace(/#$/, "")}#latest` : undefined),
  },
  {
    scheme: "azure-kv",
    form: "azure-kv:vault/name",
    meant: (rest, key) => {
      if (/^[^/#\s]+\/?$/.test(rest)) return `${rest.replace(/\/$/, "")}/${key.replace(/_/g, "-")}`;
      return /^[^/#\s]+#[^/#\s]+$/.test(rest) ? rest.replace("#", "/") : undefined;
    },
  },
  { scheme: "k8s", form: "k8s:namespace/secret#key", meant: (rest, key) => withKey(rest, key, /^[^/\s#]+\/[^#\s/]+$/) },
  {
    scheme: "file",
    form: "file:/path",
    meant: (rest) => (/^\S+$/.test(rest) ? `/${rest.replace(/^\.\//, "")}` : undefined),
  },
];

/** A path without its key: the key is what the secret is called where it is used, also when that stands at the end of the path. */
function withKey(rest: string, key: string, isPath: RegExp): string | undefined {
  const [path = "", colonKey] = rest.replace(/#$/, "").split(/:(?=[\w.-]+$)/);
  if (!isPath.test(path)) return undefined;
  if (colonKey !== undefined) return `${path}#${colonKey}`;
  return path.endsWith(`/${key}`) ? `${path.slice(0, -key.length - 1)}#${key}` : `${path}#${key}`;
}

/** The store whose references a text is written like, and the nearest valid reference for a secret of that name. */
export function storeOf(
  text: string,
  key: string,
): { readonly form: string; readonly meant: string | undefined } | undefined {
  const store = STORES.find(({ scheme }) => text.slice(0, scheme.length + 1).toLowerCase() === `${scheme}:`);
  if (!store) return undefined;
  const rest = text.slice(store.scheme.length + 1).trim();
  const meant = store.meant(rest, key);
  return { form: store.form, meant: meant === undefined ? undefined : `${store.scheme}:${meant}` };
}
