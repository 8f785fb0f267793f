import type { Change, Operation } from "../schema/problem.ts";
import { schemaOf } from "../schema/registry.ts";
import type { NodePath } from "../yaml/node.ts";
import { rootOf } from "../yaml/source.ts";
import { operationEdits } from "./change-operations.ts";
import type { FixedFile } from "./entry-edits.ts";
import type { Proposal } from "./proposal.ts";

/** The changes that can be made as they are meant; those that would lose something are left out. */
export function changeProposals(model: FixedFile, path: NodePath, changes: readonly Change[]): readonly Proposal[] {
  return changes.flatMap((change) => proposalOf(model, path, change) ?? []);
}

function proposalOf(model: FixedFile, path: NodePath, { title, operations, preferred }: Change): Proposal | undefined {
  const own = operations.filter(({ file }) => file === undefined || file === model.uri);
  const edits = operationEdits(model, path, own);
  const others = editsOfOthers(model, operations);
  if (!edits || !others) return undefined;
  return { title, edits, ...(others.length > 0 && { others }), ...(preferred === false && { preferred }) };
}

/** Edits of other files of the tenant; undefined when one of them is not there or can not be changed. */
function editsOfOthers(model: FixedFile, operations: readonly Operation[]): Proposal["others"] {
  const byFile = Map.groupBy(operations, ({ file }) => (file === model.uri ? undefined : file));
  const others: NonNullable<Proposal["others"]>[number][] = [];
  for (const [uri, steps] of byFile) {
    if (uri === undefined) continue;
    const file = model.context?.files.find((candidate) => candidate.uri === uri);
    if (!file) return undefined;
    const { source, kind } = file;
    const edits = operationEdits({ uri, source, root: rootOf(source), schema: schemaOf(kind) }, [], steps);
    if (!edits) return undefined;
    others.push({ uri, source, edits });
  }
  return others;
}
