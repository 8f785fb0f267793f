import type { Node, PairNode, ParseProblem } from "./node.ts";

/** One problem for each key that stands a second time in a mapping, at the later key and pointing to the first. */
export function duplicateKeys(pairs: readonly PairNode[]): ParseProblem[] {
  const seen = new Map<string, Node>();
  const problems: ParseProblem[] = [];
  for (const { key } of pairs) {
    if (key.kind !== "scalar") continue;
    const name = String(key.value);
    const first = seen.get(name);
    if (!first) {
      seen.set(name, key);
      continue;
    }
    problems.push({
      code: "duplicate-key",
      message: `\`${name}\` is written twice in this mapping; only one of the two values would count.`,
      severity: "error",
      start: key.start,
      end: key.end,
      related: { start: first.start, end: first.end, message: `\`${name}\` stands here first.` },
    });
  }
  return problems;
}
