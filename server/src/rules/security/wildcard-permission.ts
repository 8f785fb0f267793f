import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { replacingItems } from "./list-operations.ts";
import { ACTIONS, allPowerfulNames, isEverything } from "./permissions.ts";
import { type Role, rolesByName } from "./roles.ts";

export const rule = defineRule({
  id: "wildcard-permission",
  severity: "warning",
  at: {
    security: ["authorization.rbac"],
    environment: ["security.access_control.iam_roles.*", "security.access_control.service_accounts.*"],
  },
  facts: (context) => context.isProduction,
  check: (place, report, isProduction) => {
    if (place.model.kind === "environment") reportMachine(place, isProduction, report);
    else new RoleCheck(place, report).run();
  },
});

/** A role that may do everything, and the permission that it comes from. */
interface Power {
  readonly role: Role;
  readonly source: Place;
}

class RoleCheck {
  readonly #rbac: Place;
  readonly #report: Report;
  readonly #roles: ReadonlyMap<string, Role>;
  /** Roles that may do everything, by name: those that say so themselves first. */
  readonly #powers = new Map<string, Power>();
  readonly #own = new Set<string>();

  constructor(rbac: Place, report: Report) {
    this.#rbac = rbac;
    this.#report = report;
    this.#roles = rolesByName(rbac.get("roles"));
  }

  run(): void {
    const names = allPowerfulNames(this.#rbac.get("permissions"));
    for (const place of this.#rbac.get("roles")?.items() ?? []) this.#reportOwn(place, names);
    this.#inherit();
    for (const role of this.#roles.values()) this.#reportInherited(role);
    this.#reportDefault();
  }

  #reportOwn(place: Place, names: ReadonlySet<string>): void {
    const name = place.get("name")?.text;
    const role = this.#roles.get(name ?? "");
    const permissions = place.get("permissions");
    for (const permission of permissions?.items() ?? []) {
      const { text } = permission;
      if (text === undefined || (!isEverything(text) && !names.has(text))) continue;
      if (role && !this.#own.has(role.name)) {
        this.#own.add(role.name);
        this.#powers.set(role.name, { role, source: permission });
      }
      this.#report(permission, {
        message: isEverything(text)
          ? l10n.t`${code(text)} allows everything, also what is added to the product later. List the actions that the role needs.`
          : l10n.t`The permission ${code(text)} allows every action on every resource, also on what is added to the product later. List what the role needs.`,
        ...(permissions && isEverything(text) && { fix: expanding(permissions, permission) }),
      });
    }
  }

  /** Hands the power of parents down to their children. */
  #inherit(): void {
    const children = Map.groupBy(
      [...this.#roles.values()].flatMap((role) => role.parents.map((parent) => ({ role, parent: parent.name }))),
      ({ parent }) => parent,
    );
    const open = [...this.#powers.values()];
    for (let power = open.pop(); power; power = open.pop()) {
      for (const { role } of children.get(power.role.name) ?? []) {
        if (this.#powers.has(role.name)) continue;
        const inherited = { role, source: power.source };
        this.#powers.set(role.name, inherited);
        open.push(inherited);
      }
    }
  }

  /** Only the first role of a line is named: with it the others are put right as well. */
  #reportInherited(role: Role): void {
    if (this.#own.has(role.name) || isAdministrator(role.name)) return;
    const parent = role.parents.find(
      ({ name }) => this.#powers.has(name) && (this.#own.has(name) || isAdministrator(name)),
    );
    const power = parent && this.#powers.get(parent.name);
    if (!power) return;
    this.#report(parent.place, {
      severity: "error",
      message: l10n.t`The role ${code(role.name)} may do everything, because it inherits from ${code(parent.name)}. Inherit from a role with fewer permissions.`,
      related: [{ place: power.source, message: l10n.t`This permission allows everything.` }],
    });
  }

  #reportDefault(): void {
    const place = this.#rbac.get("default_role");
    const power = this.#powers.get(place?.text ?? "");
    if (!place || !power) return;
    this.#report(place, {
      severity: "error",
      message: l10n.t`Every new user gets the role ${code(power.role.name)}, which may do everything. Give newcomers a role with fewer permissions.`,
      related: [{ place: power.source, message: l10n.t`This permission allows everything.` }],
    });
  }
}

