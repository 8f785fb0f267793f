import * as l10n from "@vscode/l10n";
import { code, keyList } from "../../schema/wording.ts";
import { canonicalEnvironment } from "../../tenants/environment-names.ts";
import type { Place } from "../place.ts";
import { isInProduction } from "../production.ts";
import { defineRule, type Finding, type Report, type RulePage } from "../rule.ts";
import { type ComparableText, comparableText } from "./comparable-text.ts";
import { isRelativeHost, plainHost } from "./local-hosts.ts";

/** A place where an environment keeps data. */
interface Store {
  readonly environment: Place;
  /** The section that names it. */
  readonly place: Place;
  /** All that tells it from other stores. */
  readonly identity: readonly ComparableText[];
}

/** Finds a store of an environment; undefined when it has none, or when too little is known about it. */
type StoreOf = (environment: Place) => Store | undefined;

export const rule = defineRule({
  id: "env-shared-datastore",
  severity: "warning",
  at: { tenant: ["environments"] },
  check: (place, report) => {
    const environments = place.entries();
    for (const [storeOf, words] of STORES) {
      const stores = environments.map(storeOf).filter((store) => store !== undefined);
      const shared = Map.groupBy(stores, ({ identity }) => JSON.stringify(identity.map(({ text }) => text)));
      for (const same of shared.values()) reportShared(same, words, report);
    }
  },
});

/** Production is where the data belongs; without it, the environment that comes first. */
function reportShared(stores: readonly Store[], words: Words, report: Report): void {
  const owner = stores.find(({ environment }) => isInProduction(environment)) ?? stores[0];
  if (!owner) return;
  const others = stores.filter((store) => nameOf(store) !== nameOf(owner));
  for (const store of others) reportStore(store, owner, words, report);
}

/** Two spellings are one environment. */
function nameOf({ environment }: Store): string {
  return canonicalEnvironment(environment.name);
}

function reportStore(store: Store, owner: Store, words: Words, report: Report): void {
  // What an alias or merge brings into both environments stands at one place, which does not tell them apart.
  const isOnePlace = store.place.pair === owner.place.pair;
  const [own, other] = isOnePlace ? [store.environment, owner.environment] : [store.place, owner.place];
  const names = [store.environment.name, owner.environment.name] as const;
  const variables = commonVariables(store, owner);
  const finding: Finding =
    variables.length === 0
      ? { message: words.same(...names, partsOf(store)) }
      : { message: words.perhaps(...names, keyList(variables)), severity: "information" };
  report(own, {
    ...finding,
    on: "key",
    related: [{ place: other, on: "key", message: l10n.t`Environment \`${owner.environment.name}\` says so here.` }],
  });
}

/** Variables because of which two values are the same here, and may differ where they are deployed. */
function commonVariables(a: Store, b: Store): readonly string[] {
  const common = a.identity.flatMap(({ variables }, index) => {
    const others = b.identity[index]?.variables ?? [];
    return variables.length > 0 && variables.join() === others.join() ? variables : [];
  });
  return [...new Set(common)];
}

function partsOf({ identity }: Store): readonly string[] {
  return identity.map(({ text }) => text);
}

/** What is said about two environments with the same store: the one that is reported, the one that it belongs to, and what they share. */
interface Words {
  readonly same: (own: string, owner: string, parts: readonly string[]) => string;
  readonly perhaps: (own: string, owner: string, variables: string) => string;
}

const STORES: readonly (readonly [StoreOf, Words])[] = [
  [
    databaseOf,
    {
      same: (own, owner, [host = "", , name = "", schema = ""]) =>
        l10n.t`\`${own}\` works on the same tables as \`${owner}\`: database ${code(name)}, schema ${code(schema)} on ${code(host)}. A test or migration in one changes the data of the other. Give each a schema, database or server of its own.`,
      perhaps: (own, owner, variables) =>
        l10n.t`\`${own}\` works on the same tables as \`${owner}\` unless each deployment sets ${variables} differently. Give each a schema, database or server of its own.`,
    },
  ],
  [
    redisOf,
    {
      same: (own, owner, [host = "", , database = "", prefix = ""]) =>
        prefix === ""
          ? l10n.t`\`${own}\` caches under the same keys as \`${owner}\`: database ${database} on ${code(host)}, without a prefix. Each is served what the other one stored. Give each a prefix of its own, such as \`tenant:{{tenant_id}}:{{environment}}:\`.`
          : l10n.t`\`${own}\` caches under the same keys as \`${owner}\`: prefix ${code(prefix)} in database ${database} on ${code(host)}. Each is served what the other one stored. Give each a prefix of its own, such as \`tenant:{{tenant_id}}:{{environment}}:\`.`,
      perhaps: (own, owner, variables) =>
        l10n.t`\`${own}\` caches under the same keys as \`${owner}\` unless each deployment sets ${variables} differently. Give each a prefix of its own, such as \`tenant:{{tenant_id}}:{{environment}}:\`.`,
    },
  ],
  [
    bucketOf,
    {
      same: (own, owner, [, , , bucket = ""]) =>
        l10n.t`\`${own}\` keeps its files in the same place as \`${owner}\`: bucket ${code(bucket)}, with the same prefix. What one overwrites or deletes is gone in the other. Give each a bucket or prefix of its own.`,
      perhaps: (own, owner, variables) =>
        l10n.t`\`${own}\` keeps its files in the same place as \`${owner}\` unless each deployment sets ${variables} differently. Give each a bucket or prefix of its own.`,
    },
  ],
];

