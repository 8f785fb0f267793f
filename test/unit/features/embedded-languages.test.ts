import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MarkupContent, type SignatureHelp, TextEdit } from "vscode-languageserver-types";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { withCursor } from "../../support/cursor.ts";
import { open } from "./ask.ts";
import { VALID } from "./valid-files.ts";

const PATH = "tenants/one/monitoring.yaml";

/** A monitoring file with a recording rule, and an alert with an expression as it is written behind its key. */
function alert(expression: string): string {
  return `${VALID.monitoring}tenant_specific:
  custom_metrics:
    - name: api_errors
      record: tenant:api_errors:ratio
      query: sum by (service) (rate(http_errors_total{job="api"}[5m]))
  custom_alerts:
    - name: a
      labels: {severity: critical, team: one}
      expr:${expression}
`;
}

/** What is offered at the cursor: labels, and the text of the expression's lines after accepting one of them. */
async function complete(marked: string, label?: string): Promise<{ labels: readonly string[]; accepted: string }> {
  const { text, position } = withCursor(alert(marked));
  const { service, document, workspace, settings } = open(text, { path: PATH });
  const options = { snippets: false, triggerSuggest: false };
  const items = await service.completion(document, position, options, workspace, settings);
  const item = items.find((candidate) => candidate.label === label);
  if (label === undefined) return { labels: items.map((candidate) => candidate.label), accepted: "" };
  assert.ok(item && TextEdit.is(item.textEdit), `${label} is offered`);
  const lines = new LineIndex(text);
  const { range, newText } = item.textEdit;
  const after = text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end));
  return { labels: items.map((candidate) => candidate.label), accepted: after.slice(after.indexOf("expr:") + 5, -1) };
}

