import * as l10n from "@vscode/l10n";
import { keyList } from "../../schema/wording.ts";
import { canonicalEnvironment } from "../../tenants/environment-names.ts";
import { environmentOf } from "../../tenants/tenant-context.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

/** Where personal data may be kept, and who says so. */
interface Residency {
  /** Spelling that is compared, of each region. */
  readonly regions: readonly string[];
  readonly place: Place;
}

interface Facts {
  /** What the environment file says of itself. */
  readonly own: Residency | undefined;
  /** What the tenant file promises. */
  readonly promised: Residency | undefined;
  /** What the environment files say, by the canonical name of the environment. */
  readonly byEnvironment: Readonly<Record<string, Residency>>;
}

export const rule = defineRule<Facts>({
  id: "residency-violation",
  severity: "error",
  at: {
    environment: [
      "environment.region",
      "databases.primary.backup.cross_region_copy",
      "databases.read_replicas.*.region",
      "cloud.regions.*.name",
      "cloud.secondary.*.regions.*.name",
      "edge.sites.*.region",
      "compliance.data_residency.regions.*",
    ],
    tenant: ["environments.*.storage.region"],
  },
  facts: (context) => factsOf(context),
  check: (place, report, { own, promised, byEnvironment }) => {
    if (place.path[0] === "compliance") return checkDeclared(place, report, promised);
    const allowed = place.path[0] === "environments" ? byEnvironment[canonicalEnvironment(String(place.path[1]))] : own;
    const used = place.text;
    if (!allowed || used === undefined || isArea(used) || allowed.regions.includes(spelling(used))) return;
    report(place, {
      message: message(place, used, keyList(allowed.regions, "or")),
      related: [{ place: allowed.place, message: l10n.t`The regions that data may be kept in stand here.` }],
    });
  },
});

function factsOf({ model, file, filesOf, fileOf }: RuleContext): Facts {
  const tenant = fileOf("tenant");
  const promised = residency(tenant?.get("security", "data_privacy", "residency"));
  if (model.kind === "environment")
    return {
      own: file && residencyOf(file, promised),
      promised: transferOf(file) ? undefined : promised,
      byEnvironment: {},
    };
  const described = filesOf("environment").flatMap((place): [string, Residency][] => {
    const name = environmentOf(place.model);
    const allowed = residencyOf(place, promised);
    return name !== undefined && allowed ? [[name, allowed]] : [];
  });
  return { own: undefined, promised: undefined, byEnvironment: Object.fromEntries(described) };
}

/** The regions of an environment, else those of the tenant; undefined while data may leave them or not all are known. */
function residencyOf(environment: Place, promised: Residency | undefined): Residency | undefined {
  if (transferOf(environment)) return undefined;
  const written = environment.get("compliance", "data_residency", "regions");
  return written ? residency(written) : promised;
}

/** true when data may cross borders, and while that is not known. */
function transferOf(environment: Place | undefined): boolean {
  const transfer = environment?.get("compliance", "data_residency", "cross_border_transfer");
  return transfer?.boolean === true || transfer?.isUnresolved === true;
}

function residency(place: Place | undefined): Residency | undefined {
  const items = place?.items() ?? [];
  const texts = items.map((item) => item.text).filter((text) => text !== undefined);
  if (!place || texts.length === 0 || texts.length < items.length || texts.some(isArea)) return undefined;
  return { place, regions: texts.map(spelling) };
}

/** true for what holds several regions: `EU`, `europe`, and the dual regions of Google Cloud such as `eur4`. */
function isArea(region: string): boolean {
  return /^(?:[a-z]{1,5}|europe|(?:eur|nam|asia)\d+)$/i.test(region);
}

/** `West Europe` and `westeurope` are the same region of Azure; others have one spelling. */
function spelling(region: string): string {
  return region.toLowerCase().replace(/ +/g, "");
}

function checkDeclared(place: Place, report: Report, promised: Residency | undefined): void {
  const region = place.text;
  if (!promised || region === undefined || promised.regions.includes(spelling(region))) return;
  report(place, {
    message: l10n.t`The tenant file promises that data stays in ${keyList(promised.regions, "or")}, and this file lets it be kept in \`${region}\`. Remove the region, or have the promise changed.`,
    related: [{ place: promised.place, message: l10n.t`The tenant file says it here.` }],
  });
}

function message({ path }: Place, used: string, allowed: string): string {
  const [section, kind] = path;
  if (section === "environment")
    return l10n.t`The environment runs in \`${used}\`, but its data may only be kept in ${allowed}. Move it, or set \`cross_border_transfer: true\` if the transfer is legal.`;
  if (section === "databases" && kind === "primary")
    return l10n.t`The backups are copied to \`${used}\`, but the data may only be kept in ${allowed}. Copy them elsewhere, or set \`cross_border_transfer: true\` if the transfer is legal.`;
  if (section === "databases")
    return l10n.t`The replica keeps a full copy of the data in \`${used}\`, but it may only be kept in ${allowed}. Move the replica, or set \`cross_border_transfer: true\` if the transfer is legal.`;
  if (section === "edge")
    return l10n.t`The site keeps data in \`${used}\`, but it may only be kept in ${allowed}. Move the site, or set \`cross_border_transfer: true\` if the transfer is legal.`;
  if (section === "environments")
    return l10n.t`The files are stored in \`${used}\`, but the file of this environment keeps data in ${allowed}. Move the bucket, or set \`cross_border_transfer: true\` there if the transfer is legal.`;
  return l10n.t`\`${used}\` is used for this environment, but its data may only be kept in ${allowed}. Use another region, or set \`cross_border_transfer: true\` if the transfer is legal.`;
}

