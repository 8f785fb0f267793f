import assert from "node:assert/strict";
import { test } from "node:test";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";

/** A text for each message. */
const MESSAGES: readonly (readonly [text: string, message: string])[] = [
  ["a: 1\nb\n", "A `:` is missing behind this key."],
  ["a\nb: 1\n", "A key stands on one line. Is a `:` missing on the line above, or is this line indented too little?"],
  [
    "a: b: c\n",
    "A mapping can not start on the same line as its parent key. Put it on the next line, indented, or quote the value.",
  ],
  ["a:\n    b: 1\n  c: 2\n", "The indentation does not fit: this line belongs to no level above it."],
  ["\ta: 1\n", "A tab can not indent YAML. Use spaces."],
  [
    "a: {x: 1\n",
    "A closing `}` is missing: the list or mapping opened above must end, indented further than its key, before this line.",
  ],
  ["[1\n", "A closing `]` is missing."],
  ["a: 'x\n", "A closing `'` is missing."],
  ['a: "x\n', 'A closing `"` is missing.'],
  ['a: ["x" "y"]\n', "A `,` is missing between two items."],
  ["a: [1]#c\n", "A space is missing here."],
  ["a: {x: 1 y: 2}\n", "Inside `[ ]` and `{ }` block style is not possible. Separate the parts with commas."],
  ["a: ]\n", "This does not belong here. Is the value missing quotes, or the line above a `:`?"],
  ["a: @x\n", "A plain value can not start with this character. Put the value in quotes."],
  [
    'a: "\\q"\n',
    "This escape sequence does not exist in a double-quoted string. Write `\\\\` for a backslash, or use single quotes.",
  ],
  ["a: *x\n", "No anchor `&x` stands before this alias."],
  ["a: * x\n", "This alias is not well-formed: write `*` directly followed by the name of an anchor."],
  ["a: &x &y 1\n", "A value can have only one anchor."],
  ["a: !!str !!int 1\n", "A value can have only one tag."],
  ["a: &y 1\nb: &x *y\n", "An alias can not carry an anchor or a tag of its own."],
  ["a: !foo 1\n", "The tag `!foo` means nothing in a tenant file; the value is read without it."],
  ["a: !<x> 1\n", "This tag means nothing in a tenant file; the value is read without it."],
  ["%BAD\n---\na: 1\n", "This `%` directive is not understood. Tenant files do not need directives."],
  ["%YAML 1.2\na: 1\n", "A line `---` is missing between the directives and the document."],
  ["--- a: 1\n", "Behind `---` only a single value may stand. Put this on the next line."],
  [
    "a: |\n    \n  x\n",
    "The text block begins with a blank line that is indented further than this line. Remove its spaces.",
  ],
  ["a: 1\na: 2\n", "`a` is written twice in this mapping; only one of the two values would count."],
  ['"": 1\n"": 2\n', "The empty key is written twice in this mapping; only one of the two values would count."],
  [`${"k".repeat(1030)}: 1\n`, "A key can not be longer than 1,024 characters."],
  [`${"[".repeat(201)}`, "The document nests deeper than 200 levels from here on, so it is not read."],
];

for (const [text, message] of MESSAGES) {
  test(`says: ${message}`, () =>
    assert.deepEqual(
      parseYaml(text).problems.map((problem) => problem.message),
      [message],
    ));
}
