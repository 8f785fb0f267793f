import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import { spellingsOf } from "../../tenants/environment-names.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "cache-key-space",
  severity: "warning",
  at: { tenant: ["environments.*.cache.redis"] },
  facts: (context) => context.fileOf("tenant")?.get("tenant_id")?.text,
  check: (place, report, tenantId) => {
    checkDatabase(place, report);
    const prefix = place.get("prefix");
    const text = prefix?.text;
    if (!prefix || !text || !tenantId || text.toLowerCase().includes(tenantId.toLowerCase())) return;
    report(prefix, {
      message: l10n.t`The prefix ${code(text)} does not contain the tenant id ${code(tenantId)}: tenants on the same server read, overwrite and flush each other's entries. Begin it with \`tenant:{{tenant_id}}:\`.`,
      ...(prefix.placeholders.state === "none" && {
        fix: { fix: "change", path: prefix.path, changes: prefixChanges(text, String(place.path[1])) },
      }),
    });
  },
});

/** A cluster has database 0 alone. */
function checkDatabase(redis: Place, report: Report): void {
  const [mode, database] = [redis.get("mode"), redis.get("db")];
  const number = database?.number;
  if (mode?.text !== "cluster" || !database || number === undefined || number === 0) return;
  report(database, {
    severity: "error",
    message: l10n.t`A Redis cluster has only database 0 and answers the choice of database ${number} with an error, so no connection comes about. Set \`db\` to \`0\` and keep tenants apart by \`prefix\`.`,
    related: [{ place: mode, message: l10n.t`The server is declared as a cluster here.` }],
    ...(database.placeholders.state === "none" && {
      fix: {
        fix: "change",
        path: database.path,
        changes: [{ title: l10n.t`Set \`db\` to \`0\``, operations: [{ do: "set", path: [], value: 0 }] }],
      },
    }),
  });
}

/** A prefix that tells environments apart goes on doing so. */
function prefixChanges(prefix: string, environment: string): readonly Change[] {
  const lowered = prefix.toLowerCase();
  const namesEnvironment = spellingsOf(environment).some((name) => lowered.includes(name.toLowerCase()));
  const best = namesEnvironment ? "tenant:{{tenant_id}}:{{environment}}:" : "tenant:{{tenant_id}}:";
  return [
    { title: l10n.t`Set \`prefix\` to ${code(best)}`, operations: [{ do: "set", path: [], value: best }] },
    {
      title: l10n.t`Put the tenant id before the prefix`,
      preferred: false,
      operations: [{ do: "set", path: [], value: `tenant:{{tenant_id}}:${prefix}` }],
    },
  ];
}

const REDIS = (lines: string, environment = "staging"): string =>
  `tenant_id: acme-eu\nenvironments:\n  ${environment}:\n    enabled: true\n    cache:\n      redis:\n${lines}`;
const FOREIGN = (prefix: string): string =>
  `The prefix \`${prefix}\` does not contain the tenant id \`acme-eu\`: tenants on the same server read, overwrite and flush each other's entries. Begin it with \`tenant:{{tenant_id}}:\`.`;

export const page: RulePage = {
  title: "A cache prefix without the tenant id, or a numbered database in a cluster.",
  why: "The prefix is all that separates tenants on a Redis server. With a prefix such as `app:` a session or a price that one tenant cached is served to another one, and `SCAN` and delete by prefix empties the cache of all of them. A Redis cluster has no numbered databases: `SELECT 3` fails with `ERR SELECT is not allowed in cluster mode`, mostly at the first request after the deployment.",
  fix: "Set the prefix to `tenant:{{tenant_id}}:`, and the database of a cluster to `0`",
  examples: {
    failing: {
      what: "a prefix that every tenant could have",
      text: REDIS('        prefix: "app:" # all keys\n'),
      reports: [`warning 7 «"app:"» ${FOREIGN("app:")}`],
      fixed: REDIS('        prefix: "tenant:{{tenant_id}}:" # all keys\n'),
    },
    passing: {
      what: "a prefix with the tenant id",
      text: REDIS('        prefix: "tenant:{{tenant_id}}:"\n'),
      reports: [],
    },
    placeholder: {
      what: "a prefix that only the deployment knows",
      text: REDIS('        prefix: "${SPACE}:cache:"\n        mode: cluster\n        db: ${REDIS_DB}\n'),
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      text: REDIS('        prefix: "app:"\n').replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a prefix without quotes that tells environments apart",
        text: REDIS("        prefix: prod-cache\n", "production"),
        reports: [`warning 7 «prod-cache» ${FOREIGN("prod-cache")}`],
        fixed: REDIS('        prefix: "tenant:{{tenant_id}}:{{environment}}:"\n', "production"),
      },
      { what: "the tenant id in other letters", text: REDIS('        prefix: "Acme-EU/"\n'), reports: [] },
      {
        what: "a prefix that a variable sets, which is not changed",
        text: REDIS('        prefix: "${SPACE:-app}:"\n'),
        reports: [`warning 7 «"\${SPACE:-app}:"» ${FOREIGN("app:").replace(/\.$/, " (resolved from SPACE).")}`],
      },
      {
        what: "a tenant without an id",
        text: REDIS('        prefix: "app:"\n').replace("tenant_id: acme-eu\n", ""),
        reports: [],
      },
      {
        what: "a numbered database in a cluster",
        text: REDIS('        db: 3 # ours\n        mode: cluster\n        prefix: "acme-eu:"\n'),
        reports: [
          "error 7 «3» A Redis cluster has only database 0 and answers the choice of database 3 with an error, so no connection comes about. Set `db` to `0` and keep tenants apart by `prefix`.",
        ],
        fixed: REDIS('        db: 0 # ours\n        mode: cluster\n        prefix: "acme-eu:"\n'),
      },
      {
        what: "a numbered database of a single server, and database 0 of a cluster",
        text: `${REDIS("        db: 3\n        mode: standalone\n")}  test:\n    enabled: true\n    cache:\n      redis:\n        db: 0\n        mode: cluster\n`,
        reports: [],
      },
    ],
  },
};
