import type { EmbeddedHover, EmbeddedToken, EmbeddedTokenType } from "../scalar-language.ts";
import type { Use } from "./analyser.ts";
import { analyseTemplate } from "./analysis.ts";
import type { TemplateEngine } from "./engine.ts";
import { signatureOf } from "./functions.ts";
import { lexTemplate, type TokenKind } from "./lexer.ts";
import { parseGoTemplate } from "./parser.ts";

/** What a function, field or variable at an offset of a template is. Undefined elsewhere. */
export function hoverTemplate(text: string, offset: number, engine: TemplateEngine): EmbeddedHover | undefined {
  const { uses } = analyseTemplate(text, parseGoTemplate(text), engine);
  const use = uses.find(({ start, end }) => start <= offset && offset <= end);
  if (!use) return undefined;
  return { start: use.start, end: use.end, markdown: describeUse(use) };
}

function describeUse(use: Use): string {
  if (use.kind === "function") return `\`${signatureOf(use.function)}\`\n\n${use.function.meaning}`;
  const [name, type] = use.kind === "member" ? [`.${use.name}`, use.member.type] : [use.name, use.type];
  const parameters =
    use.kind === "member" ? (use.member.parameters ?? []).map((parameter) => ` ${parameter.name}`) : [];
  const meaning = use.kind === "member" ? use.member.meaning : use.meaning;
  return `\`${name}${parameters.join("")} → ${type.words}\`${meaning === "" ? "" : `\n\n${meaning}`}`;
}

const TOKEN_TYPES: Readonly<Partial<Record<TokenKind, EmbeddedTokenType>>> = {
  comment: "comment",
  string: "string",
  character: "string",
  number: "number",
  boolean: "keyword",
  nil: "keyword",
  dot: "variable",
  field: "property",
  variable: "variable",
  identifier: "function",
  keyword: "keyword",
  pipe: "operator",
  declare: "operator",
  assign: "operator",
  placeholder: "macro",
  left: "operator",
  right: "operator",
};

/** The coloured parts of a template; its plain text is not among them. */
export function templateTokens(text: string): readonly EmbeddedToken[] {
  if (!text.includes("{{")) return [];
  let last = 0;
  return lexTemplate(text).flatMap(({ kind, start, end }) => {
    const type = TOKEN_TYPES[kind];
    if (type === undefined || start < last) return [];
    last = end;
    return [{ start, end, type }];
  });
}
