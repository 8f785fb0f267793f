import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RelatedPlace, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "auth-model-none",
  severity: "error",
  at: { security: ["authorization"] },
  seesDisabled: true,
  check: (place, report) => {
    // Roles are on unless they are switched off; attribute rules are off unless they are switched on.
    const roles = place.get("rbac");
    const rules = place.get("abac");
    const flag = roles?.isDisabled ? roles.get("enabled") : undefined;
    if (!flag || (rules && !isOff(rules))) return;
    report(flag, {
      message: l10n.t`Neither roles nor attribute rules decide about access: \`rbac\` is switched off, and so is \`abac\`. Enable one of them.`,
      related: rules ? [offHere(rules)] : [],
      fix: { fix: "change", path: place.path, changes: enabling(rules) },
    });
  },
});

function isOff(rules: Place): boolean {
  return rules.isDisabled || (rules.isMap && !rules.has("enabled"));
}

function offHere(rules: Place): RelatedPlace {
  const flag = rules.get("enabled");
  return flag
    ? { place: flag, message: l10n.t`\`abac\` is switched off here.` }
    : { place: rules, message: l10n.t`\`abac\` is off as long as it does not say \`enabled: true\`.` };
}

/** Which of the two models is meant only a person knows. */
function enabling(rules: Place | undefined): readonly Change[] {
  const roleBased: Change = {
    title: l10n.t`Enable roles (\`rbac\`)`,
    preferred: false,
    operations: [{ do: "set", path: ["rbac", "enabled"], value: true }],
  };
  if (!rules) return [roleBased];
  const ruleBased: Change = {
    title: l10n.t`Enable attribute rules (\`abac\`)`,
    preferred: false,
    operations: [{ do: "set", path: ["abac", "enabled"], value: true }],
  };
  return rules.get("policies")?.size ? [ruleBased, roleBased] : [roleBased, ruleBased];
}

const BOTH = (roles: string, rules: string): string =>
  `authorization:
  rbac:
    enabled: ${roles} # being moved
  abac:
    enabled: ${rules}
`;

const NONE =
  "Neither roles nor attribute rules decide about access: `rbac` is switched off, and so is `abac`. Enable one of them.";

export const page: RulePage = {
  title: "Neither roles nor attribute rules are enabled.",
  why: "With no model to ask, an application either refuses every request or, when the check is simply skipped, lets everybody who is signed in do everything. Which of the two happens depends on the code, and the second one is not noticed until somebody abuses it.",
  fix: "Enable roles, or attribute rules",
  examples: {
    failing: {
      what: "both models switched off",
      text: BOTH("false", "false"),
      reports: [`error 3 «false» ${NONE}`],
      fixed: BOTH("true", "false"),
    },
    passing: {
      what: "attribute rules instead of roles",
      text: BOTH("false", "true"),
      reports: [],
    },
    placeholder: {
      what: "attribute rules that the deployment switches on or off",
      text: BOTH("false", "${ABAC}"),
      reports: [],
    },
    disabled: "the rule is about what is switched off",
    more: [
      {
        what: "roles switched off, and no attribute rules",
        text: "authorization:\n  rbac:\n    enabled: false\n",
        reports: [`error 3 «false» ${NONE}`],
        fixed: "authorization:\n  rbac:\n    enabled: true\n",
      },
      {
        what: "attribute rules that were never switched on",
        text: "authorization:\n  rbac:\n    enabled: false\n  abac:\n    policies:\n      - name: owners\n        effect: allow\n",
        reports: [`error 3 «false» ${NONE}`],
        fixed:
          "authorization:\n  rbac:\n    enabled: false\n  abac:\n    enabled: true\n    policies:\n      - name: owners\n        effect: allow\n",
      },
      {
        what: "flow style",
        text: "authorization: { rbac: { enabled: false }, abac: { enabled: false } }\n",
        reports: [`error 1 «false» ${NONE}`],
        fixed: "authorization: { rbac: { enabled: true }, abac: { enabled: false } }\n",
      },
      {
        what: "attribute rules switched off, and roles as usual",
        text: "authorization:\n  abac:\n    enabled: false\n",
        reports: [],
      },
      {
        what: "roles that do not say whether they are on",
        text: "authorization:\n  rbac:\n    roles: []\n  abac:\n    enabled: false\n",
        reports: [],
      },
    ],
  },
};
