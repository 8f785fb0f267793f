import type { SemanticTokensEdit } from "vscode-languageserver";

/** The one edit that makes new token numbers of earlier ones: what both begin and end with stays. None when they are the same. */
export function tokenEdits(earlier: readonly number[], later: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(earlier.length, later.length);
  let start = 0;
  while (start < shorter && earlier[start] === later[start]) start++;
  let same = 0;
  while (same < shorter - start && earlier.at(-1 - same) === later.at(-1 - same)) same++;
  const deleteCount = earlier.length - start - same;
  const data = later.slice(start, later.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