describe("completion inside an expression", () => {
  const rows: readonly (readonly [name: string, marked: string, label: string, accepted: string])[] = [
    ["a function", " ra<|>", "rate", " rate"],
    ["a metric of another expression", " rate(http_<|>)", "http_errors_total", " rate(http_errors_total)"],
    ["a recorded metric", " ten<|> > 1", "tenant:api_errors:ratio", " tenant:api_errors:ratio > 1"],
    ["behind an operator and a space", " up + <|>", "sum", " up + sum"],
    ["a label", " 'up{<|>}'", "job", " 'up{job}'"],
    ["a value in double quotes inside single ones", ` 'up{job="<|>"}'`, "api", ` 'up{job="api"}'`],
    ["a value in a double-quoted scalar", ' "up{job=\\"<|>\\"}"', "api", ' "up{job=\\"api\\"}"'],
    ["labels of a group", " sum by (<|>) (up)", "service", " sum by (service) (up)"],
    ["a grouping behind an aggregation", " sum <|>", "by", " sum by"],
    ["a duration in a range", " rate(up[<|>])", "5m", " rate(up[5m])"],
    ["a duration behind offset", " up offset <|>", "1h", " up offset 1h"],
    ["an operator of a matcher", " 'up{job <|>}'", "=~", " 'up{job =~}'"],
    ["set operators", " up a<|>", "and", " up and"],
    ["in a literal text", " |\n        up >\n        ra<|>", "rate", " |\n        up >\n        rate"],
    [
      "in a folded text",
      " >-\n        sum(\n        ra<|>\n        )",
      "rate",
      " >-\n        sum(\n        rate\n        )",
    ],
    ["where nothing is written", " <|>", "sum", " sum"],
    ["labels of alerts", " 'up{se<|>}'", "severity", " 'up{severity}'"],
    ["many to one", " up * on (job) <|>", "group_left", " up * on (job) group_left"],
    ["bool", " up > <|>", "bool", " up > bool"],
  ];
  for (const [name, marked, label, accepted] of rows) {
    test(name, async () => assert.equal((await complete(marked, label)).accepted, accepted));
  }

  test("nothing in comments and in strings that are no values of labels", async () => {
    assert.deepEqual((await complete(" |\n        up # co<|>\n")).labels, []);
    assert.deepEqual((await complete(' label_replace(up, "<|>", "b", "c", "d")')).labels, []);
  });

  test("placeholders are still offered", async () => {
    assert.ok((await complete(" 'up{tenant=\"{{<|>\"}'")).labels.includes("tenant_id"));
  });

  test("functions carry their signature and a page of the manual", async () => {
    const { text, position } = withCursor(alert(" rat<|>"));
    const { service, document, workspace, settings } = open(text, { path: PATH });
    const items = await service.completion(
      document,
      position,
      { snippets: false, triggerSuggest: false },
      workspace,
      settings,
    );
    const rate = items.find(({ label }) => label === "rate");
    assert.equal(rate?.detail, "rate(v: range vector): instant vector");
    assert.ok(MarkupContent.is(rate?.documentation));
    assert.match(rate.documentation.value, /functions\/#rate\)$/);
  });
});

async function hover(marked: string): Promise<string | undefined> {
  const { text, position } = withCursor(alert(marked));
  const { service, document, workspace, settings } = open(text, { path: PATH });
  const shown = await service.hover(document, position, workspace, settings);
  if (!shown?.range) return undefined;
  assert.ok(MarkupContent.is(shown.contents));
  const lines = new LineIndex(text);
  const about = text.slice(lines.offsetAt(shown.range.start), lines.offsetAt(shown.range.end));
  return `${about} | ${shown.contents.value}`;
}

describe("hover inside an expression", () => {
  test("a function", async () => {
    const manual = "https://prometheus.io/docs/prometheus/latest/querying/functions/#rate";
    assert.equal(
      await hover(" ra<|>te(up[5m])"),
      `rate | \`\`\`promql\nrate(v: range vector): instant vector\n\`\`\`\n\nGrowth per second of each counter, averaged over the range, restarts taken into account.\n\n[Manual](${manual})`,
    );
  });
  test("an aggregation in a folded text", async () =>
    assert.match(
      (await hover(" >-\n        1 +\n        s<|>um by (job) (up)")) ?? "",
      /^sum \| .*sum\(v: instant vector\)/s,
    ));
  test("a duration", async () =>
    assert.equal(await hover(" rate(up[1h3<|>0m])"), "1h30m | `1h30m`: 1 hour 30 minutes"));
  test("a keyword", async () =>
    assert.match((await hover(" up a<|>nd up")) ?? "", /^and \| `and`: Series of the left side/));
  test("a recorded metric", async () =>
    assert.equal(
      await hover(" tenant:api_<|>errors:ratio > 1"),
      'tenant:api_errors:ratio | `tenant:api_errors:ratio` is recorded by\n\n```promql\nsum by (service) (rate(http_errors_total{job="api"}[5m]))\n```',
    ));
  test("elsewhere what the schema says", async () => assert.match((await hover(" u<|>p > 1")) ?? "", /^up > 1 \| /));
});

describe("signature help", () => {
  async function signature(marked: string): Promise<SignatureHelp | undefined> {
    const { text, position } = withCursor(alert(marked));
    const { service, document, workspace, settings } = open(text, { path: PATH });
    return service.signatureHelp(document, position, workspace, settings);
  }
  const rows: readonly (readonly [marked: string, label: string | undefined, active?: number])[] = [
    [" histogram_quantile(<|>", "histogram_quantile(φ: number, b: instant vector): instant vector", 0],
    [" histogram_quantile(0.9, <|>", "histogram_quantile(φ: number, b: instant vector): instant vector", 1],
    [" histogram_quantile(0.9, sum by (le, job) (rate(x<|>", "rate(v: range vector): instant vector", 0],
    [" sum by (le) (<|>x)", "sum(v: instant vector): instant vector", 0],
    [
      ' label_join(x, "a", "b", "c", "d<|>")',
      "label_join(v: instant vector, dst: string, separator: string, src…: string): instant vector",
      3,
    ],
    [" round(x{a='b', c='<|>d'})", "round(v: instant vector, to_nearest?: number): instant vector", 0],
    [" time(<|>)", "time(): number"],
    [" (1 + <|>2)", undefined],
    [" rate(x[5m])<|>", undefined],
  ];
  for (const [marked, label, active] of rows) {
    test(marked, async () => {
      const found = await signature(marked);
      assert.equal(found?.signatures[0]?.label, label);
      assert.equal(found?.activeParameter, active);
    });
  }
});
