import assert from "node:assert/strict";
import { test } from "node:test";
import { WITHOUT_RULES } from "../../support/without-rules.ts";
import { faults, tenantFiles } from "./ask.ts";
import { valid } from "./valid-files.ts";

const summary = (text: string): string =>
  valid(
    "monitoring",
    "alertmanager: {}\n",
    `alertmanager: {}\ntenant_specific:\n  custom_alerts:\n    - name: A\n      expr: up\n      annotations: {summary: '${text}'}\n`,
  );

const PATH = "tenants/one/monitoring.yaml";

test("a template that its engine can not read is a fault of format", async () => {
  const found = await faults(summary("{{ $labels.instance "), { path: PATH, settings: WITHOUT_RULES });
  assert.deepEqual(found, ["8:31-8:50 error template-syntax This action has no end: `}}` is missing."]);
});

for (const text of [
  "{{ $labels.instance }} of {{tenant_id}}",
  "{{ tenant_name }} {{ $value }} ${REGION}",
  '{{"{{"}} is written {{ "{{" }}',
  "{{tenant_id}} has {{ if eq $labels.a ${LIMIT} }}x{{ end }}",
  "$${HOME} {{ $labels.tenant }}",
]) {
  test(`no fault: ${text}`, async () => {
    assert.deepEqual(await faults(summary(text), { path: PATH, settings: WITHOUT_RULES }), []);
    const files = tenantFiles("tenants/acme");
    assert.deepEqual(
      await faults(summary(text), { path: "tenants/acme/monitoring.yaml", files, settings: WITHOUT_RULES }),
      [],
    );
  });
}

test("a placeholder does not hide a fault beside it", async () => {
  const found = await faults(summary("{{tenant_id}} ${REGION} {{ $labels.instance"), {
    path: PATH,
    settings: WITHOUT_RULES,
  });
  assert.equal(found.length, 1);
});
