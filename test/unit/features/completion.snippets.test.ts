import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isMap, isSeq, parse, parseDocument } from "yaml";
import { plainText } from "../../../server/src/features/snippets.ts";
import { acceptCompletion } from "../../support/apply-completion.ts";
import { before, expand, placeOf, type Snippet, snippets } from "../../support/snippet-places.ts";
import { complete, isSnippet, open } from "./ask.ts";

/** The text with a line for the snippet where it belongs, a `<|>` on it; an entry that is there already is gone. */
function marked(snippet: Snippet): string {
  const { path } = placeOf(snippet);
  if (path === "") return "<|>";
  const text = before(snippet, 2);
  const keys = path.slice(0, -2).split(".").filter(Boolean);
  const document = parseDocument(text);
  const own = Object.keys(parse(expand(snippet).replaceAll("\t", "  ")) as object);
  if (path.endsWith("{}")) for (const key of own) if (document.hasIn([...keys, key])) document.deleteIn([...keys, key]);
  const laidOut = document.toString({ lineWidth: 0 });
  const node = nodeAt(laidOut, keys);
  if (isMap(node) || isSeq(node)) return withLine(laidOut, node.range?.[0] ?? 0);
  return withMissing(document.toString({ lineWidth: 0 }), keys, path.endsWith("[]"));
}

function nodeAt(text: string, keys: readonly string[]): unknown {
  let node: unknown = parseDocument(text).contents;
  for (const key of keys)
    node = isMap(node) || isSeq(node) ? node.get(isSeq(node) ? Number(key) : key, true) : undefined;
  const items = isMap(node) || isSeq(node) ? node.items.length : 0;
  return items > 0 && (isMap(node) || isSeq(node)) && !node.flow ? node : undefined;
}

/** A new line above the one that holds an offset, with the cursor in the column of the offset. */
function withLine(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const column = offset - lineStart;
  // The first entry of an item stands behind a dash: the new line comes below it.
  if (text.slice(lineStart, offset).trim() === "")
    return `${text.slice(0, lineStart)}${" ".repeat(column)}<|>\n${text.slice(lineStart)}`;
  const lineEnd = endOfEntry(text, lineStart, column);
  return `${text.slice(0, lineEnd)}\n${" ".repeat(column)}<|>${text.slice(lineEnd)}`;
}

function endOfEntry(text: string, lineStart: number, column: number): number {
  let end = text.indexOf("\n", lineStart);
  for (;;) {
    const next = text.slice(end + 1, text.indexOf("\n", end + 1));
    if (end + 1 >= text.length || next.length - next.trimStart().length <= column) return end;
    end += 1 + next.length;
  }
}

/** Keys that are not there yet, with the cursor below them. */
function withMissing(text: string, keys: readonly string[], isList: boolean): string {
  const document = parseDocument(text);
  document.setIn([...keys], isList ? ["CURSOR"] : { CURSOR: 0 });
  return document.toString({ lineWidth: 0 }).replace(isList ? "- CURSOR" : "CURSOR: 0", "<|>");
}

/** The snippets that are offered at a marker, as one text. */
async function offeredAt(kind: string, text: string): Promise<string> {
  return (await complete(text, { path: `work/a.${kind}.yaml` })).snippets.join(" ");
}

describe("snippets of a place", () => {
  test("are those that fit and nothing else", async () => {
    const places: readonly (readonly [kind: string, text: string, snippets: string])[] = [
      ["tenant", "<|>", "tenant gitops"],
      ["tenant", "environments:\n  <|>", "tenant-environment"],
      ["tenant", "billing:\n  <|>", "usage-limits"],
      ["tenant", "metadata:\n  custom_fields:\n    <|>", ""],
      ["monitoring", "prometheus:\n  enabled: true\n<|>\n", "tracing"],
      ["monitoring", "tracing:\n  enabled: true\n<|>\n", ""],
      ["monitoring", "global:\n  external_labels:\n    <|>", ""],
      ["monitoring", "tenant_specific:\n  custom_metrics:\n    <|>", "custom-metric custom-metric-percentile"],
      ["monitoring", "tenant_specific:\n  custom_metrics:\n    - name: a\n      <|>", ""],
      ["monitoring", "tenant_specific:\n  custom_metrics: [<|>]", ""],
    ];
    for (const [kind, text, expected] of places) assert.equal(await offeredAt(kind, text), expected, text);
  });

  test("take the layout of the file", async () => {
    const text = "tenant_specific:\r\n    custom_metrics:\r\n    - <|>\r\n";
    const offered = await complete(text, { path: "work/a.monitoring.yaml" });
    const lines = offered.accept("custom-metric").split("\r\n");
    assert.equal(lines[2]?.slice(0, 12), "    - name: ");
    assert.ok(
      lines.slice(3, -1).every((line) => /^ {6}\S|^ {10}\S/.test(line)),
      lines.join("\n"),
    );
    assert.ok(!lines.join("").includes("\n"));
  });

  test("are plain text for an editor without tab stops", async () => {
    const offered = await complete("billing:\n  <|>", {}, { snippets: false });
    assert.match(offered.accept("usage-limits"), /^billing:\n {2}usage_limits:\n {4}\w+: \d+\n/);
  });
});

test("the plain text of a snippet is what every default makes of it", () => {
  for (const snippet of snippets)
    assert.equal(plainText(snippet), expand(snippet).replaceAll("\t", "  "), snippet.prefix);
});

describe("documentation that is asked for later", () => {
  const around = { path: "work/a.monitoring.yaml" };
  const marked = "tenant_specific:\n  <|>\n  custom_alerts: []\n";

  test("is the same as at once", async () => {
    const eager = await complete(marked, around);
    const lazy = await complete(marked, around, { resolvesDocumentation: true });
    const { service, document, workspace, settings } = open(lazy.text, around);
    assert.ok(lazy.items.length > 5);
    for (const [index, item] of lazy.items.entries()) {
      assert.equal(item.documentation, undefined);
      const resolved = await service.resolveCompletion(document, item, workspace, settings);
      assert.deepEqual({ ...resolved, data: undefined }, { ...eager.items[index], data: undefined });
    }
  });

  test("is left out for what is no item of ours", async () => {
    const { service, document, workspace, settings } = open("", around);
    const datas = [undefined, null, 7, {}, { what: "key" }, { what: "key", path: [{}], key: "a" }, { what: "snippet" }];
    for (const data of [
      ...datas,
      { what: "snippet", prefix: "nowhere" },
      { what: "key", path: ["nowhere"], key: "a" },
    ]) {
      const item = { label: "a", data };
      assert.deepEqual(await service.resolveCompletion(document, item, workspace, settings), item);
    }
  });
});

describe("snippets", () => {
  for (const snippet of snippets) {
    test(`${snippet.kind}: ${snippet.prefix} is offered where it belongs`, async () => {
      const offered = await complete(marked(snippet), { path: `work/a.${snippet.kind}.yaml` });
      assert.ok(offered.snippets.includes(snippet.prefix), `${offered.snippets.join(", ")} at\n${marked(snippet)}`);
      const item = offered.items.find((candidate) => isSnippet(candidate) && candidate.label === snippet.prefix);
      assert.ok(item);
      const own = parse(expand(snippet).replaceAll("\t", "  ")) as unknown;
      const accepted: unknown = parse(acceptCompletion(offered.text, item));
      assert.ok(JSON.stringify(accepted).includes(JSON.stringify(Array.isArray(own) ? own[0] : own).slice(1, -1)));
    });
  }
});
