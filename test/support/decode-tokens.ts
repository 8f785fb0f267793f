import assert from "node:assert/strict";
import type { SemanticTokens } from "vscode-languageserver-types";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../server/src/features/semantic-legend.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";

/** A token with its text, for comparisons: `plan property`, `shop class.declaration`. */
export interface DecodedToken {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** Tokens in places and words. Fails when one is out of order, overlaps the one before, leaves its line, or has an unknown type. */
export function decodeTokens(text: string, { data }: SemanticTokens): readonly DecodedToken[] {
  assert.equal(data.length % 5, 0);
  const lines = new LineIndex(text);
  const tokens: DecodedToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lineStep = 0, characterStep = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += lineStep;
    character = lineStep === 0 ? character + characterStep : characterStep;
    const before = tokens.at(-1);
    const end = character + length;
    const lineText = lines.lineText(line);
    assert.ok(lineStep >= 0 && characterStep >= 0 && length > 0 && line < lines.lineCount, `token ${at / 5} in order`);
    assert.ok(!before || before.line < line || before.end <= character, `${lineText}: no overlap`);
    assert.ok(end <= lineText.length, `${lineText}: within its line`);
    const words = TOKEN_MODIFIERS.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    const kind = [TOKEN_TYPES[type] ?? assert.fail(`type ${type}`), ...words].join(".");
    tokens.push({ line, start: character, end, shown: `${lineText.slice(character, end)} ${kind}` });
  }
  return tokens;
}
