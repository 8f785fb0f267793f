import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ALERTS = 10;

/** Writes `tenants/<id>/monitoring.yaml` for the tenants from one number up to another: valid, 109 lines, no two alike. */
export function writeTenants(folder: string, from: number, to: number): void {
  for (let tenant = from; tenant < to; tenant++) {
    const inner = join(folder, "tenants", `tenant-${String(tenant).padStart(6, "0")}`);
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, "monitoring.yaml"), monitoringFile(tenant));
  }
}

function monitoringFile(tenant: number): string {
  const head = [
    "global:",
    "  scrape_interval: 15s",
    "  evaluation_interval: 30s",
    "prometheus:",
    "  enabled: true",
    "alertmanager:",
    "  enabled: true",
    "  config:",
    "    route:",
    "      receiver: default",
    "    receivers:",
    "      - name: default",
    "        email_configs:",
    `          - to: ops@tenant-${tenant}.example`,
    "grafana:",
    "  enabled: true",
    "tenant_specific:",
    `  tenant_id: tenant-${tenant}`,
    "  custom_alerts:",
  ];
  const alerts = Array.from({ length: ALERTS }, (_, alert) => [
    `    - name: Alert${alert}`,
    `      expr: rate(http_requests_total{job="app-${tenant}-${alert}"}[5m]) > ${1 + ((tenant + alert) % 9)}`,
    `      for: ${1 + ((tenant * alert) % 20)}m`,
    "      labels:",
    "        severity: warning",
    `        team: team-${tenant % 7}`,
    "      annotations:",
    '        summary: "High load on {{ $labels.instance }}"',
    `        description: Alert number ${alert} of tenant ${tenant} fires`,
  ]);
  return `${[...head, ...alerts.flat()].join("\n")}\n`;
}
