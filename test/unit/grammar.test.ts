import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { yamlCorpus } from "../support/corpus.ts";

/** The grammars that ours builds on are those of VS Code itself: what only a likeness of them shows may be wrong in the editor. */
const GRAMMARS: Readonly<Record<string, string>> = {
  "source.tenant-config": "../../language/tenant-config.tmLanguage.json",
  "source.yaml": "../fixtures/vscode-yaml/yaml.tmLanguage.json",
  "source.yaml.1.2": "../fixtures/vscode-yaml/yaml-1.2.tmLanguage.json",
};

interface Token {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

async function loadGrammar(): Promise<textmate.IGrammar> {
  const require = createRequire(import.meta.url);
  const wasm = await readFile(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(new Uint8Array(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const path = GRAMMARS[scope];
      if (path === undefined) return undefined;
      return textmate.parseRawGrammar(await readFile(new URL(path, import.meta.url), "utf8"), path);
    },
  });
  const grammar = await registry.loadGrammar("source.tenant-config");
  assert.ok(grammar, "The grammar can not be loaded.");
  return grammar;
}

let grammar: Promise<textmate.IGrammar> | undefined;

/** The tokens of a text, line ends left out. */
async function tokenize(text: string): Promise<readonly Token[]> {
  grammar ??= loadGrammar();
  const loaded = await grammar;
  let stack = textmate.INITIAL;
  return text.split("\n").flatMap((line, number) => {
    const result = loaded.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      ...{ text: line.slice(startIndex, endIndex), line: number, start: startIndex, end: endIndex, scopes },
    }));
  });
}

/** The text of all tokens whose innermost scope is this one. */
async function textsOf(text: string, scope: string): Promise<readonly string[]> {
  return (await wordsOf(text)).filter(([, innermost]) => innermost === scope).map(([word]) => word);
}

/** Tokens with their innermost scopes; what follows directly in the same scope on the same line is one. */
async function wordsOf(text: string): Promise<readonly (readonly [word: string, scope: string])[]> {
  const words: [word: string, scope: string][] = [];
  let last: Token | undefined;
  for (const token of await tokenize(text)) {
    const scope = token.scopes.at(-1) ?? "";
    const before = words.at(-1);
    const isSame = last?.end === token.start && last.line === token.line && last.scopes.join() === token.scopes.join();
    if (before && isSame) before[0] += token.text;
    else words.push([token.text, scope]);
    last = token;
  }
  return words;
}

const isOurs = (scope: string): boolean => scope.endsWith(".tenant-config") && scope !== "source.tenant-config";

async function ourTokens(text: string): Promise<readonly Token[]> {
  return (await tokenize(text)).filter((token) => token.scopes.some(isOurs));
}

const environmentName = "variable.other.environment.tenant-config";
const tenantName = "variable.language.tenant.tenant-config";

const places: readonly (readonly [place: string, write: (value: string) => string])[] = [
  ["a plain scalar", (value) => `key: ${value}`],
  ["a plain scalar with text around", (value) => `key: before-${value}-after`],
  ["a double-quoted scalar", (value) => `key: "before ${value} after"`],
  ["a single-quoted scalar", (value) => `key: 'before ${value} after'`],
  ["a block scalar", (value) => `key: |\n  first line\n  second ${value} line\nnext: 1`],
];

for (const [place, write] of places) {
  test(`\${VAR} is coloured in ${place}`, async () => {
    assert.deepEqual(await textsOf(write("${DB_HOST}"), environmentName), ["DB_HOST"]);
  });
  test(`\${env:VAR:-text} is coloured in ${place}`, async () => {
    const text = write("${env:DB_HOST:-localhost}");
    assert.deepEqual(await textsOf(text, "keyword.other.source.tenant-config"), ["env"]);
    assert.deepEqual(await textsOf(text, environmentName), ["DB_HOST"]);
    assert.deepEqual(await textsOf(text, "keyword.operator.default.tenant-config"), [":-"]);
    assert.deepEqual(await textsOf(text, "string.unquoted.default.tenant-config"), ["localhost"]);
  });
}