function databaseOf(environment: Place): Store | undefined {
  const place = environment.get("database");
  return storeAt(environment, place, [
    hostOf(place),
    portOf(place, ""),
    comparableText(place?.get("name")),
    comparableText(place?.get("schema")),
  ]);
}

function redisOf(environment: Place): Store | undefined {
  const place = environment.get("cache", "redis");
  return storeAt(environment, place, [
    hostOf(place),
    portOf(place, "6379"),
    comparableText(place?.get("db")) ?? absent(place, "db", "0"),
    comparableText(place?.get("prefix")) ?? absent(place, "prefix", ""),
  ]);
}

/** Containers of Azure are names within an account, and buckets of MinIO within a server. */
function bucketOf(environment: Place): Store | undefined {
  const place = environment.get("storage");
  const type = comparableText(place?.get("type"));
  const isAzure = type?.text === "azure" || type?.text === "azure_blob";
  return storeAt(environment, place, [
    (isAzure ? known("azure_blob") : type) ?? absent(place, "type", ""),
    comparableText(place?.get("account")) ?? (isAzure ? undefined : absent(place, "account", "")),
    comparableText(place?.get("endpoint")) ?? (type?.text === "minio" ? undefined : absent(place, "endpoint", "")),
    comparableText(place?.get("bucket") ?? place?.get("container")),
    prefixOf(place),
  ]);
}

function storeAt(
  environment: Place,
  place: Place | undefined,
  parts: readonly (ComparableText | undefined)[],
): Store | undefined {
  const identity = parts.filter((part) => part !== undefined);
  return place && identity.length === parts.length ? { environment, place, identity } : undefined;
}

function hostOf(place: Place | undefined): ComparableText | undefined {
  const host = comparableText(place?.get("host"));
  return host && !isRelativeHost(host.text) ? { ...host, text: plainHost(host.text) } : undefined;
}

/** Whoever sets the port for each deployment does so for a server that is another one anyway. */
function portOf(place: Place | undefined, usual: string): ComparableText | undefined {
  const port = comparableText(place?.get("port")) ?? absent(place, "port", usual);
  return port && { ...port, variables: [] };
}

/** Slashes around a prefix do not make it another folder. */
function prefixOf(place: Place | undefined): ComparableText | undefined {
  const prefix = comparableText(place?.get("prefix")) ?? absent(place, "prefix", "");
  const folders = prefix?.text.split("/").filter((folder) => folder !== "");
  return prefix && folders && { ...prefix, text: folders.join("/") };
}

/** What an absent key means; undefined when it is there with something that is not known. */
function absent(place: Place | undefined, key: string, meaning: string): ComparableText | undefined {
  return place?.has(key) ? undefined : known(meaning);
}

function known(text: string): ComparableText {
  return { text, variables: [] };
}

const DATABASE = (environment: string, host: string, schema = "public"): string =>
  `  ${environment}:\n    enabled: true\n    database:\n      host: ${host}\n      port: 5432\n      name: app\n      schema: ${schema}\n`;
const SAME_TABLES = (host: string): string =>
  `\`staging\` works on the same tables as \`production\`: database \`app\`, schema \`public\` on \`${host}\`. A test or migration in one changes the data of the other. Give each a schema, database or server of its own.`;
const REDIS = (environment: string, lines: string): string =>
  `  ${environment}:\n    enabled: true\n    cache:\n      redis:\n        host: redis.acme.example\n${lines}`;
const STORAGE = (environment: string, values: string): string =>
  `  ${environment}:\n    enabled: true\n    storage: ${values}\n`;

