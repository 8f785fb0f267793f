import * as l10n from "@vscode/l10n";
import {
  createScanner,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
  visit,
} from "jsonc-parser";
import { addAll } from "../text/add-all.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { firstOfLine } from "./first-of-line.ts";
import { MAXIMUM_DEPTH } from "./limits.ts";
import { withoutConflicts } from "./merge-conflicts.ts";
import {
  absentNode,
  type Node,
  type PairNode,
  type ParsedFile,
  type ParseProblem,
  tooDeepProblem,
  trimEnd,
} from "./node.ts";

/** What each error of the parser means, by the name the library prints for its code. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: l10n.t("This is not a JSON value. Strings stand in double quotes."),
  InvalidNumberFormat: l10n.t("This is not a JSON number."),
  PropertyNameExpected: l10n.t("A property name in double quotes is expected here."),
  ValueExpected: l10n.t("A value is expected here."),
  ColonExpected: l10n.t("A `:` is expected between the property name and its value."),
  CommaExpected: l10n.t("A `,` is missing between two items."),
  CloseBraceExpected: l10n.t("A closing `}` is missing."),
  CloseBracketExpected: l10n.t("A closing `]` is missing."),
  EndOfFileExpected: l10n.t("Nothing may follow the end of the JSON document."),
  UnexpectedEndOfString: l10n.t('A closing `"` is missing.'),
  UnexpectedEndOfComment: l10n.t("The comment is not closed: `*/` is missing."),
  InvalidEscapeCharacter: l10n.t("This escape sequence does not exist in JSON."),
};

/** Parses JSON with recovery. Comments and trailing commas are accepted and reported as information. Never throws. */
export function parseJson(text: string): ParsedFile {
  const { text: resolved, problems: conflicts } = withoutConflicts(text);
  const file = parseResolved(resolved);
  if (conflicts.length === 0) return file;
  return { ...file, problems: [...file.problems, ...conflicts].sort((a, b) => a.start - b.start) };
}

function parseResolved(text: string): ParsedFile {
  const tooDeep = bracketBeyond(text, MAXIMUM_DEPTH);
  if (tooDeep !== undefined) return file(undefined, text, [tooDeepProblem(tooDeep, MAXIMUM_DEPTH)]);
  const body = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const tree = parseTree(body, errors, { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true });
  const faults = errors.map((error) => toProblem(error, text.length));
  // A comma without an item before it is a fault, not a trailing comma.
  const accepted = relaxations(body).filter(({ start, code }) => {
    return code !== "json-trailing-comma" || !faults.some((fault) => fault.start === start);
  });
  const problems = [...faults, ...accepted];
  const root = tree && new TreeReader(body, problems).read(tree);
  return file(root, text, firstOfLine(problems, text));
}

/** Offset of the first bracket that stands in more than `limit` open ones. The parser itself would exhaust the stack. */
function bracketBeyond(text: string, limit: number): number | undefined {
  const scanner = createScanner(text, true);
  let brackets = 0;
  // The last token is known by its offset: behind a comment that is not closed the library gives it a length, again and again.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const first = text.charAt(offset);
    if (first === "{" || first === "[") {
      brackets++;
      if (brackets > limit) return offset;
    } else if (first === "}" || first === "]") {
      brackets = Math.max(0, brackets - 1);
    }
  }
  return undefined;
}

function file(root: Node | undefined, text: string, problems: readonly ParseProblem[]): ParsedFile {
  return { documents: [{ root, start: 0, end: text.length }], problems };
}

/** A problem of the library, whose ranges can end one character behind the text. */
function toProblem(error: ParseError, length: number): ParseProblem {
  const name = printParseErrorCode(error.error);
  const message = MESSAGES[name] ?? `${name}.`;
  return {
    code: "json-syntax",
    message,
    severity: "error",
    start: error.offset,
    end: Math.min(error.offset + error.length, length),
  };
}

/** What JSON itself forbids and tenant files may have: comments and trailing commas. */
function relaxations(text: string): ParseProblem[] {
  const problems: ParseProblem[] = [];
  let comma: number | undefined;
  const afterComma = (): void => {
    if (comma === undefined) return;
    const message = l10n.t("A comma before the closing bracket is not part of JSON; other tools may refuse the file.");
    problems.push({ code: "json-trailing-comma", message, severity: "information", start: comma, end: comma + 1 });
  };
  const clear = (): void => {
    comma = undefined;
  };
  visit(
    text,
    {
      onComment: (offset, length) => {
        const message = l10n.t("Comments are not part of JSON; other tools may refuse the file.");
        const end = Math.min(offset + length, text.length);
        problems.push({ code: "json-comment", message, severity: "information", start: offset, end });
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

/** Turns the library's nodes into ours and collects the keys that stand twice. */
class TreeReader {
  readonly #text: string;
  readonly #problems: ParseProblem[];

  constructor(text: string, problems: ParseProblem[]) {
    this.#text = text;
    this.#problems = problems;
  }

  read(source: JsonNode): Node {
    const range = this.#rangeOf(source);
    if (source.type === "object") {
      const pairs = (source.children ?? []).map((property) => this.#pair(property));
      addAll(this.#problems, duplicateKeys(pairs));
      return { kind: "map", flow: true, pairs, anchor: undefined, ...range };
    }
    if (source.type === "array") {
      const items = (source.children ?? []).map((item) => this.read(item));
      return { kind: "sequence", flow: true, items, anchor: undefined, ...range };
    }
    const value: unknown = source.value;
    const scalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
    const style = source.type === "string" ? "double" : "plain";
    return { kind: "scalar", value: scalar, style, anchor: undefined, ...range };
  }

  #pair(property: JsonNode): PairNode {
    const [keySource, valueSource] = property.children ?? [];
    const range = this.#rangeOf(property);
    const key: Node = keySource ? this.read(keySource) : absentNode(range.start);
    const value: Node = valueSource ? this.read(valueSource) : absentNode(range.end);
    return { key, value, ...range };
  }

  /** What is not closed reaches up to the next thing; the white space before that is none of it. */
  #rangeOf(source: JsonNode): OffsetRange {
    const start = source.offset;
    return { start, end: trimEnd(this.#text, start, start + source.length) };
  }
}
