import * as l10n from "@vscode/l10n";
import { CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { applyOffsetEdits, type OffsetEdit } from "../text/offset-edit.ts";
import { diagnostics } from "./diagnostics.ts";
import { type Fix, readFix } from "./fix-data.ts";
import { editBetween, editOf, FIX_ALL, type Offer, withText } from "./offer.ts";
import type { Proposal } from "./proposal.ts";
import { proposalsFor } from "./quick-fixes.ts";

/** Rounds of fixing: one fix can bring to light what another one fixes. */
const MOST_ROUNDS = 10;

/** Problems that are fixed in one round; of those that are left the next round takes as many. */
const MOST_FIXES = 5_000;

/** Problems that are looked at to see whether there is more than one with a fix. */
const MOST_CANDIDATES = 50;

type Accepts = (diagnostic: Diagnostic, fix: Fix) => boolean;

/** The offer to fix everything in a file that is safe to fix. Empty when there is nothing. */
export function fixAllOffer(model: FileModel, path: string): readonly Offer[] {
  const isSafe: Accepts = (_, fix) => fix.safe === true;
  const candidates = diagnostics(model, path).filter(({ data }) => readFix(data)?.safe === true);
  if (!candidates.slice(0, MOST_CANDIDATES).some((diagnostic) => preferredFix(model, diagnostic, isSafe))) return [];
  const edit = () => editOf(model, fixAll(model, path, isSafe));
  return [{ title: l10n.t`Fix all problems that are safe to fix`, kind: FIX_ALL, isExpensive: true, edit }];
}

/** Offers to fix all problems of a code at once, for each of the diagnostics whose preferred fix others of the file share. */
export function fixAllOfCode(model: FileModel, asked: readonly Diagnostic[], path: string): readonly Offer[] {
  const kinds = new Map<string, Diagnostic>();
  for (const diagnostic of asked) {
    const fix = readFix(diagnostic.data);
    if (fix && preferredFix(model, diagnostic, () => true)) kinds.set(`${diagnostic.code} ${fix.fix}`, diagnostic);
  }
  if (kinds.size === 0) return [];
  const all = diagnostics(model, path);
  return [...kinds.values()].flatMap((diagnostic) => {
    const kind = readFix(diagnostic.data)?.fix;
    const isAlike: Accepts = (other, fix) => other.code === diagnostic.code && fix.fix === kind;
    const candidates = all.filter((other) => other.code === diagnostic.code).slice(0, MOST_CANDIDATES);
    if (!hasTwo(candidates, (other) => preferredFix(model, other, isAlike) !== undefined)) return [];
    return [
      {
        title: l10n.t`Fix all \`${String(diagnostic.code)}\` in this file`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: false,
        isExpensive: true,
        edit: () => editOf(model, fixAll(model, path, isAlike)),
      },
    ];
  });
}

function hasTwo<T>(items: readonly T[], test: (item: T) => boolean): boolean {
  const first = items.findIndex(test);
  return first !== -1 && items.slice(first + 1).some(test);
}

/** The fix of a diagnostic that needs no choice, when it is of an accepted kind. */
function preferredFix(model: FileModel, diagnostic: Diagnostic, accepts: Accepts): Proposal | undefined {
  const fix = readFix(diagnostic.data);
  if (!fix || !accepts(diagnostic, fix)) return undefined;
  const [best] = proposalsFor(model, diagnostic);
  // What changes several files is for people to look at.
  return best?.preferred === false || best?.others ? undefined : best;
}

/**
 * The edit that applies the preferred fixes of all accepted problems, in rounds until none is left: fixes whose edits overlap wait for the
 * next round, and what comes to light is fixed there. A fix that left its problem where it was is not tried again. Empty when there is
 * nothing to do.
 */
export function fixAll(model: FileModel, path: string, accepts: Accepts): readonly OffsetEdit[] {
  const tried = new Set<string>();
  let current = model;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const problems = diagnostics(current, path).filter((problem) => !tried.has(identityOf(problem)));
    const applied = compatibleChanges(current, problems, accepts);
    if (applied.length === 0) break;
    for (const { problem } of applied) tried.add(identityOf(problem));
    const edits = applied.flatMap((change) => change.edits);
    current = withText(current, applyOffsetEdits(current.source.text, edits));
  }
  return editBetween(model.source.text, current.source.text);
}

function identityOf({ code, data, range }: Diagnostic): string {
  return JSON.stringify([code, data, range.start]);
}

/** The preferred fix of a problem, as edits. */
interface Change {
  readonly problem: Diagnostic;
  readonly edits: readonly OffsetEdit[];
}

/** Fixes of problems in document order that do not touch each other; of several that do, the first. */
function compatibleChanges(model: FileModel, problems: readonly Diagnostic[], accepts: Accepts): readonly Change[] {
  const kept: Change[] = [];
  let end = -1;
  for (const problem of problems) {
    if (kept.length === MOST_FIXES) break;
    // One fix may change much of what is behind it: nothing is computed for what it covers.
    if (model.source.lines.offsetAt(problem.range.start) < end) continue;
    const edits = preferredFix(model, problem, accepts)?.edits ?? [];
    if (edits.length === 0 || edits.some((edit) => edit.start <= end)) continue;
    kept.push({ problem, edits });
    end = edits.reduce((last, edit) => Math.max(last, edit.end), end);
  }
  return kept;
}
