import * as l10n from "@vscode/l10n";
import { typesOf } from "../../schema/json-schema.ts";
import { code } from "../../schema/wording.ts";
import type { OffsetRange } from "../../text/line-index.ts";
import { isAbsent } from "../../yaml/node.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { isWrittenHere } from "./written-here.ts";

/** One word behind `#`, with nothing behind it but a comment: what people write as a value. Prose behind `#` is a comment. */
const LOST = /^[ \t]*(#[^\s#!=-][^\s#]*)[ \t]*(?:$|[ \t]#)/;

/** Words that people write as a comment without a space. */
const REMARK =
  /^#(?:todo|fixme|xxx|hack|note|tbd|none|null|unset|empty|default|optional|required|nosec|noqa|nolint)\b/i;

/** The comment that stands where the value of a place would, when it looks like one. */
function lostValue(place: Place): OffsetRange | undefined {
  const { text, lines } = place.model.source;
  const { start } = place.node;
  const line = text.slice(start, lines.lineEnd(lines.lineOf(start)));
  const found = LOST.exec(line)?.[1];
  if (found === undefined || REMARK.test(found)) return undefined;
  const from = start + line.indexOf("#");
  return { start: from, end: from + found.length };
}

/** true when the schema has nothing against a text in the place, or says nothing about it. */
function takesText(place: Place): boolean {
  const { schemas } = place;
  const types = schemas.map(typesOf);
  return schemas.length === 0 || types.some((type) => type.length === 0 || type.includes("string"));
}

export const rule = defineRule({
  id: "value-lost-to-comment",
  severity: "error",
  at: { tenant: ["**"], monitoring: ["**"], security: ["**"], environment: ["**"], localization: ["**"] },
  holds: /[:-][ \t]+#[^\s#!=-]/,
  check: (place, report) => {
    const { node, written, model, pair, path } = place;
    if (model.source.notation !== "yaml" || !isAbsent(node) || written !== node) return;
    const range = lostValue(place);
    if (!range || !isWrittenHere(place) || !takesText(place)) return;
    const value = model.source.text.slice(range.start, range.end);
    const message = pair
      ? l10n.t`\`${place.name}\` has no value, because ${code(value)} behind a space is a comment. Put it in quotes.`
      : l10n.t`This item is empty, because ${code(value)} behind a space is a comment. Put it in quotes.`;
    report(place, {
      message,
      range,
      ...(pair && {
        fix: {
          fix: "change",
          path,
          changes: [{ title: l10n.t`Set to ${code(value)}`, operations: [{ do: "set", path: [], value }] }],
        },
      }),
    });
  },
});

const CHANNEL = (value: string): string =>
  `alertmanager:\n  config:\n    receivers:\n      - name: team\n        slack_configs:\n          - channel:${value}\n            send_resolved: true\n`;

export const page: RulePage = {
  title: "A value that YAML takes for a comment.",
  why: "In YAML a `#` behind a space begins a comment, so `channel: #alerts` has no value at all. Alertmanager and most other services take that for a field that was left out: alerts go to the default channel of the webhook, or to nobody, and nothing is logged.",
  fix: "Write the word in quotes as the value; the comment stays and can be removed",
  examples: {
    failing: {
      what: "a Slack channel without quotes",
      kind: "monitoring",
      text: CHANNEL(" #alerts"),
      reports: [
        "error 6 «#alerts» `channel` has no value, because `#alerts` behind a space is a comment. Put it in quotes.",
      ],
      fixed: CHANNEL(' "#alerts" #alerts'),
    },
    passing: {
      what: "a Slack channel in quotes",
      kind: "monitoring",
      text: CHANNEL(' "#alerts" #team'),
      reports: [],
    },
    placeholder: {
      what: "a channel that a variable sets, with a comment behind it",
      kind: "monitoring",
      text: CHANNEL(" ${CHANNEL} #alerts"),
      reports: [],
    },
    disabled: {
      what: "a section that is switched off",
      kind: "security",
      text: "authentication:\n  mfa:\n    enabled: false\n    issuer: #acme\n",
      reports: [],
    },
    more: [
      {
        what: "a colour, and an item of a list",
        kind: "tenant",
        text: "x-brand:\n  color: #ff8800 # orange\n  channels:\n    - #alerts\n    - general #main\n",
        reports: [
          "error 2 «#ff8800» `color` has no value, because `#ff8800` behind a space is a comment. Put it in quotes.",
          "error 4 «#alerts» This item is empty, because `#alerts` behind a space is a comment. Put it in quotes.",
        ],
        fixed: 'x-brand:\n  color: "#ff8800" #ff8800 # orange\n  channels:\n    - #alerts\n    - general #main\n',
      },
      {
        what: "comments that are comments",
        kind: "tenant",
        text: "x-notes:\n  a: # what follows\n    b: 1\n  c: #words of a comment\n  d: #TODO\n  e: ## heading\n  f: #---\n  g: #none\n  h: #inner\n    i: 1\n  j: text #alerts\n  k: null #alerts\n",
        reports: [],
      },
      {
        what: "a section whose value stands below, and a number that was taken out",
        kind: "tenant",
        text: "metadata: #identity\n  name: Acme\nenvironments:\n  production:\n    database:\n      port: #5432\n",
        reports: [],
      },
    ],
  },
};