const RESIDENCY = (...lines: readonly string[]): string =>
  `compliance:\n  data_residency:\n${lines.map((line) => `    ${line}\n`).join("")}`;
const REPLICA = (region: string): string => `databases:\n  read_replicas:\n    - region: ${region}\n`;
const TENANT = (...lines: readonly string[]): string =>
  `security:\n  data_privacy:\n${lines.map((line) => `    ${line}\n`).join("")}`;

export const page: RulePage = {
  title: "Data in a region where it may not be kept.",
  why: "A replica, a backup or a bucket in another region is a transfer of every record in it. Under the GDPR and most contracts that is a reportable breach from the moment the first byte is copied, and deleting the copy afterwards does not undo it.",
  examples: {
    failing: {
      what: "a replica on another continent",
      text: `${REPLICA("us-east-1")}${RESIDENCY("regions: [eu-west-1]")}`,
      reports: [
        "error 3 «us-east-1» The replica keeps a full copy of the data in `us-east-1`, but it may only be kept in `eu-west-1`. Move the replica, or set `cross_border_transfer: true` if the transfer is legal.",
      ],
    },
    passing: {
      what: "a replica in one of the regions",
      text: `${REPLICA("eu-west-1")}${RESIDENCY("regions: [eu-central-1, eu-west-1]")}`,
      reports: [],
    },
    placeholder: {
      what: "regions that only the deployment knows",
      text: `environment:\n  region: \${REGION}\n${REPLICA("us-east-1")}${RESIDENCY("regions: [eu-west-1, ${SECOND}]")}`,
      reports: [],
    },
    disabled: {
      what: "edge sites that are switched off",
      text: `edge:\n  enabled: false\n  sites:\n    - name: paris\n      region: us-east-1\n${RESIDENCY("regions: [eu-west-1]")}`,
      reports: [],
    },
    more: [
      {
        what: "a transfer that is allowed",
        text: `${REPLICA("us-east-1")}${RESIDENCY("regions: [eu-west-1]", "cross_border_transfer: true")}`,
        reports: [],
      },
      {
        what: "areas, whose regions are not listed anywhere",
        text: `${REPLICA("eu-west-1")}${RESIDENCY("regions: [EU]")}`,
        reports: [],
      },
      {
        what: "every place that data can be kept in",
        text: `environment:\n  region: us-east-1\ndatabases:\n  primary:\n    backup:\n      cross_region_copy: us-west-2\ncloud:\n  provider: azure\n  regions:\n    - name: West Europe\n    - name: eastus\nedge:\n  sites:\n    - name: boston\n      region: us-east-1\n${RESIDENCY("regions: [westeurope]", "cross_border_transfer: false")}`,
        reports: [
          "error 2 «us-east-1» The environment runs in `us-east-1`, but its data may only be kept in `westeurope`. Move it, or set `cross_border_transfer: true` if the transfer is legal.",
          "error 6 «us-west-2» The backups are copied to `us-west-2`, but the data may only be kept in `westeurope`. Copy them elsewhere, or set `cross_border_transfer: true` if the transfer is legal.",
          "error 11 «eastus» `eastus` is used for this environment, but its data may only be kept in `westeurope`. Use another region, or set `cross_border_transfer: true` if the transfer is legal.",
          "error 15 «us-east-1» The site keeps data in `us-east-1`, but it may only be kept in `westeurope`. Move the site, or set `cross_border_transfer: true` if the transfer is legal.",
        ],
      },
      {
        what: "a promise of the tenant file where the environment says nothing",
        text: REPLICA("us-east-1"),
        files: { "tenant.yaml": TENANT("residency: [eu-west-1]") },
        reports: [
          "error 3 «us-east-1» The replica keeps a full copy of the data in `us-east-1`, but it may only be kept in `eu-west-1`. Move the replica, or set `cross_border_transfer: true` if the transfer is legal.",
        ],
      },
      {
        what: "a promise of the tenant file that the environment takes back",
        text: `${REPLICA("us-east-1")}${RESIDENCY("regions: [eu-west-1, us-east-1]")}`,
        files: { "tenant.yaml": TENANT("residency: [eu-west-1, eu-central-1]") },
        reports: [
          "error 6 «us-east-1» The tenant file promises that data stays in `eu-west-1` or `eu-central-1`, and this file lets it be kept in `us-east-1`. Remove the region, or have the promise changed.",
        ],
      },
      {
        what: "a bucket of the tenant file outside of the regions of its environment",
        kind: "tenant",
        text: "environments:\n  prod:\n    enabled: true\n    storage:\n      region: us-east-1\n  staging:\n    enabled: true\n    storage:\n      region: us-east-1\n",
        files: {
          "environment.production.yaml": `environment:\n  name: production\n${RESIDENCY("regions: [eu-west-1]")}`,
          "environment.staging.yaml": "environment:\n  name: staging\n",
        },
        reports: [
          "error 5 «us-east-1» The files are stored in `us-east-1`, but the file of this environment keeps data in `eu-west-1`. Move the bucket, or set `cross_border_transfer: true` there if the transfer is legal.",
        ],
      },
    ],
  },
};
