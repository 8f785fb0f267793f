import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Range } from "vscode-languageserver-types";
import { parseAllDocuments, parseDocument } from "yaml";
import type { FormatOptions } from "../../../server/src/features/formatting.ts";
import { createService, DEFAULT_SETTINGS, type Settings } from "../../../server/src/service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { manyAlerts, yamlCorpus } from "../../support/corpus.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { randomDocument } from "../../support/random-documents.ts";
import { seededRandom } from "../../support/random-edits.ts";
import { CONSTRUCTS, PLACEMENTS } from "../../support/yaml-constructs.ts";

const service = createService();
const workspace = memoryWorkspace({});
const OPTIONS: FormatOptions = { tabSize: 2, insertSpaces: true };

interface Asked {
  readonly options?: Partial<FormatOptions>;
  readonly range?: Range;
  readonly format?: Partial<Settings["format"]>;
  readonly uri?: string;
}

/** Formats a text as a file of ours, whatever it holds. */
async function formatted(text: string, asked: Asked = {}): Promise<{ text: string; refused: string | undefined }> {
  const uri = asked.uri ?? uriOf("any/file.yaml");
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    fileKinds: { "any/**": "monitoring" },
    format: { ...DEFAULT_SETTINGS.format, ...asked.format },
  };
  const request = { options: { ...OPTIONS, ...asked.options }, ...(asked.range && { range: asked.range }) };
  const answer = await service.format({ uri, text }, request, workspace, settings);
  return { text: applyEdits(text, answer.edits), refused: answer.refused };
}

