import type * as vscode from "vscode";
import { showOurs, write } from "./support.ts";

/** Files of one tenant that hold something for every feature. */
export const tourFiles = {
  "tenant.yaml": `tenant_id: tour
metadata:
  name: Tour
  owner:
    user_id: user_1
    email: ada@tour.example
    name: Ada Lovelace
environments:
  production:
    enabled: true
    database:
      host: \${TOUR_HOST:-db.tour.example}
      port: 5432
      name: tour
      schema: tenant_tour
      connection_pool:
        timeout: 90
features: {}
security: {}
billing:
  plan: pro
`,
  "monitoring.yaml": `tenant_id: tour
x-labels: &labels
  team: ops
global:
  scrape_interval: 90s
prometheus:
  rule_groups:
    - name: availability
      rules:
        - alert: TourDown
          expr: sum by (job) (rate(up{job="tour"}[5m])) == 0
          labels:
            <<: *labels
            severity: critical
alertmanager:
  config:
    global:
      pagerduty_url: https://events.example/v2
    route:
      receiver: chat
      routes:
        - receiver: phone
          routes:
            - receiver: chat
    receivers:
      - name: chat
        slack_configs:
          - channel: "#tour"
            color: "#ff0000"
            api_url: \${TOUR_SLACK_URL}
      - name: phone
`,
  "security.yaml": `authentication: {}
authorization:
  rbac:
    default_role: reader
    roles:
      - name: admin
        permissions: []
        inherit_from: [editor]
      - name: editor
        permissions: []
        inherit_from: [reader]
      - name: reader
        permissions: []
encryption: {}
`,
  "localization.yaml": `default_locale: en
supported_locales: [en, fr]
translations:
  en:
    messages: {}
  fr:
    $file: locales/fr.yaml
`,
} as const;

let written: Promise<unknown> | undefined;

/** Opens a file of the tour and waits until it is checked; the first call writes all of them. */
export async function showTour(name: keyof typeof tourFiles): Promise<vscode.TextDocument> {
  const files = { ...tourFiles, "locales/fr.yaml": "messages: {}\n" };
  written ??= Promise.all(Object.entries(files).map(([file, text]) => write(`tenants/tour/${file}`, text)));
  await written;
  return showOurs(`tenants/tour/${name}`);
}
