import * as l10n from "@vscode/l10n";
import type { OffsetRange } from "../text/line-index.ts";
import { TENANT_VARIABLES } from "../values/tenant-variables.ts";
import { ORIGIN } from "./value-origins.ts";

export { TENANT_VARIABLES };

export type TenantVariable = (typeof TENANT_VARIABLES)[number];

/** What each tenant variable is, in words. */
export const TENANT_VARIABLE_MEANINGS: Readonly<Record<TenantVariable, string>> = {
  get tenant_id() {
    return l10n.t`the id of the tenant`;
  },
  get tenant_name() {
    return l10n.t`the display name of the tenant`;
  },
  get environment() {
    return l10n.t`the name of the environment`;
  },
  get region() {
    return l10n.t`the region of the environment`;
  },
  get plan() {
    return l10n.t`the billing plan of the tenant`;
  },
  get owner_email() {
    return l10n.t`the e-mail address of the tenant's owner`;
  },
  get default_locale() {
    return l10n.t`the default locale of the tenant`;
  },
};

/** A placeholder in a text; offsets are UTF-16 units in that text. */
export type Placeholder = OffsetRange &
  (
    | { readonly kind: "environment"; readonly name: string; readonly fallback: string | undefined }
    | { readonly kind: "variable"; readonly name: TenantVariable }
    | { readonly kind: "secret"; readonly store: string }
    | { readonly kind: "escape"; readonly text: string }
  );

const PLACEHOLDER =
  /\$\$\{|\{\{\s*"\{\{"\s*\}\}|\$\{(?:env:)?([A-Za-z_]\w*)(?::-([^}]*))?\}|\{\{\s*([A-Za-z_]\w*)\s*\}\}/g;

/** The store of a secret that is a file. */
export const SECRET_FILE = "a file";

