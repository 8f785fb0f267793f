import * as l10n from "@vscode/l10n";
import { environmentNameIn } from "../../tenants/environment-files.ts";
import { canonicalEnvironment } from "../../tenants/environment-names.ts";
import { defineRule, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

export const rule = defineRule<readonly string[] | undefined>({
  id: "environment-file-missing",
  severity: "warning",
  at: { tenant: ["environments.*"] },
  facts: describedEnvironments,
  check: (place, report, described) => {
    const name = canonicalEnvironment(place.name);
    if (!described || described.includes(name) || place.get("enabled")?.boolean !== true) return;
    report(place, {
      on: "key",
      message: l10n.t`\`${place.name}\` is enabled, but no environment file describes it: its network, databases and limits are neither checked nor known to the other files. Write \`environment.${name}.yaml\`, or disable the environment.`,
    });
  },
});

/** Canonical names of the environments that have a file; undefined when that is not known, and for a tenant without such files. */
function describedEnvironments({ model, filesOf }: RuleContext): readonly string[] | undefined {
  if (model.context.folder === undefined) return undefined;
  const names = filesOf("environment").map((file) => environmentNameIn(file.model)?.value);
  const known = names.filter((name) => typeof name === "string");
  return known.length === 0 || known.length < names.length ? undefined : known.map(canonicalEnvironment);
}

const TENANT = (name: string, enabled = "true"): string => `environments:\n  ${name}:\n    enabled: ${enabled}\n`;
const ENVIRONMENT = (name: string): string => `environment:\n  name: ${name}\n`;

export const page: RulePage = {
  title: "An enabled environment without an environment file.",
  why: "The tenant file says where the application finds its data; the environment file says what is there: network, databases, backups, limits. Without it every rule that compares the two is silent, and pools, regions and protection of that environment are never looked at.",
  examples: {
    failing: {
      what: "production without a file",
      text: TENANT("production"),
      files: { "environment.staging.yaml": ENVIRONMENT("staging") },
      reports: [
        "warning 2 «production» `production` is enabled, but no environment file describes it: its network, databases and limits are neither checked nor known to the other files. Write `environment.production.yaml`, or disable the environment.",
      ],
    },
    passing: {
      what: "an environment under its short name",
      text: TENANT("prod"),
      files: { "environment.production.yaml": ENVIRONMENT("production") },
      reports: [],
    },
    placeholder: {
      what: "an environment that only the deployment switches on, and a file that serves every environment",
      text: `${TENANT("production", "${ENABLED}")}  staging:\n    enabled: true\n`,
      files: { "environment.yaml": ENVIRONMENT("${ENVIRONMENT}") },
      reports: [],
    },
    disabled: { what: "an environment that is switched off", text: TENANT("production", "false"), reports: [] },
    more: [
      { what: "a tenant without any environment file", text: TENANT("production"), reports: [] },
      {
        what: "a short name",
        text: TENANT("dev"),
        files: { "environment.yaml": ENVIRONMENT("production") },
        reports: [
          "warning 2 «dev» `dev` is enabled, but no environment file describes it: its network, databases and limits are neither checked nor known to the other files. Write `environment.development.yaml`, or disable the environment.",
        ],
      },
    ],
  },
};