for (const [place, write] of places.slice(2)) {
  test(`{{tenant_id}} is coloured in ${place}`, async () => {
    assert.deepEqual(await textsOf(write("{{tenant_id}}"), tenantName), ["tenant_id"]);
    assert.deepEqual(await textsOf(write("{{ region }}"), tenantName), ["region"]);
  });
  test(`Go templates are left alone in ${place}`, async () => {
    for (const template of ["{{ .CommonLabels.job }}", "{{ end }}", "{{ $labels.x }}", "{{ else }}"]) {
      assert.deepEqual(await ourTokens(write(template)), [], template);
    }
  });
}

const references: readonly (readonly [store: string, reference: string, secret: string, key: string | undefined])[] = [
  ["vault", "vault:secret/data/acme/db#password", "secret/data/acme/db", "password"],
  ["aws-sm", "aws-sm:acme/db#password", "acme/db", "password"],
  ["gcp-sm", "gcp-sm:project/db", "project/db", undefined],
  ["azure-kv", "azure-kv:acme/db", "acme/db", undefined],
  ["k8s", "k8s:acme/db#password", "acme/db", "password"],
  ["file", "file:/run/secrets/db", "/run/secrets/db", undefined],
];

for (const [store, reference, secret, key] of references) {
  test(`a reference to ${store} is coloured, plain and quoted`, async () => {
    for (const text of [`password: ${reference}`, `password: "${reference}"`, `password: '${reference}'`]) {
      assert.deepEqual(await textsOf(text, "keyword.other.secret-store.tenant-config"), [store], text);
      assert.deepEqual(await textsOf(text, "string.other.secret-reference.tenant-config"), [secret], text);
      const keys = await textsOf(text, "entity.name.secret-key.tenant-config");
      assert.deepEqual(keys, key === undefined ? [] : [key], text);
    }
  });
}

test("a tenant variable inside a secret reference is coloured", async () => {
  const text = "password: vault:secret/data/{{tenant_id}}/db#password";
  assert.deepEqual(await textsOf(text, tenantName), ["tenant_id"]);
});

test("text that only looks like a reference is left alone", async () => {
  for (const value of [
    "vault: secret",
    "my-vault:path#key",
    "https://vault:8200/x#y",
    "file:relative/path",
    "vault:a b#c",
  ]) {
    assert.deepEqual(await ourTokens(`key: "${value}"`), [], value);
  }
});

test("escaped placeholders are one escape", async () => {
  const text = 'key: "$${NOT_READ} and {{"{{"}} text"';
  assert.deepEqual(await textsOf(text.replace('{{"{{"}}', ""), "constant.character.escape.placeholder.tenant-config"), [
    "$${",
  ]);
  assert.deepEqual(await textsOf(text, environmentName), []);
});

test("comments and keys have no placeholders", async () => {
  for (const text of [
    "# ${DB_HOST} and {{tenant_id}}",
    "key: value  # ${DB_HOST}",
    "${DB_HOST}: value",
    "  # vault:secret/data/acme#key",
  ]) {
    assert.deepEqual(await ourTokens(text), [], text);
  }
});

test("the scopes of ordinary YAML stay as they are", async () => {
  const tokens = await tokenize('name: "text"  # why\nport: 5432');
  const scopesOf = (text: string): readonly string[] =>
    tokens.find((token) => token.text === text)?.scopes.slice(4) ?? [];
  assert.deepEqual(scopesOf("name"), ["meta.map.key.yaml", "string.unquoted.plain.yaml", "entity.name.tag.yaml"]);
  assert.deepEqual(scopesOf("text"), ["meta.map.value.yaml", "string.quoted.double.yaml"]);
  assert.deepEqual(scopesOf(" why"), ["meta.map.value.yaml", "comment.line.number-sign.yaml"]);
  assert.equal(scopesOf("5432").at(-1), "constant.numeric.integer.decimal.yaml");
});

const EXPRESSION = 'sum by (job) (rate(http_total{job=~"a|b"}[5m])) > 0.5 and up';

