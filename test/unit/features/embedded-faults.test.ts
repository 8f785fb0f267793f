import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Diagnostic } from "vscode-languageserver-types";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { PROMQL_FAULTS } from "../../support/promql-faults.ts";
import { WITHOUT_RULES } from "../../support/without-rules.ts";
import { open } from "./ask.ts";
import { VALID } from "./valid-files.ts";

const FAULTS = Object.values(PROMQL_FAULTS)
  .flat()
  .filter(([marked]) => marked.replace(/[«»]/g, "").trim() !== "");

/** Writes an expression, its marks with it, as the value of a key; undefined when the style can not hold it. */
type Style = (marked: string) => string | undefined;

const STYLES: Readonly<Record<string, Style>> = {
  plain: (marked) => (isPlain(marked.replace(/[«»]/g, "")) ? ` ${marked}` : undefined),
  single: (marked) => ` '${marked.replaceAll("'", "''")}'`,
  double: (marked) => ` "${marked.replace(/[\\"]/g, "\\$&")}"`,
  "double with every letter x escaped": (marked) => ` "${marked.replace(/[\\"]/g, "\\$&").replaceAll("x", "\\u0078")}"`,
  literal: (marked) => ` |\n          ${marked}`,
  "literal below a comment": (marked) =>
    marked.startsWith("«#") ? undefined : ` |-\n          # why\n          ${marked}`,
  folded: (marked) => ` >-\n          ${marked.replace(/(?<=\S) (?=\S)/g, "\n          ")}`,
  "folded with an indentation indicator": (marked) =>
    ` >4-\n          ${marked.replace(/(?<=\S) (?=\S)/g, "\n          ")}`,
};

function isPlain(text: string): boolean {
  return /^[\w(]/.test(text) && !/: | #|:$|^\d+$|^\s|\s$/.test(text);
}

function alerts(values: readonly string[], lineBreak: string): string {
  const list = values.map((value, index) => `    - name: a${index}\n      expr:${value}\n`).join("");
  return `${VALID.monitoring}tenant_specific:\n  custom_alerts:\n${list}`.replaceAll("\n", lineBreak);
}

/** What a text says between its marks, and the text without them. */
function readMarks(marked: string): { readonly text: string; readonly ranges: readonly string[] } {
  const offsets: number[] = [];
  let text = "";
  for (const piece of marked.split(/[«»]/)) {
    text += piece;
    offsets.push(text.length);
  }
  offsets.pop();
  const lines = new LineIndex(text);
  const place = (offset = 0): string => {
    const { line, character } = lines.positionAt(offset);
    return `${line + 1}:${character + 1}`;
  };
  const ranges: string[] = [];
  for (let index = 0; index < offsets.length; index += 2)
    ranges.push(`${place(offsets[index])}-${place(offsets[index + 1])}`);
  return { text, ranges };
}

async function check(text: string, path = "a.monitoring.yaml", files = {}): Promise<readonly Diagnostic[]> {
  const { service, document, workspace, settings } = open(text, { path, files, settings: WITHOUT_RULES });
  return (await service.check(document, workspace, settings)).diagnostics;
}

function shown({ range: { start, end }, message }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${message}`;
}

function ended(message: string): string {
  return message.endsWith("?") ? message : `${message}.`;
}

describe("faults of PromQL are reported at their exact place", () => {
  for (const [style, write] of Object.entries(STYLES)) {
    for (const lineBreak of ["\n", "\r\n"]) {
      test(`${style}${lineBreak === "\n" ? "" : ", CRLF"}`, async () => {
        const written = FAULTS.flatMap(([marked, message]) => {
          const value = write(marked);
          return value === undefined ? [] : [{ value, message }];
        });
        assert.ok(written.length > 60, `${written.length} faults`);
        const { text, ranges } = readMarks(
          alerts(
            written.map(({ value }) => value),
            lineBreak,
          ),
        );
        const expected = ranges.map((range, index) => `${range} ${ended(written[index]?.message ?? "")}`);
        const found = await check(text);
        assert.deepEqual(found.map(shown), expected);
        for (const { code, severity } of found)
          assert.match(`${code} ${severity}`, /^(promql-(syntax|type)|regex-not-re2) 1$/);
      });
    }
  }
});

describe("placeholders in expressions", () => {
  const tenant = { "tenants/one/tenant.yaml": VALID.tenant };
  const expression = (text: string): string => alerts([` ${text}`], "\n");

  test("are replaced before the expression is read, and places are those of what is written", async () => {
    const { text, ranges } = readMarks(expression('rate(x{tenant="{{tenant_id}}"}[5m«)» > 1'));
    const [found, ...others] = await check(text, "tenants/one/monitoring.yaml", tenant);
    assert.equal(others.length, 0);
    assert.equal(
      found && shown(found),
      `${ranges[0]} \`[\` is not closed: expected \`]\`, found \`)\` (resolved from {{tenant_id}}).`,
    );
  });

  test("a fault of what they stand for is reported at the placeholder", async () => {
    const { text, ranges } = readMarks(expression("rate(x[«${RANGE:-5min}»]) > 1"));
    const [found] = await check(text, "tenants/one/monitoring.yaml", tenant);
    assert.match(found ? shown(found) : "", new RegExp(`^${ranges[0]} \`5min\` is not a duration`));
  });

  test("unknown ones are not judged", async () => {
    const text = expression('rate(x{tenant="${T}"}[${RANGE}]) > ${LIMIT}');
    assert.deepEqual(await check(text, "tenants/one/monitoring.yaml", tenant), []);
  });
});

describe("other languages inside scalars", () => {
  test("a regular expression", async () => {
    const written =
      "prometheus:\n  scrape_configs:\n    - job_name: a\n      relabel_configs:\n        - regex: >-\n            one«(?!»two)\n";
    const { text, ranges } = readMarks(VALID.monitoring.replace("prometheus: {}\n", written));
    const found = await check(text);
    assert.deepEqual(
      found.map(({ code }) => code),
      ["regex-not-re2"],
    );
    assert.match(shown(found[0] as Diagnostic), new RegExp(`^${ranges[0]} Negative lookahead`));
  });

  test("a matcher", async () => {
    const route = `alertmanager:\n  config:\n    receivers: [{name: a}]\n    route:\n      receiver: a\n      routes:\n        - matchers: ["severity«~»\\"critical\\"", 'a=""']\n`;
    const { text, ranges } = readMarks(VALID.monitoring.replace("alertmanager: {}\n", route));
    const found = await check(text);
    assert.deepEqual(found.map(shown), [
      `${ranges[0]} Behind the label \`severity\` one of \`=\`, \`!=\`, \`=~\`, \`!~\` is expected, found \`~\`.`,
    ]);
  });

  test("keys written with escapes are no way around the check", async () => {
    const text = alerts([" up == ("], "\n").replace("expr:", '"\\u0065xpr":');
    assert.deepEqual(
      (await check(text)).map(({ code }) => code),
      ["promql-syntax"],
    );
  });
});
