import { deploymentVariables } from "./deployment-variables.ts";
import type { FileModel } from "./file-model.ts";
import { type PlaceholderValues, withTenantVariables } from "./placeholders.ts";

/** A secret in Vault. */
export interface VaultAddress {
  /** Path of the secret, tenant variables filled in. */
  readonly path: string;
  readonly url: string;
}

/**
 * Where the Vault that VAULT_ENDPOINT names shows a secret. Undefined for references to other stores, without an endpoint, and while a
 * tenant variable of the path is not known.
 */
export function vaultAddress(model: FileModel, reference: string, values: PlaceholderValues): VaultAddress | undefined {
  const { vaultEndpoint } = deploymentVariables(model.context.variables);
  const path = /^vault:([^#]+)#/.exec(withTenantVariables(reference, values))?.[1];
  if (vaultEndpoint === undefined || path === undefined || path.includes("{{")) return undefined;
  return { path, url: `${vaultEndpoint.replace(/\/+$/, "")}/v1/${encodeURI(path)}` };
}
