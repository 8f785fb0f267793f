import type { Kind } from "../../server/src/protocol.ts";

/** Languages of documents that can hold a tenant configuration. */
export const CANDIDATE_LANGUAGES: readonly string[] = ["tenant-config", "yaml", "json", "jsonc"];

const neverOurs = /(?:^|\/)(?:node_modules|\.git)\/|\.schema\.json$/i;

const fileNames = [
  /[^/]\.(?:tenant|monitoring|security|environment|localization)\.(?:ya?ml|json)$/i,
  /(?:^|\/)(?:tenant|tenant_config|monitoring|monitoring_config|security|security_policy|environment|localization|i18n|locales)\.(?:ya?ml|json)$/i,
  /(?:^|\/)environment\.[^/]+\.(?:ya?ml|json)$/i,
  /(?:^|\/)(?:tenants|environments)\/[^/]+\.(?:ya?ml|json)$/i,
];

const schemaReference =
  /\$schema["']?\s*[=:]\s*["']?(?:tenant-config:|[^\s"']*(?:tenant|monitoring|security|environment|localization)\.schema\.json)/;
/** A schema that is read from the workspace; one on the network is the business of other extensions. */
const ownSchema =
  /^\s*#\s*yaml-language-server:\s*\$schema=(?!https?:|none\b)\S|^[\s{,]*["']?\$schema["']?\s*:\s*["']?(?!https?:)[\w.~/\\-]/im;
const kindComment = /#\s*tenant-config:\s*kind=/;

const signatures: readonly (readonly string[])[] = [
  ["tenant_id", "metadata", "environments"],
  ["tenant_id", "metadata", "billing"],
  ["prometheus", "alertmanager"],
  ["authentication", "authorization", "encryption"],
  ["environment", "infrastructure"],
  ["default_locale", "supported_locales"],
];

const keyPatterns = new Map(
  signatures.flat().map((key) => [key, new RegExp(`(?:^|[\\s{,"'])${key}["']?\\s*:`, "m")] as const),
);

/**
 * Whether the server could have a say about this document: true for every file that is ours and for few others, so that
 * the server starts at the first of them. `fileKinds` and `schemas` are settings; their globs are not matched here, that is the
 * server's work.
 */
export function mayBeTenantFile(
  path: string,
  text: string,
  fileKinds: Readonly<Record<string, Kind | "none">>,
  schemas: Readonly<Record<string, readonly string[]>> = {},
): boolean {
  if (Object.keys(schemas).length > 0) return true;
  if (Object.values(fileKinds).some((kind) => kind !== "none")) return true;
  if (neverOurs.test(path)) return false;
  if (fileNames.some((name) => name.test(path))) return true;
  return hasReference(text) || hasSignature(text);
}

function hasReference(text: string): boolean {
  return schemaReference.test(text) || kindComment.test(firstLines(text, 10)) || ownSchema.test(firstLines(text, 10));
}

function firstLines(text: string, count: number): string {
  let end = 0;
  for (let line = 0; line < count; line++) {
    const next = text.indexOf("\n", end);
    if (next === -1) return text;
    end = next + 1;
  }
  return text.slice(0, end);
}

// Nested keys count as well: telling them from top-level ones takes a parser, and that one is in the server.
function hasSignature(text: string): boolean {
  return signatures.some((keys) =>
    keys.every((key) => text.includes(key) && keyPatterns.get(key)?.test(text) === true),
  );
}
