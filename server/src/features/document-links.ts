import type { DocumentLink } from "vscode-languageserver-types";
import { type Written, walkWritten } from "../schema/walk-written.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { hasPlaceholders } from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import { isInside, joinUri, parentUri } from "../tenants/uri-path.ts";
import { vaultAddress } from "../tenants/vault-address.ts";
import type { Workspace } from "../tenants/workspace.ts";
import { scalarLanguage } from "../values/index.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";

/** What a part of a file has to hold for a link to be possible. */
const TRACES = /:\/\/|vault:|\.(?:ya?ml|json)\b/;

/** A web address without white space; what else an address field takes (hosts with ports, `git@…`) no browser opens. */
const WEB_ADDRESS = /^https?:\/\/[^\s<>"]+$/;

/** Carried by a link to a file until somebody points at it. */
export interface FileLinkData {
  readonly uri: string;
  readonly file: string;
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
    return vault && { target: vault.url, tooltip: "Open the secret in Vault" };
  }
  if (hasPlaceholders(value) || value.includes("{{")) return undefined;
  for (const schema of schemas) {
    if (schema["x-file"] === true && isRelative(value)) {
      const data: FileLinkData = { uri: model.uri, file: joinUri(parentUri(model.uri), value) };
      return { data, tooltip: "Open the file" };
    }
    const isAddress = schema.format !== undefined && scalarLanguage(schema.format)?.category === "address";
    if (isAddress && WEB_ADDRESS.test(value)) return { target: value };
  }
  return undefined;
}

function isRelative(path: string): boolean {
  return !/^(?:[/\\]|[A-Za-z][\w+.-]*:)/.test(path);
}

/** The link with its target when its file exists inside the tenant's folder or the workspace; else the link as it came. */
export async function resolveDocumentLink(link: DocumentLink, workspace: Workspace): Promise<DocumentLink> {
  const { data } = link;
  if (link.target !== undefined || !isFileLinkData(data)) return link;
  const file = withoutDots(data.file);
  const folders = [...workspace.folders, parentUri(data.uri)];
  if (!folders.some((folder) => isInside(file, folder))) return link;
  return (await workspace.readFile(file)) === undefined ? link : { ...link, target: file };
}

function isFileLinkData(data: unknown): data is FileLinkData {
  return (
    typeof data === "object" &&
    data !== null &&
    "uri" in data &&
    typeof data.uri === "string" &&
    "file" in data &&
    typeof data.file === "string"
  );
}

/** A URI with its `.` and `..` steps taken. */
function withoutDots(uri: string): string {
  const scheme = /^[a-zA-Z][\w+.-]*:\/\/[^/]*/.exec(uri)?.[0] ?? "";
  const steps: string[] = [];
  for (const step of uri.slice(scheme.length).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return scheme + (steps[0] === "" ? "" : "/") + steps.join("/");
}
