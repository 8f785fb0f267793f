import * as l10n from "@vscode/l10n";
import type { NodePath } from "../yaml/node.ts";
import { code, keyList, listWords } from "./wording.ts";

/** Keys that a message about an unknown one lists. */
const LISTED_KEYS = 8;

/** A question for the most likely name or value, which arrives as inline code. */
export function didYouMean(nearest: string): string {
  return l10n.t`Did you mean ${nearest}?`;
}

/** Sentences about a key that a mapping does not know: where it stands, and the nearest key or those that are known there. */
export function unknownKeyMessage(
  name: string,
  path: NodePath,
  nearest: string | undefined,
  known: readonly string[],
): string {
  const fault =
    path.length === 0
      ? l10n.t`\`${name}\` is not known at the top level of this file.`
      : l10n.t`\`${name}\` is not known in \`${path.join(".")}\`.`;
  if (nearest !== undefined) return `${fault} ${didYouMean(`\`${nearest}\``)}`;
  return known.length === 0 ? fault : `${fault} ${knownKeys(known)}`;
}

function knownKeys(keys: readonly string[]): string {
  const shown = listWords(keys.slice(0, LISTED_KEYS).map((key) => `\`${key}\``));
  const more = keys.length - LISTED_KEYS;
  return more > 0 ? l10n.t`Known here are ${shown} and ${more} more.` : l10n.t`Known here: ${shown}.`;
}

/** The sentence about required keys that a mapping lacks. Without a name the mapping is the file or one of its items. */
export function missingKeysMessage(owner: string | undefined, isFile: boolean, keys: readonly string[]): string {
  const names = keyList(keys);
  const isOne = keys.length === 1;
  if (owner !== undefined)
    return isOne
      ? l10n.t`${owner} lacks the required key ${names}.`
      : l10n.t`${owner} lacks the required keys ${names}.`;
  if (isFile)
    return isOne
      ? l10n.t`The file lacks the required key ${names}.`
      : l10n.t`The file lacks the required keys ${names}.`;
  return isOne ? l10n.t`The item lacks the required key ${names}.` : l10n.t`The item lacks the required keys ${names}.`;
}

/** The sentence about keys of which only one may stand in a mapping. */
export function exclusiveKeysMessage(keys: readonly string[]): string {
  return l10n.t`${keyList(keys)} exclude each other: keep one of them.`;
}

/** The sentence about a key that needs others beside it. */
export function dependentKeysMessage(key: string, needed: readonly string[]): string {
  return l10n.t`\`${key}\` needs ${keyList(needed)} beside it.`;
}

/** The sentence about something that is called deprecated without a reason. */
export function deprecatedMessage(name: string): string {
  return l10n.t`\`${name}\` is deprecated.`;
}

/** Behind a message about a value: an example of a right one. */
export function expectedExample(example: unknown): string {
  return l10n.t`Expected something like ${code(example)}.`;
}

/** A message with the stop that it may lack. */
export function sentence(message: string): string {
  return /[.!?。！？]$/.test(message) ? message : l10n.t`${message}.`;
}

/** A sentence that also says where the value came from; as it is when the value stands as written. */
export function withOrigin(message: string, resolvedFrom: string | undefined): string {
  if (resolvedFrom === undefined) return message;
  return l10n.t`${message.replace(/[.。]$/, "")} (resolved from ${resolvedFrom}).`;
}

/** A value in a sentence, with where it came from; as it is when the value stands as written. */
export function valueWithOrigin(value: string, resolvedFrom: string | undefined): string {
  return resolvedFrom === undefined ? value : l10n.t`${value} (resolved from ${resolvedFrom})`;
}
