import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { languageOf } from "../../../server/src/features/embedded-place.ts";
import { schemaOf } from "../../../server/src/schema/registry.ts";
import { walkWritten } from "../../../server/src/schema/walk-written.ts";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { yamlCorpus } from "../../support/corpus.ts";
import { decodeTokens } from "../../support/decode-tokens.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { open, type Surroundings } from "./ask.ts";

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });

/** Words of languages inside scalars and placeholders with their lines, as `0: sum function`. */
async function words(text: string, around: Surroundings = at("monitoring")): Promise<readonly string[]> {
  const { service, document, workspace, settings } = open(text, around);
  const tokens = decodeTokens(text, await service.semanticTokens(document, undefined, workspace, settings));
  return tokens.flatMap(({ shown }) =>
    / \S*(?:embedded|variable|string)\S*$/.test(shown) ? [shown.replace(".embedded", "")] : [],
  );
}

const rule = (lines: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: A\n${lines.replace(/^/gm, "      ")}\n`;

const EXPRESSION = [
  ...["sum function", "by keyword", "job parameter", "rate function", "x variable", "job parameter", "=~ operator"],
  ...["QaQ regexp", "5m number", "offset operator", "1h number", "> operator", "bool operator", "2 number"],
  ...["and operator", "on keyword", "job parameter", "up variable", "== operator", "$limit variable"],
];
const promql = 'sum by (job) (rate(x{job=~"a"}[5m] offset 1h)) > bool 2 and on (job) up == $limit';
const expressionTokens = (quote: string): readonly string[] => EXPRESSION.map((word) => word.replaceAll("Q", quote));

const TEMPLATE = [
  ...["{{- operator", "if keyword", "eq function", "$x variable", ".Labels property", ".job property", "QaQ string"],
  ...["`b` string", "1 number", "-}} operator", "{{ operator", ". variable", "| operator", "title function"],
  ...["}} operator", "{{/* c */}} comment", "{{ operator", "end keyword", "}} operator"],
];
const template = '{{- if eq $x.Labels.job "a" `b` 1 -}} yes {{ . | title }}{{/* c */}} {{ end }}';
const templateTokens = (quote: string): readonly string[] => TEMPLATE.map((word) => word.replaceAll("Q", quote));

const STYLES: readonly (readonly [style: string, write: (text: string) => string, quote: string])[] = [
  ["plain", (text) => text, '"'],
  ["single-quoted", (text) => `'${text}' # why`, '"'],
  ["double-quoted", (text) => `"${text.replaceAll('"', '\\"')}"`, '\\"'],
  ["literal", (text) => `|\n  ${text}`, '"'],
  ["folded over lines", (text) => `>-\n  ${text.replaceAll(" ", "\n  ")}`, '"'],
  ["plain over lines", (text) => `up\n  and\n\n  ${text}`.replace("up\n  and\n\n  ", ""), '"'],
  ["double-quoted over lines", (text) => `"${text.replaceAll('"', '\\"').replaceAll(" ", "\n  ")}"`, '\\"'],
  [
    "double-quoted with broken words",
    (text) => `"${text.replaceAll('"', '\\"').replaceAll(") ", ")\\\n  \\ ")}"`,
    '\\"',
  ],
];

