import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { didYouMean } from "../../schema/sentences.ts";
import { code, keyList } from "../../schema/wording.ts";
import type { OffsetRange } from "../../text/line-index.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { Names } from "./names.ts";
import { ACTIONS, type ResourceAction, resourceAction, WILDCARD } from "./permissions.ts";

/** Words that other systems use for the six actions. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    create: ["add", "insert", "new", "post"],
    read: ["get", "show", "view"],
    update: ["change", "edit", "modify", "patch", "put", "write"],
    delete: ["destroy", "remove"],
    list: ["browse", "index", "search"],
    execute: ["exec", "invoke", "run"],
  }).flatMap(([action, words]) => words.map((word) => [word, action] as const)),
);

/** The catalogue of permissions. */
interface Facts {
  readonly names: Names;
  /** Empty when there is no catalogue, or when one of its permissions is about all resources: then every resource is known. */
  readonly resources: Names;
  /** true when some of the catalogue is missing or not known. */
  readonly hasUnknown: boolean;
}

export const rule = defineRule<Facts>({
  id: "role-unknown-permission",
  severity: "warning",
  at: { security: ["authorization.rbac.roles.*.permissions.*"] },
  facts: (context) => {
    const catalogue = context.file?.get("authorization", "rbac", "permissions");
    const entries = catalogue?.items() ?? [];
    const names = entries.map((entry) => entry.get("name"));
    const resources = entries.map((entry) => entry.get("resource"));
    const known = new Names(resources.flatMap((resource) => resource?.text ?? []));
    return {
      names: new Names(names.flatMap((name) => name?.text ?? [])),
      resources: known.has(WILDCARD) ? new Names() : known,
      hasUnknown: catalogue?.isList === false || [...names, ...resources].some((part) => part?.text === undefined),
    };
  },
  check: (place, report, facts) => {
    const text = place.text;
    if (text === undefined || text === WILDCARD || ACTIONS.includes(text) || facts.names.has(text)) return;
    const fault = facts.hasUnknown ? undefined : faultOf(place, text, facts);
    if (!fault) return;
    const { message, otherwise, meant, isGuess, range } = fault;
    report(place, {
      message: `${message} ${meant === undefined ? otherwise : didYouMean(code(meant))}`,
      ...(range && { range }),
      ...(meant !== undefined && { fix: changing(place, meant, isGuess) }),
    });
  },
});

/** A reference that allows nothing. */
interface Fault {
  readonly message: string;
  /** Behind the message when nothing is likely to be meant. */
  readonly otherwise: string;
  readonly meant?: string | undefined;
  /** true when `meant` is more than a slip of the fingers away, so that a person has to look. */
  readonly isGuess?: boolean;
  readonly range?: OffsetRange;
}

function faultOf(place: Place, text: string, facts: Facts): Fault | undefined {
  const pair = resourceAction(text);
  if (!pair) return wordFault(text, facts);
  if (pair.action === WILDCARD || ACTIONS.includes(pair.action)) return resourceFault(place, pair, facts);
  return actionFault(place, pair, facts);
}

function wordFault(word: string, { names }: Facts): Fault {
  const near = names.nearest(word, ACTIONS);
  return {
    message: l10n.t`${shown(word)} is neither an action nor a permission of the catalogue, so it allows nothing.`,
    otherwise: knownActions(),
    meant: near ?? OTHER_WORDS.get(word.toLowerCase()) ?? pairOfOtherStyle(word),
    isGuess: near === undefined,
  };
}

function resourceFault(place: Place, { resource, action }: ResourceAction, { resources }: Facts): Fault | undefined {
  if (resource === WILDCARD || resources.size === 0 || resources.has(resource)) return undefined;
  const near = resources.nearest(resource);
  return {
    message: l10n.t`No permission of the catalogue is about the resource ${shown(resource)}, so this allows nothing.`,
    otherwise: l10n.t`Add one, or use a resource of the catalogue.`,
    meant: near && `${near}:${action}`,
    ...(resource !== "" && { range: place.rangeOf(0, resource.length) }),
  };
}

function actionFault(place: Place, { resource, action }: ResourceAction, { names }: Facts): Fault {
  if (ACTIONS.includes(resource) && action !== "") {
    return {
      message: l10n.t`The resource stands before the colon and the action behind it; written the other way round, this allows nothing.`,
      otherwise: "",
      meant: `${action}:${resource}`,
      isGuess: true,
    };
  }
  const named = names.nearest(`${resource}:${action}`);
  const near = nearest(action, ACTIONS);
  const meant = near ?? OTHER_WORDS.get(action.toLowerCase());
  const start = resource.length + 1;
  return {
    message: l10n.t`${shown(action)} is not an action, so this allows nothing.`,
    otherwise: knownActions(),
    meant: named ?? (meant && `${resource}:${meant}`),
    isGuess: named === undefined && near === undefined,
    ...(action !== "" && { range: place.rangeOf(start, start + action.length) }),
  };
}

/** A pair as other systems write it: `playlist.read`. */
function pairOfOtherStyle(word: string): string | undefined {
  const [, resource = "", action = ""] = /^(\w[\w-]*)[./](\w+)$/.exec(word) ?? [];
  return ACTIONS.includes(action) ? `${resource}:${action}` : undefined;
}

