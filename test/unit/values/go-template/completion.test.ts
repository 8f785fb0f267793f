import assert from "node:assert/strict";
import { test } from "node:test";
import type { EmbeddedContext } from "../../../../server/src/values/scalar-language.ts";
import { language } from "../language-table.ts";

const CONTEXT: EmbeddedContext = {
  names: () => [],
  metrics: () => [],
  labels: () => ["instance", "job", "not-a-field"],
};

function complete(format: string, marked: string) {
  const offset = marked.indexOf("‸");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const items = language(format).completionsAt?.(text, offset, CONTEXT) ?? [];
  return { text, items, labels: items.map(({ label }) => label) };
}

const AM = "alertmanager-template";
const PROM = "prometheus-template";
const DATA =
  "Receiver Status Alerts NotificationReason GroupLabels CommonLabels CommonAnnotations RouteLabels ExternalURL".split(
    " ",
  );
const ALERT = "Status Labels Annotations StartsAt EndsAt GeneratorURL Fingerprint".split(" ");
const KV = ["SortedPairs", "Names", "Values", "String", "Remove"];

for (const [format, marked, expected] of [
  [AM, "{{ .‸ }}", DATA],
  [AM, "{{ .Al‸", DATA],
  [AM, "{{ .Alerts.F‸ | len }}", ["Firing", "Resolved"]],
  [AM, "{{ range .Alerts }}{{ .‸ }}{{ end }}", ALERT],
  [AM, "{{ range .Alerts }}{{ .La‸", ALERT],
  [AM, "{{ range $i, $a := .Alerts }}{{ $a.‸ }}", ALERT],
  [AM, "{{ (index .Alerts 0).‸ }}", ALERT],
  [AM, "{{ with .CommonLabels }}{{ .‸ }}{{ end }}", ["instance", "job", ...KV]],
  [AM, "{{ .CommonAnnotations.‸ }}", KV],
  [AM, "{{ .CommonLabels.SortedPairs.‸ }}", ["Names", "Values", "String"]],
  [AM, "{{ range .CommonLabels.SortedPairs }}{{ .‸", ["Name", "Value"]],
  [AM, "{{ range .Alerts }}{{ $.‸ }}", DATA],
  [AM, "{{ .Status.‸ }}", []],
  [AM, '{{ "te‸xt" }}', []],
  [AM, "text ‸ here", []],
  [AM, "{{ .A }} ‸ {{ .B }}", []],
  [AM, "{{ 12‸ }}", []],
  [PROM, "{{ $labels.‸ }}", ["instance", "job"]],
  [PROM, "{{ $labels.ins‸tance }}", ["instance", "job"]],
  [PROM, '{{ range query "up" }}{{ .‸ }}', ["Labels", "Value"]],
  [PROM, "{{ $‸ }}", ["$", "$labels", "$value", "$externalLabels", "$externalURL"]],
  [PROM, "{{ $x := 1 }}{{ $‸ }}", ["$", "$labels", "$value", "$externalLabels", "$externalURL", "$x"]],
  [PROM, '{{ define "a" }}{{ $‸', ["$"]],
  [PROM, '{{ define "mine" }}{{ end }}{{ template "‸" }}', ["mine"]],
] as const) {
  test(`${format}: ${marked}`, () => assert.deepEqual(complete(format, marked).labels, expected));
}

test("the first word of an action may be a keyword", () => {
  assert.deepEqual(complete(AM, "{{ ‸").labels.slice(0, 7), [
    "if",
    "range",
    "with",
    "template",
    "block",
    "define",
    "$",
  ]);
  assert.deepEqual(complete(AM, "{{ if .A }}{{ e‸").labels.slice(0, 3), ["end", "else", "if"]);
  const inRange = complete(AM, "{{ range .Alerts }}{{ if .Status }}x{{ else }}{{ ‸ }}").labels;
  assert.deepEqual(inRange.slice(0, 4), ["end", "break", "continue", "if"]);
  assert.ok(!inRange.includes("else"));
  assert.ok(!complete(AM, "{{ .Status | to‸ }}").labels.includes("if"));
});

test("behind a pipe stand functions, with what they do", () => {
  const { items, labels } = complete(PROM, "{{ $value | hum‸ }}");
  assert.ok(labels.every((label) => /^\w+$/.test(label)));
  const item = items.find(({ label }) => label === "humanizePercentage");
  assert.deepEqual(item, {
    label: "humanizePercentage",
    insert: "humanizePercentage",
    kind: "function",
    detail: "humanizePercentage ratio → a text",
    documentation: "A ratio as percentage: `0.05` becomes `5%`.",
    start: 12,
    end: 15,
  });
});

test("names of templates that come with Alertmanager", () => {
  const { labels, items, text } = complete(AM, '{{ template "slack.‸" . }}');
  assert.ok(labels.includes("slack.default.title"));
  assert.equal(text.slice(items[0]?.start, items[0]?.end), "slack.");
});

for (const [format, marked, expected] of [
  [AM, "{{ .Sta‸tus }}", [".Status → a text", "`firing` while at least one alert fires, else `resolved`."]],
  [AM, "{{ .Alerts.Fir‸ing | len }}", [".Firing → a list of alerts", "The alerts that fire."]],
  [AM, "{{ toUp‸per .Status }}", ["toUpper text → a text", "The text in capital letters."]],
  [
    AM,
    "{{ .CommonLabels.Rem‸ove .GroupLabels.Names }}",
    [".Remove names → labels", "The pairs without those of the given names."],
  ],
  [PROM, "{{ $val‸ue }}", ["$value → the value of a series", "Value of the expression for this alert."]],
  [PROM, "{{ $labels.inst‸ance }}", [".instance → a text"]],
  [PROM, "te‸xt {{ $value }}", undefined],
] as const) {
  test(`hover of ${format}: ${marked}`, () => {
    const offset = marked.indexOf("‸");
    const found = language(format).hoverAt?.(marked.replace("‸", ""), offset, CONTEXT);
    const markdown = expected && [`\`${expected[0]}\``, ...expected.slice(1)].join("\n\n");
    assert.equal(found?.markdown, markdown);
  });
}

test("tokens", () => {
  const text = 'a {{- if eq .Status "x" -}} {{/* c */}}{{ $x := 1.5 | len }}{{tenant_id}}';
  const tokens = language(AM).tokens?.(text) ?? [];
  assert.deepEqual(
    tokens.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`),
    [
      ...["{{- operator", "if keyword", "eq function", ".Status property", '"x" string', "-}} operator"],
      ...["{{/* c */}} comment", "{{ operator", "$x variable", ":= operator", "1.5 number", "| operator"],
      ...["len function", "}} operator", "{{tenant_id}} macro"],
    ],
  );
});
