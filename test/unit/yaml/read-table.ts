import assert from "node:assert/strict";
import { test } from "node:test";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";
import { outline, problemLine, visible } from "./outline.ts";

/** One test for each text: its tree is exactly this outline, and it has no problem. */
export function readsAs(what: string, cases: readonly (readonly [text: string, lines: readonly string[]])[]): void {
  for (const [text, lines] of cases) {
    test(`${what}: ${visible(text)}`, () => {
      const file = parseYaml(text);
      assert.deepEqual(outline(text, file), lines);
      assert.deepEqual(file.problems, []);
    });
  }
}

/** One test for each text: these are its problems, all of them. */
export function reports(what: string, cases: readonly (readonly [text: string, problems: readonly string[]])[]): void {
  for (const [text, problems] of cases) {
    const name = visible(text.length > 80 ? `${text.slice(0, 80)}…` : text);
    test(`${what}: ${name}`, () => {
      assert.deepEqual(
        parseYaml(text).problems.map((problem) => problemLine(text, problem)),
        problems,
      );
    });
  }
}
