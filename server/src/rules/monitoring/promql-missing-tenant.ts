import * as l10n from "@vscode/l10n";
import {
  operandsOf,
  type PromqlBinary,
  type PromqlExpression,
  type PromqlSelector,
} from "../../values/promql-expression.ts";
import { matchesLabel, mayHaveLabel, type PromqlEdit } from "../../values/promql-labels.ts";
import { isMetric } from "../../values/promql-mentions.ts";
import { promqlTokens } from "../../values/promql-tokens.ts";
import type { Place } from "../place.ts";
import { defineRule, type RuleExample, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { expressionFix, markOf, readExpression, selectorsIn } from "./promql-tree.ts";

/** The label that tells tenants apart. */
const LABEL = "tenant";

export const rule = defineRule<boolean>({
  id: "promql-missing-tenant",
  severity: "warning",
  at: { monitoring: ["format:promql"] },
  facts: isShared,
  check: (place, report, shared) => {
    const expression = shared && mayLackTenant(place.text ?? "") ? readExpression(place) : undefined;
    if (!expression) return;
    for (const selector of withoutTenant(expression.tree)) {
      const named = expression.text.slice(selector.start, selector.namedEnd);
      const title = l10n.t("Select the series of this tenant");
      const fix = expressionFix(place, [{ title, edits: [tenantEdit(expression.text, selector)] }]);
      report(place, {
        message: l10n.t`\`${named}\` selects the series of all tenants, and this file's other expressions only those of its own. Say whose they are: \`${LABEL}="{{tenant_id}}"\`.`,
        ...markOf(place, { start: selector.start, end: selector.namedEnd }),
        ...(fix && { fix }),
      });
    }
  },
});

/**
 * true when the file shows that its Prometheus holds series of several tenants: all of its jobs put the label of the tenant on what they
 * scrape, and some expression selects by it. One of the two alone may serve the texts of alerts.
 */
function isShared({ file, model }: RuleContext): boolean {
  const jobs = file?.get("prometheus", "scrape_configs")?.items() ?? [];
  return SELECTS_TENANT.test(model.source.text) && jobs.length > 0 && jobs.every(labelsTenant);
}

/** Read from the text of the file: what all expressions say would have to be parsed at each change. */
const SELECTS_TENANT = /[{,][ \t]*tenant[ \t]*=~?[ \t]*\\?["']\{\{[ \t]*tenant_id[ \t]*\}\}/;

function labelsTenant(job: Place): boolean {
  const groups = job.get("static_configs")?.items() ?? [];
  const isStatic = groups.length > 0 && groups.every((group) => group.get("labels")?.has(LABEL));
  return (
    isStatic || (job.get("relabel_configs")?.items() ?? []).some((step) => step.get("target_label")?.text === LABEL)
  );
}

/** false when braces with the label stand behind all metrics, as in most expressions of such a file; nothing has to be parsed then. */
function mayLackTenant(text: string): boolean {
  const tokens = promqlTokens(text);
  const labelled = new Set(tokens.filter((token) => token.text === LABEL).map(({ inside }) => inside));
  return tokens.some((token, index) => {
    if (token.text === "{") return !labelled.has(index);
    return isMetric(tokens, index) && tokens[token.inside]?.text !== "{" && tokens[index + 1]?.text !== "{";
  });
}

/** Selectors that let the series of other tenants into an expression. */
function withoutTenant(expression: PromqlExpression): readonly PromqlSelector[] {
  if (expression.kind === "selector") {
    return matchesLabel(expression, LABEL) || OWN_METRICS.test(expression.name ?? "") ? [] : [expression];
  }
  if (expression.kind === "binary") return withoutTenantInBinary(expression);
  return operandsOf(expression).flatMap(withoutTenant);
}

/** What the servers say about themselves belongs to no tenant. */
const OWN_METRICS = /^(?:prometheus|alertmanager|grafana)_/;

/** A side that is matched with series of the tenant, label by label, gives no others. */
function withoutTenantInBinary({ left, right, operator, on, ignoring }: PromqlBinary): readonly PromqlSelector[] {
  const [found, others] = [withoutTenant(left), withoutTenant(right)];
  const isMatched = on ? on.labels.some(isTenant) : !ignoring?.labels.some(isTenant);
  const areKept = mayHaveLabel(left, LABEL) && mayHaveLabel(right, LABEL);
  if (operator === "or" || !isMatched || !areKept) return [...found, ...others];
  if (found.length === 0 && selectorsIn(left).length > 0) return [];
  const isRestricted = others.length === 0 && selectorsIn(right).length > 0;
  return isRestricted && operator !== "unless" ? [] : [...found, ...others];
}

function isTenant({ name }: { readonly name: string }): boolean {
  return name === LABEL;
}

function tenantEdit(text: string, { braces, namedEnd }: PromqlSelector): PromqlEdit {
  const matcher = `${LABEL}="{{tenant_id}}"`;
  if (!braces) return { start: namedEnd, end: namedEnd, newText: `{${matcher}}` };
  const at = braces.start + 1;
  const isEmpty = text.slice(at, braces.end - 1).trim() === "";
  return { start: at, end: at, newText: isEmpty ? matcher : `${matcher}, ` };
}

const FILE = (expr: string, job = "labels: {tenant: acme}"): string =>
  `prometheus:\n  scrape_configs:\n    - job_name: shop\n      static_configs:\n        - targets: [shop:9102]\n          ${job}\ntenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: up{tenant="{{tenant_id}}"} == 0\n    - name: Slow\n      expr: ${expr}\n`;

const ALL = (named: string): string =>
  `\`${named}\` selects the series of all tenants, and this file's other expressions only those of its own. Say whose they are: \`tenant="{{tenant_id}}"\`.`;

const TENANT = { "tenant.yaml": "tenant_id: acme\n" };

function found(what: string, expr: string, named: string, fixed: string): RuleExample {
  return {
    what,
    text: FILE(expr),
    files: TENANT,
    reports: [`warning 12 «${named}» ${ALL(named)}`],
    fixed: FILE(fixed),
  };
}

function silent(what: string, expr: string, job?: string): RuleExample {
  return { what, text: FILE(expr, job), files: TENANT, reports: [] };
}

export const page: RulePage = {
  title: "A selector says nothing about the tenant in a Prometheus that several tenants share.",
  why: "Without a matcher for `tenant` an expression reads the series of all tenants: the alert of one fires for the outage of another, and a recording rule stores the figures of others as its own, where they end up in dashboards and reports.\n\nReported only when the file itself shows that the Prometheus is shared: all of its scrape jobs put the label `tenant` on what they scrape, and at least one of its expressions selects by `{{tenant_id}}`. A side of an operator that is matched with series of the tenant, label by label, is not reported, and neither is what the servers say about themselves (`prometheus_…`).",
  fix: "Select the series of this tenant",
  examples: {
    failing: found(
      "one selector that forgets the tenant",
      "spotify_api_latency > 2000",
      "spotify_api_latency",
      'spotify_api_latency{tenant="{{tenant_id}}"} > 2000',
    ),
    passing: silent("a selector with the tenant", 'spotify_api_latency{tenant="{{tenant_id}}"} > 2000'),
    placeholder: silent("a metric that only the deployment knows", "${METRIC} > 2000"),
    disabled: {
      ...silent("an alert that is switched off", "x > 1"),
      text: FILE("x > 1").replace("- name: Slow", "- name: Slow\n      enabled: false"),
    },
    more: [
      found(
        "other matchers",
        'rate(x_total{job="a"}[5m]) > 1',
        'x_total{job="a"}',
        'rate(x_total{tenant="{{tenant_id}}", job="a"}[5m]) > 1',
      ),
      found("empty braces", "sum(x{}) > 1", "x{}", 'sum(x{tenant="{{tenant_id}}"}) > 1'),
      found("text in quotes", '"x > 1"', "x", '"x{tenant=\\"{{tenant_id}}\\"} > 1"'),
      found(
        "a series that a rule records",
        "tenant:errors:ratio5m > 0.1",
        "tenant:errors:ratio5m",
        'tenant:errors:ratio5m{tenant="{{tenant_id}}"} > 0.1',
      ),
      found(
        "a sum that is matched without the tenant",
        'sum(x) / sum(y{tenant="{{tenant_id}}"}) > 1',
        "x",
        'sum(x{tenant="{{tenant_id}}"}) / sum(y{tenant="{{tenant_id}}"}) > 1',
      ),
      {
        what: "two selectors",
        text: FILE("x / on (job) y > 1"),
        files: TENANT,
        reports: [`warning 12 «x» ${ALL("x")}`, `warning 12 «y» ${ALL("y")}`],
        fixed: FILE('x{tenant="{{tenant_id}}"} / on (job) y > 1'),
      },
      {
        what: "a job that sets the label by a relabeling",
        text: FILE("x > 1", "relabeled: true").replace(
          "- job_name: shop",
          '- job_name: shop\n      relabel_configs: [{target_label: tenant, replacement: "{{tenant_id}}"}]',
        ),
        files: TENANT,
        reports: [`warning 13 «x» ${ALL("x")}`],
        fixed: FILE('x{tenant="{{tenant_id}}"} > 1', "relabeled: true").replace(
          "- job_name: shop",
          '- job_name: shop\n      relabel_configs: [{target_label: tenant, replacement: "{{tenant_id}}"}]',
        ),
      },
      silent("jobs without the label, as for a Prometheus of one tenant", "x > 1", "labels: {stage: production}"),
      {
        ...silent("a file that never selects by tenant", "x > 1"),
        text: FILE("x > 1").replace('{tenant="{{tenant_id}}"}', ""),
      },
      silent("a filter by series of the tenant", 'x > 1 and on (tenant, job) up{tenant="{{tenant_id}}"}'),
      silent("labels of another metric", 'x{tenant="{{tenant_id}}"} * on (tenant, pod) group_left (node) pod_info > 1'),
      silent("what is left out of the tenant's", 'x{tenant="{{tenant_id}}"} > 1 unless maintenance'),
      silent("the server itself", "prometheus_config_last_reload_successful == 0"),
      silent("an expression without series", "vector(1) > 0"),
      silent("a choice of all tenants that is meant", 'sum(x{tenant=~".+"}) > 1'),
    ],
  },
};
