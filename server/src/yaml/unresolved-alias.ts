import * as l10n from "@vscode/l10n";
import type { OffsetRange } from "../text/line-index.ts";
import type { ParseProblem } from "./node.ts";

/** Problem of an alias without an anchored node before it (YAML 1.2, 7.1), at the range of the alias. */
export function unresolvedAlias(name: string, { start, end }: OffsetRange): ParseProblem {
  const message = l10n.t`No anchor \`&${name}\` stands before this alias.`;
  return { code: "unresolved-alias", message, severity: "error", start, end };
}
