import * as l10n from "@vscode/l10n";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { checkRules } from "../rules/check-rules.ts";
import { rulesOf } from "../rules/load-rules.ts";
import { deprecations } from "../schema/advice.ts";
import type { Problem } from "../schema/problem.ts";
import { validate } from "../schema/validate.ts";
import { listWords } from "../schema/wording.ts";
import type { Settings, SeveritySetting } from "../settings.ts";
import { deploymentVariables } from "../tenants/deployment-variables.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { matchesGlob } from "../tenants/kind.ts";
import { placeholderState } from "../tenants/placeholder-state.ts";
import { hasPlaceholders, mayHoldPlaceholders } from "../tenants/placeholders.ts";
import type { TenantContext } from "../tenants/tenant-context.ts";
import { nodeAt } from "../yaml/navigate.ts";
import type { Node, ParseProblem, ProblemSeverity } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";
import { fixOf } from "./fix-data.ts";
import { withMessageSyntax } from "./message-problems.ts";
import { withoutSuppressed } from "./suppressions.ts";

/** `source` of every diagnostic. */
const DIAGNOSTIC_SOURCE = "tenant-config";

const SEVERITIES: Readonly<Record<ProblemSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const SETTING_SEVERITIES: Readonly<Record<Exclude<SeveritySetting, "off">, ProblemSeverity>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
};

/** Diagnostics of a tenant file, in document order: faults of the text, violations of the schema, deprecated parts. */
export function diagnostics(model: FileModel, relativePath: string): Diagnostic[] {
  return report(problemsOf(model), model, relativePath, (problem) => fixOf(problem, model));
}

/** What a report has to know of a file, whatever its schema is. */
export interface ReportedFile {
  readonly uri: string;
  readonly source: Source;
  readonly settings: Settings;
  readonly context: Pick<TenantContext, "variables">;
}

/** Problems as diagnostics, in document order, with the severities that settings and strict mode give them. */
export function report(
  problems: readonly Problem[],
  file: ReportedFile,
  relativePath: string,
  dataOf: (problem: Problem) => unknown,
): Diagnostic[] {
  const severityOf = severityRules(file, relativePath);
  return problems
    .flatMap((problem) => {
      const severity = severityOf(problem);
      return severity === undefined ? [] : [toDiagnostic(problem, severity, file, dataOf(problem))];
    })
    .sort(byPlace);
}

function problemsOf(model: FileModel): readonly Problem[] {
  const parsed = parserProblems(model.source);
  const fromSchema = model.root === undefined ? emptyFile(model) : schemaProblems(model);
  const judged = withoutRepeated(fromSchema, ruleProblems(model, fromSchema));
  const all = [...parsed, ...additionalDocuments(model), ...withoutConsequences(judged, model)];
  return withoutSuppressed(withMessageSyntax(all, model), model.source);
}

/** Faults of the text itself. */
export function parserProblems(source: Source): readonly Problem[] {
  return source.file.problems.map(fromParser);
}

function fromParser(problem: ParseProblem): Problem {
  const { related, ...rest } = problem;
  return related ? { ...rest, related: [related] } : rest;
}

/** A file of ours that holds nothing: one hint of what it could be, at its start. */
function emptyFile(model: FileModel): readonly Problem[] {
  if (model.source.file.problems.some((problem) => problem.severity === "error")) return [];
  const required = listWords((model.schema.required ?? []).map((key) => `\`${key}\``));
  const message = `${l10n.t`This ${model.kind} file is empty.`} ${l10n.t`It needs ${required}.`}`;
  const data = { fix: "add-required", path: [], keys: model.schema.required ?? [] } as const;
  return [{ code: "missing-property", message, severity: "error", start: 0, end: 0, data }];
}

function schemaProblems(model: FileModel): readonly Problem[] {
  if (model.root === undefined) return [];
  const { problems, mayHoldDeprecated } = validate(model.kind, model.root, {
    text: model.source.text,
    placeholders: (node, path) => placeholderState(model, node, path),
    isPlaceholder: hasPlaceholders,
    mayHoldPlaceholders,
    extraEnvironments: model.settings.extraEnvironments,
  });
  const expansionFailed = problems.some((problem) => problem.code.startsWith("alias-"));
  if (expansionFailed || !mayHoldDeprecated) return problems;
  return [...problems, ...deprecations(model.schema, model.root)];
}

/** What the rules say. A document whose aliases can not be resolved is not looked at. */
function ruleProblems(model: FileModel, fromSchema: readonly Problem[]): readonly Problem[] {
  if (fromSchema.some(({ code }) => code.startsWith("alias-"))) return [];
  return checkRules(model, rulesOf(model.kind));
}

/** What the schema says of a single value or key. A rule that speaks about it knows more of it. */
const VALUE_CODES: ReadonlySet<string> = new Set([
  "invalid-format",
  "value-not-allowed",
  "deprecated-field",
  "unknown-property",
]);