/** true for a role of people who run the tenant, judged by the words of its name. */
function isAdministrator(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => /^(?:(?:sys|super)?admin(?:istrator)?s?|superusers?|root|owner)$/.test(word));
}

/** The six actions in place of the wildcard: the same rights as today, and none of those that are added later. */
function expanding(list: Place, permission: Place): FixData {
  const written = new Set(list.items().map(({ text }) => text));
  const missing = ACTIONS.filter((action) => !written.has(action));
  const operations = replacingItems(list, new Map([[Number(permission.path.at(-1)), missing]]));
  return {
    fix: "change",
    path: list.path,
    changes: [{ title: l10n.t`List the six actions instead`, operations }],
  };
}

/** Rights to everything as the large platforms name them, the AWS policy also as an ARN of any partition. */
const PLATFORM_WILDCARD =
  /^(?:\*|\*:\*|\*\/\*|(?:arn:aws[a-z-]*:iam::aws:policy\/)?AdministratorAccess|roles\/owner|cluster-admin)$/;

function reportMachine(place: Place, isProduction: boolean, report: Report): void {
  const isRole = place.path.includes("iam_roles");
  const granted = place.get(isRole ? "policies" : "permissions")?.items() ?? [];
  for (const right of granted) {
    const { text } = right;
    if (text === undefined || !PLATFORM_WILDCARD.test(text)) continue;
    report(right, {
      severity: isProduction ? "error" : "warning",
      message: isRole
        ? l10n.t`With ${code(text)} this role may do everything in the account: whoever breaks into one program owns them all. Attach policies for what the program needs.`
        : l10n.t`With ${code(text)} this service account may do everything: whoever gets its key owns the platform. Grant what the program needs.`,
    });
  }
}

const ROLES = (user: string, more = ""): string =>
  `authorization:
  rbac:
${more}    roles:
      - name: user
        permissions: ${user} # reviewed
`;
const MACHINES = (policy: string, permission: string, name = "staging"): string =>
  `environment:
  name: ${name}
security:
  access_control:
    iam_roles:
      - name: app
        policies: [${policy}]
    service_accounts:
      - name: deployer
        permissions: [${permission}]
`;
const LINE = (user: string, admin: string, extra = ""): string =>
  `authorization:
  rbac:
${extra}    roles:
      - name: guest
        permissions: [list]
        inherit_from: [user]
      - name: user
        permissions: [read]
        inherit_from: [${user}]
      - name: ${admin}
        permissions: ["*"]
`;
const EVERYTHING = (text = "*"): string =>
  `\`${text}\` allows everything, also what is added to the product later. List the actions that the role needs.`;
const SIX = "create, read, update, delete, list, execute";
const ROLE_MAY = (text: string): string =>
  `With \`${text}\` this role may do everything in the account: whoever breaks into one program owns them all. Attach policies for what the program needs.`;
const ACCOUNT_MAY = (text: string): string =>
  `With \`${text}\` this service account may do everything: whoever gets its key owns the platform. Grant what the program needs.`;

