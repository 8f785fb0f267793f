import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { spellingsOf } from "../../tenants/environment-names.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

interface Facts {
  /** URI of the tenant file. */
  readonly tenant: string;
  /** The environments that the tenant file declares, by their keys. */
  readonly declared: Readonly<Record<string, "on" | "off">>;
  /** The key `environments`. */
  readonly environments: Place;
}

export const rule = defineRule<Facts | undefined>({
  id: "environment-not-declared",
  severity: "warning",
  at: { environment: ["environment.name"] },
  facts: (context) => {
    const environments = context.fileOf("tenant")?.get("environments");
    if (!environments?.isMap || environments.node.kind !== "map") return undefined;
    const on = new Set(environments.entries().map(({ name }) => name));
    const keys = environments.node.pairs.flatMap(({ key }) => (key.kind === "scalar" ? [String(key.value)] : []));
    const declared = [...on, ...keys].map((name) => [name, on.has(name) ? "on" : "off"] as const);
    return { tenant: environments.model.uri, declared: Object.fromEntries(declared), environments };
  },
  check: (place, report, facts) => {
    const name = place.text;
    if (!facts || name === undefined || name === "") return;
    const { tenant, declared, environments } = facts;
    const key = spellingsOf(name).find((spelling) => Object.hasOwn(declared, spelling));
    if (key !== undefined && declared[key] === "on") return;
    const change: Change = {
      title:
        key === undefined
          ? l10n.t`Add \`${name}\` to the environments of the tenant file`
          : l10n.t`Enable \`${key}\` in the tenant file`,
      preferred: false,
      operations: [{ do: "set", file: tenant, path: ["environments", key ?? name, "enabled"], value: true }],
    };
    report(place, {
      message:
        key === undefined
          ? l10n.t`The tenant file has no environment \`${name}\`, so nothing of this file is deployed or compared with it. Add the environment there, or remove this file.`
          : l10n.t`The tenant file disables the environment \`${key}\`, so nothing of this file is deployed. Enable it there, or remove this file.`,
      related: [{ place: environments, on: "key", message: l10n.t`The environments of the tenant stand here.` }],
      fix: { fix: "change", path: [], changes: [change] },
    });
  },
});

const ENVIRONMENT = (name: string): string => `environment:\n  name: ${name}\n`;
const TENANT = (name: string, enabled = "true"): string => `environments:\n  ${name}:\n    enabled: ${enabled}\n`;

export const page: RulePage = {
  title: "An environment file whose environment the tenant does not have.",
  why: "Only environments of the tenant file are deployed, scraped and generated. A file under a misspelt or forgotten name is reviewed and maintained like all others, and whoever changes it waits in vain for the change to arrive.",
  fix: "Add or enable the environment in the tenant file",
  examples: {
    failing: {
      what: "a file for an environment that the tenant lacks",
      text: ENVIRONMENT("staging"),
      files: { "tenant.yaml": TENANT("production") },
      reports: [
        "warning 2 «staging» The tenant file has no environment `staging`, so nothing of this file is deployed or compared with it. Add the environment there, or remove this file.",
      ],
    },
    passing: {
      what: "the short name of an environment",
      text: ENVIRONMENT("production"),
      files: { "tenant.yaml": TENANT("prod") },
      reports: [],
    },
    placeholder: {
      what: "names and switches that only the deployment knows",
      text: ENVIRONMENT("${ENVIRONMENT}"),
      files: { "tenant.yaml": TENANT("production") },
      reports: [],
    },
    disabled: {
      what: "an environment that the deployment switches on",
      text: ENVIRONMENT("production"),
      files: { "tenant.yaml": TENANT("production", "${ENABLED}") },
      reports: [],
    },
    more: [
      {
        what: "a file for an environment that is switched off",
        text: ENVIRONMENT("production"),
        files: { "tenant.yaml": TENANT("prod", "false") },
        reports: [
          "warning 2 «production» The tenant file disables the environment `prod`, so nothing of this file is deployed. Enable it there, or remove this file.",
        ],
      },
      { what: "no tenant file", text: ENVIRONMENT("staging"), reports: [] },
    ],
  },
};