/** Formats and looks that formatting again changes nothing. */
async function stable(text: string, asked: Asked = {}): Promise<string> {
  const once = await formatted(text, asked);
  assert.equal(once.refused, undefined);
  assert.equal((await formatted(once.text, asked)).text, once.text, "formatted again");
  return once.text;
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

describe("block structure", () => {
  test("spaces behind colons and dashes, before colons and at the end of lines", async () => {
    const text = lines(
      "a:   1  ",
      "'b' :\t2",
      "c : ",
      "  -   x",
      "  -\ty   ",
      "d:  &one   !!str  z",
      "*one  : 1".replace("*one ", "e"),
    );
    const wanted = lines("a: 1", "'b': 2", "c:", "  - x", "  - y", "d: &one !!str z", "e: 1");
    assert.equal(await stable(text), wanted);
  });

  test("the space behind the name of an alias that is a key stays, because the colon would belong to the name", async () => {
    assert.equal(await stable("a: &x k\n*x : 2\n"), "a: &x k\n*x : 2\n");
  });

  test("indentation is that of most of the file", async () => {
    const four = lines("a:", "    b:", "        c: 1", "d:", "  e: 2");
    assert.equal(await stable(four), lines("a:", "    b:", "        c: 1", "d:", "    e: 2"));
    const two = lines("a:", "  b:", "    c: 1", "d:", "       e: 2");
    assert.equal(await stable(two), lines("a:", "  b:", "    c: 1", "d:", "  e: 2"));
  });

  test("a file that begins in another column moves to the margin", async () => {
    assert.equal(await stable("  a: 1\n  # c\n  b:\n    c: 2\n"), "a: 1\n# c\nb:\n  c: 2\n");
  });

  test("lists stand as most lists of the file do", async () => {
    const flush = lines("a:", "- x", "b:", "- y", "c:", "    - z", "    # about w", "    - w");
    assert.equal(await stable(flush), lines("a:", "- x", "b:", "- y", "c:", "- z", "# about w", "- w"));
    const indented = lines("a:", "  - x", "b:", "  - y", "c:", "- z", "# about w", "- w", "# about d", "d: 1");
    const wanted = lines("a:", "  - x", "b:", "  - y", "c:", "  - z", "  # about w", "  - w", "# about d", "d: 1");
    assert.equal(await stable(indented), wanted);
  });

  test("the setting says how lists stand", async () => {
    const flush = lines("a:", "- k: 1", "  l: 2");
    const indented = lines("a:", "  - k: 1", "    l: 2");
    assert.equal(await stable(flush, { format: { sequenceIndentation: "indented" } }), indented);
    assert.equal(await stable(indented, { format: { sequenceIndentation: "flush" } }), flush);
    assert.equal(
      await stable(flush, { options: { tabSize: 4 }, format: { sequenceIndentation: "indented" } }),
      lines("a:", "    - k: 1", "      l: 2"),
    );
  });

  test("items in items, and collections on the line below a dash", async () => {
    const text = lines("-   - a", "    -   b", "-", "     c: 1", "     d: 2", "- e", "- f: 1", "  g: 2", "- - h");
    assert.equal(
      await stable(text),
      lines("- - a", "  - b", "-", "  c: 1", "  d: 2", "- e", "- f: 1", "  g: 2", "- - h"),
    );
  });

  test("at most two blank lines in a row, none at the start", async () => {
    assert.equal(await stable("\n\na: 1\n\n\n\n\nb: 2\n\n  \nc: 3\n"), "a: 1\n\n\nb: 2\n\n\nc: 3\n");
  });

  test("documents and directives stay", async () => {
    const text = "%YAML 1.2\n---\na:  1\n...\n---   # second\n  b: 1\n";
    assert.equal(await stable(text), "%YAML 1.2\n---\na: 1\n...\n---   # second\nb: 1\n");
  });

  test("keys that are written with a question mark keep their place", async () => {
    const text = lines("?   a", ":   b", "c:", "      d:  1");
    assert.equal(await stable(text), lines("?   a", ": b", "c:", "      d: 1"));
  });
});

describe("texts", () => {
  test("quotes stay as they are", async () => {
    const text = lines("a: 'one'", 'b: "two"', "c: three", `d: ['x', "y", z]`);
    assert.equal(await stable(text), text);
  });

  test("long lines are not broken, broken ones not joined", async () => {
    const text = lines(
      `a: ${"word ".repeat(60)}end`,
      "b: one",
      "  two",
      "",
      "  three",
      'c: "one',
      "    two  ",
      '  three"',
    );
    assert.equal(await stable(text), text);
  });

  test("text blocks move as a whole, with their spaces", async () => {
    const text = lines(
      "a:",
      "      b: |",
      "          x  ",
      "            y",
      "             ",
      "",
      "          z",
      "      c: 1",
    );
    assert.equal(
      await stable(text),
      lines("a:", "      b: |", "          x  ", "            y", "             ", "", "          z", "      c: 1"),
    );
    const moved = lines(
      "k:",
      "  l: 1",
      "a:",
      "      b: |",
      "          x  ",
      "            y",
      "             ",
      "   ",
      "          z",
      "      c: 1",
    );
    const wanted = lines(
      "k:",
      "  l: 1",
      "a:",
      "  b: |",
      "      x  ",
      "        y",
      "         ",
      "",
      "      z",
      "  c: 1",
    );
    assert.equal(await stable(moved), wanted);
  });

  test("blank lines that a text block keeps stay", async () => {
    const text = lines("a: |+", "  x", "", "", "", "", "b: >2-".replace("2-", "2"), "     y", "c: 1");
    assert.equal(await stable(text), text);
  });

  test("templates stay, also those that YAML takes for mappings", async () => {
    const text = lines("a: {{tenant_id}}", "b: [ {{ x }},  y ]", `c: "{{  x  }}"`, `d: ["\${A}",  b]`);
    assert.equal(await stable(text), text);
  });
});

describe("comments", () => {
  test("stay at their distance behind values, and in line with what they are about", async () => {
    const text = lines(
      "a:  1   # one",
      "# about b",
      "b:",
      "    # about c",
      "    c: 1\t# tab",
      "    # at the end",
      "  # left of it",
      "d: 2 # x",
    );
    const wanted = lines(
      "a: 1   # one",
      "# about b",
      "b:",
      "    # about c",
      "    c: 1 # tab",
      "    # at the end",
      "  # left of it",
      "d: 2 # x",
    );
    assert.equal(await stable(text), wanted);
  });

  test("move with the entries around them", async () => {
    const text = lines(
      "k:",
      "  l: 1",
      "a:",
      "      # about b",
      "      b:",
      "        - x",
      "        # about y",
      "        - y",
      "      # last of a",
      "# next",
      "c: 1",
    );
    const wanted = lines(
      "k:",
      "  l: 1",
      "a:",
      "  # about b",
      "  b:",
      "    - x",
      "    # about y",
      "    - y",
      "  # last of a",
      "# next",
      "c: 1",
    );
    assert.equal(await stable(text), wanted);
  });

  test("a number sign inside a value is none", async () => {
    const text = lines("a: b#c", "d: 'x # y'", 'e: "it\'s # z"', "f: https://a.example/#x");
    assert.equal(await stable(text), text);
  });
});

describe("flow collections", () => {
  test("on one line: one space behind commas and colons, braces as in most of the file", async () => {
    const text = lines("a: [ x,y ,  z ]", "b: {k: 1,l:   2}", `c: {"k":1}`, "d: { m: 1 }", "e: {n: []}");
    assert.equal(
      await stable(text),
      lines("a: [x, y, z]", "b: {k: 1, l: 2}", `c: {"k": 1}`, "d: {m: 1}", "e: {n: []}"),
    );
    assert.equal(await stable("a: { k: 1 }\nb: { l: 1 }\nc: {m: 1}\n"), "a: { k: 1 }\nb: { l: 1 }\nc: { m: 1 }\n");
  });

  test("over several lines: one entry per line, with its comment, indented from the closing bracket", async () => {
    const text = lines("a:", "  b: [", "      x, # first", "     {k: 1,   l: 2}, 'y',", "   z ]", "  c: 1");
    const wanted = lines(
      "a:",
      "  b: [",
      "      x, # first",
      "      {k: 1, l: 2},",
      "      'y',",
      "      z",
      "    ]",
      "  c: 1",
    );
    assert.equal(await stable(text), wanted);
  });

  test("a comma behind the last entry stays or stays away", async () => {
    const text = lines("a: [", "  x,", "    y,", "  ]", "b: [", "  x,", "    y", "  ]");
    assert.equal(await stable(text), lines("a: [", "    x,", "    y,", "  ]", "b: [", "    x,", "    y", "  ]"));
    assert.equal(await stable("a: [x,y, ]\n"), "a: [x,y, ]\n", "what would lose a character is left alone");
  });

  test("what the library can not lay out moves as a whole", async () => {
    const text = lines("k:", "  l: 1", "a:", '      b: [x, "one', '          two"]', "      c: 1");
    assert.equal(await stable(text), lines("k:", "  l: 1", "a:", '  b: [x, "one', '      two"]', "  c: 1"));
  });
});

describe("the end of the file", () => {
  test("changes only when asked", async () => {
    assert.equal(await stable("a:  1"), "a: 1");
    assert.equal(await stable("a: 1\n\n"), "a: 1\n\n");
    assert.equal(await stable("a:  1", { options: { insertFinalNewline: true } }), "a: 1\n");
    assert.equal(await stable("a: 1\n\n  \n\n", { options: { trimFinalNewlines: true } }), "a: 1\n");
    assert.equal(await stable("a: 1\r\nb: 1", { options: { insertFinalNewline: true } }), "a: 1\r\nb: 1\r\n");
  });

  test("belongs to the text block that ends there", async () => {
    const options = { insertFinalNewline: true, trimFinalNewlines: true };
    assert.equal(await stable("a: |\n  x", { options }), "a: |\n  x");
    assert.equal(await stable("a: |+\n  x\n\n\n\n", { options }), "a: |+\n  x\n\n\n\n");
  });
});

test("carriage returns stay", async () => {
  const text = "a:   1\r\nb:\r\n    - x\r\n\r\n\r\n\r\nc: [\r\n   y,\r\n  z ]\r\nk:\r\n  l: 1\r\n";
  assert.equal(await stable(text), "a: 1\r\nb:\r\n  - x\r\n\r\n\r\nc: [\r\n    y,\r\n    z\r\n  ]\r\nk:\r\n  l: 1\r\n");
});

test("a byte order mark stays, and what it begins", async () => {
  assert.equal(await stable("\uFEFF# c\na:   1\n"), "\uFEFF# c\na: 1\n");
  assert.equal(await stable("\uFEFFa:   1\nb: 2\n"), "\uFEFFa: 1\nb: 2\n");
});

describe("what is not formatted", () => {
  const answer = async (text: string, format?: Partial<Settings["format"]>) => formatted(text, format && { format });

  test("a text with syntax errors, with the reason", async () => {
    const text = "a:   [1\nb: 2\n";
    assert.deepEqual(await answer(text), { text, refused: "it has syntax errors" });
  });

  test("a text of more than 2,500,000 characters, with the reason", async () => {
    const { refused } = await answer("# comment  \n".repeat(250_000));
    assert.equal(refused, "it has more than 2,500,000 characters");
  });

  test("collections on more than 20,000 characters, while the rest of the file is", async () => {
    const long = `[${"a,".repeat(15_000)}a]`;
    assert.equal((await answer(`a:   1\nb: ${long}\nc: [a,b]\n`)).text, `a: 1\nb: ${long}\nc: [a, b]\n`);
  });

  test("many spaces and blank lines in front of something take no time to speak of", async () => {
    const text = `a: 1${" ".repeat(200_000)}# c\n${"\n".repeat(200_000)}b:   1\n`;
    assert.equal((await answer(text)).text, `a: 1${" ".repeat(200_000)}# c\n\n\nb: 1\n`);
  });

  test("anything, when the setting says so", async () => {
    assert.deepEqual(await answer("a:   1\n", { enable: false }), { text: "a:   1\n", refused: undefined });
  });

  test("files that are not ours", async () => {
    const text = "a:   1\n";
    assert.deepEqual(await formatted(text, { uri: uriOf("other/file.yaml") }), { text, refused: undefined });
  });

  test("empty texts and comments alone", async () => {
    for (const text of ["", "\n", "# c\n", "---\n"]) assert.equal((await formatted(text)).refused, undefined);
  });
});

describe("a range", () => {
  const text = lines(
    "a:   1",
    "b:",
    "     c:   1",
    "     d:",
    "          - x:   1",
    "            y:   2",
    "     e:   3",
    "f:   4",
    "g:",
    "  h: 1",
  );
  const range = (first: number, last: number): Range => ({
    start: { line: first, character: 0 },
    end: { line: last, character: 1 },
  });

  test("changes the entries it touches, and nothing else", async () => {
    const one = lines(
      "a:   1",
      "b:",
      "     c: 1",
      "     d:",
      "          - x:   1",
      "            y:   2",
      "     e:   3",
      "f:   4",
      "g:",
      "  h: 1",
    );
    assert.equal((await formatted(text, { range: range(2, 2) })).text, one);
  });

  test("takes an entry with everything below it", async () => {
    const whole = lines(
      "a:   1",
      "b:",
      "  c: 1",
      "  d:",
      "    - x: 1",
      "      y: 2",
      "  e: 3",
      "f:   4",
      "g:",
      "  h: 1",
    );
    assert.equal(
      (await formatted(text, { range: range(1, 1) })).text
        .replace(/^ +(?=[cde]:)/gm, "  ")
        .replace(/^ +(?=- x)/m, "    ")
        .replace(/^ +(?=y)/m, "      "),
      whole,
    );
  });

  test("that ends at the start of a line does not touch that line", async () => {
    const ended = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    assert.equal((await formatted(text, { range: ended })).text, text.replace("a:   1", "a: 1"));
  });

  test("inside a text block or a list in brackets begins where that begins", async () => {
    const inside = lines("a:   |", "    x", "    y", "b:   1");
    assert.equal((await formatted(inside, { range: range(2, 2) })).text, lines("a: |", "    x", "    y", "b:   1"));
  });
});

describe("the JSON twin", () => {
  const uri = uriOf("any/file.json");

  test("as VS Code formats JSON; comments stay", async () => {
    const text = '{"a":1, // one\n"b":[1,{"c":2}]}';
    const wanted = '{\n  "a": 1, // one\n  "b": [\n    1,\n    {\n      "c": 2\n    }\n  ]\n}';
    assert.equal(await stable(text, { uri }), wanted);
    assert.equal(
      await stable('{"a":1}', { uri, options: { insertSpaces: false, insertFinalNewline: true } }),
      '{\n\t"a": 1\n}\n',
    );
  });

  test("a range", async () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    assert.equal((await formatted('{\n  "a":1,\n  "b":2\n}', { uri, range })).text, '{\n  "a": 1,\n  "b":2\n}');
  });

  test("not with syntax errors", async () => {
    const text = '{"a":1,, "b": }';
    assert.deepEqual(await formatted(text, { uri }), { text, refused: "it has syntax errors" });
  });
});

