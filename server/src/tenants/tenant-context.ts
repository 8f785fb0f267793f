import type { Kind } from "../protocol.ts";
import type { Settings } from "../settings.ts";
import { nodeAt, stringValue } from "../yaml/navigate.ts";
import type { NodePath } from "../yaml/node.ts";
import { rootOf, type Source } from "../yaml/source.ts";
import { canonicalEnvironment } from "./environment-names.ts";
import { type NameOccurrence, namesOf } from "./name-index.ts";
import type { PlaceholderValues, ResolvedValue, TenantVariable } from "./placeholders.ts";
import { fileOrigin, ORIGIN } from "./value-origins.ts";

/** A file of the tenant, with its kind. */
export interface TenantFile {
  readonly uri: string;
  readonly kind: Kind;
  readonly source: Source;
}

/** A variable of the deployment environment and where it was found, in words. */
export type EnvironmentVariables = ReadonlyMap<string, ResolvedValue>;

/** A `.env` file. */
export interface VariableFile {
  readonly uri: string;
  readonly text: string;
}

/** What a file can know about its surroundings: the files of its tenant and the variables. */
export interface TenantContext {
  /** URI of the tenant's folder; undefined for a file that stands alone. */
  readonly folder: string | undefined;
  /** All files of the tenant, the asking file included, in path order. */
  readonly files: readonly TenantFile[];
  /** Number of tenant files in the folder. With more than one nobody knows which of the other files belong to which tenant. */
  readonly holdsTenants: number;
  readonly variables: EnvironmentVariables;
  /** The `.env` files of the workspace folder, those that win first. */
  readonly variableFiles: readonly VariableFile[];
}

/** The file of a kind; for `environment` the one that describes the named environment. */
export function fileOf(context: TenantContext, kind: Kind, environment?: string): TenantFile | undefined {
  return context.files.find(
    (file) => file.kind === kind && (environment === undefined || environmentOf(file) === environment),
  );
}

/** Canonical name of the environment that an environment file describes. */
export function environmentOf(file: TenantFile): string | undefined {
  const name = text(file, ["environment", "name"]);
  return name === undefined ? undefined : canonicalEnvironment(name);
}

/** Environments of the tenant, canonical names: those of the tenant file, then those only an environment file names. */
export function environmentsOf(context: TenantContext): readonly string[] {
  const tenant = fileOf(context, "tenant");
  const environments = tenant && nodeAt(rootOf(tenant.source), ["environments"]);
  const declared = environments?.kind === "map" ? environments.pairs.map((pair) => stringValue(pair.key)) : [];
  const described = context.files.filter((file) => file.kind === "environment").map(environmentOf);
  const names = [...declared, ...described].filter((name) => name !== undefined).map(canonicalEnvironment);
  return [...new Set(names)];
}

/** Names of a class that the tenant's files declare, in file order; the files of other tenants are not asked. */
export function namesOfClass(context: TenantContext, nameClass: string): readonly NameOccurrence[] {
  return context.files.flatMap((file) => namesOf(file).declarations.filter((name) => name.nameClass === nameClass));
}

/** Looks up placeholders as they stand at a path of a file, for the chosen environment or the one the place itself belongs to. */
export function placeholderValues(
  context: TenantContext,
  file: TenantFile,
  path: NodePath,
  chosen?: string,
): PlaceholderValues {
  const environment = environmentAt(context, file, path) ?? chosen;
  return {
    environment: (name) => context.variables.get(name),
    variable: (name) => variable(context, name, environment),
  };
}

/** Environment that a place belongs to by itself: an environment file as a whole, a branch of `environments` in the tenant file. */
function environmentAt(_context: TenantContext, file: TenantFile, path: NodePath): string | undefined {
  if (file.kind === "environment") return environmentOf(file);
  const [section, name] = path;
  if (file.kind === "tenant" && section === "environments" && typeof name === "string")
    return canonicalEnvironment(name);
  return undefined;
}

/** Where the value of a tenant variable is written. */
export interface VariableOrigin {
  readonly file: TenantFile;
  readonly path: NodePath;
}

/** File and path of each tenant variable but `environment`, whose value is the place's own. */
const VARIABLE_ORIGINS: Readonly<Partial<Record<TenantVariable, readonly [Kind, ...NodePath]>>> = {
  tenant_id: ["tenant", "tenant_id"],
  tenant_name: ["tenant", "metadata", "name"],
  plan: ["tenant", "billing", "plan"],
  owner_email: ["tenant", "metadata", "owner", "email"],
  region: ["environment", "environment", "region"],
  default_locale: ["localization", "default_locale"],
};

/**
 * Where the value of a tenant variable is written, as seen from a path of a file. What differs between environments has one origin for
 * each of them where the place belongs to none. Empty when it is written nowhere.
 */
export function variableOrigins(
  context: TenantContext,
  file: TenantFile,
  path: NodePath,
  name: TenantVariable,
): readonly VariableOrigin[] {
  const [kind, ...steps] = VARIABLE_ORIGINS[name] ?? (["environment", "environment", "name"] as const);
  const environment = kind === "environment" ? environmentAt(context, file, path) : undefined;
  return context.files
    .filter((candidate) => candidate.kind === kind)
    .filter((candidate) => environment === undefined || environmentOf(candidate) === environment)
    .filter((candidate) => nodeAt(rootOf(candidate.source), steps) !== undefined)
    .map((candidate) => ({ file: candidate, path: steps }));
}

function variable(
  context: TenantContext,
  name: TenantVariable,
  environment: string | undefined,
): ResolvedValue | undefined {
  const origin = VARIABLE_ORIGINS[name];
  if (!origin) return found(environment, ORIGIN.environment);
  const [kind, ...path] = origin;
  if (kind === "environment" && environment === undefined) return undefined;
  const file = fileOf(context, kind, kind === "environment" ? environment : undefined);
  return found(file && text(file, path), fileOrigin(kind));
}

function found(value: string | undefined, from: string): ResolvedValue | undefined {
  return value === undefined || value.includes("{{") || value.includes("${") ? undefined : { value, from };
}

function text(file: TenantFile, path: NodePath): string | undefined {
  return stringValue(nodeAt(rootOf(file.source), path));
}

/** Variables of contract F, first source wins: setting `tenantConfig.env`, `.env.local`, `.env`, the process. */
export function environmentVariables(
  settings: Settings,
  dotenv: readonly { readonly name: string; readonly values: ReadonlyMap<string, string> }[],
  processEnvironment: Readonly<Record<string, string | undefined>>,
): EnvironmentVariables {
  const variables = new Map<string, ResolvedValue>();
  const add = (name: string, value: string | undefined, from: string): void => {
    if (value !== undefined && !variables.has(name)) variables.set(name, { value, from });
  };
  for (const [name, value] of Object.entries(settings.env)) add(name, value, ORIGIN.setting);
  for (const file of dotenv) for (const [name, value] of file.values) add(name, value, file.name);
  for (const [name, value] of Object.entries(processEnvironment)) add(name, value, ORIGIN.process);
  return variables;
}
