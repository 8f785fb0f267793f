import * as l10n from "@vscode/l10n";
import { didYouMean } from "../../schema/sentences.ts";
import { code, joinWords, listWords } from "../../schema/wording.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { Names } from "./names.ts";

/** Roles that a message lists at most. */
const LISTED = 8;

interface Facts {
  readonly names: Names;
  /** true when a role has no name, or one that is not known: any parent may be meant. */
  readonly hasUnknown: boolean;
}

export const rule = defineRule<Facts>({
  id: "role-undefined-parent",
  severity: "error",
  at: { security: ["authorization.rbac.roles.*.inherit_from.*"] },
  facts: (context) => {
    const roles = context.file?.get("authorization", "rbac", "roles");
    const names = roles?.items().map((role) => role.get("name")) ?? [];
    return {
      names: new Names(names.flatMap((name) => name?.text ?? [])),
      hasUnknown: !roles?.isList || names.some((name) => name?.text === undefined),
    };
  },
  check: (place, report, { names, hasUnknown }) => {
    const name = place.text;
    if (name === undefined || name === "" || hasUnknown || names.has(name)) return;
    const near = names.nearest(name);
    const fault = l10n.t`There is no role ${code(name)} to inherit from, so the permissions that it should bring are missing.`;
    report(place, {
      message: `${fault} ${near === undefined ? knownRoles(names) : didYouMean(code(near))}`,
      ...(near !== undefined && { fix: { fix: "replace-value", path: place.path, values: [near] } }),
    });
  },
});

function knownRoles(names: Names): string {
  const shown = names.first(LISTED).map(code);
  const others = names.size - shown.length;
  if (others > 0) return l10n.t`The roles of this file are ${listWords(shown)} and ${others} more.`;
  return l10n.t`The roles of this file: ${joinWords(shown, "and")}.`;
}

const ROLES = (parent: string, name = "editor"): string =>
  `authorization:
  rbac:
    roles:
      - name: ${name}
        permissions: [create]
      - name: admin
        permissions: [delete]
        inherit_from: [${parent}] # reviewed
`;
const MISSING = (name: string): string =>
  `There is no role \`${name}\` to inherit from, so the permissions that it should bring are missing.`;

export const page: RulePage = {
  title: "A role inherits from one that does not exist.",
  why: "Authorization libraries treat an unknown parent in one of two ways: they refuse the whole set of roles when the application starts, or they leave the parent out. Then everybody who holds the role lacks the inherited permissions, and nothing says why.",
  fix: "Change it to the nearest role",
  examples: {
    failing: {
      what: "a parent with a typing error",
      text: ROLES("edtior"),
      reports: [`error 8 «edtior» ${MISSING("edtior")} Did you mean \`editor\`?`],
      fixed: ROLES("editor"),
    },
    passing: {
      what: "a parent that exists",
      text: ROLES("editor"),
      reports: [],
    },
    placeholder: {
      what: "a parent that only the deployment knows",
      text: ROLES('"${PARENT}"'),
      reports: [],
    },
    disabled: {
      what: "roles that are switched off",
      text: ROLES("edtior").replace("  rbac:\n", "  rbac:\n    enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a parent that is like no role",
        text: ROLES("viewer"),
        reports: [`error 8 «viewer» ${MISSING("viewer")} The roles of this file: \`editor\` and \`admin\`.`],
      },
      {
        what: "one of several parents, in another case",
        text: ROLES("editor, Editor"),
        reports: [`error 8 «Editor» ${MISSING("Editor")} Did you mean \`editor\`?`],
        fixed: ROLES("editor, editor"),
      },
      {
        what: "a role whose name only the deployment knows",
        text: ROLES("viewer", "${BASE_ROLE}"),
        reports: [],
      },
      {
        what: "a role whose name nobody has written yet",
        text: ROLES("viewer", ""),
        reports: [],
      },
      {
        what: "a role that is named by a variable",
        text: ROLES("viewer", "${BASE_ROLE}"),
        files: { "/.env": "BASE_ROLE=viewer\n" },
        reports: [],
      },
    ],
  },
};
