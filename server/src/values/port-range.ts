import * as l10n from "@vscode/l10n";
import { characterAt, defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const MAX_PORT = 65535;

/** What usually listens on a port. */
const SERVICES: Readonly<Record<string, string>> = {
  "22": "SSH",
  "25": "SMTP",
  "53": "DNS",
  "80": "HTTP",
  "389": "LDAP",
  "443": "HTTPS",
  "636": "LDAP over TLS",
  "1433": "SQL Server",
  "1521": "Oracle",
  "3306": "MySQL",
  "3389": "RDP",
  "5432": "PostgreSQL",
  "6379": "Redis",
  "9090": "Prometheus",
  "9093": "Alertmanager",
  "9200": "Elasticsearch",
  "27017": "MongoDB",
};

/** `port-range`: a port, a range, a list of both, or `any`. */
export const portRangeLanguage: ScalarLanguage = defineLanguage({
  format: "port-range",
  code: "port-range-invalid",
  title: l10n.t("Ports"),
  noun: l10n.t("a port or a range of ports"),
  example: "8000-8100",
  maxLength: 1024,
  check(text) {
    if (text === "any") return undefined;
    if (/^(?:any|all|\*)$/i.test(text))
      return problem(0, text.length, l10n.t`${shown(text)} must be written \`any\``, "any");
    let start = 0;
    for (const item of text.split(",")) {
      const found = checkItem(text, item, start);
      if (found) return found;
      start += item.length + 1;
    }
    return undefined;
  },
  completions: () => [
    ...["443", "80", "22", "5432", "6379"].map((label) => ({ label, detail: SERVICES[label] ?? "" })),
    { label: "any", detail: l10n.t("every port") },
  ],
  describe(text) {
    if (text === "any") return l10n.t("every port");
    if (text.includes(",")) return undefined;
    const [from = "", to] = text.split("-");
    if (to !== undefined) return l10n.t`ports ${Number(from)} to ${Number(to)}`;
    const service = Object.hasOwn(SERVICES, from) ? SERVICES[from] : undefined;
    return service && l10n.t`port ${from}, usually ${service}`;
  },
});

function checkItem(text: string, item: string, start: number): ValueProblem | undefined {
  const message = (): string => l10n.t`${shown(text)} is not a port or a range of ports`;
  const rule = (): string => l10n.t("write `443`, `8000-8100`, `80,443` or `any`");
  if (item === "") {
    const comma = Math.min(start, text.length - 1);
    return problem(comma, comma + 1, l10n.t`${message()}: a port is missing beside \`,\`; ${rule()}`);
  }
  const strange = item.search(/[^\d-]/);
  if (strange >= 0) {
    const character = characterAt(item, strange);
    const name = character === " " ? l10n.t("a space") : shown(character);
    const tight = text.replace(/\s+/g, "");
    const certain = /^[\d,-]+$/.test(tight) && portRangeLanguage.check(tight) === undefined && !/\d\s+\d/.test(text);
    const at = start + strange;
    return problem(
      at,
      at + character.length,
      l10n.t`${message()}: ${name} can not stand in it; ${rule()}`,
      certain ? tight : undefined,
    );
  }
  const [, from = "", to] = /^(\d+)(?:-(\d+))?$/.exec(item) ?? [];
  if (from === "") return problem(start, start + item.length, l10n.t`${message()}: ${rule()}`);
  if (Number(from) > MAX_PORT) return outside(from, start);
  if (to === undefined) return undefined;
  if (Number(to) > MAX_PORT) return outside(to, start + from.length + 1);
  if (Number(to) >= Number(from)) return undefined;
  const swapped = `${text.slice(0, start)}${to}-${from}${text.slice(start + item.length)}`;
  const suggestion = portRangeLanguage.check(swapped) === undefined ? swapped : undefined;
  return problem(
    start,
    start + item.length,
    l10n.t`The range \`${item}\` runs backwards: write the smaller port first`,
    suggestion,
  );
}

function outside(port: string, start: number): ValueProblem {
  return problem(start, start + port.length, l10n.t`${shown(port)} is not a port: ports run from 0 to ${MAX_PORT}`);
}
