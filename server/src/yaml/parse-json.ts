import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode, visit } from "jsonc-parser";
import { duplicateKeys } from "./duplicate-keys.ts";
import { MAXIMUM_DEPTH } from "./limits.ts";
import { deepestIndicator } from "./nesting.ts";
import { absentNode, type Node, type PairNode, type ParsedFile, type ParseProblem, tooDeepProblem } from "./node.ts";

/** What each error of the parser means, by the name the library prints for its code. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: "This is not a JSON value. Strings stand in double quotes.",
  InvalidNumberFormat: "This is not a JSON number.",
  PropertyNameExpected: "A property name in double quotes is expected here.",
  ValueExpected: "A value is expected here.",
  ColonExpected: "A `:` is expected between the property name and its value.",
  CommaExpected: "A `,` is missing between two items.",
  CloseBraceExpected: "A closing `}` is missing.",
  CloseBracketExpected: "A closing `]` is missing.",
  EndOfFileExpected: "Nothing may follow the end of the JSON document.",
  UnexpectedEndOfString: 'A closing `"` is missing.',
  UnexpectedEndOfComment: "The comment is not closed: `*/` is missing.",
  InvalidEscapeCharacter: "This escape sequence does not exist in JSON.",
};

/** Parses JSON with recovery. Comments and trailing commas are accepted and reported as information. Never throws. */
export function parseJson(text: string): ParsedFile {
  const tooDeep = deepestIndicator(text, MAXIMUM_DEPTH);
  if (tooDeep !== undefined) return file(undefined, text, [tooDeepProblem(tooDeep, MAXIMUM_DEPTH)]);
  const body = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const tree = parseTree(body, errors, { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true });
  const problems = [...errors.map(toProblem), ...relaxations(body)];
  const root = tree && read(tree, problems);
  return file(
    root,
    text,
    problems.sort((a, b) => a.start - b.start),
  );
}

function file(root: Node | undefined, text: string, problems: readonly ParseProblem[]): ParsedFile {
  return { documents: [{ root, start: 0, end: text.length }], problems };
}

function toProblem(error: ParseError): ParseProblem {
  const name = printParseErrorCode(error.error);
  const message = MESSAGES[name] ?? `${name}.`;
  return { code: "json-syntax", message, severity: "error", start: error.offset, end: error.offset + error.length };
}

/** What JSON itself forbids and tenant files may have: comments and trailing commas. */
function relaxations(text: string): ParseProblem[] {
  const problems: ParseProblem[] = [];
  let comma: number | undefined;
  const afterComma = (): void => {
    if (comma === undefined) return;
    const message = "A comma before the closing bracket is not part of JSON; other tools may refuse the file.";
    problems.push({ code: "json-trailing-comma", message, severity: "information", start: comma, end: comma + 1 });
  };
  const clear = (): void => {
    comma = undefined;
  };
  visit(
    text,
    {
      onComment: (offset, length) => {
        const message = "Comments are not part of JSON; other tools may refuse the file.";
        problems.push({ code: "json-comment", message, severity: "information", start: offset, end: offset + length });
      },
      onSeparator: (character, offset) => {
        comma = character === "," ? offset : undefined;
      },
      onObjectBegin: clear,
      onArrayBegin: clear,
      onObjectProperty: clear,
      onLiteralValue: clear,
      onObjectEnd: () => {
        afterComma();
        clear();
      },
      onArrayEnd: () => {
        afterComma();
        clear();
      },
    },
    { allowTrailingComma: true },
  );
  return problems;
}

function read(source: JsonNode, problems: ParseProblem[]): Node {
  const start = source.offset;
  const end = source.offset + source.length;
  if (source.type === "object") {
    const pairs = (source.children ?? []).map((property) => readProperty(property, problems));
    problems.push(...duplicateKeys(pairs));
    return { kind: "map", flow: true, pairs, anchor: undefined, start, end };
  }
  if (source.type === "array") {
    const items = (source.children ?? []).map((item) => read(item, problems));
    return { kind: "sequence", flow: true, items, anchor: undefined, start, end };
  }
  const value: unknown = source.value;
  const scalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  return {
    kind: "scalar",
    value: scalar,
    style: source.type === "string" ? "double" : "plain",
    anchor: undefined,
    start,
    end,
  };
}

function readProperty(property: JsonNode, problems: ParseProblem[]): PairNode {
  const [keySource, valueSource] = property.children ?? [];
  const start = property.offset;
  const end = property.offset + property.length;
  const key: Node = keySource ? read(keySource, problems) : absentNode(start);
  const value: Node = valueSource ? read(valueSource, problems) : absentNode(end);
  return { key, value, start, end };
}
