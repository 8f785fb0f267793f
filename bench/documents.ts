/** A document to measure on, and where to edit and ask. Lines and characters count from 0. */
export interface BenchDocument {
  readonly kind: string;
  readonly text: string;
  readonly lines: number;
  /** A digit in the middle of the document that edits replace by other digits. */
  readonly digit: { readonly line: number; readonly character: number };
  /** End of a half-typed key that completion is asked at, after it was typed on a line of its own below `digit`. */
  readonly typed: { readonly line: number; readonly indentation: number; readonly text: string };
}

type Item = (index: number) => readonly string[];

interface Shape {
  readonly head: readonly string[];
  readonly item: Item;
  /** Line of the item that holds the digit, and what follows it. */
  readonly digitLine: number;
  readonly indentation: number;
  readonly typed: string;
}

const ALERTS: Shape = {
  head: [
    "global:",
    "  scrape_interval: 15s",
    "prometheus:",
    "  enabled: true",
    "alertmanager:",
    "  enabled: true",
    "  config:",
    "    route:",
    "      receiver: default",
    "    receivers:",
    "      - name: default",
    "tenant_specific:",
    "  tenant_id: acme",
    "  custom_alerts:",
  ],
  item: (index) => [
    `    - name: Alert${index}`,
    `      expr: rate(http_requests_total{job="app-${index}"}[5m]) > 1`,
    "      for: 5m",
    "      labels:",
    "        severity: warning",
    "        team: core",
    "      annotations:",
    '        summary: "High load on {{ $labels.instance }}"',
    `        description: Alert number ${index} fires`,
  ],
  digitLine: 1,
  indentation: 6,
  typed: "keep",
};

const MESSAGES: Shape = {
  head: [
    "default_locale: en",
    "supported_locales:",
    "  - en",
    "translations:",
    "  en:",
    "    metadata:",
    "      completion: 100",
    "    formats:",
    "      date:",
    "        short: DD/MM/YYYY",
    "    messages:",
    "      catalogue:",
  ],
  item: (index) => [`        title_${index}: Song 1`],
  digitLine: 0,
  indentation: 8,
  typed: "zzz",
};

const ROLES: Shape = {
  head: [
    "authentication:",
    "  session:",
    "    timeout: 3600",
    "encryption:",
    "  in_transit:",
    "    enabled: true",
    "authorization:",
    "  rbac:",
    "    enabled: true",
    "    roles:",
  ],
  item: (index) => [
    `      - name: role_${index}`,
    "        description: Role 1",
    "        permissions:",
    "          - read",
    "          - list",
  ],
  digitLine: 1,
  indentation: 8,
  typed: "inh",
};

const ENVIRONMENTS: Shape = {
  head: [
    "tenant_id: acme",
    "metadata:",
    "  name: Acme",
    "  owner:",
    "    user_id: user_1",
    "    email: ops@acme.example",
    "    name: Ops",
    "features: {}",
    "security: {}",
    "billing: {}",
    "environments:",
    "  production:",
    "    enabled: true",
    "    database:",
    "      host: db.acme.example",
    "      port: 5432",
    "      name: app",
    "      schema: acme",
    "      replicas:",
  ],
  item: (index) => [`        - host: replica-${index}.acme.example`, "          port: 5431", "          weight: 1"],
  digitLine: 2,
  indentation: 10,
  typed: "we",
};

const ANCHORS: Shape = {
  head: [
    ...ALERTS.head.slice(0, 11),
    "x-labels: &labels",
    "  team: core",
    "  severity: warning",
    ...ALERTS.head.slice(11),
  ],
  item: (index) => [
    `    - name: Alert${index}`,
    `      expr: up{job="app-${index}"} < 1`,
    "      labels:",
    "        <<: *labels",
    "        service: api",
  ],
  digitLine: 1,
  indentation: 6,
  typed: "keep",
};

const SHAPES: Readonly<Record<string, readonly [kind: string, shape: Shape]>> = {
  "monitoring alerts": ["monitoring", ALERTS],
  "localization keys": ["localization", MESSAGES],
  "tenant environments": ["tenant", ENVIRONMENTS],
  "RBAC roles": ["security", ROLES],
  "anchors and merges": ["monitoring", ANCHORS],
};

/** Names of the documents, in the order in which they are measured. */
export const DOCUMENT_NAMES: readonly string[] = Object.keys(SHAPES);

/** A valid document of about that many lines. */
export function benchDocument(name: string, lines: number): BenchDocument {
  const [kind, shape] = SHAPES[name] ?? ["monitoring", ALERTS];
  const size = shape.item(0).length;
  const count = Math.max(2, Math.round((lines - shape.head.length) / size));
  const items = Array.from({ length: count }, (_, index) => shape.item(index));
  const all = [...shape.head, ...items.flat()];
  const middle = shape.head.length + Math.floor(count / 2) * size;
  const line = middle + shape.digitLine;
  const character = (all[line] ?? "").lastIndexOf("1");
  return {
    kind,
    text: `${all.join("\n")}\n`,
    lines: all.length,
    digit: { line, character },
    typed: { line: line + 1, indentation: shape.indentation, text: shape.typed },
  };
}
