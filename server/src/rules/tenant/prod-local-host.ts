import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { isIpv4, isIpv6 } from "../../values/ip.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { isLoopback, isNamed, plainHost } from "./local-hosts.ts";

/** Where an environment names a machine: as a host, as `host:port`, or in a URL. */
const HOSTS: readonly string[] = [
  "database.host",
  "database.replicas.*.host",
  "cache.redis.host",
  "cache.redis.nodes.*",
  "storage.endpoint",
  "monitoring.metrics.prometheus.endpoint",
];

export const rule = defineRule({
  id: "prod-local-host",
  severity: "warning",
  at: { tenant: ["production", "prod"].flatMap((name) => HOSTS.map((host) => `environments.${name}.${host}`)) },
  check: (place, report) => {
    const { known, possible } = place.texts;
    // A placeholder that became a user name would make a password of what stands before it.
    const hosts = possible.filter((text) => text === known || !text.includes("@")).map(hostIn);
    const [first, ...others] = hosts.map(faultOf);
    if (first === undefined || !others.every((fault) => fault === first)) return;
    report(place, { message: messageOf(first, hosts[0] ?? "") });
  },
});

type Fault = "own machine" | "link" | "local name" | "test name" | "example";

/** The host of a URL, of `host:port` or alone; empty for a path. */
function hostIn(text: string): string {
  if (text.startsWith("/")) return "";
  const authority = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[/?#].*$/s, "");
  const address = authority.slice(authority.lastIndexOf("@") + 1);
  if (address.startsWith("[")) return plainHost(address.slice(0, address.indexOf("]") + 1));
  return plainHost(isIpv6(address) ? address : (address.split(":")[0] ?? ""));
}

function faultOf(host: string): Fault | undefined {
  if (isLoopback(host) || host === "0.0.0.0" || host === "::") return "own machine";
  if ((isIpv4(host) && host.startsWith("169.254.")) || (isIpv6(host) && /^fe[89ab]/.test(host))) return "link";
  // Kubernetes resolves these names in production as well.
  if (isNamed(host, "local")) return isNamed(host, "cluster.local") ? undefined : "local name";
  if (isNamed(host, "test")) return "test name";
  return ["example.com", "example.net", "example.org"].some((domain) => isNamed(host, domain)) ? "example" : undefined;
}

function messageOf(fault: Fault, host: string): string {
  switch (fault) {
    case "own machine":
      return l10n.t`${code(host)} is the machine that the application itself runs on, where production has no server unless a proxy stands beside the application. Write the address of the server.`;
    case "link":
      return l10n.t`${code(host)} is a link-local address, which reaches no further than the own network segment. Write the address that the server has in production.`;
    case "local name":
      return l10n.t`${code(host)} is a name of the local network: \`.local\` is resolved by asking the machines nearby, which production does not do. Write the name that the server has in production.`;
    case "test name":
      return l10n.t`${code(host)} is a name for tests: \`.test\` exists in no public DNS. Write the name that the server has in production.`;
    case "example":
      return l10n.t`${code(host)} is a domain for examples, where no server of yours answers. Write the name that the server has in production.`;
  }
}

const PRODUCTION = (lines: string): string => `environments:\n  production:\n    enabled: true\n${lines}`;
const OWN = (host: string): string =>
  `\`${host}\` is the machine that the application itself runs on, where production has no server unless a proxy stands beside the application. Write the address of the server.`;

export const page: RulePage = {
  title: "Production that points at a local machine.",
  why: "An address from somebody's own machine went into production with a copied file. In a container `localhost` is the container itself, so the application starts, finds nothing there and is restarted for ever; `.local` and `.test` do not resolve outside of the network or machine they were made for.",
  examples: {
    failing: {
      what: "a database on the machine itself",
      text: PRODUCTION("    database:\n      host: 127.0.0.1\n"),
      reports: [`warning 5 «127.0.0.1» ${OWN("127.0.0.1")}`],
    },
    passing: {
      what: "servers with names and addresses of their own",
      text: PRODUCTION(
        "    database:\n      host: db.acme.example\n    cache:\n      redis:\n        host: redis.acme.svc.cluster.local\n        nodes: [10.0.0.4:6379]\n    monitoring: {enabled: true, metrics: {prometheus: {endpoint: /metrics}}}\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "hosts that only the deployment knows",
      text: PRODUCTION(
        '    database:\n      host: ${DB_HOST}\n    storage: {type: minio, endpoint: "https://${STORE}:9000"}\n',
      ),
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      text: PRODUCTION("    database:\n      host: 127.0.0.1\n").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "local names in every place that names a machine",
        text: PRODUCTION(
          '    database:\n      host: db.test\n      replicas:\n        - host: 169.254.10.1\n    cache:\n      redis:\n        host: redis.office.local.\n        nodes: ["localhost:7000", "[::1]:7001"]\n    storage:\n      type: minio\n      endpoint: http://minio.example.com:9000/\n    monitoring:\n      enabled: true\n      metrics:\n        prometheus:\n          endpoint: http://127.0.0.1:${PORT}/metrics\n',
        ),
        reports: [
          "warning 5 «db.test» `db.test` is a name for tests: `.test` exists in no public DNS. Write the name that the server has in production.",
          "warning 7 «169.254.10.1» `169.254.10.1` is a link-local address, which reaches no further than the own network segment. Write the address that the server has in production.",
          "warning 10 «redis.office.local.» `redis.office.local` is a name of the local network: `.local` is resolved by asking the machines nearby, which production does not do. Write the name that the server has in production.",
          `warning 11 «"localhost:7000"» ${OWN("localhost")}`,
          `warning 11 «"[::1]:7001"» ${OWN("::1")}`,
          "warning 14 «http://minio.example.com:9000/» `minio.example.com` is a domain for examples, where no server of yours answers. Write the name that the server has in production.",
          `warning 19 «http://127.0.0.1:\${PORT}/metrics» ${OWN("127.0.0.1")}`,
        ],
      },
      {
        what: "a default that is left over",
        text: "environments:\n  prod:\n    enabled: true\n    database:\n      host: ${DB_HOST:-localhost}\n",
        reports: [`warning 5 «\${DB_HOST:-localhost}» ${OWN("localhost").replace(/\.$/, " (resolved from DB_HOST).")}`],
      },
      {
        what: "other environments",
        text: "environments:\n  dev:\n    enabled: true\n    database:\n      host: localhost\n",
        reports: [],
      },
    ],
  },
};
