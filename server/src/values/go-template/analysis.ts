import * as l10n from "@vscode/l10n";
import { nearest } from "../edit-distance.ts";
import type { ValueProblem } from "../scalar-language.ts";
import { type Analyser, complain, type FieldPlace, type Scope, type Use } from "./analyser.ts";
import type { TemplateEngine } from "./engine.ts";
import { pipelineType } from "./pipeline-type.ts";
import type { BranchNode, DefinitionNode, Name, Pipeline, Span, Template, TemplateNode } from "./syntax.ts";
import { ANY, elementOf, keyOf, type Type } from "./types.ts";

/** What is known about a template as one engine sees it. */
export interface Analysis {
  /** Faults of names and types, in order. */
  readonly problems: readonly ValueProblem[];
  /** Names whose meaning is known, in the order in which they are evaluated. */
  readonly uses: readonly Use[];
  /** Names of fields with the type they are looked for in, known or not. */
  readonly owners: readonly FieldPlace[];
  /** What can be used at the given offset. */
  readonly scope: Scope;
  /** Names of the templates that the text defines. */
  readonly templates: readonly string[];
}

/** Evaluates the types of a template. `offset` is the place whose scope is wanted. */
export function analyseTemplate(text: string, template: Template, engine: TemplateEngine, offset = -1): Analysis {
  const variables = [
    { name: "$", type: engine.dot, meaning: l10n.t("What the template is given.") },
    ...[...engine.variables].map(([name, variable]) => ({ name, ...variable })),
  ];
  const names = namesIn(template.nodes);
  const analyser: Analyser = {
    text,
    engine,
    problems: [],
    uses: [],
    owners: [],
    templates: names.templates,
    reassigned: names.reassigned,
    offset,
    variables,
    blocks: [],
    dot: engine.dot,
    scope: { dot: engine.dot, variables: [...variables], blocks: [] },
  };
  walkList(analyser, template.nodes);
  const { problems, uses, owners, scope } = analyser;
  return { problems, uses, owners, scope, templates: [...names.templates] };
}

interface NamesIn {
  readonly templates: Set<string>;
  readonly reassigned: Set<string>;
}

function namesIn(
  nodes: readonly TemplateNode[],
  found: NamesIn = { templates: new Set(), reassigned: new Set() },
): NamesIn {
  for (const node of nodes) {
    const pipeline = "pipeline" in node ? node.pipeline : undefined;
    if (pipeline?.operator === "=") for (const { name } of pipeline.variables) found.reassigned.add(name);
    if (node.kind === "define" || node.kind === "block") found.templates.add(node.name.value);
    if ("body" in node) namesIn(node.body, found);
    if ("otherwise" in node && node.otherwise) namesIn(node.otherwise, found);
  }
  return found;
}

function walkList(analyser: Analyser, nodes: readonly TemplateNode[]): void {
  for (const node of nodes) {
    if (node.kind !== "text" && node.start <= analyser.offset) rememberScope(analyser);
    if (node.kind === "action") declare(analyser, node.pipeline, pipelineType(analyser, node.pipeline));
    else if (node.kind === "if" || node.kind === "with" || node.kind === "range") walkBranch(analyser, node);
    else if (node.kind === "define" || node.kind === "block") walkDefinition(analyser, node);
    else if (node.kind === "template") {
      if (node.pipeline) pipelineType(analyser, node.pipeline);
      checkTemplateName(analyser, node.name.value, node.name);
    }
    const isBehind = node.end <= analyser.offset && node.kind !== "text";
    if (isBehind) rememberScope(analyser);
  }
}

function rememberScope(analyser: Analyser): void {
  const { dot, variables, blocks } = analyser;
  analyser.scope = { dot, variables: [...variables], blocks };
}

