import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as l10n from "@vscode/l10n";
import { MarkupContent } from "vscode-languageserver-types";
import { withCursor } from "../../support/cursor.ts";
import { check, open, tenantFiles } from "./ask.ts";

/** Answers every template with itself in brackets: what stands outside of brackets can not be translated. */
const MARKING = new Proxy({}, { get: (_, key) => `⟦${String(key)}⟧` });

async function translated<T>(ask: () => Promise<T>): Promise<T> {
  l10n.config({ contents: MARKING });
  try {
    return await ask();
  } finally {
    l10n.config({ contents: {} });
  }
}

/** What a text says outside of all brackets. */
function untranslated(text: string | MarkupContent): string {
  assert.ok(typeof text === "string");
  let depth = 0;
  let outside = "";
  for (const character of text) {
    if (character === "⟦") depth++;
    if (depth === 0) outside += character;
    if (character === "⟧") depth--;
  }
  assert.equal(depth, 0, text);
  return outside.trim();
}

const FAULTS = `metadata: 5
tenant_id:
display_nam: Acme
environments:
  production:
    database:
      port: 700000
      pool_size: text
      typo: 1
      replicas: {}
features: []
billing:
  plan: golden
  currency: [EUR]
unheard: 1
`;

/** Codes whose words come from the readers of values and texts, or from a schema, whose descriptions are English. */
const OTHER_WORDS = new Set(["invalid-format", "yaml-syntax", "json-syntax", "duplicate-key", "deprecated-field"]);

describe("words of an editor", () => {
  test("faults of the schema are told in sentences that are templates as a whole", async () => {
    const diagnostics = await translated(() => check(FAULTS));
    const codes = new Set(diagnostics.map(({ code }) => code));
    for (const code of ["missing-property", "missing-value", "out-of-range", "type-mismatch", "unknown-property"])
      assert.ok(codes.has(code), code);
    for (const { message, relatedInformation } of diagnostics) {
      assert.equal(untranslated(message), "");
      for (const related of relatedInformation ?? []) assert.equal(untranslated(related.message), "", related.message);
    }
  });

  test("so are those of a whole tenant", async () => {
    const files = tenantFiles("tenants/globex");
    const messages = await translated(async () => {
      const found: string[] = [];
      for (const [path, text] of Object.entries(files)) {
        for (const { code, message } of await check(text, { path, files }))
          if (!OTHER_WORDS.has(String(code))) found.push(String(message));
      }
      return found;
    });
    assert.ok(messages.length > 10);
    assert.deepEqual(
      messages.filter((message) => untranslated(message) !== ""),
      [],
    );
  });

  test("titles of quick fixes and refactorings are templates as a whole", async () => {
    const { service, document, workspace, settings } = open(FAULTS);
    const titles = await translated(async () => {
      const diagnostics = await service.check(document, workspace, settings);
      const found: string[] = [];
      for (const diagnostic of diagnostics.diagnostics) {
        const actions = await service.codeActions(
          document,
          { range: diagnostic.range, diagnostics: [diagnostic] },
          workspace,
          settings,
        );
        found.push(...actions.map(({ title }) => title));
      }
      return found;
    });
    assert.ok(titles.length > 10);
    assert.deepEqual(
      titles.filter((title) => untranslated(title) !== ""),
      [],
    );
  });

  test("a hover says what is its own in the language of the editor, and the schema's words in English", async () => {
    const { text, position } = withCursor(
      "tenant_id: one\nenvironments:\n  production:\n    database:\n      po<|>rt: 5432\n",
    );
    const { service, document, workspace, settings } = open(text);
    const ask = () => service.hover(document, position, workspace, settings, {});
    const shown = await translated(ask);
    assert.ok(shown && MarkupContent.is(shown.contents));
    assert.match(shown.contents.value, /⟦Type: ⟦a whole number⟧⟧ · ⟦1 to 65535⟧/);
    // Nothing is kept from the time before: the words are made when they are asked for.
    const english = await ask();
    assert.ok(english && MarkupContent.is(english.contents));
    assert.match(english.contents.value, /Type: a whole number · 1 to 65535/);
  });
});
