import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "vscode-languageserver-types";
import { createService, DEFAULT_SETTINGS, type Service } from "../../../server/src/service.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const MONITORING = "tenants/acme/monitoring.yaml";

/** A monitoring file that is long enough to be kept in parts; the alerts with some numbers have an unknown severity. */
function monitoring(numbers: readonly number[], levels = "critical, warning"): string {
  const alerts = numbers.map(
    (number) => `    - name: Alert${number}
      expr: sum(up{tenant="{{tenant_id}}"}) < ${number}
      for: 5m
      labels:
        severity: ${number % 50 === 7 ? "urgent" : "warning"}
      annotations:
        summary: Too few
`,
  );
  return `global: {}
prometheus: {}
alertmanager: {}
tenant_specific:
  severity_levels: [${levels}]
  custom_alerts:
${alerts.join("")}`;
}

const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1);

async function check(service: Service, text: string, tenant = "tenant_id: acme\n"): Promise<readonly Diagnostic[]> {
  const workspace = memoryWorkspace({ [MONITORING]: text, "tenants/acme/tenant.yaml": tenant });
  return (await service.check({ uri: uriOf(MONITORING), text }, workspace, DEFAULT_SETTINGS)).diagnostics;
}

const EDITS: readonly (readonly [what: string, text: string])[] = [
  ["a character in an alert", monitoring(HUNDRED).replace("< 50\n", "< 51\n")],
  ["a line above", `# reviewed\n${monitoring(HUNDRED)}`],
  ["an alert above", monitoring([200, ...HUNDRED])],
  ["an alert less", monitoring(HUNDRED.slice(3))],
  ["another severity", monitoring(HUNDRED).replace("severity: urgent", "severity: critical")],
  ["other levels far away", monitoring(HUNDRED, "urgent, page")],
  ["the same text again", monitoring(HUNDRED)],
];

test("after any edit the findings are those of a fresh check, with the same fixes", async () => {
  const service = createService();
  const first = await check(service, monitoring(HUNDRED));
  assert.deepEqual(
    first.filter(({ code }) => code === "alert-severity").map(({ range }) => range.start.line),
    [6 + 6 * 7 + 4, 6 + 56 * 7 + 4],
  );
  for (const [what, text] of EDITS) {
    const found = await check(service, text);
    assert.deepEqual(found, await check(createService(), text), what);
    assert.notDeepEqual(found, [], what);
  }
});

test("what another file of the tenant says counts at once", async () => {
  const text = monitoring(HUNDRED).replace("global: {}", "tenant_id: acme\nglobal: {}");
  const service = createService();
  const codes = async (tenant: string): Promise<readonly unknown[]> => {
    service.fileChanged(uriOf("tenants/acme/tenant.yaml"));
    return (await check(service, text, tenant)).map(({ code }) => code).filter((code) => code !== "alert-severity");
  };
  assert.deepEqual(await codes("tenant_id: acme\n"), []);
  assert.deepEqual(await codes("tenant_id: globex\n"), ["tenant-id-mismatch"]);
  assert.deepEqual(await codes("tenant_id: acme\n"), []);
});
