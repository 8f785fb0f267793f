import * as l10n from "@vscode/l10n";
import type { DocumentLink } from "vscode-languageserver-types";
import { type Written, walkWritten } from "../schema/walk-written.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { hasPlaceholders } from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import { parentUri } from "../tenants/uri-path.ts";
import { vaultAddress } from "../tenants/vault-address.ts";
import type { Workspace } from "../tenants/workspace.ts";
import { scalarLanguage } from "../values/index.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import { namedFile } from "./named-file.ts";

/** What a part of a file has to hold for a link to be possible. */
const TRACES = /:\/\/|vault:|\.(?:ya?ml|json)\b/;

/** A web address without white space; what else an address field takes (hosts with ports, `git@…`) no browser opens. */
const WEB_ADDRESS = /^https?:\/\/[^\s<>"]+$/;

/** Carried by a link to a file until somebody points at it. */
export interface FileLinkData {
  readonly uri: string;
  readonly path: string;
}

/**
 * Links of a file: web addresses where the schemas expect one, secrets in the Vault that VAULT_ENDPOINT names, and files of the tenant.
 * Whether such a file exists is found out by {@link resolveDocumentLink}.
 */
export function documentLinks(model: FileModel): DocumentLink[] {
  const { root, schema, source } = model;
  const links: DocumentLink[] = [];
  if (!root) return links;
  walkWritten(schema, root, {
    visit: (written) => {
      const { node } = written;
      const link = node.kind === "scalar" ? linkOf(model, node, written) : undefined;
      if (link && node.kind === "scalar")
        links.push({ range: source.lines.rangeOf(contentOf(node, source.text)), ...link });
    },
    skip: (part) => !TRACES.test(part.text),
  });
  return links;
}

function linkOf(
  model: FileModel,
  { value, style }: ScalarNode,
  { schemas, path }: Written,
): Omit<DocumentLink, "range"> | undefined {
  if (typeof value !== "string" || style === "literal" || style === "folded") return undefined;
  if (value.startsWith("vault:")) {
    const vault = vaultAddress(model, value, placeholderValues(model.context, model, path));
    return vault && { target: vault.url, tooltip: l10n.t`Open the secret in Vault` };
  }
  if (hasPlaceholders(value) || value.includes("{{")) return undefined;
  for (const schema of schemas) {
    if (schema["x-file"] === true && !/^(?:[/\\]|[A-Za-z][\w+.-]*:)/.test(value)) {
      const data: FileLinkData = { uri: model.uri, path: value };
      return { data, tooltip: l10n.t`Open the file` };
    }
    const isAddress = schema.format !== undefined && scalarLanguage(schema.format)?.category === "address";
    if (isAddress && WEB_ADDRESS.test(value)) return { target: value };
  }
  return undefined;
}

/** The link with its target when its file exists inside the workspace or beside the file; else the link as it came. */
export async function resolveDocumentLink(link: DocumentLink, workspace: Workspace): Promise<DocumentLink> {
  const { data } = link;
  if (link.target !== undefined || !isFileLinkData(data)) return link;
  const target = await namedFile(data.uri, data.path, parentUri(data.uri), workspace);
  return target === undefined ? link : { ...link, target };
}

function isFileLinkData(data: unknown): data is FileLinkData {
  return (
    typeof data === "object" &&
    data !== null &&
    "uri" in data &&
    typeof data.uri === "string" &&
    "path" in data &&
    typeof data.path === "string"
  );
}