/** The more severe first. */
const BY_SEVERITY: readonly ProblemSeverity[] = ["error", "warning", "information", "hint"];

/**
 * Problems of the schema and of the rules, one for each fault: of a problem of the schema about a value and what a rule says of the same
 * value, the more severe one, and the rule's when they weigh the same.
 */
function withoutRepeated(fromSchema: readonly Problem[], fromRules: readonly Problem[]): readonly Problem[] {
  if (fromRules.length === 0 || !fromSchema.some(({ code }) => VALUE_CODES.has(code)))
    return [...fromSchema, ...fromRules];
  const sorted = fromRules.toSorted((a, b) => a.start - b.start);
  const repeated = new Set<Problem>();
  for (const problem of fromSchema) {
    const rule = VALUE_CODES.has(problem.code) ? lastBefore(sorted, problem.start) : undefined;
    if (!rule || rule.end < problem.end) continue;
    const isWorse = BY_SEVERITY.indexOf(problem.severity) < BY_SEVERITY.indexOf(rule.severity);
    repeated.add(isWorse ? rule : problem);
  }
  return [...fromSchema, ...fromRules].filter((problem) => !repeated.has(problem));
}

/** The last of some sorted ranges that does not begin behind an offset; undefined when all do. */
function lastBefore(ranges: readonly Problem[], offset: number): Problem | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

/** Contract A.5: the first document is the configuration, more documents are a warning each. */
function additionalDocuments(model: FileModel): readonly Problem[] {
  const [, ...others] = model.source.file.documents;
  return others
    .filter((document) => document.root !== undefined)
    .map((document) => {
      const message = l10n.t`Only the first document of a file is the configuration; this one is ignored.`;
      return {
        code: "multiple-documents",
        message,
        severity: "warning",
        start: document.start,
        end: document.start + 3,
      };
    });
}

/**
 * Where the text does not parse, the tree around it is a guess. Problems on the lines of a syntax error, and missing keys of
 * a mapping that contains one, are its consequences and would only distract from it.
 */
export function withoutConsequences(
  problems: readonly Problem[],
  model: { readonly source: Source; readonly root: Node | undefined },
): readonly Problem[] {
  const errors = model.source.file.problems.filter(
    (problem) =>
      problem.severity === "error" && (problem.code.endsWith("-syntax") || problem.code === "tab-indentation"),
  );
  if (errors.length === 0) return problems;
  const { lines } = model.source;
  const brokenLines = new Set(errors.flatMap((error) => [lines.lineOf(error.start), lines.lineOf(error.end)]));
  return problems.filter((problem) => {
    if (brokenLines.has(lines.lineOf(problem.start)) || brokenLines.has(lines.lineOf(problem.end))) return false;
    if (errors.some((error) => isRightBefore(problem, error, model.source.text))) return false;
    if (problem.data?.fix !== "add-required") return true;
    const node = nodeAt(model.root, problem.data.path);
    return !errors.some((error) => node === undefined || (node.start <= error.start && error.start <= node.end + 1));
  });
}

/** true when only white space stands between a problem and an error: an open quote or bracket is noticed behind its value. */
function isRightBefore(problem: Problem, error: ParseProblem, text: string): boolean {
  return problem.end <= error.start && text.slice(problem.end, error.start).trim() === "";
}

/** Severity that settings and strict mode give to a problem; undefined when it is turned off. */
function severityRules(model: ReportedFile, relativePath: string): (problem: Problem) => ProblemSeverity | undefined {
  const strict = deploymentVariables(model.context.variables).strict;
  const rules = rulesFor(model.settings, relativePath);
  return (problem) => {
    const set = rules[problem.code];
    if (set === "off") return undefined;
    const severity = set === undefined ? problem.severity : SETTING_SEVERITIES[set];
    return strict && severity === "warning" ? "error" : severity;
  };
}

function rulesFor(settings: Settings, relativePath: string): Readonly<Record<string, SeveritySetting>> {
  const overrides = settings.ruleOverrides.filter((override) => matchesGlob(relativePath, override.files));
  return Object.assign({}, settings.rules, ...overrides.map((override) => override.rules));
}

function toDiagnostic(problem: Problem, severity: ProblemSeverity, model: ReportedFile, fix: unknown): Diagnostic {
  const { lines } = model.source;
  const related = problem.related?.map(({ message, file, start, end }) => ({
    message,
    location: { uri: file?.uri ?? model.uri, range: (file?.source.lines ?? lines).rangeOf({ start, end }) },
  }));
  return {
    range: lines.rangeOf(problem),
    severity: SEVERITIES[severity],
    code: problem.code,
    source: DIAGNOSTIC_SOURCE,
    message: problem.message,
    ...(problem.tags && {
      tags: problem.tags.map((tag) => (tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary)),
    }),
    ...(related && { relatedInformation: related }),
    ...(fix !== undefined && { data: fix }),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    String(a.code).localeCompare(String(b.code))
  );
}
