import * as l10n from "@vscode/l10n";
import type { Diagnostic } from "vscode-languageserver-types";
import { deprecatedParts } from "../../schema/custom/deprecated.ts";
import { judge, readPlainScalar } from "../../schema/custom/evaluate.ts";
import { explainFaults } from "../../schema/custom/explain.ts";
import type { Fault } from "../../schema/custom/outcome.ts";
import type { Problem } from "../../schema/problem.ts";
import { expansionProblem } from "../../schema/validate.ts";
import { stateOfText } from "../../tenants/placeholder-state.ts";
import type { Node, ScalarNode } from "../../yaml/node.ts";
import { parserProblems, report, withoutConsequences } from "../diagnostics.ts";
import { textFixOf } from "../fix-data.ts";
import { withoutSuppressed } from "../suppressions.ts";
import { type OwnFile, ownValue, placeholderValues } from "./own-file.ts";

/** Diagnostics of a file with a schema of its team: faults of the text, violations in each of its documents, deprecated parts. */
export function ownDiagnostics(file: OwnFile, relativePath: string): Diagnostic[] {
  const { source } = file;
  const isJudged = file.own.remote === undefined && file.schema.problem === undefined;
  const problems = withoutSuppressed(problemsOf(file), source, isJudged);
  return report(problems, file, relativePath, (problem) => problem.data ?? textFixOf(problem, source));
}

function problemsOf(file: OwnFile): readonly Problem[] {
  const { remote, named } = file.own;
  if (remote !== undefined) return [remoteProblem(remote, named)];
  const fromSchema = file.schema.problem === undefined ? documentProblems(file) : [schemaProblem(file)];
  return [...parserProblems(file.source), ...fromSchema];
}

function remoteProblem(uri: string, place: OwnFile["own"]["named"]): Problem {
  const fault = l10n.t`The schema ${uri} is on the network, from where Tenant Config reads nothing.`;
  const message = `${fault} ${l10n.t`Copy it into the workspace and name its path.`}`;
  return { code: "remote-schema", message, severity: "information", ...(place ?? { start: 0, end: 0 }) };
}

function schemaProblem({ own, schema, source }: OwnFile): Problem {
  const place = own.named ?? { start: 0, end: source.lines.lineEnd(0) };
  return { code: "unusable-schema", message: schema.problem ?? "", severity: "error", ...place };
}

function documentProblems(file: OwnFile): readonly Problem[] {
  return file.source.file.documents.flatMap(({ root }) =>
    root ? withoutConsequences(problemsIn(file, root), { source: file.source, root }) : [],
  );
}

/** The key by which a file names its schema is no part of what the schema describes. */
function isAboutNaming({ keyword, keys, place }: Fault): boolean {
  const isUnknown = keyword === "additionalProperties" || keyword === "unevaluatedProperties";
  return isUnknown && keys?.[0] === "$schema" && place.outer === undefined;
}

function problemsIn(file: OwnFile, root: Node): readonly Problem[] {
  const { result, placeholders } = ownValue(file, root);
  if ("failure" in result) return [expansionProblem(result)];
  const { root: schema, links } = file.schema;
  const faults = judge(schema, links, result.value, placeholders).faults.filter((fault) => !isAboutNaming(fault));
  const values = placeholderValues(file.context.variables);
  const resolved = ({ value }: ScalarNode): { value: ScalarNode["value"]; from: string } | undefined => {
    const state = typeof value === "string" ? stateOfText(value, values) : undefined;
    return state?.state === "resolved" ? { value: readPlainScalar(state.text), from: state.from } : undefined;
  };
  const violations = explainFaults(faults, { root, links, resolved });
  const document = { root: schema, links, value: result.value, placeholders, unions: "fitting" } as const;
  return [...violations, ...deprecatedParts(document, root)];
}
