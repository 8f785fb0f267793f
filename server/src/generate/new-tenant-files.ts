import type { NewTenantParams } from "../protocol.ts";
import { writeScalar } from "../yaml/write-scalar.ts";

/** What the plan allows at the start: API calls per month, storage in GB, AI minutes, seats. */
const PLAN_LIMITS: Readonly<Record<NewTenantParams["plan"], readonly [number, number, number, number]>> = {
  free: [10_000, 5, 60, 3],
  basic: [100_000, 50, 600, 10],
  pro: [1_000_000, 500, 6_000, 50],
  enterprise: [-1, -1, -1, -1],
};

/** Text of the tenant file. */
export function newTenantFile(answers: NewTenantParams): string {
  const [apiCalls, storage, minutes, users] = PLAN_LIMITS[answers.plan];
  return [
    `tenant_id: ${writeScalar(answers.id)}`,
    "metadata:",
    `  name: ${writeScalar(answers.name.trim())}`,
    "  owner:",
    `    user_id: ${writeScalar(userId(answers.ownerEmail))}`,
    `    email: ${writeScalar(answers.ownerEmail)}`,
    `    name: ${writeScalar(answers.ownerName.trim())}`,
    "",
    "environments:",
    ...answers.environments.flatMap((name) => tenantEnvironment(answers.id, name)),
    "",
    "features:",
    "  ai_processing:",
    "    enabled: false",
    "  collaboration:",
    "    enabled: true",
    `    max_users: ${Math.max(users, 10)}`,
    "",
    "security:",
    "  authentication:",
    "    provider: oidc",
    "    mfa_required: true",
    "    session_timeout: 3600",
    "  encryption:",
    "    at_rest: true",
    "    in_transit: true",
    "    algorithm: AES-256",
    "",
    "billing:",
    `  plan: ${answers.plan}`,
    "  billing_cycle: monthly",
    "  usage_limits:",
    `    api_calls: ${apiCalls}`,
    `    storage_gb: ${storage}`,
    `    ai_minutes: ${minutes}`,
    `    users: ${users}`,
    "",
  ].join("\n");
}

function userId(email: string): string {
  return (email.split("@")[0] ?? "owner").replace(/[^A-Za-z0-9_.-]/g, "_");
}

/** A label of DNS names: what the id would be without capitals and underscores. */
function hostLabel(id: string): string {
  return (
    id
      .toLowerCase()
      .replace(/_/g, "-")
      .replace(/^-+|-+$/g, "") || "tenant"
  );
}

function tenantEnvironment(id: string, name: string): readonly string[] {
  const production = name === "production";
  const label = hostLabel(id);
  return [
    `  ${writeScalar(name)}:`,
    "    enabled: true",
    "    database:",
    `      host: \${DB_HOST:-db.${name}.${label}.example}`,
    "      port: 5432",
    `      name: ${writeScalar(`app_${name}`)}`,
    '      schema: "{{tenant_id}}"',
    "      engine: postgresql",
    "      ssl_mode: verify-full",
    "      connection_pool:",
    `        min_connections: ${production ? 5 : 1}`,
    `        max_connections: ${production ? 20 : 5}`,
    "        timeout: 30",
    "    cache:",
    "      redis:",
    `        host: \${REDIS_HOST:-redis.${name}.${label}.example}`,
    `        prefix: "tenant:{{tenant_id}}:${name}:"`,
    "        ttl: 3600",
    "    storage:",
    "      type: s3",
    `      bucket: ${writeScalar(`${label}-${name}`)}`,
    '      prefix: "{{tenant_id}}/"',
    "      encryption: true",
  ];
}

/** Text of the monitoring file. */
export function newMonitoring(answers: NewTenantParams): string {
  const host = `app.${hostLabel(answers.id)}.example`;
  return [
    "global:",
    "  scrape_interval: 15s",
    "  scrape_timeout: 10s",
    "  evaluation_interval: 30s",
    "",
    "prometheus:",
    "  enabled: true",
    "  config:",
    "    retention_time: 30d",
    "  scrape_configs:",
    '    - job_name: "{{tenant_id}}-app"',
    "      static_configs:",
    "        - targets:",
    `            - \${APP_METRICS:-${host}:8000}`,
    "          labels:",
    '            tenant: "{{tenant_id}}"',
    "",
    "alertmanager:",
    "  enabled: true",
    "  config:",
    "    global:",
    "      resolve_timeout: 5m",
    `      smtp_from: alerts@${hostLabel(answers.id)}.example`,
    `      smtp_smarthost: smtp.${hostLabel(answers.id)}.example:587`,
    "    route:",
    "      receiver: owner",
    "      group_by:",
    "        - alertname",
    "    receivers:",
    "      - name: owner",
    "        email_configs:",
    `          - to: ${writeScalar(answers.ownerEmail)}`,
    "            send_resolved: true",
    "",
    "grafana:",
    "  enabled: false",
    "",
    "tenant_specific:",
    `  tenant_id: ${writeScalar(answers.id)}`,
    "  custom_alerts:",
    "    - name: TargetDown",
    `      expr: up{tenant="{{tenant_id}}"} == 0`,
    "      for: 5m",
    "      labels:",
    "        severity: warning",
    "      annotations:",
    '        summary: "{{ $labels.instance }} can not be scraped"',
    "",
  ].join("\n");
}