/** Declares the variables of a pipeline with the type of its value. */
function declare(analyser: Analyser, pipeline: Pipeline, type: Type): void {
  for (const { name, start, end } of pipeline.variables) {
    const known = analyser.variables.findLast((variable) => variable.name === name);
    if (pipeline.operator === ":=") addVariable(analyser, { name, start, end }, type);
    else if (known)
      analyser.uses.push({ kind: "variable", name, start, end, type: known.type, meaning: known.meaning });
    else complain(analyser, { start, end }, l10n.t`\`${name}\` is not declared; the first time \`:=\` sets a variable`);
  }
}

function addVariable(analyser: Analyser, { name, start, end }: Name, type: Type): void {
  const known = analyser.reassigned.has(name) ? ANY : type;
  analyser.variables.push({ name, type: known, meaning: "" });
  analyser.uses.push({ kind: "variable", name, start, end, type: known, meaning: "" });
}

function walkBranch(analyser: Analyser, node: BranchNode): void {
  const { dot, blocks } = analyser;
  const outer = analyser.variables.length;
  const type = pipelineType(analyser, node.pipeline);
  if (node.kind === "range") declareElements(analyser, node.pipeline, type);
  else declare(analyser, node.pipeline, type);
  analyser.blocks = [...blocks, node.kind];
  if (node.kind === "with") analyser.dot = type;
  if (node.kind === "range") analyser.dot = rangeElement(analyser, node.pipeline, type);
  if (node.opening.end <= analyser.offset) rememberScope(analyser);
  const inner = analyser.variables.length;
  walkList(analyser, node.body);
  analyser.variables.length = inner;
  analyser.dot = dot;
  if (node.otherwise) {
    analyser.blocks = node.otherwise[0]?.kind === node.kind ? [...blocks, node.kind] : [...blocks, "else"];
    walkList(analyser, node.otherwise);
  }
  analyser.blocks = blocks;
  analyser.variables.length = outer;
}

function rangeElement(analyser: Analyser, pipeline: Pipeline, type: Type): Type {
  const element = elementOf(type);
  if (element === undefined && pipeline.commands.length > 0) {
    const [first, last] = [pipeline.commands[0], pipeline.commands.at(-1)];
    const place = { start: first?.start ?? pipeline.start, end: last?.end ?? pipeline.end };
    complain(analyser, place, l10n.t`\`range\` needs a list or a map, found ${type.words}`);
  }
  return element ?? ANY;
}

function declareElements(analyser: Analyser, pipeline: Pipeline, type: Type): void {
  const [first, second] = pipeline.variables;
  const element = elementOf(type) ?? ANY;
  if (pipeline.operator === "=") declare(analyser, pipeline, element);
  else if (first && second) {
    addVariable(analyser, first, keyOf(type));
    addVariable(analyser, second, element);
  } else if (first) addVariable(analyser, first, element);
}

/** The body of a definition has variables of its own. A block is called where it stands, a definition from anywhere. */
function walkDefinition(analyser: Analyser, node: DefinitionNode): void {
  const { dot, variables, blocks } = analyser;
  const given = node.pipeline ? pipelineType(analyser, node.pipeline) : ANY;
  analyser.dot = given;
  analyser.variables = [{ name: "$", type: given, meaning: l10n.t("What the template is given.") }];
  analyser.blocks = [...blocks, node.kind];
  if (node.opening.end <= analyser.offset) rememberScope(analyser);
  walkList(analyser, node.body);
  analyser.dot = dot;
  analyser.variables = variables;
  analyser.blocks = blocks;
}

function checkTemplateName(analyser: Analyser, name: string, span: Span): void {
  const { engine, templates } = analyser;
  if (!engine.knowsAllTemplates || name === "" || templates.has(name)) return;
  const meant = nearest(name, templates);
  const message =
    meant === undefined
      ? l10n.t`No template \`${name}\` is defined in this text`
      : l10n.t`No template \`${name}\` is defined in this text. Did you mean \`${meant}\`?`;
  complain(analyser, span, message, meant && JSON.stringify(meant));
}
