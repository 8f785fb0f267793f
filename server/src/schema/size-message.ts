import * as l10n from "@vscode/l10n";

/** A list or mapping that is too small or too large; `key` is undefined for an item and the root. */
export interface WrongSize {
  readonly key: string | undefined;
  readonly isList: boolean;
  readonly isTooSmall: boolean;
  readonly size: number;
  readonly limit: number;
}

/** The sentence about a list or mapping of the wrong size. */
export function sizeMessage(wrong: WrongSize): string {
  if (wrong.key === undefined) return wrong.isList ? listSizeMessage(wrong) : mappingSizeMessage(wrong);
  return wrong.isList ? namedListSizeMessage(wrong.key, wrong) : namedMappingSizeMessage(wrong.key, wrong);
}

function namedListSizeMessage(key: string, { isTooSmall, size, limit }: WrongSize): string {
  if (isTooSmall)
    return size === 1
      ? l10n.t`${key} has ${size} item; at least ${limit} expected.`
      : l10n.t`${key} has ${size} items; at least ${limit} expected.`;
  return size === 1
    ? l10n.t`${key} has ${size} item; at most ${limit} expected.`
    : l10n.t`${key} has ${size} items; at most ${limit} expected.`;
}

function listSizeMessage({ isTooSmall, size, limit }: WrongSize): string {
  if (isTooSmall)
    return size === 1
      ? l10n.t`The value has ${size} item; at least ${limit} expected.`
      : l10n.t`The value has ${size} items; at least ${limit} expected.`;
  return size === 1
    ? l10n.t`The value has ${size} item; at most ${limit} expected.`
    : l10n.t`The value has ${size} items; at most ${limit} expected.`;
}

function namedMappingSizeMessage(key: string, { isTooSmall, size, limit }: WrongSize): string {
  if (isTooSmall)
    return size === 1
      ? l10n.t`${key} has ${size} entry; at least ${limit} expected.`
      : l10n.t`${key} has ${size} entries; at least ${limit} expected.`;
  return size === 1
    ? l10n.t`${key} has ${size} entry; at most ${limit} expected.`
    : l10n.t`${key} has ${size} entries; at most ${limit} expected.`;
}

function mappingSizeMessage({ isTooSmall, size, limit }: WrongSize): string {
  if (isTooSmall)
    return size === 1
      ? l10n.t`The value has ${size} entry; at least ${limit} expected.`
      : l10n.t`The value has ${size} entries; at least ${limit} expected.`;
  return size === 1
    ? l10n.t`The value has ${size} entry; at most ${limit} expected.`
    : l10n.t`The value has ${size} entries; at most ${limit} expected.`;
}
