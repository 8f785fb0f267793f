import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { check, shortly, tenantFiles } from "./ask.ts";

const GOLDEN = new URL("../../fixtures/globex.diagnostics.txt", import.meta.url);

async function diagnosticsOf(folder: string): Promise<readonly string[]> {
  const files = tenantFiles(folder);
  const lines: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    for (const diagnostic of await check(text, { path, files })) {
      const { line, character } = diagnostic.range.start;
      lines.push(`${path}:${line + 1}:${character + 1} ${shortly(diagnostic).replace(/^\S+ /, "")}`);
    }
  }
  return lines;
}

describe("the example tenants", () => {
  test("globex has exactly the faults of its golden file (UPDATE_GOLDEN=1 writes it)", async () => {
    const found = `${(await diagnosticsOf("tenants/globex")).join("\n")}\n`;
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, found);
    assert.equal(found, readFileSync(GOLDEN, "utf8"));
  });

  test("acme and initech have none", async () => {
    assert.deepEqual(await diagnosticsOf("tenants/acme"), []);
    assert.deepEqual(await diagnosticsOf("tenants/initech"), []);
  });

  test("the seed's examples have exactly what the specification expects (contract D.10)", async () => {
    const found = (await diagnosticsOf("seed")).map((line) => line.split(" ").slice(0, 3).join(" "));
    assert.deepEqual(found, [
      "seed/custom-metrics.monitoring.yaml:22:39 warning promql-histogram-quantile",
      "seed/french.localization.yaml:60:19 warning completion-mismatch",
      "seed/french.localization.yaml:62:7 warning translation-missing-key",
      "seed/french.localization.yaml:67:7 warning translation-missing-key",
      "seed/french.localization.yaml:77:30 info number-separators",
      "seed/seed.monitoring.yaml:22:13 warning am-receiver-incomplete",
      "seed/seed.security.yaml:2:1 warning audit-incomplete",
      "seed/seed.security.yaml:18:23 warning wildcard-permission",
      "seed/seed.tenant.yaml:2:1 error missing-property",
    ]);
  });
});