/** The same expression as the value of a key, with the lines behind it. */
const expressions: readonly (readonly [place: string, text: string])[] = [
  ["a plain scalar", `- expr: ${EXPRESSION}\n  for: 5m`],
  ["a plain scalar with a comment", `  query: ${EXPRESSION} # why rate(x)\n  for: 5m`],
  ["a single-quoted scalar", `  expr: '${EXPRESSION}'\n  for: 5m`],
  ["a double-quoted scalar", `  expr: "${EXPRESSION.replaceAll('"', '\\"')}"\n  for: 5m`],
  ["a literal scalar", `  - name: a\n    expr: |\n      # why rate(x)\n      ${EXPRESSION}\n    for: 5m`],
  ["a literal scalar behind a dash", `  - expr: |-\n      ${EXPRESSION}\n    for: 5m\n    name: sum(x)`],
  ["a folded scalar", `expr: >-\n  ${EXPRESSION.replace(" and", "\n  and")}\n\nfor: 5m`],
];

for (const [place, text] of expressions) {
  test(`PromQL is coloured in ${place}`, async () => {
    assert.deepEqual(await textsOf(text, "support.function.aggregation.promql"), ["sum"]);
    assert.deepEqual(await textsOf(text, "support.function.promql"), ["rate"]);
    assert.deepEqual(await textsOf(text, "keyword.control.promql"), ["by"]);
    assert.deepEqual(await textsOf(text, "keyword.operator.word.promql"), ["and"]);
    assert.deepEqual(await textsOf(text, "variable.other.metric.promql"), ["job", "http_total", "up"]);
    assert.deepEqual(await textsOf(text, "entity.other.attribute-name.label.promql"), ["job"]);
    assert.deepEqual(await textsOf(text, "constant.numeric.duration.promql"), ["5m"]);
    assert.deepEqual(await textsOf(text, "constant.numeric.promql"), ["0.5"]);
    const quotes = text.includes('\\"') ? '\\"' : '"';
    assert.deepEqual(await textsOf(text, "string.regexp.promql"), [`${quotes}a|b${quotes}`]);
    const tokens = await tokenize(text);
    const outside = tokens.filter(({ scopes }) => !scopes.some((scope) => scope.includes("promql")));
    assert.ok(
      outside.some(({ text: word }) => word === "for" || word.includes("for")),
      "the next key is none of it",
    );
  });
}

test("placeholders in expressions keep their colours", async () => {
  const text = 'expr: |\n  x{tenant="{{tenant_id}}"} > ${LIMIT}\nfor: 5m';
  assert.deepEqual(await textsOf(text, tenantName), ["tenant_id"]);
  assert.deepEqual(await textsOf(text, environmentName), ["LIMIT"]);
});

test("a key in a text block is no expression", async () => {
  const tokens = await tokenize("text: |\n  expr: sum(x)\nnext: 1");
  assert.equal(
    tokens.some(({ scopes }) => scopes.some((scope) => scope.includes("promql"))),
    false,
  );
});

/** Words of Go templates with their innermost scopes, without the name of the language. */
async function templateWords(text: string): Promise<readonly string[]> {
  const words = await wordsOf(text);
  return words.flatMap(([word, scope]) =>
    scope.endsWith(".go-template") && word.trim() !== "" && !scope.startsWith("meta.embedded")
      ? [`${word} ${scope.replace(".go-template", "")}`]
      : [],
  );
}

const begin = "keyword.operator.begin";
const end = "keyword.operator.end";
const field = "variable.other.property";
const TEMPLATE = '{{- if and $x (eq .Labels.job "a b" `c`) -}} yes {{ else }} {{ printf "%d" 1.5 | title }} {{- end }}';

