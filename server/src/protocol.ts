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
  readonly problems: ProblemCounts;
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

/** A tenant of the workspace with its files. */
export interface TenantSummary {
  /** The tenant id as it is written, without its placeholders; the name of the folder when the tenant has no usable id. */
  readonly id: string;
  /** `metadata.name`; undefined when nobody wrote one. */
  readonly name: string | undefined;
  /** URI of the tenant's folder; of its file where several tenants stand in one folder. */
  readonly uri: string;
  /** In path order. */
  readonly files: readonly TenantFileSummary[];
  /** Canonical names, in the order of the tenant file. */
  readonly environments: readonly string[];
}

export interface TenantFileSummary {
  readonly uri: string;
  readonly kind: Kind;
  /** Canonical name of the environment that an environment file is about. */
  readonly environment: string | undefined;
}

/** Request without parameters: the tenants of the workspace. Answer: {@link TenantsAnswer}. Waits until the workspace has been read. */
export const TENANTS_REQUEST = "tenantConfig/tenants";

export interface TenantsAnswer {
  /** Ordered by id, then by URI. */
  readonly tenants: readonly TenantSummary[];
}

/** Notification from the server, without parameters: tenants or their files came, went or changed their names. */
export const TENANTS_CHANGED_NOTIFICATION = "tenantConfig/tenantsChanged";

/** What tenants can have in common that they should not. */
export const RESOURCE_CLASSES = ["database", "cache", "bucket", "queue", "credential"] as const;

export type ResourceClass = (typeof RESOURCE_CLASSES)[number];

/**
 * How sure it is that tenants meet: `shared` when they use the very same data, `adjacent` when only a part of the address is the same (a
 * database with another schema, a bucket with another prefix), `possible` when a placeholder that nobody resolved decides.
 */
export type SharingCertainty = "shared" | "adjacent" | "possible";

/** Something that two or more tenants use. */
export interface SharedResource {
  readonly class: ResourceClass;
  /** What it is called, without any secret: `db.example.com:5432/app`. */
  readonly label: string;
  readonly certainty: SharingCertainty;
  /** Every place that names it, by tenant, then by place. */
  readonly uses: readonly ResourceUse[];
}

export interface ResourceUse {
  /** Index into {@link TenantIsolation.tenants}. */
  readonly tenant: number;
  readonly uri: string;
  readonly range: Range;
  /** What is the tenant's own in it: a schema, a prefix; undefined when there is nothing. */
  readonly part: string | undefined;
}

/** Positions as in the Language Server Protocol, from 0. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request without parameters: which tenants share what. Answer: {@link TenantIsolation}. Waits until the workspace has been read. */
export const TENANT_ISOLATION_REQUEST = "tenantConfig/tenantIsolation";

export interface TenantIsolation {
  /** Every tenant of the workspace, ordered like {@link TenantsAnswer.tenants}. */
  readonly tenants: readonly { readonly id: string; readonly uri: string }[];
  /** What at least two of them use: the most certain first, then by class and label. */
  readonly resources: readonly SharedResource[];
}

/**
 * Request: checks all tenant files of the workspace. Its parameters may hold a `workDoneToken`, for which progress is reported; cancelling
 * the request ends it. Answer: {@link WorkspaceReport}.
 */
export const VALIDATE_WORKSPACE_REQUEST = "tenantConfig/validateWorkspace";

/** Numbers of problems by severity. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** What a check of the whole workspace came to. */
export interface WorkspaceReport {
  readonly tenants: number;
  readonly files: number;
  readonly durationMs: number;
  readonly counts: ProblemCounts;
  /** The codes that were found, the most severe first, then the most frequent. */
  readonly codes: readonly ReportedCode[];
  /** Files with problems, in path order. */
  readonly reports: readonly FileReport[];
}

export interface ReportedCode {
  readonly code: string;
  /** The most severe that it was found with, as in the Language Server Protocol: 1 error, 2 warning, 3 information, 4 hint. */
  readonly severity: 1 | 2 | 3 | 4;
  readonly count: number;
}

export interface FileReport {
  readonly uri: string;
  /** Relative to its workspace folder. */
  readonly path: string;
  readonly kind: Kind;
  /** Id of its tenant. */
  readonly tenant: string;
  readonly counts: ProblemCounts;
  /** The first ones of the file, at most a hundred, in document order. */
  readonly problems: readonly ReportedProblem[];
}

export interface ReportedProblem {
  readonly code: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly message: string;
  readonly range: Range;
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
