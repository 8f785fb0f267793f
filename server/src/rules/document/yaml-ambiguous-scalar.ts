import * as l10n from "@vscode/l10n";
import { typesOf } from "../../schema/json-schema.ts";
import { allowedValues, type Schemas } from "../../schema/match.ts";
import type { Change, FixData } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import { dereference, type Node, type ScalarNode } from "../../yaml/node.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { isWrittenHere } from "./written-here.ts";

/** Words of the boolean type of YAML 1.1 that the core schema of YAML 1.2 reads as text (https://yaml.org/type/bool.html). */
const TRUE_WORD = /^(?:y|Y|yes|Yes|YES|on|On|ON)$/;
const FALSE_WORD = /^(?:n|N|no|No|NO|off|Off|OFF)$/;

/** Numbers of YAML 1.1 (https://yaml.org/type/int.html, https://yaml.org/type/float.html), and the octal numbers of YAML 1.2. */
const BASE_60 = /^[-+]?[1-9][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
const OLD_OCTAL = /^[-+]?0[0-7_]+$/;
const NEW_OCTAL = /^0o[0-7]+$/;

/** What a loader of YAML 1.1 makes of a plain scalar that this tool, which reads YAML 1.2, sees as something else. */
type Reading =
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "base-60"; readonly value: number }
  | { readonly kind: "old-octal"; readonly value: number; readonly now: number }
  | { readonly kind: "new-octal"; readonly now: number };

function readingOf(text: string): Reading | undefined {
  if (text.length > 40) return undefined;
  if (TRUE_WORD.test(text)) return { kind: "boolean", value: true };
  if (FALSE_WORD.test(text)) return { kind: "boolean", value: false };
  if (BASE_60.test(text)) return { kind: "base-60", value: fromBase60(text) };
  if (NEW_OCTAL.test(text)) return { kind: "new-octal", now: Number.parseInt(text.slice(2), 8) };
  if (!OLD_OCTAL.test(text)) return undefined;
  const value = Number.parseInt(text.replace(/_/g, ""), 8);
  const now = Number(text.replace(/_/g, ""));
  // `00` and `07` are the same number for everybody.
  return value === now ? undefined : { kind: "old-octal", value, now };
}

function fromBase60(text: string): number {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "").replace(/_/g, "").split(":");
  return sign * digits.reduce((sum, digit) => sum * 60 + Number(digit), 0);
}

/** The text of a plain scalar without a tag, as it is written; undefined for every other node. */
function plainText(node: Node | undefined, text: string): string | undefined {
  if (node?.kind !== "scalar" || node.style !== "plain" || node.start === node.end) return undefined;
  const before = text.slice(Math.max(0, node.start - 60), node.start);
  return /![^\s,[\]{}]*[ \t]+$/.test(before) ? undefined : text.slice(node.start, node.end);
}

/** true when the schema says nothing about the value, or takes it as YAML 1.2 reads it. Otherwise the schema has spoken already. */
function isAccepted(schemas: Schemas, { value }: ScalarNode): boolean {
  if (schemas.length === 0) return true;
  return schemas.some((schema) => {
    const types = typesOf(schema);
    const isOfType =
      types.length === 0 ||
      (typeof value === "number" ? types.includes("number") || types.includes("integer") : types.includes("string"));
    const allowed = allowedValues(schema);
    return isOfType && (allowed.length === 0 || allowed.includes(value));
  });
}

function messageOf(text: string, reading: Reading): string {
  switch (reading.kind) {
    case "boolean":
      // PyYAML leaves the single letters alone.
      return text.length === 1
        ? l10n.t`YAML 1.1 loaders such as yaml.v2 of Go read \`${text}\` as \`${String(reading.value)}\`, not as text. Put it in quotes.`
        : l10n.t`YAML 1.1 loaders such as PyYAML read \`${text}\` as \`${String(reading.value)}\`, not as text. Put it in quotes.`;
    case "base-60":
      return l10n.t`YAML 1.1 loaders such as PyYAML read \`${text}\` as the number ${reading.value}, in base 60. Put it in quotes.`;
    case "old-octal":
      return l10n.t`YAML 1.1 loaders such as PyYAML read \`${text}\` as the octal number ${reading.value}, others as ${reading.now}. Put text in quotes, and write a number without leading zeros.`;
    case "new-octal":
      return l10n.t`YAML 1.1 loaders such as PyYAML read \`${text}\` as text, others as the number ${reading.now}. Put text in quotes, and write a number in decimal.`;
  }
}