/** The words of the template above when its double quotes are written in this way. */
const templateTokens = (quotes: string): readonly string[] => [
  ...[`{{- ${begin}`, "if keyword.control", "and support.function", "$x variable.other", "eq support.function"],
  ...[`.Labels.job ${field}`, `${quotes}a b${quotes} string.quoted.double`, "`c` string.quoted.other"],
  ...[`-}} ${end}`, `{{ ${begin}`, "else keyword.control", `}} ${end}`, `{{ ${begin}`, "printf support.function"],
  ...[
    `${quotes}%d${quotes} string.quoted.double`,
    "1.5 constant.numeric",
    "| keyword.operator",
    "title support.function",
  ],
  ...[`}} ${end}`, `{{- ${begin}`, "end keyword.control", `}} ${end}`],
];

const templates: readonly (readonly [place: string, text: string])[] = [
  ["a plain scalar", `summary: a ${TEMPLATE} # {{ why }}\nnext: 1`],
  ["a single-quoted scalar", `a:\n  - summary: '${TEMPLATE}' # {{ why }}\nnext: 1`],
  ["a double-quoted scalar", `a: {summary: "${TEMPLATE.replaceAll('"', '\\"')}"}\nnext: 1`],
  ["a literal scalar", `- text: |\n    ${TEMPLATE.replace(" yes", "\n    yes")}\n  next: 1`],
  ["a folded scalar", `annotations:\n  a.b/c: >-\n    ${TEMPLATE.replace("eq ", "eq\n      ")}\nnext: 1`],
  ["a plain scalar of several lines", `summary: a\n  ${TEMPLATE}\nnext: 1`],
];

for (const [place, text] of templates) {
  test(`Go templates are coloured in ${place}`, async () => {
    assert.deepEqual(await templateWords(text), templateTokens(text.includes('\\"') ? '\\"' : '"'));
  });
}

test("quotes that YAML escapes belong to the strings of a template", async () => {
  assert.deepEqual(await templateWords("a: 'x {{ eq ''b'' \"it''s\" }} y'"), [
    ...[
      `{{ ${begin}`,
      "eq support.function",
      "''b'' string.quoted.single",
      "\"it''s\" string.quoted.double",
      `}} ${end}`,
    ],
  ]);
  assert.deepEqual(await templateWords('a: "x {{ eq \\"b\\\\\\"c\\" }} y"'), [
    ...[`{{ ${begin}`, "eq support.function", '\\"b\\\\\\"c\\" string.quoted.double', `}} ${end}`],
  ]);
});

test("comments of templates are comments, over several lines as well", async () => {
  const text = "a: |\n  x {{- /* {{ .b }} ${C}\n    more */ -}} y {{ .d }}\nnext: 1";
  assert.deepEqual(await templateWords(text), [
    ...["{{- /* {{ .b }} ${C} comment.block", "  more */ -}} comment.block", `{{ ${begin}`, `.d ${field}`, `}} ${end}`],
  ]);
});

const unclosed: readonly string[] = [
  "a: x {{ .b\nc: d",
  "a: x {{ .b # c\nc: d",
  'a: "x {{ .b" # c\nc: d',
  'a: "x {{ eq \\".b" # c\nc: d',
  "a: 'x {{ .b' # c\nc: d",
  "a: 'x {{ eq \".b' # c\nc: d",
  "a: 'x {{ eq `.b' # c\nc: d",
  "a: |\n  x {{ .b\nc: d",
  "a: |\n  x {{ eq `.b\nc: d",
  "- a: >\n    x {{/* .b\n  c: d",
  'a: [ "x {{ .b", "y" ]\nc: d',
  "expr: 'x{a=\"b'\nc: d",
  'expr: "x{a=\'b"\nc: d',
  'expr: x{a="b # c\nc: d',
  "expr: |\n  x{a=`b\nc: d",
];

for (const text of unclosed) {
  test(`what is not closed ends with its scalar: ${JSON.stringify(text)}`, async () => {
    const tokens = await tokenize(text);
    const last = tokens
      .filter(({ line }) => line === tokens.at(-1)?.line)
      .map(({ text: word, scopes }) => [word, scopes]);
    const next = (await tokenize(text.startsWith("-") ? "- b: 1\n  c: d" : "c: d")).map(({ text: word, scopes }) => [
      word,
      scopes,
    ]);
    assert.deepEqual(last, text.startsWith("-") ? next.slice(-last.length) : next);
    const inComment = tokens.filter(({ scopes }) => scopes.includes("comment.line.number-sign.yaml"));
    assert.equal(inComment.length > 0, text.includes("# c"), "a comment stays one");
  });
}

