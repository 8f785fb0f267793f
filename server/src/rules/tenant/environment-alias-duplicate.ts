import * as l10n from "@vscode/l10n";
import type { JsonValue, Operation } from "../../schema/problem.ts";
import { canonicalEnvironment } from "../../tenants/environment-names.ts";
import { findPair } from "../../yaml/navigate.ts";
import { keyText, type MapNode, type Node, type NodePath } from "../../yaml/node.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "environment-alias-duplicate",
  severity: "error",
  at: { tenant: ["environments"] },
  check: (place, report) => {
    const firsts = new Map<string, Place>();
    for (const environment of place.entries()) {
      const name = canonicalEnvironment(environment.name);
      const first = firsts.get(name);
      if (!first) {
        firsts.set(name, environment);
        continue;
      }
      report(environment, {
        message: l10n.t`\`${environment.name}\` is the same environment as \`${first.name}\`, so readers use one of the two and drop the other. Keep a single entry.`,
        on: "key",
        related: [{ place: first, on: "key", message: l10n.t`The other spelling stands here.` }],
        ...mergeFix(place, first, environment),
      });
    }
  },
});

function mergeFix(environments: Place, first: Place, second: Place): Pick<Finding, "fix"> {
  if (first.written.kind !== "map" || second.written.kind !== "map") return {};
  if (isShared(first.written) || isShared(second.written)) return {};
  const operations: Operation[] = [];
  const differs = merge(first.written, second.written, [first.name], operations);
  const [into, from] = [first.name, second.name];
  return {
    fix: {
      fix: "change",
      path: environments.path,
      changes: [
        {
          title: differs
            ? l10n.t`Merge \`${from}\` into \`${into}\`, whose values win`
            : l10n.t`Merge \`${from}\` into \`${into}\``,
          ...(differs && { preferred: false }),
          operations: [...operations, { do: "remove", path: [from] }],
        },
      ],
    },
  };
}

/**
 * Collects the steps that add to a mapping what only another one has, also where it is switched off; true when both have a value that is
 * not the same.
 */
function merge(into: MapNode, from: MapNode, path: NodePath, operations: Operation[]): boolean {
  let differs = false;
  for (const { key, value } of from.pairs) {
    const name = keyText(key) ?? "";
    const known = findPair(into, name)?.value;
    const inner = [...path, name];
    if (known === undefined) operations.push({ do: "set", path: inner, value: jsonOf(value) });
    else if (known.kind === "map" && value.kind === "map") differs = merge(known, value, inner, operations) || differs;
    else differs ||= JSON.stringify(jsonOf(known)) !== JSON.stringify(jsonOf(value));
  }
  return differs;
}

/** true for a value that shares something with another place: moving it would change what stands there. */
function isShared(node: Node): boolean {
  if (node.kind === "alias" || node.anchor !== undefined) return true;
  if (node.kind === "map") return node.pairs.some(({ value }) => isShared(value));
  return node.kind === "sequence" && node.items.some(isShared);
}

function jsonOf(node: Node): JsonValue {
  if (node.kind === "map")
    return Object.fromEntries(node.pairs.map(({ key, value }) => [keyText(key) ?? "", jsonOf(value)]));
  if (node.kind === "sequence") return node.items.map(jsonOf);
  return node.kind === "scalar" ? (node.value as JsonValue) : null;
}

const SAME = (second: string, first: string): string =>
  `\`${second}\` is the same environment as \`${first}\`, so readers use one of the two and drop the other. Keep a single entry.`;

export const page: RulePage = {
  title: "One environment under two spellings.",
  why: "`prod` and `production` (and `dev` and `development`) name the same environment. Whatever reads the file keeps one of the two entries, usually the last one, so a password that was rotated or a pool that was enlarged in the other entry never reaches production.",
  fix: "Move what only the second entry has into the first one and remove the second",
  examples: {
    failing: {
      what: "production under its short and its long name",
      text: [
        "environments:",
        "  prod:",
        "    enabled: true # since 2024",
        "    cache:",
        "      redis:",
        "        host: redis.acme.example",
        "  production:",
        "    enabled: true",
        "    database:",
        "      port: 5432",
        "    cache:",
        "      redis:",
        "        ttl: 300",
        "",
      ].join("\n"),
      reports: [`error 7 «production» ${SAME("production", "prod")}`],
      fixed: [
        "environments:",
        "  prod:",
        "    enabled: true # since 2024",
        "    database:",
        "      port: 5432",
        "    cache:",
        "      redis:",
        "        host: redis.acme.example",
        "        ttl: 300",
        "",
      ].join("\n"),
    },
    passing: {
      what: "environments that differ",
      text: "environments:\n  dev:\n    enabled: true\n  prod:\n    enabled: true\n  test:\n    enabled: true\n",
      reports: [],
    },
    placeholder: "the names of environments are keys, which hold no placeholders",
    disabled: {
      what: "a second spelling that is switched off",
      text: "environments:\n  prod:\n    enabled: false\n  production:\n    enabled: true\n",
      reports: [],
    },
    more: [
      {
        what: "values that differ",
        text: "environments:\n  development:\n    enabled: true\n    database:\n      port: 5432\n  dev:\n    enabled: true\n    database:\n      port: 5433\n",
        reports: [`error 6 «dev» ${SAME("dev", "development")}`],
        fixed: "environments:\n  development:\n    enabled: true\n    database:\n      port: 5432\n",
      },
      {
        what: "several keys that only the second entry has, one of them switched off",
        text: "environments:\n  prod:\n    enabled: true\n  production:\n    enabled: true\n    storage:\n      type: s3\n    monitoring:\n      enabled: false\n    cache:\n      redis:\n        host: a\n        ttl: 60\n",
        reports: [`error 4 «production» ${SAME("production", "prod")}`],
        fixed:
          "environments:\n  prod:\n    enabled: true\n    storage:\n      type: s3\n    monitoring:\n      enabled: false\n    cache:\n      redis:\n        host: a\n        ttl: 60\n",
      },
      {
        what: "both on one line",
        text: "environments: {prod: {enabled: true}, production: {enabled: true}}\n",
        reports: [`error 1 «production» ${SAME("production", "prod")}`],
        fixed: "environments: {prod: {enabled: true}}\n",
      },
      {
        what: "an entry that others use",
        text: "environments:\n  prod: &prod\n    enabled: true\n  production: *prod\n",
        reports: [`error 4 «production» ${SAME("production", "prod")}`],
      },
      {
        what: "an entry with comments, which nothing may take away",
        text: "environments:\n  prod:\n    enabled: true\n  production:\n    enabled: true # do not touch\n",
        reports: [`error 4 «production» ${SAME("production", "prod")}`],
      },
    ],
  },
};
