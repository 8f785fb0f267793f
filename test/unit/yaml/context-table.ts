import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorContext } from "../../../server/src/yaml/cursor-context.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { withCursor } from "../../support/cursor.ts";
import { visible } from "./outline.ts";

/**
 * One test for each marked text. What the cursor stands on is written as: kind, `/path`, "prefix", «replaced text» with its start
 * counted from the cursor, `flow` or the column, and for keys the keys that are there already, `dash` (behind one) and `colon`
 * (one follows). Undefined where nothing can be completed.
 */
export function standsOn(
  what: string,
  cases: readonly (readonly [marked: string, context: string | undefined])[],
): void {
  for (const [marked, context] of cases) {
    test(`the cursor among ${what}: ${visible(marked)}`, () => assert.equal(summary(marked), context));
  }
}

function summary(marked: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const context = cursorContext(parseSource(text, "yaml"), offset);
  if (!context) return undefined;
  const replaced = visible(text.slice(context.replace.start, context.replace.end));
  const place = `«${replaced}»@${context.replace.start - offset} ${context.flow ? "flow" : `col ${context.column}`}`;
  const base = `${context.kind} /${context.path.join("/")} "${context.prefix}" ${place}`;
  if (context.kind === "value") return base;
  const { presentKeys, afterDash, hasColon } = context;
  return `${base} keys ${[...presentKeys()].join(",")}${afterDash ? " dash" : ""}${hasColon ? " colon" : ""}`;
}
