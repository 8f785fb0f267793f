import type { Kind } from "../protocol.ts";
import type { Settings } from "../settings.ts";
import { type DeploymentVariables, deploymentVariables } from "../tenants/deployment-variables.ts";
import { canonicalEnvironment } from "../tenants/environment-names.ts";
import { type FileModel, fileModel } from "../tenants/file-model.ts";
import { environmentOf, type TenantFile } from "../tenants/tenant-context.ts";
import { Place } from "./place.ts";
import { PRODUCTION } from "./production.ts";

/** What the facts of a rule are made from: the file that is checked, its tenant, the variables and settings. */
export interface RuleContext {
  readonly model: FileModel;
  readonly settings: Settings;
  /** The variables of contract F as they are set. */
  readonly deployment: DeploymentVariables;
  /** The file that is checked, without what is switched off; undefined when it holds nothing. */
  readonly file: Place | undefined;
  /** Like {@link file}, with what is switched off. */
  readonly wholeFile: Place | undefined;
  /** The first file of a kind of the tenant, the checked one included; for `environment` that of an environment. Undefined when there is none. */
  readonly fileOf: (kind: Kind, environment?: string) => Place | undefined;
  /** All files of a kind of the tenant in path order, the checked one included. */
  readonly filesOf: (kind: Kind) => readonly Place[];
  /** true when the checked file, which is about one environment or the whole tenant, is about production. */
  readonly isProduction: boolean;
}

/** The context in which rules look at a file. */
export function ruleContext(model: FileModel): RuleContext {
  const { settings, context } = model;
  const placeOf = (file: TenantFile, seesDisabled: boolean): Place | undefined => {
    const { uri, kind, source } = file;
    const own = uri === model.uri ? model : fileModel(uri, kind, source, context, settings);
    return own.root && new Place(own, own.root, [], undefined, seesDisabled);
  };
  // In a folder of several tenants nobody knows which file belongs to whom.
  const known = context.holdsTenants > 1 ? context.files.filter(({ uri }) => uri === model.uri) : context.files;
  // Made once: most rules ask for other files, and a place keeps what was read of it.
  const places = known.map((file) => placeOf(file, false)).filter((place) => place !== undefined);
  const byKind = Map.groupBy(places, (place) => place.model.kind);
  const filesOf = (kind: Kind): readonly Place[] => byKind.get(kind) ?? [];
  return {
    model,
    settings,
    deployment: deploymentVariables(context.variables),
    file: placeOf(model, false),
    wholeFile: placeOf(model, true),
    filesOf,
    fileOf: (kind, environment) =>
      filesOf(kind).find((place) => environment === undefined || environmentOf(place.model) === environment),
    isProduction: isProduction(model, filesOf),
  };
}

/** An environment file belongs to production by its name, every other one when the tenant has production switched on. */
function isProduction(model: FileModel, filesOf: RuleContext["filesOf"]): boolean {
  if (model.kind === "environment") return environmentOf(model) === PRODUCTION;
  const declared = filesOf("tenant").some((tenant) =>
    tenant
      .get("environments")
      ?.entries()
      .some(({ name }) => canonicalEnvironment(name) === PRODUCTION),
  );
  return declared || (filesOf("tenant").length === 0 && filesOf("environment").some(isProductionFile));
}

function isProductionFile(place: Place): boolean {
  return environmentOf(place.model) === PRODUCTION;
}
