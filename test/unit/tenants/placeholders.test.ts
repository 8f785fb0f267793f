import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  findPlaceholders,
  isSecretReference,
  type Placeholder,
  type PlaceholderValues,
  placeholderName,
  resolvePieces,
  sampleTexts,
  TENANT_VARIABLE_MEANINGS,
  TENANT_VARIABLES,
} from "../../../server/src/tenants/placeholders.ts";

/** A placeholder in short: what it is, and the text it covers. */
function short(text: string, placeholder: Placeholder): string {
  const covered = text.slice(placeholder.start, placeholder.end);
  if (placeholder.kind === "environment") {
    const fallback = placeholder.fallback === undefined ? "" : `=${placeholder.fallback}`;
    return `env ${placeholder.name}${fallback} «${covered}»`;
  }
  if (placeholder.kind === "variable") return `var ${placeholder.name} «${covered}»`;
  return placeholder.kind === "secret" ? `secret ${placeholder.store}` : `escape ${placeholder.text} «${covered}»`;
}

const TEXTS: readonly (readonly [text: string, found: readonly string[]])[] = [
  ["", []],
  ["plain", []],
  ["${VAR}", ["env VAR «${VAR}»"]],
  ["${_v1}", ["env _v1 «${_v1}»"]],
  ["${env:VAR}", ["env VAR «${env:VAR}»"]],
  ["${VAR:-text}", ["env VAR=text «${VAR:-text}»"]],
  ["${VAR:-}", ["env VAR= «${VAR:-}»"]],
  ["${VAR:-a:b c}", ["env VAR=a:b c «${VAR:-a:b c}»"]],
  ["${env:VAR:-x}", ["env VAR=x «${env:VAR:-x}»"]],
  ["a-${A}-${B}", ["env A «${A}»", "env B «${B}»"]],
  ["${A}{{region}}", ["env A «${A}»", "var region «{{region}}»"]],
  ["{{tenant_id}}", ["var tenant_id «{{tenant_id}}»"]],
  ["x {{  plan }} y", ["var plan «{{  plan }}»"]],
  ["$${VAR}", ["escape ${ «$${»"]],
  ['{{"{{"}}tenant_id}}', ['escape {{ «{{"{{"}}»']],
  ['{{ "{{" }}', ['escape {{ «{{ "{{" }}»']],
  ["vault:secret/data/{{tenant_id}}/db#password", ["secret Vault"]],
  ["aws-sm:prod/db#password", ["secret AWS Secrets Manager"]],
  ["gcp-sm:project/name#3", ["secret Google Secret Manager"]],
  ["gcp-sm:project/name#latest", ["secret Google Secret Manager"]],
  ["azure-kv:vault/name", ["secret Azure Key Vault"]],
  ["k8s:namespace/secret#key", ["secret Kubernetes"]],
  ["file:/run/secrets/db", ["secret a file"]],
];

for (const [text, found] of TEXTS) {
  test(`placeholders of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      findPlaceholders(text).map((placeholder) => short(text, placeholder)),
      found,
    );
  });
}

test("what only looks like a placeholder is none", () => {
  for (const text of [
    "$VAR",
    "${}",
    "${1A}",
    "${A-B}",
    "${VAR",
    "${ VAR }",
    "${VAR:?error}",
    "{VAR}",
    "{{unknown}}",
    "{{ .GroupLabels.alertname }}",
    "{{$labels.tenant}}",
    "{{ end }}",
    "{{ tenant_id | toUpper }}",
    "{{tenant_id}",
    "{{Tenant_Id}}",
    "vault:secret/db",
    "vault:#key",
    "vault:a b#key",
    " vault:a#key",
    "see vault:a#key",
    "aws-sm:name",
    "gcp-sm:name#1",
    "azure-kv:vault",
    "azure-kv:a/b/c",
    "k8s:secret#key",
    "k8s:a/b",
    "file:relative/path",
    "file:/with space/x",
  ]) {
    assert.deepEqual(findPlaceholders(text), [], text);
    assert.equal(isSecretReference(text), false, text);
  }
});

test("a secret reference is the whole value; a placeholder inside it belongs to it", () => {
  assert.ok(isSecretReference("vault:a/{{tenant_id}}#b"));
  assert.ok(!isSecretReference("vault:a#b "));
  assert.equal(findPlaceholders("vault:a/{{tenant_id}}#b").length, 1);
});

const VALUES: PlaceholderValues = {
  environment: (name) => (name === "HOST" ? { value: "db.example", from: "`.env`" } : undefined),
  variable: (name) => (name === "tenant_id" ? { value: "acme", from: "the tenant file" } : undefined),
};

test("a text is resolved piece by piece, with where each value comes from", () => {
  const pieces = resolvePieces("{{tenant_id}}.${HOST}:${PORT:-5432}/$${x}/${NONE}{{region}}!", VALUES).map(
    ({ placeholder, text, from }) => [placeholder && placeholderName(placeholder), text, from],
  );
  assert.deepEqual(pieces, [
    ["{{tenant_id}}", "acme", "the tenant file"],
    [undefined, ".", undefined],
    ["HOST", "db.example", "`.env`"],
    [undefined, ":", undefined],
    ["PORT", "5432", "its default"],
    [undefined, "/", undefined],
    ["${", "${", ""],
    [undefined, "x}/", undefined],
    ["NONE", undefined, undefined],
    ["{{region}}", undefined, undefined],
    [undefined, "!", undefined],
  ]);
});

test("a known variable wins over the default; a secret is never known", () => {
  assert.deepEqual(
    resolvePieces("${HOST:-x}", VALUES).map((piece) => piece.text),
    ["db.example"],
  );
  const [secret] = resolvePieces("file:/run/x", VALUES);
  assert.equal(secret?.text, undefined);
  assert.equal(secret?.placeholder && placeholderName(secret.placeholder), "a file");
});

test("the pieces together are the text again", () => {
  const part = fc.constantFrom("a", "${A}", "{{plan}}", "$${", '{{"{{"}}', "{{x}}", "}", "${", "{{", "vault:a#b");
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join("");
      const again = resolvePieces(text, VALUES).map(({ placeholder, text: piece }) =>
        placeholder ? text.slice(placeholder.start, placeholder.end) : piece,
      );
      assert.equal(again.join(""), text);
    }),
  );
});

test("samples fill the gaps that are not known, and leave the rest", () => {
  const samples = (text: string): readonly string[] => sampleTexts(resolvePieces(text, VALUES));
  assert.deepEqual(samples("${HOST}"), Array(samples("${HOST}").length).fill("db.example"));
  assert.ok(samples("My_${X}").every((sample) => sample.startsWith("My_")));
  assert.ok(samples("${X}:${Y}").includes("a.example:8080:0"));
  assert.ok(samples("${X}:${Y}").includes("example:10"));
  assert.ok(samples("${X}").includes("5m") && samples("${X}").includes("") && samples("${X}").includes("10.0.0.0"));
});

test("every tenant variable has a meaning", () => {
  assert.deepEqual(Object.keys(TENANT_VARIABLE_MEANINGS), [...TENANT_VARIABLES]);
});
