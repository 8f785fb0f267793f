import type { ErrorObject } from "ajv";
import type { Kind } from "../protocol.ts";

/** A schema compiled by ajv: true for a valid value, else the errors of the last call are in `errors`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: null | ErrorObject[];
}

/** The compiled schemas are large and a session often needs one or two of them, so each is loaded when its kind first appears. */
const LOADERS: Readonly<Record<Kind, () => Promise<{ readonly validate: Validator }>>> = {
  tenant: () => import("./generated/tenant.js"),
  monitoring: () => import("./generated/monitoring.js"),
  security: () => import("./generated/security.js"),
  environment: () => import("./generated/environment.js"),
  localization: () => import("./generated/localization.js"),
};

const loaded = new Map<Kind, Validator>();

/** Loads the validator of a kind; does nothing when it is there. */
export async function loadValidator(kind: Kind): Promise<void> {
  if (!loaded.has(kind)) loaded.set(kind, (await LOADERS[kind]()).validate);
}

/** Validator of a kind. Throws when {@link loadValidator} was not awaited before: a defect of the caller. */
export function validatorOf(kind: Kind): Validator {
  const validator = loaded.get(kind);
  if (!validator) throw new Error(`The validator of the kind ${kind} is not loaded.`);
  return validator;
}
