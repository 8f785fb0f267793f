import type { ErrorObject } from "ajv";
import type { Kind } from "../protocol.ts";
import { loadLanguagesOf } from "./late-languages.ts";

/** A schema compiled by ajv: true for a valid value, else the errors of the last call are in `errors`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: null | ErrorObject[];
}

/** What is made of the schema of a kind when the program is built. */
interface Compiled {
  readonly validate: Validator;
  /** Keys and values that are deprecated somewhere in files of the kind. */
  readonly deprecatedWords: readonly string[];
}

/** The compiled schemas are large and a session often needs one or two of them, so each is loaded when its kind first appears. */
const LOADERS: Readonly<Record<Kind, () => Promise<Compiled>>> = {
  tenant: () => import("./generated/tenant.js"),
  monitoring: () => import("./generated/monitoring.js"),
  security: () => import("./generated/security.js"),
  environment: () => import("./generated/environment.js"),
  localization: () => import("./generated/localization.js"),
};

const loaded = new Map<Kind, { readonly validate: Validator; readonly deprecatedWords: ReadonlySet<string> }>();

/**
 * Loads the validator of a kind, and the parsers that it asks for values of a text of that kind; without a text all that it can ask. Does
 * nothing for what is there.
 */
export async function loadValidator(kind: Kind, text?: string): Promise<void> {
  await Promise.all([loadCompiled(kind), loadLanguagesOf(kind, text)]);
}

async function loadCompiled(kind: Kind): Promise<void> {
  if (loaded.has(kind)) return;
  const { validate, deprecatedWords } = await LOADERS[kind]();
  loaded.set(kind, { validate, deprecatedWords: new Set(deprecatedWords) });
}

/** Validator of a kind. Throws when {@link loadValidator} was not awaited before: a defect of the caller. */
export function validatorOf(kind: Kind): Validator {
  return compiledOf(kind).validate;
}

/** Keys and values that are deprecated somewhere in files of a kind: a text without them holds nothing deprecated. Throws like {@link validatorOf}. */
export function deprecatedWordsOf(kind: Kind): ReadonlySet<string> {
  return compiledOf(kind).deprecatedWords;
}

function compiledOf(kind: Kind): { readonly validate: Validator; readonly deprecatedWords: ReadonlySet<string> } {
  const compiled = loaded.get(kind);
  if (!compiled) throw new Error(`The validator of the kind ${kind} is not loaded.`);
  return compiled;
}