/** Numbers where a number belongs stay numbers; which of the two is meant a person has to say. */
function valueFix(place: Place, node: ScalarNode, reading: Reading): FixData {
  const { path } = place;
  if (typeof node.value !== "number" || !("now" in reading)) return { fix: "quote-value", path };
  const types = place.schemas.flatMap(typesOf);
  const isNumber = types.length > 0 && !types.includes("string");
  const numbers = "value" in reading ? [reading.now, reading.value] : [reading.now];
  const asNumbers = numbers.map((value): Change => {
    const change: Change = { title: l10n.t`Write ${code(value)}`, operations: [{ do: "set", path: [], value }] };
    return isNumber && numbers.length === 1 ? change : { ...change, preferred: false };
  });
  if (isNumber) return { fix: "change", path, changes: asNumbers };
  const text = place.model.source.text.slice(node.start, node.end);
  const quoted: Change = {
    title: l10n.t`Put the value in quotes`,
    operations: [{ do: "set", path: [], value: text }],
  };
  return { fix: "change", path, changes: [quoted, ...asNumbers] };
}

export const rule = defineRule({
  id: "yaml-ambiguous-scalar",
  severity: "warning",
  at: { tenant: ["**"], monitoring: ["**"], security: ["**"], environment: ["**"], localization: ["**"] },
  holds: /(?<![\w"'.$-])(?:y|yes|n|no|on|off|\d[\d_]*:[0-5]?\d|[-+]?0o?[0-7_]+)(?![\w"'.-])/i,
  check: (place, report) => {
    const { source } = place.model;
    if (source.notation !== "yaml") return;
    const keyNode = dereference(place.pair?.key);
    const key = place.pair?.key === keyNode ? plainText(keyNode, source.text) : undefined;
    const keyReading = key === undefined ? undefined : readingOf(key);
    const value = place.written === place.node ? plainText(place.node, source.text) : undefined;
    const valueReading = value === undefined ? undefined : readingOf(value);
    if ((!keyReading && !valueReading) || !isWrittenHere(place)) return;
    const { node, path } = place;
    if (key !== undefined && keyReading) {
      const title = l10n.t`Put the key in quotes`;
      report(place, {
        on: "key",
        message: messageOf(key, keyReading),
        fix: { fix: "change", path, changes: [{ title, operations: [{ do: "rename", path: [], name: key }] }] },
      });
    }
    if (value === undefined || !valueReading || node.kind !== "scalar" || !isAccepted(place.schemas, node)) return;
    report(place, { message: messageOf(value, valueReading), fix: valueFix(place, node, valueReading) });
  },
});

const LOCALES = (items: string): string => `default_locale: en\nsupported_locales: ${items} # reviewed\n`;
const NORWEGIAN = "YAML 1.1 loaders such as PyYAML read `no` as `false`, not as text. Put it in quotes.";

export const page: RulePage = {
  title: "An unquoted value that YAML 1.1 and YAML 1.2 read differently.",
  why: "This tool reads YAML 1.2, where `no` is the code of Norwegian, `22:30` a time and `0777` the number 777. PyYAML, Ansible and other loaders of YAML 1.1 read `false`, 1350 and 511 from the same file, and yaml.v2 of Go, which many Kubernetes tools use, reads the words as booleans too. The file passes every check here, and the service that loads it sees another configuration.",
  fix: "Put the value or key in quotes",
  examples: {
    failing: {
      what: "Norwegian among the locales",
      kind: "localization",
      text: LOCALES("[en, no]"),
      reports: [`warning 2 «no» ${NORWEGIAN}`],
      fixed: LOCALES('[en, "no"]'),
    },
    passing: {
      what: "Norwegian in quotes",
      kind: "localization",
      text: LOCALES('[en, "no", nb]'),
      reports: [],
    },
    placeholder: {
      what: "a value that a variable sets",
      kind: "localization",
      text: "default_locale: ${DEFAULT_LOCALE}\n",
      files: { "/.env": "DEFAULT_LOCALE=no\n" },
      reports: [],
    },
    disabled: {
      what: "a section that is switched off",
      kind: "security",
      text: "authentication:\n  mfa:\n    enabled: false\n    methods: [on]\n",
      reports: [],
    },
    more: [
      {
        what: "words that are keys",
        kind: "localization",
        text: "translations:\n  fr:\n    messages:\n      common:\n        yes: Oui # short\n        no: Non\n",
        reports: [
          "warning 5 «yes» YAML 1.1 loaders such as PyYAML read `yes` as `true`, not as text. Put it in quotes.",
          `warning 6 «no» ${NORWEGIAN}`,
        ],
        fixed: 'translations:\n  fr:\n    messages:\n      common:\n        "yes": Oui # short\n        no: Non\n',
      },
      {
        what: "a time of the day",
        kind: "monitoring",
        text: "alertmanager:\n  config:\n    time_intervals:\n      - name: night\n        time_intervals:\n          - times:\n              - start_time: 22:30\n                end_time: 24:00\n              - {start_time: 06:00, end_time: '08:00'}\n",
        reports: [
          "warning 7 «22:30» YAML 1.1 loaders such as PyYAML read `22:30` as the number 1350, in base 60. Put it in quotes.",
          "warning 8 «24:00» YAML 1.1 loaders such as PyYAML read `24:00` as the number 1440, in base 60. Put it in quotes.",
        ],
        fixed:
          "alertmanager:\n  config:\n    time_intervals:\n      - name: night\n        time_intervals:\n          - times:\n              - start_time: \"22:30\"\n                end_time: 24:00\n              - {start_time: 06:00, end_time: '08:00'}\n",
      },
      {
        what: "octal numbers in free content",
        kind: "tenant",
        text: "x-mount:\n  mode: 0640\n  umask: 0o22\n  index: 007\n",
        reports: [
          "warning 2 «0640» YAML 1.1 loaders such as PyYAML read `0640` as the octal number 416, others as 640. Put text in quotes, and write a number without leading zeros.",
          "warning 3 «0o22» YAML 1.1 loaders such as PyYAML read `0o22` as text, others as the number 18. Put text in quotes, and write a number in decimal.",
        ],
        fixed: 'x-mount:\n  mode: "0640"\n  umask: 0o22\n  index: 007\n',
      },
      {
        what: "an octal number where a number belongs",
        kind: "tenant",
        text: "environments:\n  production:\n    database:\n      port: 05432\n",
        reports: [
          "warning 4 «05432» YAML 1.1 loaders such as PyYAML read `05432` as the octal number 2842, others as 5432. Put text in quotes, and write a number without leading zeros.",
        ],
        fixed: "environments:\n  production:\n    database:\n      port: 5432\n",
      },
      {
        what: "a word that an alias and a merge bring in as well, reported once",
        kind: "tenant",
        text: "x-base: &base\n  answer: &word yes\nx-one:\n  <<: *base\nx-two: *word\n",
        reports: [
          "warning 2 «yes» YAML 1.1 loaders such as PyYAML read `yes` as `true`, not as text. Put it in quotes.",
        ],
        fixed: 'x-base: &base\n  answer: &word "yes"\nx-one:\n  <<: *base\nx-two: *word\n',
      },
      {
        what: "a single letter, which PyYAML reads as text",
        kind: "tenant",
        text: "x-axes: {y: up}\n",
        reports: [
          "warning 1 «y» YAML 1.1 loaders such as yaml.v2 of Go read `y` as `true`, not as text. Put it in quotes.",
        ],
        fixed: 'x-axes: {"y": up}\n',
      },
      {
        what: "words in a text, a tagged value, a block and other numbers",
        kind: "tenant",
        text: "x-notes:\n  a: no problem\n  b: !!str no\n  c: |\n    on\n  d: 1.22\n  e: 99:75\n  f: 12:30-14:00\n  g: true\n  h: 0\n  i: 0xFF\n  j: 10.0.0.1:80\n  on-call: me\n",
        reports: [],
      },
    ],
  },
};
