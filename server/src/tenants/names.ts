import { PLURAL_CATEGORIES as CATEGORIES } from "../values/plural-categories.ts";
import { canonicalEnvironment } from "./environment-names.ts";

/** What stands before a name where it is used, by class (`@offices` is the address group `offices`). */
export const REFERENCE_PREFIX: Readonly<Record<string, string>> = { "address-group": "@", "security-group": "sg:" };

/** Class of the texts of a translation, whose names are dotted paths. */
export const MESSAGE_KEY = "message-key";

/** Keys of plural objects; they select a form and are no part of a message's name. */
export const PLURAL_CATEGORIES: ReadonlySet<string> = new Set(CATEGORIES);

/** Classes some of whose names have several spellings, with the spelling that stands for all of them (contract B.0 and B.1). */
const CANONICAL: Readonly<Record<string, (name: string) => string>> = {
  environment: canonicalEnvironment,
  tenant: (name) => name.toLowerCase(),
};

/** The spelling that stands for all spellings of a name: two names of a class are one when these are equal. */
export function canonicalName(nameClass: string, name: string): string {
  return CANONICAL[nameClass]?.(name) ?? name;
}
