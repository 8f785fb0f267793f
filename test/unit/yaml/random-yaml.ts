import fc from "fast-check";
import { exampleFiles } from "../../support/examples.ts";

/** Runs of the properties that must hold for any text. */
export const MANY_RUNS = 2_000;

const PIECES = [
  ..."abc\n\r\t :-?,.[]{}&*!|>'\"%@`#~<=0123456789äÄ😀\uFEFF\u0000\uD800\u2028",
  "\n  ",
  "\n    ",
  "\r\n",
  "\n- ",
  ": ",
  "key: ",
  "- ",
  "---\n",
  "...\n",
  "&a ",
  "*a",
  "<<: ",
  " # ",
  "|\n",
  ">-\n",
  "!!str ",
  "__proto__",
  "${x}",
  "{{y}}",
  "true",
  "1.5",
  "%YAML 1.2\n",
  "/*",
  "*/",
  "//",
];

/** Text made of what YAML gives a meaning. */
export const yamlLikeText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));

/** Texts of all example files that are YAML, by path. */
export const YAML_EXAMPLES = Object.entries({ ...exampleFiles("seed"), ...exampleFiles("tenants") }).filter(([path]) =>
  path.endsWith(".yaml"),
);

/** Texts of all example files that are JSON, by path. */
export const JSON_EXAMPLES = Object.entries(exampleFiles("tenants")).filter(([path]) => path.endsWith(".json"));

/** A stretch of an example file with a few pieces taken out and others put in, as it is while somebody types. */
export const brokenExample = fc
  .record({
    file: fc.constantFrom(...YAML_EXAMPLES, ...JSON_EXAMPLES),
    from: fc.nat(20_000),
    length: fc.integer({ min: 0, max: 800 }),
    changes: fc.array(fc.record({ at: fc.nat(800), drop: fc.nat(12), put: fc.constantFrom("", ...PIECES) }), {
      maxLength: 4,
    }),
  })
  .map(({ file: [, text], from, length, changes }) => {
    const start = text.lastIndexOf("\n", from % text.length) + 1;
    return changes.reduce(
      (broken, { at, drop, put }) => broken.slice(0, at) + put + broken.slice(at + drop),
      text.slice(start, start + length),
    );
  });
