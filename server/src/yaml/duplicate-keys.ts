import * as l10n from "@vscode/l10n";
import { keyText, type Node, type PairNode, type ParseProblem } from "./node.ts";

/** One problem for each key that stands a second time in a mapping, at the later key and pointing to the first. */
export function duplicateKeys(pairs: readonly PairNode[]): ParseProblem[] {
  const seen = new Map<string, Node>();
  // To make a sentence takes longer than all the rest, and a key may stand very often.
  const said = new Map<string, ReturnType<typeof messages>>();
  const problems: ParseProblem[] = [];
  for (const { key } of pairs) {
    const name = keyText(key);
    if (name === undefined) continue;
    const first = seen.get(name);
    if (!first) {
      seen.set(name, key);
      continue;
    }
    const words = said.get(name) ?? messages(name);
    said.set(name, words);
    const [message, earlier] = words;
    problems.push({
      code: "duplicate-key",
      message,
      severity: "error",
      start: key.start,
      end: key.end,
      related: { start: first.start, end: first.end, message: earlier },
    });
  }
  return problems;
}

/** What is said at the later key, and at the first. */
function messages(name: string): readonly [later: string, first: string] {
  if (name === "") {
    const later = l10n.t("The empty key is written twice in this mapping; only one of the two values would count.");
    return [later, l10n.t("The empty key stands here first.")];
  }
  const later = l10n.t`\`${name}\` is written twice in this mapping; only one of the two values would count.`;
  return [later, l10n.t`\`${name}\` stands here first.`];
}