describe("tokens of languages inside scalars", () => {
  for (const [style, write, quote] of STYLES) {
    for (const lineEnd of ["\n", "\r\n"]) {
      const name = `${style}${lineEnd === "\n" ? "" : ", with CRLF"}`;
      test(`PromQL, ${name}`, async () => {
        const text = rule(`expr: ${write(promql)}`).replaceAll("\n", lineEnd);
        assert.deepEqual(await words(text), expressionTokens(quote));
      });
      test(`a template, ${name}`, async () => {
        const text = rule(`annotations:\n  any: ${write(`a ${template}`).replaceAll("\n", "\n  ")}`);
        const expected = templateTokens(quote).flatMap((word) => {
          const isCut = style.includes("over lines") && style !== "plain over lines";
          return word === "{{/* c */}} comment" && isCut ? ["{{/* comment", "c comment", "*/}} comment"] : [word];
        });
        assert.deepEqual(await words(text.replaceAll("\n", lineEnd)), expected);
      });
    }
  }

  test("comments, labels in braces, and words that are broken", async () => {
    const text = rule("expr: |\n  # all (x)\n  {\"a\", b!~'c', d=} or topk(1, a by (x)) # end\n  rate(");
    assert.deepEqual(await words(text), [
      ...["# all (x) comment", '"a" string', "b parameter", "!~ operator", "'c' regexp", "d parameter", "= operator"],
      ...["or operator", "topk function", "1 number", "a variable", "by keyword", "x parameter", "# end comment"],
      "rate function",
    ]);
  });

  test("placeholders stand where the words of the language are interrupted", async () => {
    const text = rule(
      'expr: a{b="x-${ENV:-c}-{{region}}"} > ${LIMIT}\nannotations: {c: "{{ eq \\"${A}\\" }} {{tenant_id}} $${d}"}',
    );
    assert.deepEqual(await words(text), [
      ...["a variable", "b parameter", "= operator", '"x- string', "ENV variable", "c string", "- string"],
      ...["region variable.readonly", '" string', "> operator", "LIMIT variable"],
      ...[
        "{{ operator",
        "eq function",
        '\\" string',
        "A variable",
        '\\" string',
        "}} operator",
        "tenant_id variable.readonly",
      ],
    ]);
  });

  test("matchers, regular expressions and templates of receivers", async () => {
    const text = [
      "alertmanager:",
      "  config:",
      "    route:",
      "      receiver: ops",
      "      routes:",
      "        - receiver: ops",
      '          matchers: [\'a="b"\', "c!~\\"d|e\\"", f = g h]',
      "          match_re: {service: '(?P<n>a|b)+[^c]\\d{1,2}.*'}",
      "    receivers:",
      "      - name: ops",
      "        slack_configs: [{title: '{{ .Status }}', color: good}]",
    ].join("\n");
    assert.deepEqual(await words(text), [
      ...["a parameter", "= operator", '"b" string', "c parameter", "!~ operator", '\\"d|e\\" regexp'],
      ...["f parameter", "= operator", "g h string"],
      ...["(?P< operator", "n variable", "> operator", "a regexp", "| operator", "b regexp", ")+ operator"],
      ...["[^c]\\d regexp", "{1,2}.* operator", "{{ operator", ".Status property", "}} operator"],
    ]);
  });

  test("conditions, with characters outside the basic plane and escapes before them", async () => {
    const condition = String.raw`"'\u00e9😀' == subject.name && has(action.x) // why"`;
    const text = `authorization:\n  abac:\n    policies:\n      - name: a\n        condition: ${condition}\n`;
    assert.deepEqual(await words(text, at("security")), [
      ...[String.raw`'\u00e9😀' string`, "== operator", "subject variable", "name property", "&& operator"],
      ...["has function", "action variable", "x property", "// why comment"],
    ]);
  });

  test("what is no value of such a language has no words", async () => {
    const text = rule("expr: 5\nfor: 5m\nannotations:\n  a: no action\n  b: *c\n  d: {e: '{{ .f }}'}");
    assert.deepEqual(await words(text), []);
  });

  test("JSON files have them as well", async () => {
    const text = '{"tenant_specific": {"custom_alerts": [{"name": "A", "expr": "up{a=\\"b\\"} == 0"}]}}';
    assert.deepEqual(await words(text, { path: "tenants/one/monitoring.json" }), [
      ...["up variable", "a parameter", "= operator", '\\"b\\" string', "== operator", "0 number"],
    ]);
  });
});

/** What the embedded parsers say about every scalar of a text, without white space: what stands in the file with its escapes and breaks. */
test("tokens of every file are what the parsers say, in their scalars", async () => {
  let count = 0;
  for (const [path, text] of yamlCorpus()) {
    const document = { uri: uriOf(path), text };
    const service = createService();
    const { kind } = await service.kind(document, memoryWorkspace({}), DEFAULT_SETTINGS);
    if (!kind) continue;
    const found = decodeTokens(
      text,
      await service.semanticTokens(document, undefined, memoryWorkspace({}), DEFAULT_SETTINGS),
    );
    const embedded = found.filter(({ shown }) => shown.includes(".embedded"));
    const source = parseSource(text, "yaml");
    const root = rootOf(source);
    if (!root) continue;
    let inScalars = 0;
    walkWritten(schemaOf(kind), root, {
      visit: ({ node, schemas }) => {
        if (node.kind !== "scalar" || typeof node.value !== "string" || /\$\{|\{\{\s*\w+\s*\}\}|\\/.test(node.value))
          return;
        const { value } = node;
        const said = languageOf(schemas)?.tokens?.(value) ?? [];
        const own = embedded.filter(({ line, start }) => {
          const offset = source.lines.lineStart(line) + start;
          return offset >= node.start && offset < node.end;
        });
        const written = own.map(({ shown }) => shown.slice(0, shown.lastIndexOf(" "))).join("");
        const plain = (words: string): string => words.replace(/\s/g, "");
        const expected = plain(said.map(({ start, end }) => value.slice(start, end)).join(""));
        const isEscaped = node.style === "double" || node.style === "single";
        assert.equal(plain(isEscaped ? written.replaceAll('\\"', '"').replaceAll("''", "'") : written), expected, path);
        inScalars += own.length;
        assert.ok(
          own.every(({ line, end }) => source.lines.lineStart(line) + end <= node.end),
          path,
        );
      },
    });
    count += inScalars;
  }
  assert.ok(count > 300, `${count} words`);
});
