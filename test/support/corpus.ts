import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDERS = ["examples", "test/fixtures"];

/** Every YAML file of the project's examples and fixtures, by path. */
export function yamlCorpus(): readonly (readonly [path: string, text: string])[] {
  const root = new URL("../../", import.meta.url);
  return FOLDERS.flatMap((folder) => {
    const base = fileURLToPath(new URL(`${folder}/`, root));
    return readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, "/"))
      .sort()
      .map((path) => [path.slice(fileURLToPath(root).length), readFileSync(path, "utf8")] as const);
  });
}

/** A monitoring file with that many alerts of nine lines. */
export function manyAlerts(count: number): string {
  const alerts = Array.from({ length: count }, (_, index) =>
    [
      `    - name: Alert${index}`,
      `      expr: rate(http_requests_total{job="app-${index}"}[5m]) > ${index}`,
      "      for: 5m",
      "      labels:",
      "        severity: warning",
      "        team: core",
      "      annotations:",
      '        summary: "High load on {{ $labels.instance }}"',
      "        description: |",
      "          More than usual.",
    ].join("\n"),
  );
  const head = "global: {}\nprometheus: {}\nalertmanager: {}\ntenant_specific:\n  tenant_id: acme\n  custom_alerts:\n";
  return `${head}${alerts.join("\n")}\n`;
}