function changing({ path }: Place, meant: string, isGuess = false): FixData {
  if (!isGuess) return { fix: "replace-value", path, values: [meant] };
  const title = l10n.t`Change to ${code(meant)}`;
  const operations = [{ do: "set", path: [], value: meant }] as const;
  return { fix: "change", path, changes: [{ title, preferred: false, operations }] };
}

function knownActions(): string {
  return l10n.t`The actions are ${keyList(ACTIONS)}.`;
}

function shown(text: string): string {
  return text === "" ? '`""`' : code(text);
}

const ROLE = (permissions: string, name = "room:open"): string =>
  `authorization:
  rbac:
    roles:
      - name: editor
        permissions: [${permissions}] # reviewed
    permissions:
      - name: edit_playlists
        resource: playlist
        action: update
      - name: ${name}
        resource: room
        action: create
`;
const BARE = (permission: string): string =>
  `authorization:\n  rbac:\n    roles:\n      - name: editor\n        permissions:\n          - ${permission}\n`;
const ACTIONS_ARE = "The actions are `create`, `read`, `update`, `delete`, `list` and `execute`.";
const NO_WORD = (word: string): string =>
  `\`${word}\` is neither an action nor a permission of the catalogue, so it allows nothing.`;
const NO_RESOURCE = (resource: string): string =>
  `No permission of the catalogue is about the resource \`${resource}\`, so this allows nothing.`;

export const page: RulePage = {
  title: "A role lists a permission that does not exist.",
  why: "Permissions are compared as text. One that matches nothing is no error when the application starts; it allows nothing, and the people who hold the role are refused with 403 until somebody compares the lists by hand.",
  fix: "Change it to the nearest action, permission or resource",
  examples: {
    failing: {
      what: "an action with a typing error",
      text: ROLE("raed"),
      reports: [`warning 5 «raed» ${NO_WORD("raed")} Did you mean \`read\`?`],
      fixed: ROLE("read"),
    },
    passing: {
      what: "every form of a permission",
      text: ROLE('"*", read, edit_playlists, "room:open", "playlist:read", "room:*", "*:list"'),
      reports: [],
    },
    placeholder: {
      what: "a permission that only the deployment knows",
      text: ROLE('"${PERMISSION}", "${RESOURCE}:read"'),
      reports: [],
    },
    disabled: {
      what: "roles that are switched off",
      text: ROLE("raed").replace("  rbac:\n", "  rbac:\n    enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a permission of the catalogue with a typing error",
        text: ROLE("edit_playlist"),
        reports: [`warning 5 «edit_playlist» ${NO_WORD("edit_playlist")} Did you mean \`edit_playlists\`?`],
        fixed: ROLE("edit_playlists"),
      },
      {
        what: "a named permission with a colon and a typing error",
        text: ROLE('"room:opne"'),
        reports: ["warning 5 «opne» `opne` is not an action, so this allows nothing. Did you mean `room:open`?"],
        fixed: ROLE('"room:open"'),
      },
      {
        what: "a resource with a typing error",
        text: ROLE('"playlists:read"'),
        reports: [`warning 5 «playlists» ${NO_RESOURCE("playlists")} Did you mean \`playlist:read\`?`],
        fixed: ROLE('"playlist:read"'),
      },
      {
        what: "a resource that is not in the catalogue",
        text: ROLE('"invoice:*"'),
        reports: [`warning 5 «invoice» ${NO_RESOURCE("invoice")} Add one, or use a resource of the catalogue.`],
      },
      {
        what: "any resource when there is no catalogue",
        text: BARE('"invoice:read"'),
        reports: [],
      },
      {
        what: "any resource when a permission is about all of them",
        text: ROLE('"invoice:read"').replace("resource: room", 'resource: "*"'),
        reports: [],
      },
      {
        what: "an action with a typing error behind a resource",
        text: BARE("invoice:raed"),
        reports: ["warning 6 «raed» `raed` is not an action, so this allows nothing. Did you mean `invoice:read`?"],
        fixed: BARE("invoice:read"),
      },
      {
        what: "a word that other systems use",
        text: BARE("write"),
        reports: [`warning 6 «write» ${NO_WORD("write")} Did you mean \`update\`?`],
        fixed: BARE("update"),
      },
      {
        what: "a separator that other systems use",
        text: BARE("invoice.read"),
        reports: [`warning 6 «invoice.read» ${NO_WORD("invoice.read")} Did you mean \`invoice:read\`?`],
        fixed: BARE("invoice:read"),
      },
      {
        what: "both sides exchanged",
        text: BARE("read:invoice"),
        reports: [
          "warning 6 «read:invoice» The resource stands before the colon and the action behind it; written the other way round, this allows nothing. Did you mean `invoice:read`?",
        ],
        fixed: BARE("invoice:read"),
      },
      {
        what: "a word that is like nothing",
        text: BARE("approve_everything"),
        reports: [`warning 6 «approve_everything» ${NO_WORD("approve_everything")} ${ACTIONS_ARE}`],
      },
      {
        what: "an action that is missing behind the colon",
        text: BARE('"invoice:"'),
        reports: [`warning 6 «"invoice:"» \`""\` is not an action, so this allows nothing. ${ACTIONS_ARE}`],
      },
      {
        what: "a catalogue of which some only the deployment knows",
        text: ROLE('approve, "invoice:read"', "${PERMISSION}"),
        reports: [],
      },
    ],
  },
};
