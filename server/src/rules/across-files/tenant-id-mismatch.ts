import * as l10n from "@vscode/l10n";
import { baseName, parentUri } from "../../tenants/uri-path.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

/** Names of folders that hold tenants and are not called after one (contract A.1). */
const TENANTS_FOLDER = /^tenants?$/i;

interface Facts {
  /** The id in the tenant file. */
  readonly id: Place | undefined;
  /** Name of the tenant's folder, when it is one of many in a folder of tenants. */
  readonly folder: string | undefined;
}

export const rule = defineRule<Facts>({
  id: "tenant-id-mismatch",
  severity: "error",
  at: {
    tenant: ["tenant_id"],
    monitoring: ["tenant_id", "tenant_specific.tenant_id"],
    security: ["tenant_id"],
    environment: ["tenant_id"],
    localization: ["tenant_id"],
  },
  facts: (context) => ({ id: context.fileOf("tenant")?.get("tenant_id"), folder: folderOf(context) }),
  check: (place, report, { id, folder }) => {
    if (place.model.kind === "tenant") checkFolder(place, folder, report);
    else checkId(place, id, report);
  },
});

function folderOf({ model, deployment, filesOf }: RuleContext): string | undefined {
  const { folder } = model.context;
  // A folder with several tenant files is called after none of them.
  if (folder === undefined || filesOf("tenant").length !== 1) return undefined;
  const parent = parentUri(folder);
  const name = baseName(folder);
  // What could be nobody's id is a name of another sort.
  if (parent === folder || TENANTS_FOLDER.test(name) || !/^[\w-]{3,50}$/.test(name)) return undefined;
  const roots = deployment.tenantsRoots.map((root) => baseName(root.replaceAll("\\", "/").replace(/\/+$/, "")));
  return TENANTS_FOLDER.test(baseName(parent)) || roots.includes(baseName(parent)) ? name : undefined;
}

function checkId(place: Place, id: Place | undefined, report: Report): void {
  const [own, tenant] = [place.text, id?.text];
  if (!id || own === undefined || tenant === undefined || own.toLowerCase() === tenant.toLowerCase()) return;
  report(place, {
    message: l10n.t`This file says that it belongs to \`${own}\`, but the tenant file beside it is that of \`${tenant}\`. Labels, names and routes are made from both, so alerts and metrics end up under two tenants.`,
    related: [{ place: id, message: l10n.t`The tenant file says it here.` }],
    fix: {
      fix: "change",
      path: place.path,
      changes: [{ title: l10n.t`Change it to \`${tenant}\``, operations: [{ do: "set", path: [], value: tenant }] }],
    },
  });
}

function checkFolder(place: Place, folder: string | undefined, report: Report): void {
  const id = place.text;
  if (folder === undefined || id === undefined || id.toLowerCase() === folder.toLowerCase()) return;
  report(place, {
    severity: "information",
    message: l10n.t`The tenant is called \`${id}\` and its folder \`${folder}\`. Whoever looks for the tenant by its folder finds another one; give both the same name.`,
  });
}

const TENANT = (id: string): string => `tenant_id: ${id}\n`;
const SPECIFIC = (id: string): string => `tenant_specific:\n  tenant_id: ${id}\n`;

export const page: RulePage = {
  title: "Files of one tenant that name different tenants.",
  why: "The id is the isolation key: labels of metrics, prefixes of keys, routes of alerts and names of generated files are derived from it. A file that was copied from another tenant and keeps its id sends this tenant's alerts to the other one's people.",
  fix: "Use the id of the tenant file",
  examples: {
    failing: {
      what: "a monitoring file with another id",
      kind: "monitoring",
      text: SPECIFIC("acme-inc # the company"),
      files: { "tenant.yaml": TENANT("acme") },
      reports: [
        "error 2 «acme-inc» This file says that it belongs to `acme-inc`, but the tenant file beside it is that of `acme`. Labels, names and routes are made from both, so alerts and metrics end up under two tenants.",
      ],
      fixed: SPECIFIC("acme # the company"),
    },
    passing: {
      what: "the same id in other letters",
      kind: "monitoring",
      text: `${TENANT("ACME")}${SPECIFIC("acme")}`,
      files: { "tenant.yaml": TENANT("Acme") },
      reports: [],
    },
    placeholder: {
      what: "ids that are filled in",
      kind: "monitoring",
      text: `tenant_id: \${TENANT}\n${SPECIFIC('"{{tenant_id}}"')}`,
      files: { "tenant.yaml": TENANT("acme") },
      reports: [],
    },
    disabled: "ids can not be switched off",
    more: [
      {
        what: "another kind of file",
        kind: "security",
        text: TENANT("initech"),
        files: { "tenant.yaml": TENANT("acme") },
        reports: [
          "error 1 «initech» This file says that it belongs to `initech`, but the tenant file beside it is that of `acme`. Labels, names and routes are made from both, so alerts and metrics end up under two tenants.",
        ],
        fixed: TENANT("acme"),
      },
      { what: "no tenant file", kind: "security", text: TENANT("initech"), reports: [] },
      { what: "the folder's name", kind: "tenant", text: TENANT("One"), reports: [] },
      {
        what: "a folder of another name",
        kind: "tenant",
        text: TENANT("acme"),
        reports: [
          "information 1 «acme» The tenant is called `acme` and its folder `one`. Whoever looks for the tenant by its folder finds another one; give both the same name.",
        ],
      },
    ],
  },
};
