import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { namesIn, routesFrom } from "./routing.ts";

/** Receivers that routes lead to; undefined while that is not known, or when there are no routes. */
type Facts = Readonly<Record<string, true>> | undefined;

export const rule = defineRule<Facts>({
  id: "am-unused-receiver",
  severity: "warning",
  at: { monitoring: ["alertmanager.config.receivers.*.name"] },
  facts: ({ file }) => {
    const root = file?.get("alertmanager", "config", "route");
    const defined = namesIn(file?.get("alertmanager", "config", "receivers"));
    return root?.isMap && defined ? usedNames(root, defined) : undefined;
  },
  check: (place, report, used) => {
    const name = place.text;
    if (!name || !used || Object.hasOwn(used, name)) return;
    report(place, {
      message: l10n.t`No route leads to the receiver ${code(name)}, so it is never told anything. Add a child route with it, or remove it.`,
      tags: ["unnecessary"],
      fix: {
        fix: "change",
        path: place.path.slice(0, -2),
        changes: [
          {
            title: l10n.t`Remove the receiver ${code(name)}`,
            preferred: false,
            operations: [{ do: "remove", path: [Number(place.path.at(-2))] }],
          },
        ],
      },
    });
  },
});

function usedNames(root: Place, defined: readonly string[]): Facts {
  const routes = routesFrom(root);
  if (routes.some((route) => route.get("receiver")?.isUnresolved || route.get("routes")?.isUnresolved))
    return undefined;
  const names = new Set(routes.flatMap((route) => route.get("receiver")?.scalarText ?? []));
  const known = new Set(defined);
  // What a name with a typing error means is used as well.
  const meant = [...names].filter((name) => !known.has(name)).flatMap((name) => nearest(name, defined) ?? []);
  return Object.fromEntries([...names, ...meant].map((name) => [name, true]));
}

const RECEIVER = (name: string): string =>
  `      - name: ${name}\n        webhook_configs:\n          - url_file: /etc/alertmanager/secrets/url\n`;
const FILE = (route: string, ...names: readonly string[]): string =>
  `alertmanager:\n  config:\n${route}    receivers:\n${names.map(RECEIVER).join("")}`;
const ROUTE = "    route:\n      receiver: ops\n      routes:\n        - receiver: pager # critical\n";

export const page: RulePage = {
  title: "A receiver that no route leads to.",
  why: "Alertmanager sends only what its routes lead to a receiver. One that no route names is loaded without a word and never told anything, which is how a new pager or phone number ends up set up and silent.",
  fix: "Remove the receiver",
  examples: {
    failing: {
      what: "a receiver without a route",
      text: FILE(ROUTE, "ops", "sms", "pager"),
      reports: [
        "warning 11 «sms» No route leads to the receiver `sms`, so it is never told anything. Add a child route with it, or remove it.",
      ],
      fixed: FILE(ROUTE, "ops", "pager"),
    },
    passing: {
      what: "receivers of the root and of a child",
      text: FILE(ROUTE, "ops", "pager"),
      reports: [],
    },
    placeholder: {
      what: "routes and names that only the deployment knows",
      text: FILE(ROUTE.replace("pager", '"${PAGER}"'), "ops", "sms", '"${NAME}"'),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE(ROUTE, "ops", "sms").replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "a name that a route writes with an error",
        text: FILE(ROUTE.replace("pager", "pagre"), "ops", "pager"),
        reports: [],
      },
      { what: "no routes at all", text: FILE("", "ops"), reports: [] },
      {
        what: "a name that only the deployment knows, beside one that nobody uses",
        text: FILE(ROUTE, "ops", '"${NAME}"', "pager"),
        reports: [],
      },
    ],
  },
};
