import * as l10n from "@vscode/l10n";
import { propertyOf, schemasAt } from "../../schema/match.ts";
import type { Change } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import { isSecretPlace } from "../../tenants/masking.ts";
import { findPlaceholders } from "../../tenants/placeholders.ts";
import type { OffsetRange } from "../../text/line-index.ts";
import { visibleRange } from "../../yaml/scalar-positions.ts";
import type { Place } from "../place.ts";
import { isInProduction } from "../production.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { variableFor, variableName, vaultReferenceFor } from "./secret-names.ts";
import {
  isRandom,
  isSecretKey,
  literalDefault,
  type ShapedSecret,
  shapedSecret,
  standsForSecret,
  urlPassword,
} from "./secret-text.ts";

/** A secret in clear: what says so, and what of the text it is. */
interface Found extends OffsetRange {
  readonly message: string;
  /** What it is called when it is a part of the text. */
  readonly part?: string;
  /** What is replaced by a reference, when that is not the text alone: a placeholder with its default. */
  readonly replaced?: OffsetRange & { readonly by: string };
}

/** Keys at whose end a schema can say that the value is a secret. */
const MAY_BE_SECRET = /pass|pwd|secret|token|key|credential|auth|ur[il]|header|cookie/i;

/** Keys whose texts are for people, who may write there what an address looks like. */
const PROSE =
  /^(?:description|summary|comment|notes?|title|message|help|text|footer|example|documentation|runbook)$|_(?:description|text|message)$/i;

/** Mappings of the schemas in which everything counts as a secret, though many a key holds none. */
const MIXED = /^(?:headers|proxy_connect_header)$/;
const MIXED_KEY = /^httpHeaderValue\d+$/;
const SECRET_HEADER = /auth|token|key|cookie|secret|pass|credential/i;
const SECRET_HEADER_VALUE = /^(?:bearer|basic|token|apikey)\s+\S/i;

