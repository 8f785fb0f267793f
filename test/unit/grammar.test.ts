import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

/**
 * As much of VS Code's YAML grammar as the tests need, with the same scopes: keys are strings with `entity.name.tag`, values
 * are plain, quoted or block strings.
 */
const yamlStub = {
  scopeName: "source.yaml",
  patterns: [{ include: "#comment" }, { include: "#block" }, { include: "#pair" }, { include: "#value" }],
  repository: {
    comment: { match: "(?:^|(?<=\\s))#.*$", name: "comment.line.number-sign.yaml" },
    block: {
      begin: "^(\\s*)([\\w-]+)(:)\\s+[|>][-+]?\\s*$",
      beginCaptures: {
        2: { name: "meta.map.key.yaml string.unquoted.plain.out.yaml entity.name.tag.yaml" },
        3: { name: "punctuation.separator.map.value.yaml" },
      },
      end: "^(?!\\1\\s|\\s*$)",
      contentName: "string.unquoted.block.yaml",
    },
    pair: {
      begin: '(?="?[\\w{}$.-]+"?:(?:\\s|$))',
      end: "(:)(?=\\s|$)",
      endCaptures: { 1: { name: "punctuation.separator.map.value.yaml" } },
      // Regions, not single matches: only into regions could a rule of ours be injected.
      patterns: [
        {
          begin: "\\G",
          end: "(?=:(?:\\s|$))",
          name: "meta.map.key.yaml string.unquoted.plain.out.yaml entity.name.tag.yaml",
        },
      ],
    },
    value: {
      patterns: [
        { begin: '"', end: '"', name: "string.quoted.double.yaml" },
        { begin: "'", end: "'", name: "string.quoted.single.yaml" },
        { match: "\\b\\d+\\b(?=\\s*$)", name: "constant.numeric.integer.yaml" },
        { begin: "(?=[^\\s\"'#:-])", end: "$|(?=\\s+#)", name: "string.unquoted.plain.out.yaml" },
      ],
    },
  },
};

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

async function loadGrammar(): Promise<textmate.IGrammar> {
  const require = createRequire(import.meta.url);
  const wasm = await readFile(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(new Uint8Array(wasm));
  const own = await readFile(new URL("../../language/tenant-config.tmLanguage.json", import.meta.url), "utf8");
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const text = scope === "source.yaml" ? JSON.stringify(yamlStub) : own;
      return textmate.parseRawGrammar(text, `${scope}.json`);
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
  return text.split("\n").flatMap((line) => {
    const result = loaded.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** The text of all tokens whose innermost scope is this one. */
async function textsOf(text: string, scope: string): Promise<readonly string[]> {
  return (await tokenize(text)).filter((token) => token.scopes.at(-1) === scope).map((token) => token.text);
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
      assert.deepEqual(await textsOf(text, "string.other.link.secret.tenant-config"), [secret], text);
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
    tokens.find((token) => token.text === text)?.scopes.slice(1) ?? [];
  assert.deepEqual(scopesOf("name"), ["meta.map.key.yaml", "string.unquoted.plain.out.yaml", "entity.name.tag.yaml"]);
  assert.deepEqual(scopesOf("text"), ["string.quoted.double.yaml"]);
  assert.deepEqual(scopesOf("# why"), ["comment.line.number-sign.yaml"]);
  assert.deepEqual(scopesOf("5432"), ["constant.numeric.integer.yaml"]);
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
    assert.deepEqual(await textsOf(text, "string.quoted.double.promql"), [`${quotes}a|b${quotes}`]);
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
