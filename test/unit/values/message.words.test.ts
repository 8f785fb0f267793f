import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseIcuMessage } from "../../../server/src/values/message/icu-message.ts";
import { readIcu } from "../../../server/src/values/message/icu-structure.ts";
import { numbersOf, pluralCategories } from "../../../server/src/values/plural-categories.ts";
import type { EmbeddedContext, MessageContext } from "../../../server/src/values/scalar-language.ts";
import { expandText } from "../../support/snippet-places.ts";
import { language } from "./language-table.ts";

const OTHERS = [
  { locale: "en", text: "{count, plural, one {# file of {owner}} other {# files}}" },
  { locale: "de", text: "{gender, select, male {Er} female {Sie} other {…}} {owner}" },
];

function around(message: Partial<MessageContext> = {}): EmbeddedContext {
  const context: MessageContext = { locale: "ru", syntax: "auto", others: OTHERS, ...message };
  return { names: () => [], metrics: () => [], labels: () => [], message: () => context };
}

function offered(marked: string, message?: Partial<MessageContext>) {
  const offset = marked.indexOf("‸");
  return language("message").completionsAt?.(marked.replace("‸", ""), offset, around(message)) ?? [];
}

const labels = (marked: string, message?: Partial<MessageContext>): readonly string[] =>
  offered(marked, message).map(({ label }) => label);

describe("completion in a message", () => {
  test("variables of the other languages and of this text", () => {
    assert.deepEqual(labels("{‸}"), ["count", "owner", "gender"]);
    assert.deepEqual(labels("{mine} {o‸}"), ["count", "owner", "gender", "mine"]);
    assert.equal(offered("{‸}")[1]?.detail, "variable, used in en, de");
    assert.deepEqual(labels("See ‸ {owner}"), ["{count}", "{gender}"]);
    assert.deepEqual(labels("See‸"), []);
  });

  test("plural categories of the locale that are not there yet, `other` marked as required", () => {
    assert.deepEqual(labels("{count, plural, ‸}"), ["one", "few", "many", "other", "=0", "=1"]);
    assert.deepEqual(labels("{count, plural, one {#} f‸}"), ["few", "many", "other", "=0", "=1"]);
    assert.deepEqual(labels("{count, plural, ‸}", { locale: "en" }), ["one", "other", "=0", "=1"]);
    const ordinal = ["one", "two", "few", "other", "=0", "=1"];
    assert.deepEqual(labels("{n, selectordinal, ‸}", { locale: "en" }), ordinal);
    assert.equal(offered("{n, plural, ‸}").find(({ label }) => label === "other")?.detail, "required");
  });

  test("choices of the other languages", () => {
    assert.deepEqual(labels("{gender, select, ‸}"), ["male", "female", "other"]);
    assert.deepEqual(labels("{kind, select, ‸}"), ["other"]);
  });

  test("the number of the plural around the text", () => {
    assert.deepEqual(labels("{n, plural, one {‸}}", { others: [] }), ["#"]);
    assert.deepEqual(labels("{n, plural, one {{x, select, a {‸}}}}", { others: [] }), ["#"]);
    assert.deepEqual(labels("{x, select, a {‸}}", { others: [] }), []);
  });

  test("only what the syntax of the message has", () => {
    for (const syntax of ["i18next", "printf", "none"] as const)
      assert.deepEqual(labels("{‸}", { syntax }), [], syntax);
    assert.deepEqual(labels("{‸}", { syntax: "python" }), ["count", "owner", "gender"]);
    assert.deepEqual(labels("{count, ‸}", { syntax: "python" }), []);
    assert.deepEqual(labels("a ‸", { others: [{ locale: "en", text: "Hi %s" }] }), []);
  });

  const accepted: readonly (readonly [marked: string, label: string, text: string])[] = [
    ["{‸", "owner", "{owner}"],
    ["{ ‸ }", "owner", "{ owner }"],
    ["{ow‸ner}", "count", "{count}"],
    ["{count, pl‸}", "plural", "{count, plural, one {#} few {#} many {#} other {#}}"],
    ["{count, ‸", "selectordinal", "{count, selectordinal, other {#}}"],
    ["{gender, ‸}", "select", "{gender, select, male {} female {} other {}}"],
    ["{count, ‸}", "number", "{count, number}"],
    ["{d, date, ‸}", "::yMMMd", "{d, date, ::yMMMd}"],
    ["{d, time, s‸hort}", "full", "{d, time, full}"],
    ["{n, plural, one {#} o‸}", "other", "{n, plural, one {#} other {#}}"],
    ["{n, plural, o‸e {#} other {#}}", "one", "{n, plural, one {#} other {#}}"],
  ];
  for (const [marked, label, text] of accepted) {
    test(`${marked} + ${label}`, () => {
      const item = offered(marked).find((candidate) => candidate.label === label);
      assert.ok(item, labels(marked).join(" "));
      const before = marked.replace("‸", "");
      const put = (written: string): string => before.slice(0, item.start) + written + before.slice(item.end);
      assert.equal(put(item.insert), text);
      assert.equal(put(expandText(item.snippet ?? item.insert)), text);
      assert.equal(parseIcuMessage(text).fault, undefined);
    });
  }

  test("every style is one that the parser reads", () => {
    for (const type of ["number", "date", "time"]) {
      const found = labels(`{x, ${type}, ‸}`);
      assert.ok(found.length > 5);
      for (const style of found) assert.equal(parseIcuMessage(`{x, ${type}, ${style}}`).fault, undefined, style);
    }
  });
});

