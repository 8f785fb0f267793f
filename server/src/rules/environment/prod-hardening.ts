import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** Purposes of buckets that hold what exists nowhere else. Backups and audit trails have a rule of their own. */
const ORIGINALS: readonly string[] = ["uploads", "media", "models"];

export const rule = defineRule<boolean>({
  id: "prod-hardening",
  severity: "error",
  at: {
    environment: ["security.network_security", "infrastructure.networking.vpc", "storage.object_storage.buckets.*"],
  },
  facts: ({ isProduction }) => isProduction,
  check: (place, report, isProduction) => {
    if (!isProduction) return;
    if (place.name === "network_security") checkEdge(place, report);
    else if (place.name === "vpc") checkFlowLogs(place, report);
    else checkBucket(place, report);
  },
});

function checkEdge(edge: Place, report: Report): void {
  const firewall = edge.get("waf_enabled");
  if (firewall?.boolean === false)
    report(firewall, {
      message: l10n.t`Production runs without a web application firewall: injections and known exploits reach the application unfiltered. Switch it on.`,
      fix: setTrue(edge, "waf_enabled"),
    });
  const flood = edge.get("ddos_protection");
  if (flood?.boolean === false)
    report(flood, {
      severity: "warning",
      message: l10n.t`Production runs without protection against floods of requests: a single botnet takes every tenant offline. Switch it on.`,
      fix: setTrue(edge, "ddos_protection"),
    });
}

function checkFlowLogs(network: Place, report: Report): void {
  const logs = network.get("flow_logs");
  if (network.size === 0 || (logs ? logs.boolean !== false : network.has("flow_logs"))) return;
  report(logs ?? network, {
    severity: "warning",
    on: logs ? "value" : "key",
    message: l10n.t`The network of production keeps no flow logs: after a break-in nobody can tell who talked to whom. Set \`flow_logs: true\`.`,
    fix: setTrue(network, "flow_logs"),
  });
}

/** What is deleted or overwritten by mistake has to come back from a version or be protected by a lock. */
function checkBucket(bucket: Place, report: Report): void {
  const purpose = bucket.get("purpose")?.text;
  const versions = bucket.get("versioning");
  if (purpose === undefined || !ORIGINALS.includes(purpose) || bucket.has("object_lock_days")) return;
  if (versions ? versions.boolean !== false : bucket.has("versioning")) return;
  report(versions ?? bucket.get("name") ?? bucket, {
    severity: "warning",
    message: l10n.t`This bucket of production holds originals (\`purpose: ${purpose}\`) and keeps no earlier versions: what is deleted or overwritten by mistake is gone. Set \`versioning: true\`, and let old versions expire.`,
    fix: setTrue(bucket, "versioning"),
  });
}

function setTrue(owner: Place, key: string): FixData {
  return {
    fix: "change",
    path: owner.path,
    changes: [{ title: l10n.t`Set \`${key}\` to \`true\``, operations: [{ do: "set", path: [key], value: true }] }],
  };
}

const PRODUCTION = (text: string): string => `environment:\n  name: production\n${text}`;
const EDGE = (lines: string): string => PRODUCTION(`security:\n  network_security:\n    ${lines}\n`);

export const page: RulePage = {
  title: "Protection that production lacks.",
  why: "These switches are off in development to save money and time, and are copied along when production is set up. What they protect from — floods, injections, a stolen snapshot, a deleted bucket — happens to production, and most of them can not be switched on in the middle of an incident.",
  fix: "Switch the protection on",
  examples: {
    failing: {
      what: "production without a web application firewall",
      text: EDGE("waf_enabled: false # too strict"),
      reports: [
        "error 5 «false» Production runs without a web application firewall: injections and known exploits reach the application unfiltered. Switch it on.",
      ],
      fixed: EDGE("waf_enabled: true # too strict"),
    },
    passing: {
      what: "staging without a web application firewall",
      text: EDGE("waf_enabled: false").replace("production", "staging"),
      reports: [],
    },
    placeholder: { what: "a switch that only the deployment knows", text: EDGE("waf_enabled: ${WAF}"), reports: [] },
    disabled: "what the rule looks at can not be switched off but by the very keys that it is about",
    more: [
      {
        what: "the short name of production, without protection against floods",
        text: EDGE("ddos_protection: false").replace("production", "prod"),
        reports: [
          "warning 5 «false» Production runs without protection against floods of requests: a single botnet takes every tenant offline. Switch it on.",
        ],
        fixed: EDGE("ddos_protection: true").replace("production", "prod"),
      },
      {
        what: "a network without flow logs",
        text: PRODUCTION("infrastructure:\n  networking:\n    vpc:\n      cidr: 10.0.0.0/16\n"),
        reports: [
          "warning 5 «vpc» The network of production keeps no flow logs: after a break-in nobody can tell who talked to whom. Set `flow_logs: true`.",
        ],
        fixed: PRODUCTION("infrastructure:\n  networking:\n    vpc:\n      cidr: 10.0.0.0/16\n      flow_logs: true\n"),
      },
      {
        what: "a network whose flow logs are off",
        text: PRODUCTION("infrastructure:\n  networking:\n    vpc: { flow_logs: false }\n"),
        reports: [
          "warning 5 «false» The network of production keeps no flow logs: after a break-in nobody can tell who talked to whom. Set `flow_logs: true`.",
        ],
        fixed: PRODUCTION("infrastructure:\n  networking:\n    vpc: { flow_logs: true }\n"),
      },
      {
        what: "buckets with and without what can not be replaced",
        text: PRODUCTION(
          "storage:\n  object_storage:\n    buckets:\n      - name: up\n        purpose: uploads\n      - { name: files, purpose: media, versioning: false }\n      - name: locked\n        purpose: models\n        object_lock_days: 30\n      - name: site\n        purpose: static\n",
        ),
        reports: [
          "warning 6 «up» This bucket of production holds originals (`purpose: uploads`) and keeps no earlier versions: what is deleted or overwritten by mistake is gone. Set `versioning: true`, and let old versions expire.",
          "warning 8 «false» This bucket of production holds originals (`purpose: media`) and keeps no earlier versions: what is deleted or overwritten by mistake is gone. Set `versioning: true`, and let old versions expire.",
        ],
        fixed: PRODUCTION(
          "storage:\n  object_storage:\n    buckets:\n      - name: up\n        purpose: uploads\n        versioning: true\n      - { name: files, purpose: media, versioning: false }\n      - name: locked\n        purpose: models\n        object_lock_days: 30\n      - name: site\n        purpose: static\n",
        ),
      },
    ],
  },
};
