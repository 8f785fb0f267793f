import type { Random } from "./random-edits.ts";
import { indented } from "./yaml-constructs.ts";

/** What a generated document is made of besides generated structure. */
export interface Ingredients {
  readonly random: Random;
  /** Texts that may stand as the value of a key or item, below it. */
  readonly constructs: readonly string[];
}

const WORDS = [
  "a",
  "b1",
  "name",
  "tenant_id",
  "x-y",
  "é",
  "键",
  "😀",
  "true",
  "null",
  "1",
  "1.5",
  "0x1F",
  "on",
  "<<",
  "__proto__",
  "a b",
  "a.b/c",
  "http://x:80/y",
  "{{tenant_id}}",
  "${A}",
  "5m",
  "2024-01-31",
  "it's",
  'say "x"',
  "a#b",
  "~",
  "-1",
  "1e400",
  ".inf",
  "007",
] as const;

const QUOTED = [
  '""',
  "''",
  '"a: b # c"',
  "'- it''s'",
  '"\\u00e9\\t\\"\\\\"',
  '"one\n  two\n\n  three"',
  "'one\n  two'",
  '"a\\\n  b"',
  '"[{"',
  '"{{ x }}"',
] as const;

const FLOW = [
  "[]",
  "{}",
  "[a, b]",
  "[a, [b, {c: d}], ]",
  "{a: 1, b: [c], }",
  '{"a":1,"b":[]}',
  "[\n  a, # one\n\n  b\n  ]",
  "{\n  a: 1,\n  b:\n    2\n  }",
  "[\"]\", '}', a#b]",
  "{a, b: , c:}",
  '[{"a": "b"}, *x0]',
  "[&x1 a, *x1]",
] as const;

/** No explicit indentation: blank lines below it are a known difference (`known-differences.ts`), which chance would find too often. */
const HEADERS = ["|", ">", "|-", ">-", "|+", ">+", "| # c"] as const;

const LINES = [
  "text",
  "  more",
  "# no comment",
  "key: value",
  "- item",
  "",
  "   ",
  "'q",
  "{{ .x }}",
  "tail  ",
  "\ttab",
  "é 😀",
] as const;

/** A document of block structure with values of every kind, comments and blank lines; mostly valid. About `size` entries. */
export function randomDocument(ingredients: Ingredients, size: number): string {
  const writer = new Writer(ingredients, size);
  const text = writer.block(0);
  const { random } = ingredients;
  // An empty block scalar at the very end is another known difference.
  const cut = random(12) === 0 && !/[|>].*\s*$/.test(text) ? text.trimEnd() : text;
  return random(8) === 0 ? cut.replace(/\r?\n/g, "\r\n") : cut;
}

class Writer {
  readonly #random: Random;
  readonly #constructs: readonly string[];
  #left: number;
  #keys = 0;
  #anchors = 0;

  constructor({ random, constructs }: Ingredients, size: number) {
    this.#random = random;
    this.#constructs = constructs;
    this.#left = size;
  }

  /** Lines of a block mapping or sequence; the root takes all entries that are left. */
  block(depth: number): string {
    const isMap = this.#random(3) > 0;
    const count = depth === 0 ? Number.POSITIVE_INFINITY : 1 + this.#random(6);
    let text = "";
    for (let entry = 0; entry < count && this.#left > 0; entry++) {
      this.#left--;
      text += this.#between() + (isMap ? `${this.#key()}:${this.#value(depth)}` : `-${this.#value(depth, true)}`);
    }
    return text || "- x\n";
  }

  #one<T>(list: readonly T[]): T {
    const chosen = list[this.#random(list.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  }

  /** Blank lines and comments, seldom. */
  #between(): string {
    return this.#random(6) > 0 ? "" : this.#one(["\n", "# c\n", "\n\n", "  \n", "    # deeper\n", "# é: [\n"]);
  }

  /** A key, seldom one that is there already. */
  #key(): string {
    const number = this.#random(40) === 0 ? this.#random(this.#keys + 1) : this.#keys++;
    const name = `${this.#one(["k", "key-", "k.", "Größe", "x y "])}${number}`;
    switch (this.#random(12)) {
      case 0:
        return `"${name}"`;
      case 1:
        return `'${name}' `;
      case 2:
        return String(number);
      default:
        return name;
    }
  }

  #comment(): string {
    return this.#random(8) === 0 ? this.#one([" # c", "   #", " # a: 'b"]) : this.#random(15) === 0 ? "  " : "";
  }

  #anchor(): string {
    return this.#random(15) === 0 ? ` &x${this.#anchors++}` : "";
  }

  /** What stands behind the colon or dash of an entry, with the line break. */
  #value(depth: number, isItem = false): string {
    const random = this.#random;
    const width = 1 + random(4);
    const pad = " ".repeat(width);
    if (depth < 6 && random(4) === 0) {
      const inner = this.block(depth + 1);
      if (isItem && random(2) === 0 && /^[k"'0-9GxK-]/.test(inner)) return ` ${indented(inner, 2)}`;
      const flush = !isItem && inner.startsWith("-") && random(3) === 0;
      return `${this.#anchor() || this.#comment()}\n${flush ? inner : pad + indented(inner, width)}`;
    }
    switch (random(9)) {
      case 0:
        return `${this.#comment()}\n`;
      case 1:
        return `${this.#anchor()} ${indented(this.#one(QUOTED), 2)}${this.#comment()}\n`;
      case 2:
        return `${this.#anchor()} ${indented(this.#one(FLOW), 2)}${this.#comment()}\n`;
      case 3:
        return `${this.#anchor()} ${this.#blockScalar(pad)}`;
      case 4:
        return this.#anchors > 0 ? ` *x${random(this.#anchors)}${this.#comment()}\n` : " one\n  two\n\n   three\n";
      case 5:
        return this.#constructs.length > 0 ? this.#construct(pad) : " z\n";
      default:
        return `${this.#anchor()} ${this.#one(WORDS)}${this.#comment()}\n`;
    }
  }

  #blockScalar(pad: string): string {
    const header = this.#one(HEADERS);
    const lines = Array.from({ length: this.#random(5) }, () => this.#one(LINES));
    return `${header}\n${lines.map((line) => `${pad}${line}\n`).join("")}`;
  }

  #construct(pad: string): string {
    const text = this.#one(this.#constructs);
    const ended = /[\r\n]$/.test(text) ? text : `${text}\n`;
    return `\n${pad}${indented(ended, pad.length)}`;
  }
}
