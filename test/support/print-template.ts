import type { Operand, Pipeline, TemplateNode } from "../../server/src/values/go-template/syntax.ts";

/** A template as text again, without trim markers and comments. */
export function printTemplate(nodes: readonly TemplateNode[]): string {
  return nodes.map(printNode).join("");
}

function printNode(node: TemplateNode): string {
  if (node.kind === "text") return node.text;
  if (node.kind === "comment") return "{{/* comment */}}";
  if (node.kind === "placeholder") return `{{${node.name}}}`;
  if (node.kind === "action") return `{{ ${printPipeline(node.pipeline)} }}`;
  if (node.kind === "template") {
    const value = node.pipeline ? ` ${printPipeline(node.pipeline)}` : "";
    return `{{ template ${JSON.stringify(node.name.value)}${value} }}`;
  }
  if (!("opening" in node)) return `{{ ${node.kind} }}`;
  if ("name" in node) {
    const value = node.pipeline ? ` ${printPipeline(node.pipeline)}` : "";
    return `{{ ${node.kind} ${JSON.stringify(node.name.value)}${value} }}${printTemplate(node.body)}{{ end }}`;
  }
  const [first] = node.otherwise ?? [];
  const isChain = first && "isChained" in first && first.isChained;
  const otherwise = node.otherwise && !isChain ? `{{ else }}${printTemplate(node.otherwise)}` : "";
  const chain = isChain ? printTemplate([first]).replace(/^\{\{ /, "{{ else ") : "";
  const end = isChain ? "" : "{{ end }}";
  return `{{ ${node.kind} ${printPipeline(node.pipeline)} }}${printTemplate(node.body)}${otherwise}${chain}${end}`;
}

function printPipeline({ variables, operator, commands }: Pipeline): string {
  const names = variables.map(({ name }) => name).join(", ");
  const declaration = operator === undefined ? "" : `${names} ${operator} `;
  return declaration + commands.map(({ operands }) => operands.map(printOperand).join(" ")).join(" | ");
}

function printOperand(operand: Operand): string {
  const fields = operand.fields.map(({ name }) => `.${name}`).join("");
  if (operand.kind === "dot") return fields === "" ? "." : fields;
  if (operand.kind === "literal") return operand.source;
  if (operand.kind === "placeholder") return "$" + "{VAR}";
  if (operand.kind === "pipeline") return `(${printPipeline(operand.pipeline)})${fields}`;
  return operand.name + fields;
}