/** What the library `yaml`, which formatting has nothing to do with, makes of a text: the values of all documents, or its errors. */
function meaning(text: string): unknown {
  return parseAllDocuments(text, { logLevel: "silent", merge: true }).map((document) => {
    if (document.errors.length > 0) return document.errors.map(({ code }) => code);
    try {
      return document.toJS({ maxAliasCount: -1 });
    } catch (error) {
      return String(error);
    }
  });
}

/** The characters of a text that are not white space. */
function ink(text: string): string {
  return text.replace(/[ \t\r\n]+/g, "");
}

async function assertSafe(name: string, text: string): Promise<boolean> {
  const once = await formatted(text);
  assert.equal(ink(once.text), ink(text), name);
  if (once.refused !== undefined) return false;
  if (once.text === text) return true;
  assert.deepEqual(meaning(once.text), meaning(text), name);
  const again = await formatted(once.text);
  assert.deepEqual(again, { text: once.text, refused: undefined }, `${name}, formatted again`);
  return true;
}

/** Files of the corpus that show syntax errors. */
const BROKEN = ["environment", "localization", "tenant"].map((kind) => `examples/tenants/globex/${kind}.yaml`);

describe("whatever the text: white space alone changes, values stay, and formatting again changes nothing", () => {
  test("the corpus, of which only broken files are refused", async () => {
    const refused: string[] = [];
    for (const [path, text] of yamlCorpus()) if (!(await assertSafe(path, text))) refused.push(path);
    assert.deepEqual(refused, BROKEN);
  });

  test("our own examples are formatted already", async () => {
    for (const [path, text] of yamlCorpus()) {
      if (path.startsWith("examples/tenants/")) assert.equal((await formatted(text)).text, text, path);
    }
  });

  for (const [place, placed] of Object.entries(PLACEMENTS)) {
    if (place !== "alone" && place !== "below an indented key") continue;
    test(`constructs of YAML ${place}`, async () => {
      for (const { name, text } of CONSTRUCTS) await assertSafe(name, placed(text));
    });
  }

  test("random documents", async () => {
    const constructs = CONSTRUCTS.map(({ text }) => text);
    let done = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const ingredients = { random: seededRandom(seed), constructs: seed % 4 === 0 ? constructs : [] };
      if (await assertSafe(`seed ${seed}`, randomDocument(ingredients, 4 + (seed % 30)))) done++;
    }
    assert.ok(done > 20, `${done} of 40 were formatted`);
  });

  test("a file of 9,000 lines", async () => {
    const text = manyAlerts(1_000).replace(/^ {4}/gm, "       ");
    const result = await formatted(text);
    assert.equal(result.refused, undefined);
    assert.equal(result.text, manyAlerts(1_000));
    assert.equal(parseDocument(result.text).errors.length, 0);
  });
});
