import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { seededRandom } from "../../support/random-edits.ts";

/** Texts with every kind of line break and characters of two UTF-16 units. */
const anyText = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "\r\n", "ä", "😀", "\u2028"), maxLength: 30 });

/** Lines by the definition of LSP, one regular expression and no cleverness. */
function naiveLines(text: string): readonly { start: number; text: string }[] {
  const lines: { start: number; text: string }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  return [...lines, { start, text: text.slice(start) }];
}

function linesOf(text: string): readonly string[] {
  const lines = new LineIndex(text);
  return Array.from({ length: lines.lineCount }, (_, line) => lines.lineText(line));
}

test("lines end with a line feed, a carriage return, or both", () => {
  assert.deepEqual(linesOf(""), [""]);
  assert.deepEqual(linesOf("a"), ["a"]);
  assert.deepEqual(linesOf("a\n"), ["a", ""]);
  assert.deepEqual(linesOf("a\nb"), ["a", "b"]);
  assert.deepEqual(linesOf("a\r\nb\r\n"), ["a", "b", ""]);
  assert.deepEqual(linesOf("a\rb"), ["a", "b"]);
  assert.deepEqual(linesOf("a\r\rb\n\rc"), ["a", "", "b", "", "c"]);
  assert.deepEqual(linesOf("\r\n\n"), ["", "", ""]);
});

test("separators that LSP does not know end no line", () => {
  assert.deepEqual(linesOf("a\u2028b\u0085c\fd"), ["a\u2028b\u0085c\fd"]);
});

test("start and end of a line leave out its line break; lines that do not exist are empty", () => {
  const lines = new LineIndex("ab\r\ncd\n\nef");
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => [lines.lineStart(line), lines.lineEnd(line)]),
    [
      [0, 2],
      [4, 6],
      [7, 7],
      [8, 10],
    ],
  );
  assert.equal(lines.lineStart(9), 10);
  assert.equal(lines.lineText(9), "");
});

test("offsets become positions in UTF-16 units", () => {
  const lines = new LineIndex("ä😀b\r\nc");
  const at = (offset: number): string => {
    const { line, character } = lines.positionAt(offset);
    return `${line}:${character}`;
  };
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map(at),
    // Offset 2 stands inside the pair of units of the emoji, offset 5 inside the line break.
    ["0:0", "0:1", "0:2", "0:3", "0:4", "0:4", "1:0", "1:1"],
  );
});

test("offsets and positions outside the text are clamped", () => {
  const lines = new LineIndex("ab\ncd\n");
  assert.deepEqual(lines.positionAt(-5), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(99), { line: 2, character: 0 });
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(lines.offsetAt({ line: 1, character: -3 }), 3);
  assert.equal(lines.offsetAt({ line: 7, character: 0 }), 6);
  assert.equal(lines.offsetAt({ line: -1, character: 1 }), 0);
  assert.equal(lines.lineOf(-1), 0);
  assert.equal(lines.lineOf(99), 2);
});

test("a range has the positions of its ends", () => {
  const lines = new LineIndex("ab\r\ncd");
  assert.deepEqual(lines.rangeOf({ start: 1, end: 5 }), {
    start: { line: 0, character: 1 },
    end: { line: 1, character: 1 },
  });
});

test("lines and positions are those of a naive reading, for any text", () => {
  fc.assert(
    fc.property(anyText, fc.nat(70), (text, offset) => {
      const lines = new LineIndex(text);
      const naive = naiveLines(text);
      assert.deepEqual(
        linesOf(text),
        naive.map((line) => line.text),
      );
      const clamped = Math.min(offset, text.length);
      const line = naive.findLastIndex((candidate) => candidate.start <= clamped);
      const found = naive[line] ?? { start: 0, text: "" };
      const character = Math.min(clamped - found.start, found.text.length);
      assert.deepEqual(lines.positionAt(offset), { line, character });
    }),
  );
});

test("an offset survives the way to its position and back, unless it stands inside a line break", () => {
  fc.assert(
    fc.property(anyText, fc.nat(70), (text, offset) => {
      fc.pre(offset <= text.length && text.slice(offset - 1, offset + 1) !== "\r\n");
      const lines = new LineIndex(text);
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    }),
  );
});

test("random changes: the index made from an earlier one is the index made afresh", () => {
  const random = seededRandom(20_261_123);
  const pieces = ["a", "\n", "\r\n", "\r", " ", "  #x"];
  const some = (most: number): string => Array.from({ length: random(most) }, () => pieces[random(6)]).join("");
  for (let round = 0; round < 5_000; round++) {
    const before = some(30);
    const from = random(before.length + 1);
    const after = before.slice(0, from) + some(4) + before.slice(from + random(before.length - from + 1));
    const earlier = new LineIndex(before);
    if (random(2) === 0) earlier.indentation(0);
    const later = new LineIndex(after, earlier);
    const about = JSON.stringify([before, after]);
    assert.deepEqual(described(later), described(new LineIndex(after)), about);
    const { first, earlierEnd, laterEnd } = later.changeSince(earlier);
    assert.deepEqual(later.changeSince(earlier), new LineIndex(after).changeSince(earlier), about);
    assert.deepEqual(described(later).slice(0, first), described(earlier).slice(0, first), about);
    assert.deepEqual(
      described(later).slice(laterEnd).map(textOf),
      described(earlier).slice(earlierEnd).map(textOf),
      about,
    );
  }
});

interface Line {
  readonly start: number;
  readonly text: string;
  readonly indentation: number;
}

function described(index: LineIndex): readonly Line[] {
  return Array.from({ length: index.lineCount }, (_, line) => ({
    start: index.lineStart(line),
    text: index.lineText(line),
    indentation: index.indentation(line),
  }));
}

function textOf({ text }: Line): string {
  return text;
}
