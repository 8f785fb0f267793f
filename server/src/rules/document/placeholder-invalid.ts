import * as l10n from "@vscode/l10n";
import { code, joinWords } from "../../schema/wording.ts";
import { isSecretPlace } from "../../tenants/masking.ts";
import { isSecretReference, TENANT_VARIABLES } from "../../tenants/placeholders.ts";
import { isTemplateFormat } from "../../values/go-template/language.ts";
import { visibleRange } from "../../yaml/scalar-positions.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";
import { storeOf, type WrongPlaceholder, wrongEnvironmentPlaceholders, wrongVariables } from "./placeholder-forms.ts";
import { isWrittenHere } from "./written-here.ts";

export const rule = defineRule({
  id: "placeholder-invalid",
  severity: "error",
  at: { tenant: ["**"], monitoring: ["**"], security: ["**"], environment: ["**"], localization: ["**"] },
  holds: /\$\{|\{\{|(?:vault|aws-sm|gcp-sm|azure-kv|k8s|file):/i,
  check: (place, report) => {
    const { node, written, model } = place;
    if (node.kind !== "scalar" || typeof node.value !== "string" || written !== node) return;
    const text = node.value;
    const reference = wrongReference(place, text);
    const wrong = reference ? [] : wrongPlaceholders(place, text);
    if ((!reference && wrong.length === 0) || !isWrittenHere(place)) return;
    if (reference) report(place, reference);
    for (const found of wrong) {
      const { meant, start, end } = found;
      report(place, {
        message: messageOf(found),
        // What is wrong was not resolved from a variable, whatever else of the text was.
        on: "key",
        range: visibleRange(model.source.text, node, start, end),
        ...(meant !== undefined && changeTo(place, meant, text.slice(0, start) + meant + text.slice(end))),
      });
    }
  },
});

function wrongPlaceholders(place: Place, text: string): readonly WrongPlaceholder[] {
  const variables = isMessage(place) || isLabelOfMetric(place) ? [] : wrongVariables(text);
  return [...wrongEnvironmentPlaceholders(text), ...variables].filter((found) => isOurs(place, found));
}

/** true for the texts of a translation, in which braces belong to the message. */
function isMessage({ path, model }: Place): boolean {
  return model.kind === "localization" && path.includes("messages");
}

function changeTo({ path }: Place, shown: string, value: string): Pick<Finding, "fix"> {
  const title = l10n.t`Change to ${code(shown)}`;
  return { fix: { fix: "change", path, changes: [{ title, operations: [{ do: "set", path: [], value }] }] } };
}

function messageOf({ kind, written, meant }: WrongPlaceholder): string {
  switch (kind) {
    case "environment":
      return l10n.t`Nothing replaces ${code(written)}. A variable is written as \`\${NAME}\` or \`\${NAME:-default}\`, its name in letters, digits and \`_\`.`;
    case "open-environment":
      return l10n.t`Nothing replaces ${code(written)}, because the \`}\` behind it is missing.`;
    case "nested-default":
      return l10n.t`The default behind ${code(written)} ends at the first \`}\`, so it can not hold another placeholder.`;
    case "variable":
      return l10n.t`Nothing replaces ${code(written)}, which is no tenant variable. Did you mean ${code(meant)}?`;
    case "open-variable":
      return l10n.t`Nothing replaces ${code(written)}, because a tenant variable ends in two braces.`;
    case "unknown-variable": {
      const known = joinWords(
        TENANT_VARIABLES.map((name) => `\`${name}\``),
        "and",
      );
      return l10n.t`Nothing replaces ${code(written)}. The tenant variables are ${known}.`;
    }
  }
}

/** A text that is written like a reference to a secret store and is none. */
function wrongReference(place: Place, text: string): Finding | undefined {
  if (!STORE.test(text) || text.includes("${") || isSecretReference(text)) return undefined;
  // Elsewhere `vault:8200` is a host with a port, and `k8s:cpu:rate5m` a metric.
  const isSecret = isSecretPlace(place.schemas);
  if (!isSecret && !/^(?:vault|aws-sm|gcp-sm|azure-kv):[^\s:]*\/[^\s:]*$/.test(text)) return undefined;
  const store = storeOf(text, keyOf(place));
  if (!store) return undefined;
  const { form, meant } = store;
  const message = isSecret
    ? l10n.t`This reference to a secret is not complete, so its text is used as the secret. Write it as ${code(form)}.`
    : l10n.t`This reference to a secret is not complete, so nothing replaces it. Write it as ${code(form)}.`;
  const isValid = meant !== undefined && isSecretReference(meant);
  return { message, ...(isValid && changeTo(place, meant, meant)) };
}

const STORE = /^(?:vault|aws-sm|gcp-sm|azure-kv|k8s|file):/i;

/** Sections in which other engines replace names between braces: dashboards of Grafana, generators of Argo CD. */
const OTHER_ENGINES: ReadonlySet<unknown> = new Set(["grafana", "gitops"]);

/** Keys whose texts are programs of a shell, which has forms of its own. */
const SHELL = /script|command|user_data|args|entrypoint/i;

/** false for what belongs to the engine that reads the field. */
function isOurs(place: Place, { kind, written }: WrongPlaceholder): boolean {
  const { path } = place;
  switch (kind) {
    case "environment":
      if (SHELL.test(keyOf(place)) || (OTHER_ENGINES.has(path[0]) && /^\$\{\w+:\w+\}$/.test(written))) return false;
      return !isMessage(place) || /^\$\{\s*(?:env\W\s*)?[A-Z]/.test(written);
    case "open-environment":
    case "nested-default":
      return !SHELL.test(keyOf(place)) && (!isMessage(place) || /^\$\{(?:env:)?[A-Z]/.test(written));
    default: {
      const { schemas } = place;
      if (schemas.some(({ format }) => isTemplateFormat(format) || format === "message")) return false;
      return kind !== "unknown-variable" || (schemas.length > 0 && !OTHER_ENGINES.has(path[0]));
    }
  }
}

/** Labels of custom metrics take the value of any label of the query. */
function isLabelOfMetric({ path }: Place): boolean {
  return path[0] === "tenant_specific" && path[1] === "custom_metrics" && path[3] === "labels";
}

function keyOf({ path }: Place): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

const DATABASE = (host: string): string =>
  `environments:\n  production:\n    enabled: true\n    database:\n      host: ${host} # of the region\n`;
const FORM = "A variable is written as `${NAME}` or `${NAME:-default}`, its name in letters, digits and `_`.";
const SECRET = (value: string): string => `grafana:\n  config:\n    security:\n      admin_password: ${value}\n`;

export const page: RulePage = {
  title: "A placeholder that nothing replaces.",
  why: "Placeholders are replaced at deployment. One that is misspelt is a text like any other: the service tries to reach a host called `${DB HOST}`, and a password that is written as `vault:secret/db`, without its key, is that text. The deployment itself succeeds.",
  fix: "Write the nearest valid form",
  examples: {
    failing: {
      what: "a space in the name of a variable",
      kind: "tenant",
      text: DATABASE("${DB HOST}"),
      reports: [`error 5 «\${DB HOST}» Nothing replaces \`\${DB HOST}\`. ${FORM}`],
      fixed: DATABASE("${DB_HOST}"),
    },
    passing: {
      what: "a variable and a tenant variable",
      kind: "tenant",
      text: DATABASE('"${env:DB_HOST:-db}.{{ region }}.internal"'),
      reports: [],
    },
    placeholder: "the rule is about placeholders; whether they can be resolved does not matter",
    disabled: {
      what: "an environment that is switched off",
      kind: "tenant",
      text: DATABASE("${DB HOST}").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a misspelt tenant variable beside a variable that is known",
        kind: "tenant",
        text: 'metadata:\n  name: "${NAME} {{tenantid}}"\n  description: "{{ Tenant.Name }}, {{env}}, {{tenant_id} and {{customer}}"\n',
        files: { "/.env": "NAME=Acme\n" },
        reports: [
          "error 2 «{{tenantid}}» Nothing replaces `{{tenantid}}`, which is no tenant variable. Did you mean `{{tenant_id}}`?",
          "error 3 «{{ Tenant.Name }}» Nothing replaces `{{ Tenant.Name }}`, which is no tenant variable. Did you mean `{{tenant_name}}`?",
          "error 3 «{{env}}» Nothing replaces `{{env}}`, which is no tenant variable. Did you mean `{{environment}}`?",
          "error 3 «{{tenant_id}» Nothing replaces `{{tenant_id}`, because a tenant variable ends in two braces.",
          "error 3 «{{customer}}» Nothing replaces `{{customer}}`. The tenant variables are `tenant_id`, `tenant_name`, `environment`, `region`, `plan`, `owner_email` and `default_locale`.",
        ],
        fixed:
          'metadata:\n  name: "${NAME} {{tenant_id}}"\n  description: "{{ Tenant.Name }}, {{env}}, {{tenant_id} and {{customer}}"\n',
      },
      {
        what: "notations of other tools",
        kind: "tenant",
        text: "x-urls:\n  a: http://${DB_HOST:localhost}/\n  b: ${env.DB_HOST}\n  c: ${DB_HOST:?missing}\n  d: ${ DB_HOST }\n  e: ${DB_HOST\n  f: ${A:-${B}}\n  g: ${DB-HOST}\n  h: ${DB_HOST-db}\n  i: ${vault:secret/db}\n",
        reports: [
          `error 2 «\${DB_HOST:localhost}» Nothing replaces \`\${DB_HOST:localhost}\`. ${FORM}`,
          `error 3 «\${env.DB_HOST}» Nothing replaces \`\${env.DB_HOST}\`. ${FORM}`,
          `error 4 «\${DB_HOST:?missing}» Nothing replaces \`\${DB_HOST:?missing}\`. ${FORM}`,
          `error 5 «\${ DB_HOST }» Nothing replaces \`\${ DB_HOST }\`. ${FORM}`,
          "error 6 «${DB_HOST» Nothing replaces `${DB_HOST`, because the `}` behind it is missing.",
          "error 7 «${A:-» The default behind `${A:-` ends at the first `}`, so it can not hold another placeholder.",
          `error 8 «\${DB-HOST}» Nothing replaces \`\${DB-HOST}\`. ${FORM}`,
          `error 9 «\${DB_HOST-db}» Nothing replaces \`\${DB_HOST-db}\`. ${FORM}`,
          `error 10 «\${vault:secret/db}» Nothing replaces \`\${vault:secret/db}\`. ${FORM}`,
        ],
        fixed:
          "x-urls:\n  a: http://${DB_HOST:-localhost}/\n  b: ${env.DB_HOST}\n  c: ${DB_HOST:?missing}\n  d: ${ DB_HOST }\n  e: ${DB_HOST\n  f: ${A:-${B}}\n  g: ${DB-HOST}\n  h: ${DB_HOST-db}\n  i: ${vault:secret/db}\n",
      },
      {
        what: "a reference to Vault without its key",
        kind: "monitoring",
        text: SECRET("vault:secret/data/{{tenant_id}}/grafana # of the team"),
        reports: [
          "error 4 «vault:secret/data/{{tenant_id}}/grafana» This reference to a secret is not complete, so its text is used as the secret. Write it as `vault:path#key`.",
        ],
        fixed: SECRET("vault:secret/data/{{tenant_id}}/grafana#admin_password # of the team"),
      },
      {
        what: "a reference to a Kubernetes secret without its key, in flow style",
        kind: "monitoring",
        text: "grafana: {config: {security: {admin_password: k8s:monitoring/grafana}}}\n",
        reports: [
          "error 1 «k8s:monitoring/grafana» This reference to a secret is not complete, so its text is used as the secret. Write it as `k8s:namespace/secret#key`.",
        ],
        fixed: "grafana: {config: {security: {admin_password: k8s:monitoring/grafana#admin_password}}}\n",
      },
      {
        what: "references in a field for a text, and what only looks like one",
        kind: "tenant",
        text: "x-refs:\n  a: gcp-sm:acme/db\n  b: vault:8200\n  c: k8s:cpu:rate5m\n  d: file:notes.txt\n  e: 'vault: our secrets'\n",
        reports: [
          "error 2 «gcp-sm:acme/db» This reference to a secret is not complete, so nothing replaces it. Write it as `gcp-sm:project/name#version`.",
        ],
        fixed:
          "x-refs:\n  a: gcp-sm:acme/db#latest\n  b: vault:8200\n  c: k8s:cpu:rate5m\n  d: file:notes.txt\n  e: 'vault: our secrets'\n",
      },
      {
        what: "templates, labels of metrics, groups of regular expressions and variables of Grafana",
        kind: "monitoring",
        text: 'prometheus:\n  scrape_configs:\n    - job_name: api\n      relabel_configs: [{replacement: "${1}:9100"}]\ntenant_specific:\n  custom_metrics:\n    - name: calls\n      labels: {endpoint: "{{endpoint}}"}\n  custom_alerts:\n    - name: Down\n      annotations: {summary: "{{ $labels.tenantid }} {{ end }}"}\ngrafana:\n  datasources:\n    - {name: "${team:csv} {{instance}}"}\n',
        reports: [],
      },
      {
        what: "messages, whose braces belong to the message",
        kind: "localization",
        text: 'translations:\n  fr:\n    messages:\n      common:\n        hello: "Bonjour {{tenantid}} {name} ${user.name}"\n        home: "${APP URL}"\n',
        reports: [`error 6 «\${APP URL}» Nothing replaces \`\${APP URL}\`. ${FORM}`],
        fixed:
          'translations:\n  fr:\n    messages:\n      common:\n        hello: "Bonjour {{tenantid}} {name} ${user.name}"\n        home: "${APP_URL}"\n',
      },
      {
        what: "literal braces, programs of a shell and expressions of other tools",
        kind: "tenant",
        text: "x-notes:\n  a: $${DB HOST}\n  start_script: echo ${HOME:=x}\n  b: ${{ secrets.X }}\n  c: ${list[0]}\n  d: '{{ .Values.x }}'\n  e: ${__rate_interval}\n  f: costs $ {x}\n  g: '{{instance}}'\n",
        reports: [],
      },
    ],
  },
};
