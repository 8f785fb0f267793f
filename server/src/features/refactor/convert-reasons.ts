import * as l10n from "@vscode/l10n";
import { MERGE_KEY } from "../../yaml/navigate.ts";
import { keyText } from "../../yaml/node.ts";
import { rootOf, type Source } from "../../yaml/source.ts";
import { toValue } from "../../yaml/value.ts";
import { walkTree } from "../tree-walk.ts";

/** A tag of YAML whose values are no values of JSON. Texts that look alike count too: what is in doubt is not converted. */
const OTHER_TAG = /(?:^|[\s,[{])!!(?!(?:str|int|float|bool|null|map|seq)\b)\w/;

/** Why a text can not be written in the other notation as it is; undefined when nothing speaks against it. */
export function whyNotAsItIs({ file }: Source): string | undefined {
  if (file.problems.some(({ code }) => code === "duplicate-key"))
    return l10n.t`A key stands twice; only one of its values would be left.`;
  // Tags that YAML itself does not know are warnings of its syntax.
  if (file.problems.some(({ code, severity }) => severity === "error" || code === "yaml-syntax"))
    return l10n.t`The file has faults in its notation.`;
  if (file.documents.slice(1).some(({ root }) => root !== undefined)) return l10n.t`The file has several documents.`;
  return file.documents[0].root === undefined ? l10n.t`The file holds nothing.` : undefined;
}

/** Why the configuration of a text has no JSON; undefined when it has. */
export function whyNoJson(source: Source): string | undefined {
  const reason = whyNotAsItIs(source);
  const root = rootOf(source);
  if (reason !== undefined || !root) return reason;
  if ("failure" in toValue(root)) return l10n.t`Its aliases stand for more than can be written out.`;
  let found: string | undefined;
  walkTree(root, ({ node }) => {
    if (node.kind === "scalar" && typeof node.value === "number" && !Number.isFinite(node.value))
      found ??= l10n.t`JSON has no number like \`${source.text.slice(node.start, node.end)}\`.`;
    if (node.kind !== "map") return;
    for (const { key } of node.pairs) {
      const isText = key.kind === "scalar" && key.value !== null;
      if (!isText && keyText(key) !== MERGE_KEY) found ??= l10n.t`A key is no text, and JSON has only such keys.`;
    }
  });
  return found ?? (OTHER_TAG.test(source.text) ? l10n.t`The file has tags, which JSON does not have.` : undefined);
}

/** Spaces by which a JSON text moves its first entry in; undefined when it stands on one line. */
export function jsonStep({ text }: Source): number | undefined {
  const spaces = /^\uFEFF?\s*[[{][ \t]*(?:\/\/[^\r\n]*)?(?:\r\n|\n|\r)( +)/.exec(text)?.[1];
  return spaces?.length;
}
