import type { ErrorObject } from "ajv";

interface Validator {
  (data: unknown): boolean;
  errors?: null | ErrorObject[];
}

export const tenant: Validator;
export const monitoring: Validator;
export const security: Validator;
export const environment: Validator;
export const localization: Validator;
