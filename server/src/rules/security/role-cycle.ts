import * as l10n from "@vscode/l10n";
import { code, joinWords, listWords } from "../../schema/wording.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { type Role, type RoleName, rolesByName } from "./roles.ts";

/** Roles and links of a loop that are shown at most. */
const SHOWN = 12;

/** A role that inherits from another one of a loop. */
interface Link {
  readonly child: string;
  readonly parent: RoleName;
}

export const rule = defineRule({
  id: "role-cycle",
  severity: "error",
  at: { security: ["authorization.rbac.roles"] },
  check: (place, report) => {
    const roles = rolesByName(place);
    for (const role of roles.values()) reportOwnParent(role, report);
    for (const loop of loopsOf(roles)) reportLoop(loop, report);
  },
});

function reportOwnParent({ name, parents }: Role, report: Report): void {
  const own = parents.find((parent) => parent.name === name);
  if (!own) return;
  report(own.place, {
    message: l10n.t`The role ${code(name)} inherits from itself. Remove it from its \`inherit_from\`.`,
    fix: {
      fix: "change",
      path: own.place.path.slice(0, -2),
      changes: [
        {
          title: l10n.t`Do not inherit from ${code(name)}`,
          operations: [
            {
              do: "remove",
              path: parents.length === 1 ? ["inherit_from"] : own.place.path.slice(-2),
            },
          ],
        },
      ],
    },
  });
}

/** Of a single loop the way is said, of several that share roles only who belongs to them. */
function reportLoop(members: readonly Role[], report: Report): void {
  const names = new Set(members.map(({ name }) => name));
  const links = members.flatMap(({ name, parents }): readonly Link[] =>
    parents
      .filter((parent) => parent.name !== name && names.has(parent.name))
      .map((parent) => ({ child: name, parent })),
  );
  const [first] = links;
  if (!first) return;
  const path = pathOf(first, links, members.length);
  const listed = listOf([...names]);
  report(first.parent.place, {
    message: path
      ? l10n.t`These roles inherit from each other in a loop: ${path}. Remove one of the links.`
      : l10n.t`These roles inherit from each other and lead back to where they began: ${listed}. Remove links until no role reaches itself.`,
    related: links.slice(1, SHOWN).map(({ child, parent }) => ({
      place: parent.place,
      message: l10n.t`${code(child)} inherits from ${code(parent.name)} here.`,
    })),
  });
}

function listOf(names: readonly string[]): string {
  if (names.length <= SHOWN) return joinWords(names.map(code), "and");
  return l10n.t`${listWords(names.slice(0, SHOWN).map(code))} and ${names.length - SHOWN} more`;
}

/** `a → b → a`, when each member has one parent among them; undefined when one has several, or when it is too long to be read. */
function pathOf(first: Link, links: readonly Link[], size: number): string | undefined {
  if (links.length !== size || size > SHOWN) return undefined;
  const next = new Map(links.map(({ child, parent }) => [child, parent.name]));
  const path = [first.child];
  for (let step = 0; step < size; step++) path.push(next.get(path.at(-1) ?? "") ?? "");
  return path.map(code).join(" → ");
}

/** Where the search stands in a role. */
interface Visit {
  readonly role: Role;
  /** The parent that is looked at next. */
  next: number;
}

/** Roles that reach each other, two and more, in document order. Tarjan's algorithm without recursion: chains can be long. */
class LoopSearch {
  readonly loops: Role[][] = [];
  readonly #roles: ReadonlyMap<string, Role>;
  /** When a role was reached, and the earliest role that it leads back to. */
  readonly #reached = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #open: Role[] = [];
  readonly #isOpen = new Set<string>();

  constructor(roles: ReadonlyMap<string, Role>) {
    this.#roles = roles;
    for (const role of roles.values()) if (!this.#reached.has(role.name)) this.#search(role);
  }

  #search(start: Role): void {
    const visits: Visit[] = [this.#enter(start)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const parent = visit.role.parents[visit.next++];
      const target = parent && this.#roles.get(parent.name);
      if (target && !this.#reached.has(target.name)) visits.push(this.#enter(target));
      else if (target && this.#isOpen.has(target.name)) this.#lower(visit.role, this.#reached.get(target.name));
      if (parent) continue;
      visits.pop();
      const child = visits.at(-1);
      if (child) this.#lower(child.role, this.#lowest.get(visit.role.name));
      this.#leave(visit.role);
    }
  }

  #enter(role: Role): Visit {
    const time = this.#reached.size;
    this.#reached.set(role.name, time);
    this.#lowest.set(role.name, time);
    this.#open.push(role);
    this.#isOpen.add(role.name);
    return { role, next: 0 };
  }

  #lower({ name }: Role, time = Number.POSITIVE_INFINITY): void {
    this.#lowest.set(name, Math.min(this.#lowest.get(name) ?? time, time));
  }

