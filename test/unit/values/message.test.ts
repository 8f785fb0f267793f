import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseIcuMessage } from "../../../server/src/values/message/icu-message.ts";
import { detectMessageSyntax, type MessageSyntax, placeholdersOf } from "../../../server/src/values/message/message.ts";
import type { EmbeddedContext } from "../../../server/src/values/scalar-language.ts";
import { language } from "./language-table.ts";

const CONTEXT: EmbeddedContext = { names: () => [], metrics: () => [], labels: () => [] };

const SYNTAXES: Readonly<Record<string, MessageSyntax | undefined>> = {
  "Hello {name}": "icu",
  "{n, plural, one {# file} other {# files}}": "icu",
  "Hello {{name}}": "i18next",
  "see $t(common.save)": "i18next",
  "Hello %s": "printf",
  "%1$s of %2$d": "printf",
  "Hello %(name)s": "python",
  "{} of {}": "python",
  "{price:.2f}": "python",
  "100 % sure": undefined,
  Save: undefined,
};

test("a text shows its syntax", () => {
  for (const [text, syntax] of Object.entries(SYNTAXES)) assert.equal(detectMessageSyntax(text), syntax, text);
});

for (const [syntax, text, expected] of [
  [
    "i18next",
    "{{name}} {{- raw}} {{when, datetime}} $t(a.b)",
    ["name text", "raw text", "when datetime", "a.b nesting"],
  ],
  ["printf", "%s %% %d of %2$s, %5.2f %@", ["0 s", "1 d", "1 s", "2 f", "3 @"]],
  [
    "python",
    "{} {0} {name!r} {p:.2f} {{x}} %(who)s {a.b[0]}",
    ["0 text", "0 text", "name text", "p f", "who s", "a text"],
  ],
] as const) {
  test(`variables in ${syntax}`, () => {
    const found = placeholdersOf(text, syntax);
    assert.deepEqual(
      found.map(({ name, type }) => `${name} ${type}`),
      expected,
    );
    for (const { name, start, end } of found) if (!/^\d/.test(name)) assert.ok(text.slice(start, end).includes(name));
  });
}

test("variables of ICU messages, in forms and choices too", () => {
  const text = "{who} {n, plural, one {{x, number}} other {#}} {d, date, short} {o, selectordinal, other {{t, time}}}";
  const { arguments: found, fault } = parseIcuMessage(text);
  assert.equal(fault, undefined);
  assert.deepEqual(
    found.map(({ name, type }) => `${name} ${type}`),
    ["who text", "n plural", "x number", "d date", "o selectordinal", "t time"],
  );
  assert.deepEqual(
    found.slice(0, 1).map(({ start, end }) => text.slice(start, end)),
    ["{who}"],
  );
});

for (const [marked, message] of [
  ["Hi «{»", "`}` is missing behind the variable"],
  ["Hi «{}»", "The braces are empty: the name of a variable is missing"],
  ["{n, «foo»}", "This is not a type: `number`, `date`, `time`, `plural`, `select` and `selectordinal` are"],
  [
    "{n, plural, one {# file}«»}",
    "The form `other {…}` is missing, which stands for all values without a form of their own",
  ],
  ["{n, plural, =«»x {a} other {b}}", "A plural category or a number such as `=0` is expected before `{`"],
  ["{n, plural, one {a} «one» {b} other {c}}", "This plural form stands here twice"],
  ["{n, select, other«»}", "The text of this choice is missing: `{text}` is expected"],
] as const) {
  test(`fault of an ICU message: ${marked}`, () => {
    const { fault, arguments: found } = parseIcuMessage(marked.replace(/[«»]/g, ""));
    assert.equal(fault?.message, message);
    assert.deepEqual([fault?.start, fault?.end], [marked.indexOf("«"), marked.indexOf("»") - 1]);
    assert.deepEqual(found, []);
  });
}

test("any text is read without a throw", () => {
  const words = "{ } , n plural select other one # = 0 {{ }} % ( ) s $t( <b> ' :: offset:".split(" ");
  const soup = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 30 });
  fc.assert(
    fc.property(
      soup.map((parts) => parts.join(" ")),
      (text) => {
        const { fault } = parseIcuMessage(text);
        if (fault) assert.ok(0 <= fault.start && fault.start <= fault.end && fault.end <= text.length, text);
        for (const syntax of ["i18next", "printf", "python"] as const) placeholdersOf(text, syntax);
        for (const { start, end } of language("message").tokens?.(text) ?? [])
          assert.ok(start < end && end <= text.length);
      },
    ),
    { numRuns: 1000 },
  );
  assert.ok(parseIcuMessage("{a, select, other {".repeat(5000)).fault);
});

test("completion of types and plural categories", () => {
  const at = (marked: string) => {
    const offset = marked.indexOf("‸");
    const items = language("message").completionsAt?.(marked.replace("‸", ""), offset, CONTEXT) ?? [];
    return items.map(({ label }) => label);
  };
  assert.deepEqual(at("{count, pl‸}"), ["number", "date", "time", "plural", "select", "selectordinal"]);
  assert.deepEqual(at("{count, plural, one {a} ‸}"), ["zero", "two", "few", "many", "other", "=0", "=1"]);
  assert.deepEqual(at("{count, plural, one {‸}}"), ["#"]);
  assert.deepEqual(at("{count, select, ‸}"), ["other"]);
  assert.deepEqual(at("{{co‸}}"), []);
  assert.deepEqual(at("Save ‸"), []);
});

test("faults are those of texts that are ICU's in any case, because the syntax is said elsewhere", async () => {
  const { check, load, isLoaded } = language("message");
  assert.equal(isLoaded?.("Hi {name"), true);
  await load?.("files: '{n, plural, other {}}'");
  for (const text of ["{n, plural", "Hi {name", "{}", "{{n, plural}}", "{a, b}", "100 %", "{n:>10}", "$t(a)"])
    assert.equal(check(text), undefined, text);
  assert.deepEqual(check("{n, plural, one {a}}")?.start, 19);
  assert.deepEqual(check("Hi ${A:-x} {n, number} {b"), {
    message: "`}` is missing behind the variable",
    start: 23,
    end: 25,
  });
  assert.equal(check("${A:-x} {{tenant_id}} {n, number}"), undefined);
});

test("tokens", () => {
  const shown = (text: string) =>
    (language("message").tokens?.(text) ?? []).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);
  assert.deepEqual(shown("{n, plural, =0 {no} one {# {x}} other {#}}"), [
    ...["n variable", "plural keyword", "=0 enumMember", "one enumMember", "# variable", "x variable"],
    ...["other enumMember", "# variable"],
  ]);
  assert.deepEqual(shown("Hi {{name}}"), ["{{name}} variable"]);
});
