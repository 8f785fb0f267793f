import * as l10n from "@vscode/l10n";
import type { Node } from "../yaml/node.ts";
import { valueWithOrigin } from "./sentences.ts";
import { code } from "./wording.ts";

/** What stands at a place, as messages tell it. */
export interface FoundValue {
  readonly node: Node;
  /** The value is a secret and is never said. */
  readonly isSecret: boolean;
  /** Where the value of a placeholder was found; undefined for a value that stands as written. */
  readonly resolvedFrom: string | undefined;
}

/** The sentence about something that is not of the expected type, without where a resolved value came from. */
export function typeMismatchMessage({ node, isSecret }: FoundValue, expected: string): string {
  if (node.kind === "map") return l10n.t`Expected ${expected}, found a mapping.`;
  if (node.kind === "sequence") return l10n.t`Expected ${expected}, found a list.`;
  if (node.kind === "alias") return l10n.t`Expected ${expected}, found the alias \`*${node.name}\`.`;
  const { value } = node;
  if (value === null) return l10n.t`Expected ${expected}, found nothing.`;
  if (isSecret && typeof value === "string") return l10n.t`Expected ${expected}, found text that is not shown.`;
  if (isSecret && typeof value === "number") return l10n.t`Expected ${expected}, found a number that is not shown.`;
  if (isSecret) return l10n.t`Expected ${expected}, found a boolean that is not shown.`;
  if (typeof value === "string") return l10n.t`Expected ${expected}, found the text ${code(value)}.`;
  if (typeof value === "number") return l10n.t`Expected ${expected}, found the number ${code(value)}.`;
  return l10n.t`Expected ${expected}, found ${code(value)}.`;
}

/** The sentence that something may not stand where it stands. */
export function notAllowedMessage({ node, isSecret, resolvedFrom }: FoundValue): string {
  if (node.kind === "map") return l10n.t`A mapping is not allowed here.`;
  if (node.kind === "sequence") return l10n.t`A list is not allowed here.`;
  if (node.kind === "alias") return l10n.t`The alias \`*${node.name}\` is not allowed here.`;
  const { value } = node;
  if (value === null) return l10n.t`Nothing is not allowed here.`;
  if (isSecret) return secretNotAllowed(value, resolvedFrom);
  const shown = valueWithOrigin(code(value), resolvedFrom);
  if (typeof value === "string") return l10n.t`The text ${shown} is not allowed here.`;
  return typeof value === "number"
    ? l10n.t`The number ${shown} is not allowed here.`
    : l10n.t`${shown} is not allowed here.`;
}

function secretNotAllowed(value: string | number | boolean, resolvedFrom: string | undefined): string {
  if (typeof value === "string")
    return resolvedFrom === undefined
      ? l10n.t`Text that is not shown is not allowed here.`
      : l10n.t`Text that is not shown (resolved from ${resolvedFrom}) is not allowed here.`;
  if (typeof value === "number")
    return resolvedFrom === undefined
      ? l10n.t`A number that is not shown is not allowed here.`
      : l10n.t`A number that is not shown (resolved from ${resolvedFrom}) is not allowed here.`;
  return resolvedFrom === undefined
    ? l10n.t`A boolean that is not shown is not allowed here.`
    : l10n.t`A boolean that is not shown (resolved from ${resolvedFrom}) is not allowed here.`;
}

/** The sentence that something may not stand where it stands, with the reason that a schema gives. */
export function notAllowedBecause({ node, resolvedFrom }: Omit<FoundValue, "isSecret">, reason: string): string {
  const stop = reason.endsWith(".") ? reason : `${reason}.`;
  if (node.kind === "map") return l10n.t`A mapping is not allowed here: ${stop}`;
  if (node.kind === "sequence") return l10n.t`A list is not allowed here: ${stop}`;
  if (node.kind === "alias") return l10n.t`The alias \`*${node.name}\` is not allowed here: ${stop}`;
  if (node.value === null) return l10n.t`Nothing is not allowed here: ${stop}`;
  const shown = valueWithOrigin(code(node.value), resolvedFrom);
  if (typeof node.value === "string") return l10n.t`The text ${shown} is not allowed here: ${stop}`;
  return typeof node.value === "number"
    ? l10n.t`The number ${shown} is not allowed here: ${stop}`
    : l10n.t`${shown} is not allowed here: ${stop}`;
}