export const page: RulePage = {
  title: "Two environments of a tenant that share a database, cache or bucket.",
  why: "Somebody copies the production entry to make a staging one and forgets to change the server. From then on a load test, a migration or an empty-the-tables fixture of staging runs on the data of customers, and keys that staging caches are served in production. The same variable in both entries is only worth a note, because each deployment can set its own value.",
  examples: {
    failing: {
      what: "staging and production on one database",
      text: `environments:\n${DATABASE("staging", "prod-db")}${DATABASE("production", "prod-db")}`,
      reports: [`warning 4 «database» ${SAME_TABLES("prod-db")}`],
    },
    passing: {
      what: "a schema for each environment",
      text: `environments:\n${DATABASE("staging", "db", "app_staging")}${DATABASE("production", "db", "app")}`,
      reports: [],
    },
    placeholder: {
      what: "servers that different variables name",
      text: `environments:\n${DATABASE("staging", "${STAGING_DB}")}${DATABASE("production", "${DB}")}`,
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      text: `environments:\n${DATABASE("staging", "prod-db").replace("true", "false")}${DATABASE("production", "prod-db")}`,
      reports: [],
    },
    more: [
      {
        what: "servers that are the same once the variables are known",
        text: `environments:\n${DATABASE("staging", "${STAGING_DB}")}${DATABASE("production", "DB.acme.example")}`,
        files: { "/.env": "STAGING_DB=db.acme.example\n" },
        reports: [`warning 4 «database» ${SAME_TABLES("db.acme.example")}`],
      },
      {
        what: "one variable for both",
        text: `environments:\n${DATABASE("staging", "${DB}")}${DATABASE("production", "${DB}")}`,
        reports: [
          "information 4 «database» `staging` works on the same tables as `production` unless each deployment sets `DB` differently. Give each a schema, database or server of its own.",
        ],
      },
      {
        what: "schemas that differ by the name of the environment",
        text: `environments:\n${DATABASE("staging", "${DB}", "app_{{environment}}")}${DATABASE("production", "${DB}", "app_{{environment}}")}`,
        reports: [],
      },
      {
        what: "an environment that takes all of it from another one",
        text: `environments:\n${DATABASE("production", "prod-db").replace("production:", "production: &production")}  staging: *production\n`,
        reports: [`warning 9 «staging» ${SAME_TABLES("prod-db")}`],
      },
      {
        what: "one environment under two spellings, which is another fault",
        text: `environments:\n${DATABASE("prod", "prod-db")}${DATABASE("production", "prod-db")}`,
        reports: [],
      },
      {
        what: "the machine itself, or a name within a cluster, which is another one everywhere",
        text: `environments:\n${DATABASE("dev", "localhost")}${DATABASE("test", "localhost")}${DATABASE("staging", "db.app.svc.cluster.local")}${DATABASE("production", "db.app.svc.cluster.local")}`,
        reports: [],
      },
      {
        what: "a cache whose port and database are the usual ones",
        text: `environments:\n${REDIS("dev", '        prefix: "acme:"\n')}${REDIS("test", '        port: 6379\n        db: 0\n        prefix: "acme:"\n')}`,
        reports: [
          "warning 11 «redis» `test` caches under the same keys as `dev`: prefix `acme:` in database 0 on `redis.acme.example`. Each is served what the other one stored. Give each a prefix of its own, such as `tenant:{{tenant_id}}:{{environment}}:`.",
        ],
      },
      {
        what: "caches without a prefix, two of them in one database",
        text: `environments:\n${REDIS("dev", "        db: 1\n")}${REDIS("test", "        db: 2\n")}${REDIS("staging", "        db: 2\n")}`,
        reports: [
          "warning 17 «redis» `staging` caches under the same keys as `test`: database 2 on `redis.acme.example`, without a prefix. Each is served what the other one stored. Give each a prefix of its own, such as `tenant:{{tenant_id}}:{{environment}}:`.",
        ],
      },
      {
        what: "a bucket whose prefixes say the same, and a container under its other name",
        text: `environments:\n${STORAGE("dev", "{type: s3, bucket: acme, prefix: files/}")}${STORAGE("test", "{type: s3, bucket: acme, prefix: files}")}${STORAGE("staging", "{type: azure, account: acme, bucket: files}")}${STORAGE("production", "{type: azure_blob, account: acme, container: files}")}`,
        reports: [
          "warning 7 «storage» `test` keeps its files in the same place as `dev`: bucket `acme`, with the same prefix. What one overwrites or deletes is gone in the other. Give each a bucket or prefix of its own.",
          "warning 10 «storage» `staging` keeps its files in the same place as `production`: bucket `files`, with the same prefix. What one overwrites or deletes is gone in the other. Give each a bucket or prefix of its own.",
        ],
      },
      {
        what: "containers of different accounts, and buckets of servers that are not known",
        text: `environments:\n${STORAGE("dev", "{type: azure, account: acmedev, bucket: files}")}${STORAGE("test", "{type: azure, account: acmetest, bucket: files}")}${STORAGE("staging", "{type: minio, bucket: files}")}${STORAGE("production", "{type: minio, bucket: files}")}`,
        reports: [],
      },
    ],
  },
};