test("texts of messages are no templates", async () => {
  for (const text of [
    "a: 'x {n, plural, one {{n} item} other {{n, number} items}}'",
    "a: x {b} c",
    'expr: x{a="{{ .b }}"}',
  ]) {
    assert.deepEqual(await templateWords(text), [], text);
  }
});

test("placeholders in templates keep their colours", async () => {
  const text = 'a: "{{ eq \\"${LIMIT}\\" ${OTHER:-1} }} {{ tenant_id }}"';
  assert.deepEqual(await textsOf(text, environmentName), ["LIMIT", "OTHER"]);
  assert.deepEqual(await textsOf(text, tenantName), ["tenant_id"]);
});

test("keys and comments hold no template", async () => {
  for (const text of ["'{{ .a }}': b", "# {{ .a }}", "a: b # {{ .a }}"]) {
    assert.deepEqual(await templateWords(text), [], text);
  }
});

test("a mapping below a key of an expression is ordinary YAML", async () => {
  const tokens = await tokenize("query:\n  text: sum(x)\n  list:\n    - sum(x)");
  assert.deepEqual(
    tokens.filter(({ scopes }) => scopes.at(-1)?.endsWith(".promql")).map(({ text }) => text),
    [],
  );
});

test("every scalar of the examples that holds a template has its colours, and no line is changed by the one before", async () => {
  let count = 0;
  for (const [path, text] of yamlCorpus()) {
    if (!path.startsWith("examples/")) continue;
    const tokens = await tokenize(text);
    const lines = text.split("\n");
    for (const { line, start, scopes, text: word } of tokens) {
      const last = scopes.at(-1) ?? "";
      if (!last.endsWith(".go-template") || !last.startsWith("keyword.operator.begin")) continue;
      count++;
      assert.ok(lines[line]?.slice(start).startsWith("{{"), `${path}:${line + 1} ${word}`);
    }
    const keys = tokens.filter(({ scopes }) => scopes.includes("entity.name.tag.yaml"));
    assert.ok(
      keys.every(({ scopes }) => !scopes.some((scope) => scope.endsWith(".go-template"))),
      path,
    );
  }
  assert.ok(count > 10, `${count} actions`);
});

/** Lines without an end in sight; what searches from each character to the end takes minutes for them. */
const LONG: Readonly<Record<string, (length: number) => string>> = {
  "actions, plain": (length) => `a: x${"{{ .b | c }} ".repeat(length / 13)}`,
  "actions, double-quoted": (length) => `a: "${"{{ if .b }}".repeat(length / 11)}"`,
  "braces only": (length) => `a: x${"{".repeat(length)}`,
  "strings that do not end": (length) => `a: x{{ ${'"\\'.repeat(length / 2)}`,
  "quotes in quotes": (length) => `expr: '${"''".repeat(length / 2)}'`,
  "escaped quotes": (length) => `expr: "${'\\"'.repeat(length / 2)}"`,
  "one word": (length) => `expr: ${"a".repeat(length)}`,
  "digits and units": (length) => `expr: ${"1m".repeat(length / 2)}!`,
  defaults: (length) => `a: x${"${A:-".repeat(length / 5)}`,
  "comments that do not end": (length) => `a: x${"{{/*".repeat(length / 4)}`,
};

for (const [name, write] of Object.entries(LONG)) {
  test(`a line of 100,000 characters takes no longer than its length asks for: ${name}`, async () => {
    const timeOf = async (length: number): Promise<number> => {
      const start = performance.now();
      await tokenize(write(length));
      return performance.now() - start;
    };
    await timeOf(1_000);
    const time = await timeOf(100_000);
    assert.ok(time < 20_000, `${Math.round(time)} ms`);
  });
}
