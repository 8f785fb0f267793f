import * as l10n from "@vscode/l10n";
import { keyText, type Node, type PairNode, type ParseProblem } from "./node.ts";

/** One problem for each key that stands a second time in a mapping, at the later key and pointing to the first. */
export function duplicateKeys(pairs: readonly PairNode[]): ParseProblem[] {
  const seen = new Map<string, Node>();
  const problems: ParseProblem[] = [];
  for (const { key } of pairs) {
    const name = keyText(key);
    if (name === undefined) continue;
    const first = seen.get(name);
    if (!first) {
      seen.set(name, key);
      continue;
    }
    const named = name === "" ? l10n.t("The empty key") : `\`${name}\``;
    problems.push({
      code: "duplicate-key",
      message: l10n.t`${named} is written twice in this mapping; only one of the two values would count.`,
      severity: "error",
      start: key.start,
      end: key.end,
      related: { start: first.start, end: first.end, message: l10n.t`${named} stands here first.` },
    });
  }
  return problems;
}
