import assert from "node:assert/strict";
import { test } from "node:test";
import { PREVIEW_EFFECTIVE_COMMAND, SHOW_REFERENCES_COMMAND } from "../../../server/src/protocol.ts";
import type { CodeLensOptions } from "../../../server/src/service.ts";
import { open, type Surroundings } from "./ask.ts";

const MONITORING = `alertmanager:
  config:
    route:
      receiver: team
      routes:
        - receiver: team
        - receiver: pager
    receivers:
      - name: team
      - name: "pager"
      - name: nobody
`;

const lensesOf = (showsReferences: boolean): CodeLensOptions => ({ showsReferences, showsPreview: false });

/** The lenses of a text as \`line:character title\`, places counted from 1. */
async function lenses(text: string, around: Surroundings, showsReferences = true): Promise<readonly string[]> {
  const { service, document, workspace, settings } = open(text, around);
  const found: string[] = [];
  for (const lens of await service.codeLenses(document, lensesOf(true), workspace, settings)) {
    assert.equal(lens.command, undefined, "what it says is found out when it is shown");
    const { range, command } = await service.resolveCodeLens(
      document,
      lens,
      lensesOf(showsReferences),
      workspace,
      settings,
    );
    const name = text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character);
    found.push(`${range.start.line + 1} ${name}: ${command?.title} ${command?.arguments?.[2]?.length ?? ""}`.trim());
  }
  return found;
}

test("names that are used have a lens with the number of uses", async () => {
  assert.deepEqual(await lenses(MONITORING, { path: "tenants/a/monitoring.yaml" }), [
    "9 team: 2 references 2",
    "10 pager: 1 reference 1",
  ]);
});

test("uses in other files of the tenant count", async () => {
  const security = "authorization:\n  rbac:\n    roles:\n      - name: admin\n";
  const files = { "tenants/a/tenant.yaml": "tenant_id: abc\n", "tenants/a/monitoring.yaml": "tenant_id: abc\n" };
  assert.deepEqual(await lenses(security, { path: "tenants/a/security.yaml", files }), []);
  assert.deepEqual(await lenses("tenant_id: abc\n", { path: "tenants/a/tenant.yaml", files }), [
    "1 abc: 1 reference 1",
  ]);
});

test("names on one line are told apart", async () => {
  const text =
    "tenant_specific:\n  severity_levels: [critical, info]\n  escalation:\n    - severity: critical\n    - severity: info\n    - severity: info\n";
  assert.deepEqual(await lenses(text, { path: "tenants/a/monitoring.yaml" }), [
    "2 critical: critical: 1 reference 1",
    "2 info: info: 2 references 2",
  ]);
});

test("an editor that can not show references has the words alone", async () => {
  const { service, document, workspace, settings } = open(MONITORING, { path: "tenants/a/monitoring.yaml" });
  const [lens] = await service.codeLenses(document, lensesOf(true), workspace, settings);
  assert.ok(lens);
  const resolve = async (showsReferences: boolean) =>
    (await service.resolveCodeLens(document, lens, lensesOf(showsReferences), workspace, settings)).command;
  assert.deepEqual(await resolve(false), { title: "2 references", command: "" });
  assert.equal((await resolve(true))?.command, SHOW_REFERENCES_COMMAND);
});

test("a lens whose name is gone stays as it is", async () => {
  const { service, document, workspace, settings } = open(MONITORING, { path: "tenants/a/monitoring.yaml" });
  const [lens] = await service.codeLenses(document, lensesOf(true), workspace, settings);
  assert.ok(lens);
  const later = { ...document, text: "alertmanager: {}\n" };
  assert.deepEqual(await service.resolveCodeLens(later, lens, lensesOf(true), workspace, settings), lens);
});

test("a receiver's lens tells which alerts the routes to it take", async () => {
  const text = `alertmanager:
  config:
    route:
      receiver: team
      routes:
        - matchers: [severity="critical", 'team=~"a|b"']
          receiver: pager
          routes:
            - receiver: team
        - matchers:
            - job="db"
          receiver: pager
    receivers:
      - name: team
      - name: pager
`;
  assert.deepEqual(await lenses(text, { path: "tenants/a/monitoring.yaml" }), [
    "14 team: 2 references 2",
    '15 pager: 2 references · severity="critical", team=~"a|b" · job="db" 2',
  ]);
});

test("the preview has a lens above the first key, where the editor has the preview", async () => {
  const text = "# The team.\ntenant_id: abc\n---\ntenant_id: other\n";
  const { service, document, workspace, settings } = open(text);
  const options = { showsReferences: true, showsPreview: true };
  const [lens, ...others] = await service.codeLenses(document, options, workspace, settings);
  assert.ok(lens);
  assert.deepEqual(others, []);
  assert.deepEqual(lens.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } });
  const { title, command, arguments: given } = lens.command ?? {};
  assert.deepEqual(
    [title, command, given],
    ["Preview the effective configuration", PREVIEW_EFFECTIVE_COMMAND, [document.uri]],
  );
  assert.deepEqual(await service.resolveCodeLens(document, lens, options, workspace, settings), lens);
});
