import type { SyntaxNode } from "@lezer/common";
import * as l10n from "@vscode/l10n";
import { problem, shown } from "./define-language.ts";
import { readGoString } from "./go-string.ts";
import { re2Engine } from "./re2.ts";
import type { ValueProblem } from "./scalar-language.ts";

interface Matcher {
  readonly node: SyntaxNode;
  readonly label: string;
  readonly operator: string;
  readonly value: string;
  readonly literal: SyntaxNode | undefined;
}

/** Checks selectors such as `x{job=~"a|b"}` and the strings in them. */
export class SelectorCheck {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #slice(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  /** First fault of a selector. */
  check(node: SyntaxNode): ValueProblem | undefined {
    const matchers = node.getChild("LabelMatchers");
    const name = node.getChild("Identifier");
    if (!matchers) return undefined;
    const read: Matcher[] = [];
    for (let child = matchers.firstChild; child; child = child.nextSibling) {
      const found = this.#matcher(child);
      if (found && "message" in found) return found;
      if (found) read.push(found);
    }
    const names = read.filter((matcher) => matcher.label === "__name__" && (matcher.operator === "=" || name));
    const second = name ? names[0] : names[1];
    if (second) {
      const first = name ? this.#slice(name) : (names[0]?.value ?? "");
      return problem(
        second.node.from,
        second.node.to,
        l10n.t`The name of the metric stands here twice: ${shown(first)} and ${shown(second.value)}`,
      );
    }
    if (name || read.some((matcher) => !matchesEmpty(matcher))) return undefined;
    const message =
      read.length === 0
        ? l10n.t('A selector without a name needs a label matcher, as in `{job="api"}`')
        : l10n.t("This selector matches every series: one matcher has to exclude the empty value");
    return problem(matchers.from, matchers.to, message);
  }

  /** A matcher, or a fault in it; undefined for punctuation. */
  #matcher(node: SyntaxNode): Matcher | ValueProblem | undefined {
    if (node.name === "QuotedLabelName") {
      const literal = node.getChild("StringLiteral") ?? node;
      const fault = this.stringFault(literal);
      if (fault) return fault;
      return { node, label: "__name__", operator: "=", value: this.#string(literal), literal };
    }
    if (node.name !== "UnquotedLabelMatcher" && node.name !== "QuotedLabelMatcher") return undefined;
    const quoted = node.getChild("QuotedLabelName")?.getChild("StringLiteral");
    const literal = node.getChild("StringLiteral") ?? undefined;
    const fault = (quoted && this.stringFault(quoted)) ?? (literal && this.stringFault(literal));
    if (fault) return fault;
    const operator = this.#slice(node.getChild("MatchOp") ?? node).trim();
    if (literal && operator.endsWith("~")) {
      const wrong = this.regexFault(literal);
      if (wrong) return wrong;
    }
    const label = quoted ? this.#string(quoted) : this.#slice(node.getChild("LabelName") ?? node);
    return { node, label, operator, value: literal ? this.#string(literal) : "", literal };
  }

  #string(literal: SyntaxNode): string {
    const read = readGoString(this.#slice(literal));
    return "value" in read ? read.value : "";
  }

  /** Fault of a string: no end, or an escape that does not exist. */
  stringFault(literal: SyntaxNode): ValueProblem | undefined {
    const written = this.#slice(literal);
    if (/^(["']).*\1$/.test(written) && written.length > 1 && !written.includes("\\")) return undefined;
    const read = readGoString(written);
    return "message" in read
      ? this.#moved(
          read,
          literal.from,
          (offset) => offset,
          (fixed) => fixed,
          literal,
        )
      : undefined;
  }

  /** Fault of a regular expression that a string holds. */
  regexFault(literal: SyntaxNode): ValueProblem | undefined {
    const read = readGoString(this.#slice(literal));
    if ("message" in read) return this.stringFault(literal);
    const found = re2Engine.get()?.checkRe2(read.value);
    if (!found) return undefined;
    const place = (offset: number): number => read.places[offset] ?? this.#slice(literal).length - 1;
    const isPlain = !this.#slice(literal).includes("\\");
    const quote = this.#slice(literal).charAt(0);
    const rewrite = (fixed: string): string | undefined => (isPlain ? `${quote}${fixed}${quote}` : undefined);
    return { ...this.#moved(found, literal.from, place, rewrite, literal), code: "regex-not-re2" };
  }

  /** A problem of a literal as one of the expression. */
  #moved(
    found: ValueProblem,
    offset: number,
    place: (offset: number) => number,
    rewrite: (fixed: string) => string | undefined,
    literal: SyntaxNode,
  ): ValueProblem {
    const fixed = found.suggestion === undefined ? undefined : rewrite(found.suggestion);
    const suggestion = fixed && this.#text.slice(0, literal.from) + fixed + this.#text.slice(literal.to);
    return problem(offset + place(found.start), offset + place(found.end), found.message, suggestion);
  }
}

function matchesEmpty({ operator, value }: Matcher): boolean {
  switch (operator) {
    case "=":
      return value === "";
    case "!=":
      return value !== "";
    case "=~":
      return re2Engine.get()?.matchesRe2(value, "") ?? false;
    default:
      return !(re2Engine.get()?.matchesRe2(value, "") ?? false);
  }
}