describe("hover in a message", () => {
  const hover = (marked: string, message?: Partial<MessageContext>) => {
    const offset = marked.indexOf("‸");
    const text = marked.replace("‸", "");
    const found = language("message").hoverAt?.(text, offset, around(message));
    return found && [text.slice(found.start, found.end), found.markdown];
  };
  const rows: readonly (readonly [marked: string, word: string, markdown: string])[] = [
    ["{‸owner}", "owner", "Variable **owner**. It is inserted as it is.\n\nAlso used in `en`, `de`."],
    ["{‸x, date, short}", "x", "Variable **x**. A date in the style of the locale."],
    ["{x, ‸date, short}", "date", "`date`: A date in the style of the locale."],
    ["{x, number, ‸percent}", "percent", "`percent`: As percent: 0.25 becomes 25 %."],
    [
      "{n, plural, ‸few {#} other {#}}",
      "few",
      "Plural category `few` in Russian. Numbers such as 2, 3, 4, 22, 23, 24, ….",
    ],
    [
      "{n, plural, one {#} ‸two {#} other {#}}",
      "two",
      "Plural category `two`: no number takes it in Russian. The language has `one`, `few`, `many`, `other`.",
    ],
    [
      "{n, plural, one {#} ‸other {#}}",
      "other",
      "Plural category `other` in Russian. Numbers such as 0.1, 0.5, 1.1, 1.5, 2.5, 10.5, …. Always needed.",
    ],
    ["{n, plural, ‸=0 {none} other {#}}", "=0", "Text for exactly 0, whatever its plural category is."],
    ["{n, plural, other {‸# files}}", "#", "The number of `n` in the style of the locale."],
    ["{g, select, ‸male {He} other {They}}", "male", "Text for the value `male` of `g`."],
  ];
  for (const [marked, word, markdown] of rows) test(marked, () => assert.deepEqual(hover(marked), [word, markdown]));

  test("nothing in plain text, and in other syntaxes", () => {
    assert.equal(hover("Hi ‸there {owner}"), undefined);
    assert.equal(hover("{‸owner}", { syntax: "python" }), undefined);
    assert.equal(hover("{{‸owner}}"), undefined);
  });
});

test("categories of the twelve languages, and of others", () => {
  const shown = (locale: string): string => (pluralCategories(locale, "cardinal") ?? ["none"]).join(" ");
  assert.equal(shown("he"), "one two other");
  assert.equal(shown("pt-BR"), "one many other");
  assert.equal(shown("ar-EG"), "zero one two few many other");
  assert.equal(shown("ja"), "other");
  assert.equal(shown("pl"), "one few many other");
  assert.equal(shown("no_locale!"), "none");
  assert.equal(numbersOf("one", "en", "cardinal"), "1");
  assert.equal(numbersOf("many", "fr", "cardinal"), "1,000,000");
  assert.equal(numbersOf("two", "en", "ordinal"), "2, 22, 32, 42, 52, 62, …");
  assert.equal(numbersOf("other", "he", "cardinal"), "0, 3, 4, 5, 6, 7, …");
  assert.equal(numbersOf("few", "en", "cardinal"), undefined);
});

test("the tolerant reader finds the variables of every right message", () => {
  const name = fc.constantFrom("a", "count", "x1", "größe");
  const message = fc.letrec<{ text: string; part: string }>((tie) => ({
    text: fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join(" ")),
    part: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("word", "''", "'{no}'", "#", "it's"),
      name.map((word) => `{ ${word} }`),
      fc
        .tuple(name, fc.constantFrom("number", "date, short", "time, ::jmm"))
        .map(([word, type]) => `{${word}, ${type}}`),
      fc
        .tuple(name, tie("text"), tie("text"))
        .map(([word, one, other]) => `{${word}, plural, offset:1 one {${one}} other {${other}}}`),
      fc
        .tuple(name, tie("text"), tie("text"))
        .map(([word, some, other]) => `{${word}, select, some {${some}} other {${other}}}`),
    ),
  })).text;
  fc.assert(
    fc.property(message, (text) => {
      const { arguments: wanted, fault } = parseIcuMessage(text);
      fc.pre(fault === undefined);
      const found = readIcu(text);
      assert.deepEqual(
        found.arguments.map(({ name, type }) => `${name} ${type ?? "text"}`),
        wanted.map(({ name, type }) => `${name} ${type}`),
        text,
      );
      assert.deepEqual(
        found.open.map(({ inside }) => inside),
        ["text"],
      );
      for (const span of found.spans) assert.equal(text.slice(span.start, span.end), span.text);
    }),
    { numRuns: 500 },
  );
});

test("every place of every text is answered", () => {
  const words = "{ } , n plural select other one # = 0 {{ }} % ' :: offset: selectordinal number".split(" ");
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(soup, fc.nat(60), (text, at) => {
      const offset = Math.min(at, text.length);
      for (const { start, end } of language("message").completionsAt?.(text, offset, around()) ?? []) {
        assert.ok(start <= offset && offset <= end && end <= text.length, text);
      }
      const found = language("message").hoverAt?.(text, offset, around());
      if (found) assert.ok(found.start <= offset && offset < found.end, text);
    }),
    { numRuns: 1000 },
  );
});