export const page: RulePage = {
  title: "A permission that allows everything.",
  why: "A wildcard also allows what does not exist yet: the export, the billing page or the API that is added next year is open to everybody who holds the role, and nobody decided so. It is worst where it is not seen, in a role that inherits it, in the role of every newcomer, and in the key of a program in production.",
  fix: "List the six actions instead of `*`",
  examples: {
    failing: {
      what: "a wildcard in a role",
      text: ROLES('["*"]'),
      reports: [`warning 5 «"*"» ${EVERYTHING()}`],
      fixed: ROLES(`[${SIX}]`),
    },
    passing: {
      what: "the actions that a role needs, and wildcards of one side",
      text: ROLES('[read, create, "playlist:*", "*:list"]'),
      reports: [],
    },
    placeholder: {
      what: "a permission that only the deployment knows",
      text: ROLES('["${PERMISSION}"]'),
      reports: [],
    },
    disabled: {
      what: "roles that are switched off",
      text: ROLES('["*"]', "    enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a wildcard in block style, among other permissions",
        text: ROLES('\n          - read\n          - "*" # for now\n          - playlist:list').replace(
          " # reviewed",
          "",
        ),
        reports: [`warning 7 «"*"» ${EVERYTHING()}`],
        fixed: ROLES(
          '\n          - read\n          - "create" # for now\n          - playlist:list\n          - update\n          - delete\n          - list\n          - execute',
        ).replace(" # reviewed", ""),
      },
      {
        what: "a wildcard in a list of several lines",
        text: ROLES('[\n          "*"\n        ]'),
        reports: [`warning 6 «"*"» ${EVERYTHING()}`],
        fixed: ROLES('[\n          "create", read, update, delete, list, execute\n        ]'),
      },
      {
        what: "a wildcard of both sides",
        text: ROLES('["*:*"]'),
        reports: [`warning 5 «"*:*"» ${EVERYTHING("*:*")}`],
        fixed: ROLES(`[${SIX}]`),
      },
      {
        what: "a wildcard beside all actions",
        text: ROLES(`[${SIX}, "*"]`),
        reports: [`warning 5 «"*"» ${EVERYTHING()}`],
        fixed: ROLES(`[${SIX}]`),
      },
      {
        what: "a permission of the catalogue that allows everything",
        text: ROLES("[all]", '    permissions:\n      - name: all\n        resource: "*"\n        action: "*"\n'),
        reports: [
          "warning 9 «all» The permission `all` allows every action on every resource, also on what is added to the product later. List what the role needs.",
        ],
      },
      {
        what: "a permission of the catalogue that allows everything under a condition",
        text: ROLES(
          "[own]",
          '    permissions:\n      - name: own\n        resource: "*"\n        action: "*"\n        conditions: [{ owner_only: true }]\n',
        ),
        reports: [],
      },
      {
        what: "a role that inherits a wildcard, reported once in a line of roles",
        text: LINE("admin", "admin"),
        reports: [
          "error 9 «admin» The role `user` may do everything, because it inherits from `admin`. Inherit from a role with fewer permissions.",
          `warning 11 «"*"» ${EVERYTHING()}`,
        ],
      },
      {
        what: "an administrator who inherits a wildcard",
        text: `${LINE("tenant_admin", "root").replace("[user]", "[]")}      - name: tenant_admin\n        permissions: [read]\n        inherit_from: [root]\n`,
        reports: [
          "error 9 «tenant_admin» The role `user` may do everything, because it inherits from `tenant_admin`. Inherit from a role with fewer permissions.",
          `warning 11 «"*"» ${EVERYTHING()}`,
        ],
      },
      {
        what: "newcomers who may do everything",
        text: LINE("", "admin", "    default_role: admin\n"),
        reports: [
          "error 3 «admin» Every new user gets the role `admin`, which may do everything. Give newcomers a role with fewer permissions.",
          `warning 12 «"*"» ${EVERYTHING()}`,
        ],
      },
      {
        what: "newcomers who inherit everything",
        text: LINE("base", "base", "    default_role: guest\n"),
        reports: [
          "error 3 «guest» Every new user gets the role `guest`, which may do everything. Give newcomers a role with fewer permissions.",
          "error 10 «base» The role `user` may do everything, because it inherits from `base`. Inherit from a role with fewer permissions.",
          `warning 12 «"*"» ${EVERYTHING()}`,
        ],
      },
      {
        what: "roles in a loop",
        text: LINE("guest", "admin"),
        reports: [`warning 11 «"*"» ${EVERYTHING()}`],
        fixed: LINE("guest", "admin").replace('"*"', SIX),
      },
      {
        what: "machines in production",
        kind: "environment",
        text: MACHINES("AdministratorAccess", '"*"', "production"),
        reports: [
          `error 7 «AdministratorAccess» ${ROLE_MAY("AdministratorAccess")}`,
          `error 10 «"*"» ${ACCOUNT_MAY("*")}`,
        ],
      },
      {
        what: "machines elsewhere",
        kind: "environment",
        text: MACHINES("arn:aws-us-gov:iam::aws:policy/AdministratorAccess", "roles/owner"),
        reports: [
          `warning 7 «arn:aws-us-gov:iam::aws:policy/AdministratorAccess» ${ROLE_MAY("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")}`,
          `warning 10 «roles/owner» ${ACCOUNT_MAY("roles/owner")}`,
        ],
      },
      {
        what: "machines with the rights that they need",
        kind: "environment",
        text: MACHINES("AdministratorAccess-Amplify, app-read", "storage.objects.get, storage.objects.*", "production"),
        reports: [],
      },
    ],
  },
};
