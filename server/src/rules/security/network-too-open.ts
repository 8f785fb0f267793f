import * as l10n from "@vscode/l10n";
import { joinWords } from "../../schema/wording.ts";
import { ipCidrLanguage } from "../../values/cidr.ts";
import { portRangeLanguage } from "../../values/port-range.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

const LAST_PORT = 65535;

/** Ports that nobody opens to the world on purpose, and what listens there. */
const GUARDED: ReadonlyMap<number, string> = new Map([
  [22, "SSH"],
  [3389, "RDP"],
  [1433, "SQL Server"],
  [1521, "Oracle"],
  [3306, "MySQL"],
  [5432, "PostgreSQL"],
  [6379, "Redis"],
  [9200, "Elasticsearch"],
  [11211, "Memcached"],
  [27017, "MongoDB"],
]);

/** Those of them that are also spoken over UDP. */
const GUARDED_UDP: ReadonlySet<number> = new Set([3389, 11211]);

/** First and last port of a range. */
type PortRange = readonly [from: number, to: number];

/** Names of the address groups that hold every address, with the range that does. */
type OpenGroups = Readonly<Record<string, string>>;

export const rule = defineRule<OpenGroups>({
  id: "network-too-open",
  severity: "warning",
  at: {
    security: ["network.firewall.rules.*", "network.ddos_protection.allowlist.*"],
    environment: [
      "infrastructure.networking.security_groups.*.ingress_rules.*",
      "security.network_security.ip_allowlist.*",
      "security.network_security.ip_whitelist.*",
    ],
  },
  facts: (context) => openGroups(context.file?.get("network", "firewall", "groups")),
  check: (place, report, groups) => {
    if (place.path.includes("rules")) checkFirewallRule(place, groups, report);
    else if (place.path.includes("ingress_rules")) checkIngressRule(place, report);
    else checkListed(place, report);
  },
});

function openGroups(groups: Place | undefined): OpenGroups {
  const open = (groups?.entries() ?? []).flatMap((group): [string, string][] => {
    const range = group.items().find((item) => isEverybody(item.text ?? ""));
    return range?.text === undefined ? [] : [[`@${group.name}`, range.text]];
  });
  return Object.fromEntries(open);
}

/** true for `any` and for a range of every address, such as `0.0.0.0/0`. */
function isEverybody(text: string): boolean {
  return text === "any" || (/\/0+$/.test(text) && ipCidrLanguage.check(text) === undefined);
}

function checkFirewallRule(place: Place, groups: OpenGroups, report: Report): void {
  if (place.get("action")?.text !== "allow" || place.get("direction")?.text === "outbound") return;
  const direction = place.get("direction");
  if (direction && direction.text === undefined) return;
  const protocol = place.get("protocol");
  const port = place.get("port");
  const ports = protocol?.text === "any" ? "all" : portsOf(port);
  for (const peer of peersOf(place.get("source"))) {
    const text = peer.text ?? "";
    const group = Object.hasOwn(groups, text) ? groups[text] : undefined;
    if (group !== undefined || isEverybody(text)) reportOpen(peer, group, { protocol, ports, port }, report);
  }
}

function checkIngressRule(place: Place, report: Report): void {
  const from = place.get("from_port");
  const to = place.get("to_port");
  const protocol = place.get("protocol");
  const isAll = protocol?.scalarText === "all" || protocol?.scalarText === "-1";
  const ports = isAll ? "all" : rangeOf(from, to);
  for (const peer of peersOf(place.get("source")))
    if (isEverybody(peer.text ?? "")) reportOpen(peer, undefined, { protocol, ports, port: from ?? to }, report);
}

/** What a rule lets through; `ports` is undefined while it is not known. */
interface Opening {
  readonly protocol: Place | undefined;
  readonly ports: readonly PortRange[] | "all" | undefined;
  /** Where the ports are written. */
  readonly port: Place | undefined;
}

