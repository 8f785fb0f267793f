import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lexTemplate } from "../../../../server/src/values/go-template/lexer.ts";
import { parseGoTemplate } from "../../../../server/src/values/go-template/parser.ts";
import { printTemplate } from "../../../support/print-template.ts";
import { language } from "../language-table.ts";

const LEAVES = ["{{ .Status }}", "text ", "\n", "{{tenant_id}}", "{{- $x -}}", "{{/* c */}}", '{{ printf "%s" .A.B }}'];
const PIPELINES = [
  ".",
  "$x := .Alerts",
  "len (index .Alerts 0).Labels | not",
  "and true nil 'a' 1.5 `r`",
  ".A (.B | len).C",
];

const template = fc.letrec<{ list: string; node: string }>((tie) => ({
  list: fc.array(tie("node"), { maxLength: 3 }).map((nodes) => nodes.join("")),
  node: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...LEAVES),
    fc.constantFrom(...PIPELINES).map((pipeline) => `{{ ${pipeline} }}`),
    fc
      .tuple(fc.constantFrom("if", "with", "range"), fc.constantFrom(...PIPELINES), tie("list"), tie("list"))
      .map(([word, pipeline, body, other]) => `{{ ${word} ${pipeline} }}${body}{{ else }}${other}{{- end }}`),
    fc
      .tuple(fc.constantFrom("if", "with"), tie("list"), tie("list"))
      .map(([word, body, other]) => `{{${word} .A}}${body}{{else ${word} .B}}${other}{{else}}x{{end}}`),
    tie("list").map((body) => `{{ range $i, $v := .Alerts }}${body}{{ break }}{{ continue }}{{ end }}`),
    tie("list").map((body) => `{{ block "b" . }}${body}{{ end }}{{ template "b" .A }}`),
  ),
})).list;

/** A tree without its places. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(shape)
      .filter((entry) => !(entry && typeof entry === "object" && "text" in entry && entry.text === ""));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !["start", "end", "opening", "nameEnd"].includes(key));
  return Object.fromEntries(entries.map(([key, child]) => [key, shape(child)]));
}

/** Neighbouring texts are one after printing. */
function printed(text: string): unknown {
  return shape(parseGoTemplate(printTemplate(parseGoTemplate(text).nodes)).nodes);
}

test("a printed tree is read as the same tree", () => {
  fc.assert(
    fc.property(template, (text) => {
      assert.deepEqual(parseGoTemplate(text).faults, [], text);
      const once = printTemplate(parseGoTemplate(text).nodes);
      assert.deepEqual(printed(once), shape(parseGoTemplate(once).nodes), once);
      assert.equal(printTemplate(parseGoTemplate(once).nodes), once);
    }),
    { numRuns: 300 },
  );
});

const WORDS =
  `{{ }} {{- -}} if else end range with define block template break continue . .a $ $x := = | , ( ) " ' \` 1 1.5 -
  nil true len eq {{/* */}} "n" {{tenant_id}} $`.split(/\s+/);
const soup = fc
  .array(fc.oneof(fc.constantFrom(...WORDS, " ", "\n", "${V}", "é😀"), fc.string({ maxLength: 3 })), { maxLength: 25 })
  .map((words) => words.join(" "));

test("any text is read and judged without a throw, with faults in range", () => {
  for (const format of ["prometheus-template", "alertmanager-template"]) {
    fc.assert(
      fc.property(soup, (text) => {
        const found = language(format).check(text);
        if (found) assert.ok(0 <= found.start && found.start <= found.end && found.end <= text.length, text);
      }),
      { numRuns: 1000 },
    );
  }
});

test("tokens outside of faults cover the text without gaps", () => {
  fc.assert(
    fc.property(template, (text) => {
      const tokens = lexTemplate(text);
      assert.equal(tokens.map(({ start, end }) => text.slice(start, end)).join(""), text);
    }),
    { numRuns: 200 },
  );
});

test("half-typed templates keep what could be read", () => {
  for (let end = 0; end <= 60; end++) {
    const text = '{{ range .Alerts }}{{ if eq .Labels.a "x" }}y{{ else }}{{ .'.slice(0, end);
    assert.ok(parseGoTemplate(text).nodes.length > 0 || end === 0, text);
  }
});

test("megabytes of openings end soon", () => {
  for (const unit of ["{", "{{(", "{{if x}}", "{{ else }}", "{{}}", '{{ "', "{{ $x := 1 }}"]) {
    const text = unit.repeat(100_000 / unit.length);
    assert.ok(language("alertmanager-template").check(text) || unit.includes(":="), unit);
  }
});

test("white space goes where trim markers say so", () => {
  const { nodes } = parseGoTemplate("a  {{- .A -}}  b {{ .B }} c");
  const texts = nodes.flatMap((node) => (node.kind === "text" ? [node.text] : []));
  assert.deepEqual(texts, ["a", "b ", " c"]);
});
