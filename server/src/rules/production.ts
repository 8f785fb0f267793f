import { canonicalEnvironment } from "../tenants/environment-names.ts";
import type { Place } from "./place.ts";

/** Canonical name of the environment that most severities look at. */
export const PRODUCTION = "production";

/** true for a place of a tenant file in the section of its production environment. */
export function isInProduction({ path }: Place): boolean {
  return path[0] === "environments" && canonicalEnvironment(String(path[1])) === PRODUCTION;
}