  #leave({ name }: Role): void {
    if (this.#lowest.get(name) !== this.#reached.get(name)) return;
    const members = this.#open.splice(this.#open.findLastIndex((role) => role.name === name));
    for (const member of members) this.#isOpen.delete(member.name);
    if (members.length > 1) this.loops.push(members);
  }
}

function loopsOf(roles: ReadonlyMap<string, Role>): readonly (readonly Role[])[] {
  const order = new Map([...roles.keys()].map((name, index) => [name, index]));
  const position = (role: Role | undefined): number => order.get(role?.name ?? "") ?? 0;
  return new LoopSearch(roles).loops.map((members) => members.sort((a, b) => position(a) - position(b)));
}

const ROLES = (...roles: readonly (readonly [name: string, parents: string])[]): string =>
  `authorization:\n  rbac:\n    roles:\n${roles
    .map(
      ([name, parents]) => `      - name: ${name}\n        permissions: [read]\n        inherit_from: [${parents}]\n`,
    )
    .join("")}`;

const LETTERS = [..."abcdefghijklmx"];

export const page: RulePage = {
  title: "Roles that inherit from each other in a loop.",
  why: "To know what somebody may do, an application walks from role to parent until there are no more. In a loop there always are: the walk ends in a stack overflow or a timeout at the first sign-in, or the library refuses the whole set of roles when it starts.",
  fix: "Remove a role from its own parents",
  examples: {
    failing: {
      what: "two roles that inherit from each other",
      text: ROLES(["a", "b"], ["b", "a"]),
      reports: ["error 6 «b» These roles inherit from each other in a loop: `a` → `b` → `a`. Remove one of the links."],
    },
    passing: {
      what: "a parent that two roles share",
      text: ROLES(["a", "b, c"], ["b", "d"], ["c", "d"], ["d", ""]),
      reports: [],
    },
    placeholder: {
      what: "a parent that only the deployment knows",
      text: ROLES(["a", "b"], ["b", '"${PARENT}"']),
      reports: [],
    },
    disabled: {
      what: "roles that are switched off",
      text: ROLES(["a", "b"], ["b", "a"]).replace("  rbac:\n", "  rbac:\n    enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a role that inherits from itself",
        text: ROLES(["a", "b, a"], ["b", ""]),
        reports: ["error 6 «a» The role `a` inherits from itself. Remove it from its `inherit_from`."],
        fixed: ROLES(["a", "b"], ["b", ""]),
      },
      {
        what: "a role that inherits from nothing but itself",
        text: "authorization:\n  rbac:\n    roles:\n      - name: a\n        permissions: [read] # all\n        inherit_from: [a]\n",
        reports: ["error 6 «a» The role `a` inherits from itself. Remove it from its `inherit_from`."],
        fixed: "authorization:\n  rbac:\n    roles:\n      - name: a\n        permissions: [read] # all\n",
      },
      {
        what: "a loop of three roles, and one that leads to it",
        text: ROLES(["staff", "editor"], ["admin", "staff"], ["editor", "admin"], ["owner", "admin"]),
        reports: [
          "error 6 «editor» These roles inherit from each other in a loop: `staff` → `editor` → `admin` → `staff`. Remove one of the links.",
        ],
      },
      {
        what: "two loops",
        text: ROLES(["a", "b"], ["b", "a"], ["c", "d"], ["d", "c"]),
        reports: [
          "error 6 «b» These roles inherit from each other in a loop: `a` → `b` → `a`. Remove one of the links.",
          "error 12 «d» These roles inherit from each other in a loop: `c` → `d` → `c`. Remove one of the links.",
        ],
      },
      {
        what: "loops that share a role",
        text: ROLES(["a", "b, c"], ["b", "a"], ["c", "a"]),
        reports: [
          "error 6 «b» These roles inherit from each other and lead back to where they began: `a`, `b` and `c`. Remove links until no role reaches itself.",
        ],
      },
      {
        what: "a loop that is too long to be said",
        text: ROLES(...LETTERS.map((name, index) => [name, LETTERS[index + 1] ?? "a"] as const)),
        reports: [
          "error 6 «b» These roles inherit from each other and lead back to where they began: `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j`, `k`, `l` and 2 more. Remove links until no role reaches itself.",
        ],
      },
      {
        what: "a loop that a variable closes",
        text: ROLES(["a", "b"], ["b", '"${PARENT}"']),
        files: { "/.env": "PARENT=a\n" },
        reports: [
          "error 6 «b» These roles inherit from each other in a loop: `a` → `b` → `a`. Remove one of the links.",
        ],
      },
    ],
  },
};
