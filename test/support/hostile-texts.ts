import { VALID_LOCALIZATION as GOOD } from "./valid-localization.ts";

/** A file that is hostile, and what is said about it. */
export interface HostileText {
  readonly file: string;
  readonly text: string;
  /** Codes of all diagnostics; one at most where the file is refused. */
  readonly codes: readonly string[];
}

const MEGABYTE = 1_000_000;
const DEEP = 10_000;

function yaml(added: string, ...codes: readonly string[]): HostileText {
  return { file: "x.localization.yaml", text: `${GOOD}${added}`, codes };
}

function json(text: string, ...codes: readonly string[]): HostileText {
  return { file: "x.localization.json", text, codes };
}

/** Nine aliases to the line above on each of that many lines; `write` makes a value of them. */
function bomb(levels: number, write: (aliases: readonly string[]) => string): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const below = Array.from({ length: 9 }, () => (level === 0 ? "{k: 1}" : `*l${level - 1}`));
    return `  l${level}: &l${level} ${write(below)}\n`;
  });
  return `x-bomb:\n${lines.join("")}`;
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("");
}

/** Files made to exhaust time or memory, by what they are. Each is made when it is asked for: together they would be large. */
export const HOSTILE_TEXTS: Readonly<Record<string, () => HostileText>> = {
  "an alias bomb of lists": () =>
    yaml(
      bomb(12, (below) => `[${below.join(", ")}]`),
      "alias-expansion",
    ),
  "an alias bomb of mappings": () =>
    yaml(
      bomb(12, (below) => `{${below.map((alias, key) => `k${key}: ${alias}`).join(", ")}}`),
      "alias-expansion",
    ),
  "an alias bomb of lists in mappings": () =>
    yaml(
      bomb(12, (below) => `{list: [${below.join(", ")}]}`),
      "alias-expansion",
    ),
  "an alias bomb of merges": () => yaml(bomb(40, (below) => `{<<: [${below.join(", ")}], k: 2}`)),
  "an alias bomb of merged mappings": () =>
    yaml(
      bomb(12, (below) => `{<<: ${below[0]}, a: ${below[1]}, b: ${below[2]}, c: ${below[3]}}`),
      "alias-expansion",
    ),
  "a chain of 10,000 aliases": () =>
    yaml(
      lines(DEEP, (index) => `x-${index}: &a${index} ${index ? `[*a${index - 1}]` : 1}\n`),
      "alias-expansion",
    ),
  "100,000 aliases of one anchor": () => yaml(`x-a: &a 1\nx-b: [${"*a , ".repeat(100_000)}]\n`),

  "10,000 nested flow lists": () => yaml(`x-a: ${"[".repeat(DEEP)}${"]".repeat(DEEP)}\n`, "nesting-too-deep"),
  "10,000 nested flow mappings": () => yaml(`x-a: ${"{a: ".repeat(DEEP)}1${"}".repeat(DEEP)}\n`, "nesting-too-deep"),
  "10,000 open brackets of both kinds": () => yaml(`x-a: ${"[{a: ".repeat(DEEP / 2)}`, "nesting-too-deep"),
  "10,000 nested compact lists": () => yaml(`x-a:\n  ${"- ".repeat(DEEP)}b\n`, "nesting-too-deep"),
  "2,000 nested block mappings": () => ({
    ...yaml("", "nesting-too-deep"),
    text: lines(2_000, (level) => `${" ".repeat(level)}a:\n`),
  }),
  "1,000 levels of mappings and lists in turn": () => ({
    ...yaml("", "nesting-too-deep"),
    text: lines(1_000, (level) => `${"   ".repeat(level)}a:\n${"   ".repeat(level)} -\n`),
  }),
  "10,000 nested explicit keys": () => yaml(`${"? ".repeat(DEEP)}a\n`, "nesting-too-deep"),
  "10,000 nested JSON lists": () => json(`{"x-a": ${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`, "nesting-too-deep"),
  "10,000 nested JSON objects": () => json(`${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`, "nesting-too-deep"),

  "a plain line of 10 MB": () => yaml(`x-a: ${"y".repeat(10 * MEGABYTE)}\n`, "line-too-long"),
  "a plain line of 10 MB in words": () => yaml(`x-a: ${"word ".repeat(2 * MEGABYTE)}\n`, "line-too-long"),
  "a quoted line of 10 MB": () => yaml(`x-a: "${"y".repeat(10 * MEGABYTE)}"\n`, "line-too-long"),
  "an open quote of 10 MB": () => yaml(`x-a: "${"y".repeat(10 * MEGABYTE)}\n`, "line-too-long"),
  "a flow line of 10 MB": () => yaml(`x-a: [${"y, ".repeat(3 * MEGABYTE)}]\n`, "line-too-long"),
  "a comment of 10 MB": () => yaml(`# ${"y".repeat(10 * MEGABYTE)}\n`, "line-too-long"),
  "10 MB of spaces": () => yaml(`x-a: 1${" ".repeat(10 * MEGABYTE)}\n`, "line-too-long"),
  "a JSON string of 10 MB": () => json(`{"x-a": "${"y".repeat(10 * MEGABYTE)}"}`, "line-too-long"),
  // Of more findings of a rule nobody reads.
  "a flow line of 999,000 characters": () =>
    yaml(`x-a: [${"y, ".repeat(333_000)}]\n`, ...Array.from({ length: 1_000 }, () => "yaml-ambiguous-scalar")),
  "20,000 line separators at the top": () => ({ ...yaml(""), text: `# ${"\u2028".repeat(20_000)}\n${GOOD}` }),
  "2,000 blanks in a flow mapping": () => yaml(`x-a: {${" ".repeat(2_000)}\n`, "yaml-syntax"),
  "a merge of what it stands in": () => yaml("x-a: &x\n  b:\n    <<: *x\n", "alias-cycle"),
  "a merge of what it stands in, two steps away": () =>
    yaml("x-a: &x\n  b: &y\n    <<: *x\n  c:\n    <<: *y\n", "alias-cycle"),
  "200,000 keys of one line": () => yaml(lines(200_000, (index) => `x-${index}: ${index}\n`)),
  "200,000 items of one line": () => yaml(`x-a:\n${lines(200_000, (index) => `  - ${index}\n`)}`),
  "200,000 aliases of nothing": () => ({
    ...yaml(`x-b: [${"*a , ".repeat(200_000)}]\n`),
    codes: Array.from({ length: 200_000 }, () => "unresolved-alias"),
  }),
  "200,000 keys that are the same in a flow mapping": () => ({
    ...yaml(`x-b: {${"a: 1, ".repeat(200_000)}}\n`),
    codes: Array.from({ length: 199_999 }, () => "duplicate-key"),
  }),
  "100,000 keys that are the same": () =>
    yaml("x-a: 1\n".repeat(100_000), ...Array.from({ length: 99_999 }, () => "duplicate-key")),
  "100,000 comments that turn nothing off": () =>
    yaml(
      lines(100_000, (index) => `x-${index}: 1 # tenant-config-disable-line\n`),
      ...Array.from({ length: 5_000 }, () => "unused-suppression"),
    ),
  "50,000 keys that are the same in a flow mapping, and a comment that turns that off": () => ({
    ...yaml(""),
    text: `# tenant-config-disable duplicate-key\n${GOOD}x-b: {${"a: 1, ".repeat(50_000)}}\n`,
  }),

  "1,000,000 empty lines": () => yaml("\n".repeat(MEGABYTE)),
  "1,000,000 empty lines before": () => ({ ...yaml(""), text: "\n".repeat(MEGABYTE) + GOOD }),
  "1,000,000 comment lines": () => yaml("# c\n".repeat(MEGABYTE)),
};
