import * as l10n from "@vscode/l10n";

/** How a schema is asked for: by name, or in another schema that refers to it. Both are inline code. */
export interface Mention {
  /** The schema itself, or the one with the reference. */
  readonly schema: string;
  /** The reference as it is written; undefined for a schema that is asked for by name. */
  readonly written: string | undefined;
}

/** The sentence about a schema that can not be read. */
export function unreadableMessage({ schema, written }: Mention, refusal: string): string {
  return written === undefined
    ? l10n.t`The schema ${schema} can not be read: ${refusal}.`
    : l10n.t`The schema ${schema} refers to ${written}, which can not be read: ${refusal}.`;
}

/** Sentences about a schema whose text has a syntax error. */
export function brokenMessage(schema: string, line: number, fault: string): string {
  return `${l10n.t`The schema ${schema} can not be read.`} ${l10n.t`Line ${line}: ${fault}`}`;
}

/** The sentence about a reference that is no URI. */
export function notUriMessage({ schema, written = "" }: Mention): string {
  return l10n.t`The schema ${schema} refers to ${written}, which is not a URI.`;
}

/** Sentences about a reference that would have to be fetched. */
export function onNetworkMessage({ schema, written = "" }: Mention): string {
  const fault = l10n.t`The schema ${schema} refers to ${written}, which is on the network.`;
  return `${fault} ${l10n.t`Tenant Config reads schemas of the workspace alone.`}`;
}

/** The sentence about a name within a schema that nothing there has. */
export function noFragmentMessage({ schema, written }: Mention, fragment: string): string {
  return written === undefined
    ? l10n.t`The schema ${schema}, but there is no ${fragment} in it.`
    : l10n.t`The schema ${schema} refers to ${written}, but there is no ${fragment} in it.`;
}

/** The sentence about two schemas with one name. */
export function sameIdMessage(one: string, other: string, id: string): string {
  return l10n.t`The schemas ${one} and ${other} have the same \`$id\` ${id}.`;
}
