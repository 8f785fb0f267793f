/** Numbers from 0 below a bound, the same for the same seed. */
export type Random = (bound: number) => number;

/** A small generator (mulberry32); the seed is printed by the test that fails. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** What people and accidents type into YAML. */
const TYPED = [
  "a",
  "1",
  "\n",
  " ",
  "  ",
  ": ",
  "- ",
  "#",
  " # c\n",
  "'",
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  "&x ",
  "*x",
  "|\n",
  "\n  ",
].concat([
  "foo\n",
  "key: 1\n",
  "    - q\n",
  "\t",
  "---\n",
  "!t ",
  "<<: *x\n",
  ">",
  "\r\n",
  "é",
  "? ",
  "%",
  "${A}",
  "{{tenant_id}}",
]);

/** The text after one random edit: typing, deleting, pasting, indenting some lines, or going back to an earlier text. */
export function randomEdit(text: string, earlier: readonly string[], random: Random): string {
  const from = random(text.length + 1);
  switch (random(8)) {
    case 0:
      return text.slice(0, from) + text.slice(from + 1 + random(6));
    case 1:
      return text.slice(0, from) + text.slice(from + random(300));
    case 2: {
      const copied = random(text.length + 1);
      return text.slice(0, from) + text.slice(copied, copied + random(400)) + text.slice(from);
    }
    case 3:
      return indentLines(text, random);
    case 4:
      return earlier[random(Math.max(1, earlier.length))] ?? text;
    default:
      return text.slice(0, from) + (TYPED[random(TYPED.length)] ?? "") + text.slice(from);
  }
}

function indentLines(text: string, random: Random): string {
  const lines = text.split("\n");
  const first = random(lines.length);
  const deeper = random(2) === 0;
  const changed = lines
    .slice(first, first + 1 + random(6))
    .map((line) => (deeper ? `  ${line}` : line.replace(/^ {1,2}/, "")));
  lines.splice(first, changed.length, ...changed);
  return lines.join("\n");
}