/** Text of the security file. */
export function newSecurity(answers: NewTenantParams, keyProvider: string | undefined): string {
  return [...authentication(answers), ...AUTHORIZATION, ...encryptionAndAudit(keyProvider ?? "vault"), ""].join("\n");
}

function authentication(answers: NewTenantParams): readonly string[] {
  const label = hostLabel(answers.id);
  return [
    "authentication:",
    "  providers:",
    "    - name: company_login",
    "      type: oidc",
    "      enabled: true",
    "      config:",
    `        client_id: \${OIDC_CLIENT_ID:-${answers.id}}`,
    '        client_secret: "vault:secret/data/{{tenant_id}}/oidc#client_secret"',
    `        issuer: https://login.${label}.example`,
    "        redirect_uris:",
    `          - https://app.${label}.example/callback`,
    "        scopes:",
    "          - openid",
    "          - profile",
    "          - email",
    "  session:",
    "    timeout: 3600",
    "    refresh_threshold: 300",
    "    secure_cookies: true",
    "    same_site: lax",
    "  mfa:",
    "    required: true",
    "    methods:",
    "      - totp",
    "      - webauthn",
    "  password_policy:",
    "    min_length: 12",
    "    max_age_days: 0",
    "",
  ];
}

const AUTHORIZATION: readonly string[] = [
  "authorization:",
  "  rbac:",
  "    enabled: true",
  "    roles:",
  "      - name: editor",
  "        description: Works with the content of the tenant.",
  "        permissions:",
  "          - read",
  "          - list",
  "          - create",
  "          - update",
  "      - name: viewer",
  "        description: Sees everything, changes nothing.",
  "        permissions:",
  "          - read",
  "          - list",
  "    default_role: viewer",
  "",
];

function encryptionAndAudit(keyProvider: string): readonly string[] {
  return [
    "encryption:",
    "  at_rest:",
    "    enabled: true",
    "    algorithm: AES-256",
    "    key_management:",
    `      provider: ${writeScalar(keyProvider)}`,
    "      key_rotation:",
    "        enabled: true",
    "        interval_days: 90",
    "  in_transit:",
    "    enabled: true",
    '    tls_version: "1.3"',
    "",
    "audit:",
    "  enabled: true",
    "  events:",
    "    - authentication",
    "    - authorization",
    "    - data_access",
    "    - configuration_change",
    "  retention:",
    "    days: 365",
  ];
}

/** Text of the file of one environment. */
export function newEnvironment(answers: NewTenantParams, name: string): string {
  return [...infrastructure(name), ...dataAndOperations(hostLabel(answers.id), name), ""].join("\n");
}

function infrastructure(name: string): readonly string[] {
  const production = name === "production";
  return [
    "environment:",
    `  name: ${writeScalar(name)}`,
    `  tier: ${production ? "premium" : "basic"}`,
    "  region: eu-west-1",
    "",
    "infrastructure:",
    "  compute:",
    "    instances:",
    "      - name: app",
    "        type: t3.medium",
    `        min_instances: ${production ? 2 : 1}`,
    `        max_instances: ${production ? 6 : 2}`,
    "        auto_scaling:",
    "          enabled: true",
    "          cpu_threshold: 70",
    "          scale_up_cooldown: 5m",
    "          scale_down_cooldown: 10m",
    "  networking:",
    "    vpc:",
    "      cidr: 10.0.0.0/16",
    ...(production ? ["      flow_logs: true"] : []),
    "    subnets:",
    ...["a", "b"].flatMap((zone, index) => [
      `      - name: private-${zone}`,
      "        type: private",
      `        cidr: 10.0.${index + 1}.0/24`,
      `        availability_zone: eu-west-1${zone}`,
    ]),
    "",
  ];
}

function dataAndOperations(label: string, name: string): readonly string[] {
  const production = name === "production";
  return [
    "databases:",
    "  primary:",
    "    engine: postgresql",
    '    version: "16.4"',
    `    instance_class: ${production ? "db.r6g.large" : "db.t4g.medium"}`,
    "    allocated_storage: 50",
    "    max_allocated_storage: 200",
    "    storage_type: gp3",
    `    multi_az: ${production}`,
    "    encrypted: true",
    "    backup:",
    "      retention_period: 7",
    "      point_in_time_recovery: true",
    "  cache:",
    "    engine: redis",
    "    encrypted: true",
    "",
    "storage:",
    "  object_storage:",
    "    provider: s3",
    "    buckets:",
    `      - name: ${writeScalar(`${label}-${name}`)}`,
    "        purpose: uploads",
    "        versioning: true",
    "        encryption:",
    "          enabled: true",
    "",
    "monitoring:",
    "  metrics:",
    "    provider: prometheus",
    "    retention_days: 30",
    "",
    "security:",
    "  encryption:",
    "    at_rest: true",
    "    in_transit: true",
    "  network_security:",
    "    waf_enabled: true",
    "    ddos_protection: true",
  ];
}