/** Secret references; each is the whole value (contract G, rule 2). */
const SECRETS: readonly (readonly [string, RegExp])[] = [
  ["Vault", /^vault:[\w./{}-]+#[\w.-]+$/],
  ["AWS Secrets Manager", /^aws-sm:[^#\s]+#[\w.-]+$/],
  ["Google Secret Manager", /^gcp-sm:[^#/\s]+\/[^#\s]+#[\w.-]+$/],
  ["Azure Key Vault", /^azure-kv:[^/\s]+\/[^/\s]+$/],
  ["Kubernetes", /^k8s:[^/\s]+\/[^#\s]+#[\w.-]+$/],
  [SECRET_FILE, /^file:\/\S+$/],
];

/** What every secret reference begins with. */
const SECRET_START = /^(?:vault|aws-sm|gcp-sm|azure-kv|k8s|file):/;

/** What can be a placeholder in some lines of a file. */
const TRACES = /\$\{|\{\{\s*["A-Za-z_]|(?:vault|aws-sm|gcp-sm|azure-kv|k8s|file):\S/;

/** false for a part of a file in which no scalar, as it is written, holds a placeholder. */
export function mayHoldPlaceholders(text: string): boolean {
  return TRACES.test(text);
}

/** true when a text holds a placeholder. Cheap for the many texts that do not. */
export function hasPlaceholders(text: string): boolean {
  const mayHold = text.includes("${") || text.includes("{{") || SECRET_START.test(text);
  return mayHold && findPlaceholders(text).length > 0;
}

/** Placeholders of a text, in order. `{{ … }}` that is not one of the tenant variables belongs to a template engine and is left alone. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  const secret = SECRET_START.test(text) ? SECRETS.find(([, pattern]) => pattern.test(text)) : undefined;
  if (secret) return [{ kind: "secret", store: secret[0], start: 0, end: text.length }];
  if (!text.includes("${") && !text.includes("{{")) return [];
  const found: Placeholder[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const placeholder = readMatch(match);
    if (placeholder) found.push(placeholder);
  }
  return found;
}

function readMatch(match: RegExpExecArray): Placeholder | undefined {
  const [whole, environment, fallback, variable] = match;
  const range = { start: match.index, end: match.index + whole.length };
  if (whole === "$${") return { kind: "escape", text: "${", ...range };
  if (environment !== undefined) return { kind: "environment", name: environment, fallback, ...range };
  if (variable === undefined) return { kind: "escape", text: "{{", ...range };
  const name = TENANT_VARIABLES.find((candidate) => candidate === variable);
  return name && { kind: "variable", name, ...range };
}

/** true for text that is exactly one reference to a secret store. */
export function isSecretReference(text: string): boolean {
  return SECRETS.some(([, pattern]) => pattern.test(text));
}

/** A secret reference with the tenant variables in its path filled in; those that are not known stay as they are. */
export function withTenantVariables(reference: string, values: PlaceholderValues): string {
  return reference.replace(/\{\{\s*([a-z_]+)\s*\}\}/g, (written, word: string) => {
    const name = TENANT_VARIABLES.find((candidate) => candidate === word);
    return (name && values.variable(name)?.value) ?? written;
  });
}

/** A value and where it was found: the name of a `.env` file or an origin of `value-origins.ts`. */
export interface ResolvedValue {
  readonly value: string;
  readonly from: string;
}

/** Looks up what placeholders stand for. Undefined: not known here. */
export interface PlaceholderValues {
  readonly environment: (name: string) => ResolvedValue | undefined;
  readonly variable: (name: TenantVariable) => ResolvedValue | undefined;
}

/** One piece of a text after resolution. */
export interface ResolvedPiece {
  readonly placeholder: Placeholder | undefined;
  /** Undefined for a placeholder whose value is not known. */
  readonly text: string | undefined;
  /** Where the value of a placeholder was found, as in {@link ResolvedValue}. */
  readonly from: string | undefined;
}

/** Splits a text into literal pieces and placeholders with their values. */
export function resolvePieces(text: string, values: PlaceholderValues): readonly ResolvedPiece[] {
  const pieces: ResolvedPiece[] = [];
  let offset = 0;
  for (const placeholder of findPlaceholders(text)) {
    if (placeholder.start > offset) pieces.push(literal(text.slice(offset, placeholder.start)));
    const resolved = resolveOne(placeholder, values);
    pieces.push({ placeholder, text: resolved?.value, from: resolved?.from });
    offset = placeholder.end;
  }
  if (offset < text.length) pieces.push(literal(text.slice(offset)));
  return pieces;
}

function literal(text: string): ResolvedPiece {
  return { placeholder: undefined, text, from: undefined };
}

function resolveOne(placeholder: Placeholder, values: PlaceholderValues): ResolvedValue | undefined {
  if (placeholder.kind === "escape") return { value: placeholder.text, from: "" };
  if (placeholder.kind === "secret") return undefined;
  if (placeholder.kind === "variable") return values.variable(placeholder.name);
  const known = values.environment(placeholder.name);
  if (known) return known;
  return placeholder.fallback === undefined ? undefined : { value: placeholder.fallback, from: ORIGIN.default };
}

/** Name of a placeholder as people write it, for messages. */
export function placeholderName(placeholder: Placeholder): string {
  if (placeholder.kind === "environment") return placeholder.name;
  if (placeholder.kind === "variable") return `{{${placeholder.name}}}`;
  return placeholder.kind === "secret" ? placeholder.store : placeholder.text;
}

/** Texts that placeholders often stand for; used to tell whether the literal text around them can be right at all. */
const SAMPLES = [
  "a",
  "1",
  "10",
  "example",
  "",
  "https://a.example",
  "10.0.0.0",
  "a.example:8080",
  "5m",
  "A",
  "user@a.example",
  "0",
  "true",
  "en",
];

/** Texts that a text with unresolved pieces may become: every sample in every gap at once, and a few mixtures. */
export function sampleTexts(pieces: readonly ResolvedPiece[]): readonly string[] {
  const gaps = pieces.filter((piece) => piece.text === undefined).length;
  const same = SAMPLES.map((sample) => pieces.map((piece) => piece.text ?? sample).join(""));
  if (gaps !== 2) return same;
  const mixed = SAMPLES.flatMap((first) => SAMPLES.map((second) => fillTwo(pieces, first, second)));
  return [...same, ...mixed];
}

function fillTwo(pieces: readonly ResolvedPiece[], first: string, second: string): string {
  let filled = 0;
  return pieces.map((piece) => piece.text ?? (filled++ === 0 ? first : second)).join("");
}
