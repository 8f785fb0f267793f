import { itemLabel, schemasAt } from "../../schema/match.ts";
import { nodeAt } from "../../yaml/navigate.ts";
import type { NodePath } from "../../yaml/node.ts";
import type { Place } from "../place.ts";

/** Steps of paths that say nothing about whose secret it is. */
const GENERAL: ReadonlySet<string> = new Set([
  "authentication",
  "authorization",
  "config",
  "databases",
  "datasources",
  "environments",
  "features",
  "global",
  "headers",
  "infrastructure",
  "notification_channels",
  "providers",
  "receivers",
  "scrape_configs",
  "secrets",
  "secure_json_data",
  "security",
  "settings",
  "tenant_specific",
]);

/** The words of a path that say whose secret it is, and what it is called there: `grafana` and `admin_password`. */
interface SecretName {
  readonly owner: readonly string[];
  readonly key: string;
}

function secretName({ path, model }: Place): SecretName {
  const last = path.findLastIndex((step) => typeof step === "string");
  const key = wordOf(path[last] ?? "") || "secret";
  const owner: string[] = [];
  for (const [index, step] of path.slice(0, Math.max(0, last)).entries()) {
    const above = path.slice(0, index + 1);
    // An item is called by its name: the same key stands in each of them. Environments are deployed one by one.
    const label = typeof step === "number" ? itemName(model, above) : path[index - 1] === "environments" ? "" : step;
    const plain = wordOf(index === 0 ? label.replace(/^x-/i, "") : label);
    const word = GENERAL.has(plain) ? "" : plain.replace(/_(?:sd_)?configs?$|_integration$/, "");
    if (word !== "" && owner.at(-1) !== word && !key.startsWith(`${word}_`)) owner.push(word);
  }
  return { owner: owner.slice(-3), key };
}

function itemName({ root, schema }: Place["model"], path: NodePath): string {
  return itemLabel(nodeAt(root, path), schemasAt(schema, root, path)) ?? "";
}

function wordOf(step: string | number): string {
  return String(step)
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}

/**
 * The name of a variable for the secret at a place: `GRAFANA_ADMIN_PASSWORD`. `part` says what it is when it is a part of the text, such as
 * the password in a URL.
 */
export function variableName(place: Place, part?: string): string {
  const { owner, key } = secretName(place);
  const words = part === undefined ? [key] : [key.replace(/_?(?:ur[il]|dsn|endpoint|address)$/, ""), part];
  const name = [...owner, ...words.filter((word) => word !== "")].join("_").toUpperCase();
  return /^\d/.test(name) ? `_${name}` : name;
}

/** A reference to that variable of the deployment environment: `${env:GRAFANA_ADMIN_PASSWORD}`. */
export function variableFor(place: Place, part?: string): string {
  return `\${env:${variableName(place, part)}}`;
}

/** An entry of Vault for the secret at a place, below the tenant's own path. */
export function vaultReferenceFor(place: Place): string {
  const { owner, key } = secretName(place);
  return `vault:secret/data/{{tenant_id}}/${owner.join("/") || "secrets"}#${key}`;
}
