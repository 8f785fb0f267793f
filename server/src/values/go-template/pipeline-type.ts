import * as l10n from "@vscode/l10n";
import { nearest } from "../edit-distance.ts";
import { type Analyser, type Argument, complain, complainAboutEngine } from "./analyser.ts";
import { callType, checkTypes, countMessage } from "./call-type.ts";
import type { Command, Name, Operand, Pipeline } from "./syntax.ts";
import { ANY, BOOLEAN, FLOAT, fieldOf, INTEGER, type Member, NIL, TEXT, type Type } from "./types.ts";

/** Type of the value of a pipeline. Faults on the way go to the analyser. */
export function pipelineType(analyser: Analyser, pipeline: Pipeline): Type {
  let value: Type | undefined;
  for (const command of pipeline.commands) value = commandType(analyser, command, value);
  return value ?? ANY;
}

function commandType(analyser: Analyser, command: Command, piped: Type | undefined): Type {
  const [first, ...rest] = command.operands;
  const callee = { start: first.start, end: first.end };
  const given = (): readonly Argument[] => [
    ...rest.map((operand) => ({ type: operandType(analyser, operand), span: operand, operand })),
    ...(piped === undefined ? [] : [{ type: piped, span: callee, operand: undefined }]),
  ];
  if (first.kind === "function") {
    const span = { start: first.start, end: first.nameEnd };
    if (first.fields.length === 0) return callType(analyser, first.name, span, given());
    return chainType(analyser, callType(analyser, first.name, span, []), first, given());
  }
  const base = baseType(analyser, first);
  if (first.fields.length > 0) return chainType(analyser, base, first, given());
  if (first.kind === "literal" && first.type === "nil")
    complain(analyser, first, l10n.t("`nil` can not be printed or passed on"));
  const [argument] = given();
  if (argument && base.kind !== "any") {
    const message = noFunctionMessage(first);
    complain(analyser, argument.operand ? argument.span : callee, message);
  }
  return base;
}

function noFunctionMessage(operand: Operand): string {
  if (operand.kind === "variable") return l10n.t`\`${operand.name}\` is not a function and takes no arguments`;
  if (operand.kind === "dot") return l10n.t("The dot is not a function and takes no arguments");
  if (operand.kind === "literal") return l10n.t("This value is not a function and takes no arguments");
  return l10n.t("What stands in parentheses is not a function and takes no arguments");
}

/** Type of an operand that is an argument: functions and methods are called without arguments. */
function operandType(analyser: Analyser, operand: Operand): Type {
  const base =
    operand.kind === "function"
      ? callType(analyser, operand.name, { start: operand.start, end: operand.nameEnd }, [])
      : baseType(analyser, operand);
  return operand.fields.length > 0 ? chainType(analyser, base, operand, []) : base;
}

function baseType(analyser: Analyser, operand: Exclude<Operand, { kind: "function" }> | Operand): Type {
  if (operand.kind === "dot") return analyser.dot;
  if (operand.kind === "variable") return variableType(analyser, operand);
  if (operand.kind === "pipeline") return pipelineType(analyser, operand.pipeline);
  return operand.kind === "literal" ? literalType(operand.type, operand.source) : ANY;
}

function literalType(type: string, source: string): Type {
  if (type === "string") return TEXT;
  if (type === "boolean") return BOOLEAN;
  if (type === "nil") return NIL;
  if (source.endsWith("i")) return ANY;
  const isHexadecimal = /^[+-]?0[xX]/.test(source);
  return (isHexadecimal ? /[.pP]/ : /[.eE]/).test(source) && type === "number" ? FLOAT : INTEGER;
}

function variableType(analyser: Analyser, operand: Operand & { readonly kind: "variable" }): Type {
  const { name, start } = operand;
  const span = { start, end: start + name.length };
  const variable = analyser.variables.findLast((candidate) => candidate.name === name);
  if (variable) {
    analyser.uses.push({ kind: "variable", name, type: variable.type, meaning: variable.meaning, ...span });
    return variable.type;
  }
  const { engine } = analyser;
  const instead = engine.elsewhere.get(name);
  if (instead !== undefined) complainAboutEngine(analyser, span, l10n.t`${engine.name} has no \`${name}\`; ${instead}`);
  else if (engine.variables.has(name)) {
    complain(analyser, span, l10n.t`\`${name}\` is not known inside of a definition; pass what is needed as its value`);
  } else {
    const meant = nearest(
      name,
      analyser.variables.map((candidate) => candidate.name).filter((candidate) => candidate !== "$"),
    );
    const message =
      meant === undefined
        ? l10n.t`The variable \`${name}\` is not declared`
        : l10n.t`The variable \`${name}\` is not declared. Did you mean \`${meant}\`?`;
    complain(analyser, span, message, meant);
  }
  return ANY;
}

/** Type behind a chain of fields. The last one gets the arguments, which only a method takes. */
function chainType(analyser: Analyser, base: Type, operand: Operand, given: readonly Argument[]): Type {
  let type = base;
  for (const [index, field] of operand.fields.entries()) {
    const isLast = index === operand.fields.length - 1;
    type = memberType(analyser, type, field, isLast ? given : []);
  }
  return type;
}

function memberType(analyser: Analyser, owner: Type, field: Name, given: readonly Argument[]): Type {
  analyser.owners.push({ ...field, owner });
  if (field.name === "") return ANY;
  const member = fieldOf(owner, field.name);
  if (!member) {
    complainAboutField(analyser, owner, field);
    return ANY;
  }
  const { name, start, end } = field;
  if (owner.kind !== "any") analyser.uses.push({ kind: "member", name, owner, member, start, end });
  if (owner.kind !== "any") checkArguments(analyser, member, field, given);
  return member.type;
}

function checkArguments(analyser: Analyser, { parameters }: Member, field: Name, given: readonly Argument[]): void {
  const [argument] = given;
  if (parameters === undefined) {
    if (argument) complain(analyser, field, l10n.t`\`${field.name}\` is not a method and takes no arguments`);
  } else if (parameters.length !== given.length) {
    complain(analyser, field, countMessage(field.name, parameters.length, false, given.length));
  } else checkTypes(analyser, field.name, parameters, given);
}

function complainAboutField(analyser: Analyser, owner: Type, field: Name): void {
  const { engine } = analyser;
  const names = [...owner.members.keys()];
  const meant = nearest(field.name, names);
  const instead = owner === engine.dot ? engine.elsewhere.get(`.${field.name}`) : undefined;
  if (instead !== undefined) {
    const message = l10n.t`${engine.name} has no \`.${field.name}\` here; ${instead}`;
    complainAboutEngine(analyser, { start: field.start - 1, end: field.end }, message);
  } else if (names.length === 0)
    complain(analyser, field, l10n.t`\`.${field.name}\` does not exist: ${owner.words} has no fields`);
  else if (meant === undefined) {
    const known = names
      .slice(0, 9)
      .map((name) => `\`${name}\``)
      .join(", ");
    complain(analyser, field, l10n.t`\`.${field.name}\` is not a field of ${owner.words}. There are ${known}`);
  } else {
    complain(
      analyser,
      field,
      l10n.t`\`.${field.name}\` is not a field of ${owner.words}. Did you mean \`.${meant}\`?`,
      meant,
    );
  }
}
