import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseCel } from "../../../server/src/values/cel/parser.ts";
import type { EmbeddedContext } from "../../../server/src/values/scalar-language.ts";
import { acceptsTemplates, refusesTemplates } from "./go-template/template-table.ts";
import { language } from "./language-table.ts";

const CONTEXT: EmbeddedContext = { names: () => [], metrics: () => [], labels: () => [] };

acceptsTemplates("cel", [
  "subject.department == resource.department && environment.hour < 18",
  "true",
  "!(subject.mfa) || action.name in ['read', \"list\"]",
  "subject.level >= 3 ? resource.open : resource.owner == subject.id",
  "subject.roles.exists(r, r == 'admin')",
  "subject.roles.all(r, r.startsWith('a') && resource.tags.exists(t, t == r))",
  "size(subject.roles) > 0 && subject.roles.size() <= 5",
  "has(subject.department) && !has(resource.locked)",
  "resource.labels['team-name'] == subject.team",
  "timestamp(environment.time).getHours('Europe/Paris') < 18",
  "duration('1h') > duration('30m')",
  "subject.email.matches(r'^[^@]+@acme\\.example$')",
  "resource.size < 10u && resource.weight < 1.5e3 && resource.n == 0xFF && -subject.x < .5",
  "type(subject.age) == int",
  "{'a': 1, 'b': subject.x}['a'] == 1",
  "[1, 2, 3,].map(x, x * 2).filter(y, y > 2) == []",
  "--subject.x == 1 && !!subject.y",
  "subject.x // a comment\n  == 1\n",
  "'''several\nlines''' == resource.text",
  "environment.ip.startsWith('10.') && (subject.a + subject.b) * 2 % 3 - 1 != 0",
  "google.protobuf.Duration{seconds: 5} == environment.age",
  'resource.tenant == "{{tenant_id}}"',
  "isOfficeHour(environment.time)",
  "null == resource.owner",
]);

refusesTemplates("cel", [
  ["«»", "A condition is expected, for example `subject.level >= 3`"],
  ["«»  ", "A condition is expected, for example `subject.level >= 3`"],
  ["subject.dept «==» ", "The expression ends too early: a value is expected here"],
  ["subject.dept «=» 'a'", "`=` has no meaning in an expression; use `==`"],
  ["subject.a «&» subject.b", "`&` has no meaning in an expression; use `&&`"],
  ["subject.a «and» subject.b", "An operator is expected here, found `and`; use `&&`"],
  ["subject.a «b»", "An operator is expected here, found `b`"],
  ["not «subject».a", "An operator is expected here, found `subject`"],
  ["subject.a == «'x»", "This text has no end: `'` is missing"],
  ["subject.a == «'\\q'»", "`\\q` is not an escape; a backslash is written `\\\\`"],
  ["(subject.«a»", "The expression ends too early: `)` is expected here"],
  ["subject.a«)»", "An operator is expected here, found `)`"],
  ["subject.roles[«0»", "The expression ends too early: `]` is expected here"],
  ["subject«.»", "The expression ends too early: the name of an attribute is expected behind `.`"],
  ["subject«.1»", "An operator is expected here, found `.1`"],
  ["size(subject.a,«)»", "A further argument is expected here, found `)`"],
  ["«&&» subject.a", "A value is expected here, found `&&`"],
  ["subject.a ? «'b'»", "The expression ends too early: `:` is expected here"],
  ["«for» == 1", "`for` is a reserved word and can not be a name"],
  ["«12ab» == 1", "`12ab` is not a number"],
  ["«99999999999999999999» == 1", "`99999999999999999999` is too large"],
  ["«!»-subject.a", "`!` and `-` can not stand together without parentheses"],
  ["subject.a «#» 1", "`#` has no meaning in an expression"],
  ["{'a' «1»}", "`:` is expected here, found `1`"],
  [
    "«user».name == 'a'",
    "`user` is not known here: a condition sees `subject`, `resource`, `action` and `environment`",
  ],
  [
    "«subjekt».name == 'a'",
    "`subjekt` is not known here: a condition sees `subject`, `resource`, `action` and `environment`. Did you mean `subject`?",
    "subject.name == 'a'",
  ],
  [
    "subject.roles.exists(r, r == 'a') && «r» == 'b'",
    "`r` is not known here: a condition sees `subject`, `resource`, `action` and `environment`",
  ],
  ["«sise»(subject.roles) > 1", "CEL has no function `sise`. Did you mean `size`?", "size(subject.roles) > 1"],
]);

test("operators bind as CEL says", () => {
  const { expression } = parseCel("subject.a || action.b && 1 + 2 * 3 == 7");
  assert.equal(expression?.kind === "operation" && expression.operator, "||");
  const [, right] = expression?.kind === "operation" ? expression.operands : [];
  assert.equal(right?.kind === "operation" && right.operator, "&&");
  const [, comparison] = right?.kind === "operation" ? right.operands : [];
  assert.equal(comparison?.kind === "operation" && comparison.operator, "==");
});

const WORDS = "subject . a ( ) [ ] { } , : ? == && || ! - + in true 'x' \" 1 1.5 r' \\ // \n has exists(x,".split(" ");

test("any text is answered, with a fault in range", () => {
  const soup = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 3 })), { maxLength: 30 });
  fc.assert(
    fc.property(
      soup.map((words) => words.join(" ")),
      (text) => {
        const found = language("cel").check(text);
        if (found) assert.ok(0 <= found.start && found.start <= found.end && found.end <= text.length, text);
        language("cel").tokens?.(text);
        language("cel").completionsAt?.(text, text.length, CONTEXT);
      },
    ),
    { numRuns: 2000 },
  );
});

test("deep nesting is a fault, not an overflow", () => {
  for (const unit of ["(", "[", "-", "!", "{", "a?", "f(", "a."]) {
    assert.ok(language("cel").check(unit.repeat(4000)), unit);
  }
});

test("completion knows what stands before", () => {
  const at = (text: string, offset: number) =>
    (language("cel").completionsAt?.(text, offset, CONTEXT) ?? []).map(({ label }) => label);
  assert.deepEqual(at("", 0).slice(0, 5), ["subject", "resource", "action", "environment", "size"]);
  assert.deepEqual(at("subject.name.con", 16).slice(0, 3), ["contains", "startsWith", "endsWith"]);
  assert.deepEqual(at("'te", 3), []);
  assert.deepEqual(at("12", 2), []);
});

test("hover tells functions from methods", () => {
  const at = (text: string, offset: number) => language("cel").hoverAt?.(text, offset, CONTEXT)?.markdown;
  assert.equal(at("subject.a", 2), "`subject`: Who asks: attributes of the user or service.");
  assert.equal(at("subject.a.contains('x')", 12), "`contains`: True when the text contains another.");
  assert.equal(at("subject.size", 9), undefined);
});

test("tokens", () => {
  const text = "has(subject.a) && a.exists(x, x in [1]) // c";
  assert.deepEqual(
    (language("cel").tokens?.(text) ?? []).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`),
    [
      ...["has function", "subject variable", "a property", "&& operator", "a variable", "exists method"],
      ...["x variable", "x variable", "in keyword", "1 number", "// c comment"],
    ],
  );
});
