import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentSymbol, Position } from "vscode-languageserver-types";
import { type Surroundings, symbols, tenantFiles } from "./ask.ts";

/** Names with details, nested by indentation. */
async function outline(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const enter = (list: readonly DocumentSymbol[], depth: number): void => {
    for (const { name, detail, children = [] } of list) {
      lines.push(`${"  ".repeat(depth)}${name}${detail ? ` = ${detail}` : ""}`);
      enter(children, depth + 1);
    }
  };
  enter(await symbols(text, around), 0);
  return lines;
}

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });

describe("outline", () => {
  test("keys with their values, items by their names", async () => {
    const text =
      "authorization:\n  rbac:\n    enabled: true\n    roles:\n      - name: admin\n        permissions: [read]\n      - permissions: []\n";
    assert.deepEqual(await outline(text, at("security")), [
      "authorization",
      "  rbac",
      "    enabled = true",
      "    roles",
      "      admin",
      "        name = admin",
      "        permissions",
      "          read",
      "      Role 2",
      "        permissions",
    ]);
  });

  test("items by the key that their schema points to", async () => {
    const jobs =
      "prometheus:\n  scrape_configs:\n    - job_name: api\n  rule_groups:\n    - name: g\n      rules:\n        - alert: Down\n          expr: up\n        - record: a:b\n          expr: up\n";
    const names = (await outline(jobs, at("monitoring")))
      .map((line) => line.trim())
      .filter((line) => !line.includes(" = "));
    assert.deepEqual(names, ["prometheus", "scrape_configs", "api", "rule_groups", "g", "rules", "Down", "a:b"]);
  });

  test("secrets are not shown", async () => {
    const text = "environments:\n  production:\n    database:\n      password: hunter2\n      user: app\n";
    const lines = await outline(text);
    assert.ok(lines.includes("      password = secret"));
    assert.ok(lines.includes("      user = app"));
    const headers = "prometheus:\n  remote_write:\n    - basic_auth:\n        password: hunter2\n";
    assert.ok(!(await outline(headers, at("monitoring"))).join().includes("hunter2"));
  });

  test("aliases by their names, long values cut, several lines on one", async () => {
    const text = `x-pool: &pool {}\nmetadata:\n  name: ${"x".repeat(60)}\n  description: |\n    one\n    two\nenvironments:\n  production:\n    database:\n      connection_pool: *pool\n`;
    const lines = await outline(text);
    assert.ok(lines.includes(`  name = ${"x".repeat(39)}…`));
    assert.ok(lines.includes("  description = one two "));
    assert.ok(lines.includes("      connection_pool = *pool"));
  });

  test("empty names are visible", async () => {
    assert.deepEqual(await outline('metadata:\n  custom_fields:\n    "": 1\n  tags: [""]\n'), [
      "metadata",
      "  custom_fields",
      '    "" = 1',
      "  tags",
      "    1",
    ]);
  });

  test("nothing for an empty file", async () => assert.deepEqual(await outline(""), []));
});

describe("ranges of the outline", () => {
  const before = (a: Position, b: Position): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);

  test("hold their selection and lie in their parent, in every example", async () => {
    let count = 0;
    const visit = (symbol: DocumentSymbol, parent: DocumentSymbol | undefined): void => {
      count++;
      const { range, selectionRange, name } = symbol;
      assert.ok(before(range.start, selectionRange.start) && before(selectionRange.end, range.end), name);
      if (parent) assert.ok(before(parent.range.start, range.start) && before(range.end, parent.range.end), name);
      assert.notEqual(name.trim(), "");
      for (const child of symbol.children ?? []) visit(child, symbol);
    };
    const files = { ...tenantFiles("tenants"), ...tenantFiles("seed") };
    for (const [path, text] of Object.entries(files)) {
      for (const symbol of await symbols(text, { path, files })) visit(symbol, undefined);
      // Half a file is what an outline is asked for while somebody types.
      for (const symbol of await symbols(text.slice(0, text.length / 2), { path, files })) visit(symbol, undefined);
    }
    assert.ok(count > 5000, `${count} symbols`);
  });
});

test("the deepest levels of a very large file are left out", async () => {
  const roles = Array.from(
    { length: 4_000 },
    (_, index) => `      - name: role_${index}\n        permissions: [read, list]\n`,
  );
  const text = `authentication: {}\nencryption: {}\nauthorization:\n  rbac:\n    roles:\n${roles.join("")}`;
  const outline = await symbols(text, { path: "large.security.yaml" });
  const list = outline.at(2)?.children?.[0]?.children?.[0]?.children ?? [];
  assert.equal(list.length, 4_000);
  assert.deepEqual([list[3_999]?.name, list[3_999]?.children], ["role_3999", []]);
});