function reportOpen(peer: Place, group: string | undefined, { protocol, ports, port }: Opening, report: Report): void {
  const kind = protocol?.scalarText;
  if (kind === "icmp" || kind === "icmpv6" || ports === undefined || protocol?.isUnresolved) return;
  const who = addresses(group ?? peer.text ?? "");
  if (ports === "all" || ports.some(([from, to]) => from <= 1 && to >= LAST_PORT)) {
    report(peer, {
      message: l10n.t`Every port is open to ${who}: whatever is started behind it can be reached from outside, from the day it is installed. Name the ports, or the addresses that need them.`,
    });
    return;
  }
  const guarded = [...GUARDED].filter(
    ([number]) =>
      (kind !== "udp" || GUARDED_UDP.has(number)) && ports.some(([from, to]) => from <= number && number <= to),
  );
  if (guarded.length === 0) return;
  const services = joinWords(
    guarded.map(([number, service]) => `${number} (${service})`),
    "and",
  );
  report(peer, {
    message:
      guarded.length === 1
        ? l10n.t`Port ${services} is open to ${who}: passwords are tried there around the clock, and one that is weak or a hole that is new gives the data away. Name the addresses that need it.`
        : l10n.t`The ports ${services} are open to ${who}: passwords are tried there around the clock, and one that is weak or a hole that is new gives the data away. Name the addresses that need them.`,
    severity: "error",
    ...(port && { related: [{ place: port, on: "value", message: l10n.t`The port is opened here.` }] }),
  });
}

function checkListed(place: Place, report: Report): void {
  const text = place.text ?? "";
  if (!isEverybody(text) || text === "any") return;
  const who = addresses(text);
  report(place, {
    message:
      place.path[0] === "network"
        ? l10n.t`This list holds ${who}, so nobody counts as an attacker and floods go through. List the addresses that you trust.`
        : l10n.t`This list lets in ${who}, so it keeps nobody out. List the addresses that need access.`,
  });
}

function addresses(range: string): string {
  if (range === "any") return l10n.t`every address`;
  return range.includes(":") ? l10n.t`every IPv6 address` : l10n.t`every IPv4 address`;
}

/** The peers of a rule: items of a list, or the only one. */
function peersOf(source: Place | undefined): readonly Place[] {
  if (!source) return [];
  return source.isList ? source.items() : [source];
}

/** The ports of a firewall rule; all of them when nothing is written, undefined while they are not known. */
function portsOf(port: Place | undefined): Opening["ports"] {
  if (!port || port.isNull) return "all";
  const text = port.scalarText;
  if (text === undefined || portRangeLanguage.check(text) !== undefined) return undefined;
  if (text === "any") return "all";
  return text.split(",").map((item): PortRange => {
    const [from = "", to = from] = item.split("-");
    return [Number(from), Number(to)];
  });
}

/** The ports of a security group; all of them when nothing is written, undefined while they are not known. */
function rangeOf(from: Place | undefined, to: Place | undefined): Opening["ports"] {
  if (!from && !to) return "all";
  const [first, last] = [from ? from.number : to?.number, to ? to.number : from?.number];
  if (first === undefined || last === undefined) return undefined;
  if (first === -1 && last === -1) return "all";
  return [[first, last]];
}

const RULES = (rules: string): string => `network:\n  firewall:\n    enabled: true\n    rules:\n${rules}`;
const RULE = (entries: string): string => RULES(`      - { name: database, action: allow, ${entries} } # since 2024\n`);
const INGRESS = (entries: string): string =>
  `infrastructure:\n  networking:\n    security_groups:\n      - name: data\n        ingress_rules:\n          - { ${entries} }\n`;
const TRIED =
  "passwords are tried there around the clock, and one that is weak or a hole that is new gives the data away.";
const EVERY_PORT =
  "whatever is started behind it can be reached from outside, from the day it is installed. Name the ports, or the addresses that need them.";

