/**
 * Messages between client and server that are not part of LSP. Both sides import this module; it holds types and names only.
 * A client that sends none of these still gets every language feature.
 */

/** The five kinds of tenant configuration files, in the order in which they are listed to people. */
export const KINDS = ["tenant", "monitoring", "security", "environment", "localization"] as const;

/** One of the five kinds of tenant configuration files. */
export type Kind = (typeof KINDS)[number];

/** What decided the kind of a file; the first of them that has an answer wins. */
export type KindDecider = "setting" | "modeline" | "fileName" | "content";

/** The kind of a file and why. `kind` is undefined for a file that is not a tenant configuration. */
export interface KindAnswer {
  readonly kind: Kind | undefined;
  /** Undefined when none of the questions had an answer. */
  readonly decidedBy: KindDecider | undefined;
  /** One sentence per question that was asked, in order; the last one is the one that decided. */
  readonly reasons: readonly string[];
}

/** Request: why does this file have its kind? Answer: {@link KindAnswer}, or null for a document that is not open. */
export const KIND_REQUEST = "tenantConfig/kind";

export interface DocumentParams {
  readonly uri: string;
}

/** Command of a code lens, run by the client: shows the references of a name. Its arguments are a URI, a position and the locations. */
export const SHOW_REFERENCES_COMMAND = "tenantConfig.showReferences";

/** Command of the client that shows the effective configuration of the file with a URI. */
export const PREVIEW_EFFECTIVE_COMMAND = "tenantConfig.previewEffective";

/** Notification from the server whenever a document was checked: what the status item shows. */
export const STATUS_NOTIFICATION = "tenantConfig/status";

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** `custom` for a document with a schema of its team; undefined for one that is not ours: the client then leaves it alone. */
  readonly kind: Kind | "custom" | undefined;
  readonly schemaVersion: "1" | "2" | undefined;
  readonly problems: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly hints: number;
  };
}

/** Request: the effective configuration of an open document. Answer: {@link EffectivePreview}, or null when the document is not ours. */
export const EFFECTIVE_PREVIEW_REQUEST = "tenantConfig/preview/effective";

export interface EffectivePreviewParams extends DocumentParams {
  /** Name of the environment; the first one of the tenant when absent. */
  readonly environment?: string;
}

/** Where a value of the effective configuration comes from. */
export type ValueOrigin =
  | "written"
  | "alias"
  | "merge"
  | "variable"
  | "environment"
  | "default"
  | "secret"
  | "unresolved";

/** One line of the effective configuration, shown as YAML. */
export interface EffectiveLine {
  /** Nesting level from 0, two columns each. Keys below the first one of an item have the item's level plus 1. */
  readonly level: number;
  /** true when the line starts an item of a list (`- ` stands at its level). */
  readonly item: boolean;
  /** Undefined for an item that is a plain value. */
  readonly key: string | undefined;
  /** The value as YAML text; undefined for a line that opens a mapping or list. Secrets are masked. */
  readonly value: string | undefined;
  readonly origin: ValueOrigin;
  /** What was resolved, in words; undefined for values taken as written. */
  readonly note: string | undefined;
  /** Place of the value: line and character from 0 in the document `uri`. */
  readonly source: { readonly uri: string; readonly line: number; readonly character: number };
}

/** The effective configuration of one file in one environment. */
export interface EffectivePreview {
  readonly uri: string;
  readonly kind: Kind;
  /** Environments of the tenant, canonical names, in file order. */
  readonly environments: readonly string[];
  readonly environment: string | undefined;
  readonly lines: readonly EffectiveLine[];
  /** What kept parts from being resolved, one sentence each. */
  readonly problems: readonly string[];
}

/** Request: the files of a new tenant. Answer: {@link NewTenantAnswer}. */
export const NEW_TENANT_REQUEST = "tenantConfig/newTenant";

export type Plan = "free" | "basic" | "pro" | "enterprise";

export interface NewTenantParams {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly environments: readonly string[];
  readonly plan: Plan;
  /** First one is the default locale. */
  readonly locales: readonly string[];
}

/** Which answer is wrong and why. */
export interface NewTenantProblem {
  readonly field: keyof NewTenantParams;
  readonly message: string;
}

/** Files to write, paths relative to the new tenant's folder with `/`; empty when there are problems. */
export interface NewTenantAnswer {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly problems: readonly NewTenantProblem[];
}

/** Request from the server to a client that set `fileSystem` in its initialization options: text of a file, null when it can not be read. */
export const READ_FILE_REQUEST = "tenantConfig/fileSystem/readFile";

/** Request from the server: entries of a folder, empty when it can not be read. */
export const READ_DIRECTORY_REQUEST = "tenantConfig/fileSystem/readDirectory";

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory";
}

/** What a client may say in `initializationOptions`. */
export interface InitializationOptions {
  /** true: files are read through the client (virtual workspaces, web). */
  readonly fileSystem?: boolean;
  /** Settings of the section `tenantConfig`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
  /**
   * Messages of the server in the language of `locale`, by their English text, from a client whose server can not load them itself: in a
   * web worker everything is one file, and nobody should load languages that others read.
   */
  readonly messages?: Readonly<Record<string, string>>;
}