export const rule = defineRule<boolean>({
  id: "plaintext-secret",
  severity: "warning",
  at: { tenant: ["**"], monitoring: ["**"], security: ["**"], environment: ["**"], localization: ["**"] },
  holds:
    /pass|pwd|secret|token|key|credential|auth|ur[il]|header|cookie|:\/\/|AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_|gl[a-z]+[-_]|xox|xapp-|hooks|AIza|GOCSPX|ya29|[sr]k_|whsec|SG\.|SK[0-9a-f]{9}|:AA|hv[sbr]\.|npm_|pypi-|dckr_|_v1_|shp|sk-|eyJ|BEGIN/i,
  facts: (context) => context.isProduction,
  check: (place, report, tenantIsInProduction) => {
    const { node, model } = place;
    if (node.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return;
    const found = secretIn(place, node.value);
    if (!found) return;
    const inEnvironment = model.kind === "tenant" && place.path[0] === "environments";
    const isProduction = inEnvironment ? isInProduction(place) : tenantIsInProduction;
    const isWhole = found.start === 0 && found.end >= node.value.trimEnd().length;
    report(place, {
      message: found.message,
      severity: isProduction ? "error" : "warning",
      // What a variable holds is not looked at, so nothing here is resolved from one.
      on: "key",
      range:
        isWhole || place.written !== node
          ? place.written
          : visibleRange(model.source.text, node, found.start, found.end),
      fix: { fix: "change", path: place.path, changes: changesFor(place, node.value, found) },
    });
  },
});

function secretIn(place: Place, text: string): Found | undefined {
  return (
    shapedFinding(place, text) ?? fieldFinding(place, text) ?? urlFinding(place, text) ?? randomFinding(place, text)
  );
}

function shapedFinding(place: Place, text: string): Found | undefined {
  const secret = shapedSecret(text);
  // A token in a text for people may be an example of how such a token begins.
  if (!secret || (secret.shape === "signed-token" && PROSE.test(keyOf(place)))) return undefined;
  const message = shapeMessage(secret);
  const part = withDefault(text, { start: secret.start, end: secret.end });
  if (part.replaced || text.includes("${") || /uri$/i.test(keyOf(place)) || !isSecretField(place))
    return { ...part, message, part: "token" };
  return { start: 0, end: text.length, message };
}

function shapeMessage({ shape, issuer }: ShapedSecret): string {
  switch (shape) {
    case "private-key":
      return l10n.t`This is a private key in clear: who can read the file, its history or a backup has it. Write a reference to it, and make a new key.`;
    case "signed-token":
      return l10n.t`This is a signed token (JWT) in clear: who can read the file, its history or a backup can use it. Write a reference to it, and withdraw the token.`;
    case "token":
      return l10n.t`This is a secret of ${issuer} in clear: who can read the file, its history or a backup can use it. Write a reference to it, and have a new one issued.`;
  }
}

/** A secret that is the default of a variable is replaced with the whole placeholder. */
function withDefault(text: string, range: OffsetRange): Omit<Found, "message"> {
  const given = literalDefault(text);
  if (!given || range.start < given.fallback.start || range.end > given.fallback.end) return range;
  return { ...given.fallback, replaced: { ...given.placeholder, by: `\${${given.name}}` } };
}

/** A literal where the schema wants a reference. */
function fieldFinding(place: Place, text: string): Found | undefined {
  const given = literalDefault(text);
  if (given && !standsForSecret(text.slice(given.fallback.start, given.fallback.end))) {
    if (!isSecretField(place)) return undefined;
    const { name, placeholder, fallback } = given;
    const message = l10n.t`The default of \`${name}\` is a secret in clear, and it is used wherever the variable is missing. Leave the default out.`;
    return { ...fallback, message, replaced: { ...placeholder, by: `\${${name}}` } };
  }
  const key = keyOf(place);
  // An address is a secret as far as it holds a password.
  if (standsForSecret(text) || text.includes("${") || text.includes("{{") || /uri$/i.test(key)) return undefined;
  if (isMixed(place) && !SECRET_HEADER.test(key) && !SECRET_HEADER_VALUE.test(text) && !isRandom(text))
    return undefined;
  if (!isSecretField(place)) return undefined;
  const message = l10n.t`\`${key}\` holds the secret itself: who can read the file, its history or a backup has it. Write a reference to it, and change the secret.`;
  return { start: 0, end: text.length, message };
}

/** true where the schema says that a secret belongs. The walk through the schema is saved for the many keys that can not end there. */
function isSecretField(place: Place): boolean {
  const { path, model } = place;
  if (model.kind === "localization" || !path.slice(-3).some((step) => MAY_BE_SECRET.test(String(step)))) return false;
  return isSecretPlace(place.schemas);
}

function isMixed({ path, name }: Place): boolean {
  return MIXED_KEY.test(name) || path.slice(-3, -1).some((step) => MIXED.test(String(step)));
}

function urlFinding(place: Place, text: string): Found | undefined {
  const password = PROSE.test(keyOf(place)) || place.path.includes("messages") ? undefined : urlPassword(text);
  if (!password) return undefined;
  const message = l10n.t`The password in this URL stands in clear: who can read the file, its history or a backup has it. Write a reference in its place, and change the password.`;
  return { ...withDefault(text, password), message, part: "password" };
}

/** What is called a secret and looks random is one, also where no schema says so. */
function randomFinding(place: Place, text: string): Found | undefined {
  const key = keyOf(place);
  if (!isSecretKey(key) || place.path.includes("messages")) return undefined;
  const given = literalDefault(text);
  const range = given?.fallback ?? { start: 0, end: text.length };
  const value = text.slice(range.start, range.end);
  if (standsForSecret(value) || (!given && findPlaceholders(text).length > 0) || !isRandom(value)) return undefined;
  const message = l10n.t`\`${key}\` looks like a secret in clear: who can read the file, its history or a backup has it. Write a reference to it, and change the secret.`;
  return { ...withDefault(text, range), message };
}

/** The key of a value, or of the list that it stands in. */
function keyOf({ path }: Place): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

/** Where the schema knows the secret as a file beside it (`password_file`), it can be that. */
function fileChange(place: Place): readonly Change[] {
  const { path, model, written } = place;
  const twin = `${place.name}_file`;
  const schemas = schemasAt(model.schema, model.root, path.slice(0, -1));
  if (written !== place.node || !schemas.some((schema) => propertyOf(schema, twin))) return [];
  const file = `/run/secrets/${variableName(place).toLowerCase()}`;
  return [
    {
      title: l10n.t`Write \`${twin}\` with ${code(file)} instead of the secret`,
      preferred: false,
      operations: [
        { do: "rename", path: [], name: twin },
        { do: "set", path: [], value: file },
      ],
    },
  ];
}

function changesFor(place: Place, text: string, { start, end, part, replaced }: Found): readonly Change[] {
  const isWhole = start === 0 && end >= text.trimEnd().length;
  const { by, ...range } = replaced ?? {
    start,
    end: isWhole ? text.length : end,
    by: variableFor(place, isWhole ? undefined : part),
  };
  const change = (reference: string, value: string): Change => ({
    title: l10n.t`Write ${code(reference)} instead of the secret`,
    operations: [{ do: "set", path: [], value }],
  });
  const changes = [change(by, text.slice(0, range.start) + by + text.slice(range.end))];
  if (!isWhole) return changes;
  const reference = vaultReferenceFor(place);
  return [...changes, { ...change(reference, reference), preferred: false }, ...fileChange(place)];
}

const GRAFANA = (value: string): string =>
  `grafana:\n  config:\n    security:\n      admin_user: admin\n      admin_password: ${value} # rotated\n`;
const DATABASE = (name: string, value: string): string =>
  `environments:\n  ${name}:\n    enabled: true\n    database:\n      password: ${value}\n`;
const TAIL = "who can read the file, its history or a backup has it. Write a reference to it, and change the secret.";
const TOKEN =
  "This is a secret of GitHub in clear: who can read the file, its history or a backup can use it. Write a reference to it, and have a new one issued.";
/** Has the shape of a token and is none. */
const GITHUB = `ghp_${"a1B2".repeat(9)}`;

export const page: RulePage = {
  title: "A secret that stands in the file.",
  why: "Configuration is copied: into Git and its history, pull requests, CI logs, backups and editors. A password that was committed once has to be seen as known, and robots find tokens in public repositories within minutes. A reference (`${env:NAME}`, `vault:path#key`) is replaced at deployment, so the file can be read by everybody and the secret be changed without it. For what belongs to production this is an error.",
  fix: "Write a reference to a variable, or to Vault, instead of the secret",
  examples: {
    failing: {
      what: "a password in a field for secrets",
      kind: "monitoring",
      text: GRAFANA("hunter2"),
      reports: [`warning 5 «hunter2» \`admin_password\` holds the secret itself: ${TAIL}`],
      fixed: GRAFANA('"${env:GRAFANA_ADMIN_PASSWORD}"'),
    },
    passing: {
      what: "a reference to Vault",
      kind: "monitoring",
      text: GRAFANA("vault:secret/data/{{tenant_id}}/grafana#admin_password"),
      reports: [],
    },
    placeholder: {
      what: "a variable without a default",
      kind: "monitoring",
      text: GRAFANA("${GRAFANA_PASSWORD}"),
      files: { "/.env": `GRAFANA_PASSWORD=${GITHUB}\n` },
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      kind: "tenant",
      text: DATABASE("production", "hunter2").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a password of production",
        kind: "tenant",
        text: DATABASE("prod", "'hunter2'"),
        reports: [`error 5 «'hunter2'» \`password\` holds the secret itself: ${TAIL}`],
        fixed: DATABASE("prod", "'${env:DATABASE_PASSWORD}'"),
      },
      {
        what: "a password of another environment",
        kind: "tenant",
        text: `${DATABASE("staging", "hunter2")}  production: {enabled: true}\n`,
        reports: [`warning 5 «hunter2» \`password\` holds the secret itself: ${TAIL}`],
        fixed: `${DATABASE("staging", '"${env:DATABASE_PASSWORD}"')}  production: {enabled: true}\n`,
      },
      {
        what: "a default in the monitoring of a tenant in production",
        kind: "monitoring",
        text: GRAFANA("${GRAFANA_PASSWORD:-hunter2}"),
        files: { "tenant.yaml": "environments:\n  production: {enabled: true}\n", "/.env": "GRAFANA_PASSWORD=x\n" },
        reports: [
          "error 5 «hunter2» The default of `GRAFANA_PASSWORD` is a secret in clear, and it is used wherever the variable is missing. Leave the default out.",
        ],
        fixed: GRAFANA("${GRAFANA_PASSWORD}"),
      },
      {
        what: "tokens by their shape, in any field",
        kind: "tenant",
        text: `metadata:\n  description: clone with ${GITHUB} please\nx-keys:\n  - AKIAIOSFODNN7EXAMPLE\n`,
        reports: [
          `warning 2 «${GITHUB}» ${TOKEN}`,
          `warning 4 «AKIAIOSFODNN7EXAMPLE» ${TOKEN.replace("GitHub", "AWS")}`,
        ],
        fixed:
          "metadata:\n  description: clone with ${env:METADATA_DESCRIPTION_TOKEN} please\nx-keys:\n  - AKIAIOSFODNN7EXAMPLE\n",
      },
      {
        what: "a private key in a block",
        kind: "tenant",
        text: "x-signing:\n  certificate: |\n    -----BEGIN CERTIFICATE-----\n    MIIB\n    -----END CERTIFICATE-----\n  pem: |\n    -----BEGIN PRIVATE KEY-----\n    MC4CAQ\n    -----END PRIVATE KEY-----\n  after: 1\n",
        reports: [
          "warning 6 «|\n    -----BEGIN PRIVATE KEY-----\n    MC4CAQ\n    -----END PRIVATE KEY-----» This is a private key in clear: who can read the file, its history or a backup has it. Write a reference to it, and make a new key.",
        ],
        fixed:
          'x-signing:\n  certificate: |\n    -----BEGIN CERTIFICATE-----\n    MIIB\n    -----END CERTIFICATE-----\n  pem: "${env:SIGNING_PEM}"\n  after: 1\n',
      },
      {
        what: "a password in a URL",
        kind: "environment",
        text: "mlops:\n  mlflow:\n    backend_store_uri: postgresql://mlflow:hunter2@db.internal/mlflow\n",
        reports: [
          "warning 3 «hunter2» The password in this URL stands in clear: who can read the file, its history or a backup has it. Write a reference in its place, and change the password.",
        ],
        fixed:
          "mlops:\n  mlflow:\n    backend_store_uri: postgresql://mlflow:${env:MLOPS_MLFLOW_BACKEND_STORE_PASSWORD}@db.internal/mlflow\n",
      },
      {
        what: "what is random, in flow style",
        kind: "tenant",
        text: "x-billing: {api_key: 9fK2mQ7xR4tZ1bN8vW3c, name: acme}\n",
        reports: [`warning 1 «9fK2mQ7xR4tZ1bN8vW3c» \`api_key\` looks like a secret in clear: ${TAIL}`],
        fixed: 'x-billing: {api_key: "${env:BILLING_API_KEY}", name: acme}\n',
      },
      {
        what: "a password of a job, which gives its name to the variable",
        kind: "monitoring",
        text: "prometheus:\n  scrape_configs:\n    - job_name: shop-api\n      basic_auth: {username: app, password: hunter2}\n",
        reports: [`warning 4 «hunter2» \`password\` holds the secret itself: ${TAIL}`],
        fixed:
          'prometheus:\n  scrape_configs:\n    - job_name: shop-api\n      basic_auth: {username: app, password: "${env:PROMETHEUS_SHOP_API_BASIC_AUTH_PASSWORD}"}\n',
      },
      {
        what: "headers, of which one is a secret",
        kind: "monitoring",
        text: 'tracing:\n  headers:\n    X-Scope-OrgID: acme\n    authorization: "Bearer hunter2"\n    x-api-key: ${API_KEY}\n',
        reports: [`warning 4 «"Bearer hunter2"» \`authorization\` holds the secret itself: ${TAIL}`],
        fixed:
          'tracing:\n  headers:\n    X-Scope-OrgID: acme\n    authorization: "${env:TRACING_AUTHORIZATION}"\n    x-api-key: ${API_KEY}\n',
      },
      {
        what: "files, ids, digests, hashes, addresses and references of other tools",
        kind: "tenant",
        text: `metadata:\n  description: use postgres://user:password@host\nx-a:\n  password_file: /run/secrets/db\n  token_url: https://login.example.com/token?x=9fK2mQ7xR4tZ1bN8vW3c\n  key_id: 9fK2mQ7xR4tZ1bN8vW3c\n  public_key: 9fK2mQ7xR4tZ1bN8vW3c\n  image: api@sha256:9fa2b7c4d1e8a9fa2b7c4d1e8a9fa2b7\n  token: 550e8400-e29b-41d4-a716-446655440000\n  password: $2b$12$9fK2mQ7xR4tZ1bN8vW3c9fK2mQ7xR4tZ1bN8vW3c\n  secret: acme-production-api-2024\n  api_key: ENC[AES256_GCM,data:9fK2mQ7xR4tZ1bN8]\n  db: postgres://app:\${DB_PASSWORD}@db/app\n  cache: redis://:****@cache\n  example: ghp_${"x".repeat(36)}\n`,
        reports: [],
      },
      {
        what: "words about secrets",
        kind: "localization",
        text: "translations:\n  fr:\n    messages:\n      authentication:\n        password: Mot de passe\n        confirm_password: Confirmez9fK2mQ7xR4tZ1b\n",
        reports: [],
      },
      {
        what: "secrets that other tools look up, and empty ones",
        kind: "monitoring",
        text: 'grafana:\n  config:\n    security:\n      admin_password: $__file{/run/secrets/grafana}\n      secret_key: ""\n  datasources:\n    - name: Loki\n      type: loki\n      secureJsonData:\n        basicAuthPassword: $LOKI_PASSWORD\n        httpHeaderValue1: acme\n',
        reports: [],
      },
    ],
  },
};