export const page: RulePage = {
  title: "A port of a database or of remote access, or every port, that is open to the whole world.",
  why: "The whole IPv4 internet is scanned for these ports within an hour. Redis, Memcached, MongoDB and Elasticsearch without a password are emptied or encrypted by bots on the first day; open Memcached and RDP are used to flood others; for SSH and the SQL servers a single reused password is enough. An allow-list that holds every address is worse than none, because everybody believes that there is one.",
  examples: {
    failing: {
      what: "a database that is open to everybody",
      text: RULE("source: any, port: 5432"),
      reports: [
        `error 5 «any» Port 5432 (PostgreSQL) is open to every address: ${TRIED} Name the addresses that need it.`,
      ],
    },
    passing: { what: "a database for one network", text: RULE("source: 10.20.0.0/16, port: 5432"), reports: [] },
    placeholder: {
      what: "what only the deployment knows",
      text: RULES(
        '      - { action: allow, source: "${OFFICE}", port: 22 }\n      - { action: allow, source: any, port: "${PORT}" }\n      - { action: "${ACTION}", source: any, port: 22 }\n      - { action: allow, source: any, port: 22, direction: "${DIRECTION}" }\n',
      ),
      reports: [],
    },
    disabled: {
      what: "a firewall that is switched off",
      text: RULE("source: any, port: 5432").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "every port, written, left out or meant",
        text: RULES(
          "      - { action: allow, protocol: tcp, source: any, port: any }\n      - { action: allow, protocol: udp, source: 0.0.0.0/0 }\n      - { action: allow, protocol: any, source: ::/0 }\n      - { action: allow, protocol: tcp, source: any, port: 1-65535 }\n",
        ),
        reports: [
          `warning 5 «any» Every port is open to every address: ${EVERY_PORT}`,
          `warning 6 «0.0.0.0/0» Every port is open to every IPv4 address: ${EVERY_PORT}`,
          `warning 7 «::/0» Every port is open to every IPv6 address: ${EVERY_PORT}`,
          `warning 8 «any» Every port is open to every address: ${EVERY_PORT}`,
        ],
      },
      {
        what: "a range and a list that hold guarded ports",
        text: RULES(
          '      - { action: allow, source: ["@office", 0.0.0.0/0], port: 3000-6000 }\n      - { action: allow, source: any, port: "22,443" }\n',
        ),
        reports: [
          `error 5 «0.0.0.0/0» The ports 3389 (RDP), 3306 (MySQL) and 5432 (PostgreSQL) are open to every IPv4 address: ${TRIED} Name the addresses that need them.`,
          `error 6 «any» Port 22 (SSH) is open to every address: ${TRIED} Name the addresses that need it.`,
        ],
      },
      {
        what: "a group of addresses that holds everybody",
        text: 'network:\n  firewall:\n    groups:\n      office: [198.51.100.0/24, 0.0.0.0/0]\n      home: [198.51.100.7]\n    rules:\n      - { action: allow, source: ["@office", "@home"], port: 22 }\n',
        reports: [
          `error 7 «"@office"» Port 22 (SSH) is open to every IPv4 address: ${TRIED} Name the addresses that need it.`,
        ],
      },
      {
        what: "rules that let nobody dangerous in",
        text: RULES(
          "      - { action: allow, protocol: tcp, source: any, port: 443 }\n      - { action: allow, protocol: icmp, source: any }\n      - { action: deny, source: any, port: 22 }\n      - { action: log, source: any, port: 5432 }\n      - { action: allow, direction: outbound, source: any, port: 5432 }\n      - { action: allow, protocol: udp, source: any, port: 5432 }\n      - { action: allow, source: 10.0.0.0/8, port: any }\n      - { action: allow, source: 0.0.0.0, port: 22 }\n",
        ),
        reports: [],
      },
      {
        what: "Memcached over UDP",
        text: RULE("protocol: udp, source: any, port: 11211"),
        reports: [
          `error 5 «any» Port 11211 (Memcached) is open to every address: ${TRIED} Name the addresses that need it.`,
        ],
      },
      {
        what: "a security group that opens a database",
        kind: "environment",
        text: INGRESS("protocol: tcp, from_port: 27017, to_port: 27017, source: [sg:web, ::/0]"),
        reports: [
          `error 6 «::/0» Port 27017 (MongoDB) is open to every IPv6 address: ${TRIED} Name the addresses that need it.`,
        ],
      },
      {
        what: "a security group that opens everything",
        kind: "environment",
        text: INGRESS("protocol: -1, from_port: -1, to_port: -1, source: 0.0.0.0/0"),
        reports: [`warning 6 «0.0.0.0/0» Every port is open to every IPv4 address: ${EVERY_PORT}`],
      },
      {
        what: "a security group with a placeholder for a port",
        kind: "environment",
        text: INGRESS('protocol: tcp, from_port: "${PORT}", to_port: 6000, source: 0.0.0.0/0'),
        reports: [],
      },
      {
        what: "a security group that is open for the web, for ping and to the outside",
        kind: "environment",
        text: `${INGRESS("protocol: tcp, from_port: 443, to_port: 443, source: 0.0.0.0/0")}          - { protocol: icmp, from_port: -1, to_port: -1, source: 0.0.0.0/0 }\n        egress_rules:\n          - { protocol: all, destination: 0.0.0.0/0 }\n`,
        reports: [],
      },
      {
        what: "a list of permitted callers that permits everybody",
        kind: "environment",
        text: "security:\n  network_security:\n    ip_allowlist: [198.51.100.0/24, 0.0.0.0/0]\n",
        reports: [
          "warning 3 «0.0.0.0/0» This list lets in every IPv4 address, so it keeps nobody out. List the addresses that need access.",
        ],
      },
      {
        what: "a list of trusted addresses that trusts everybody",
        text: "network:\n  ddos_protection:\n    allowlist:\n      - 198.51.100.7\n      - ::/0\n",
        reports: [
          "warning 5 «::/0» This list holds every IPv6 address, so nobody counts as an attacker and floods go through. List the addresses that you trust.",
        ],
      },
    ],
  },
};
