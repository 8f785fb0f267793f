import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "auth-provider-none",
  severity: "error",
  at: { security: ["authentication.providers"] },
  seesDisabled: true,
  check: (place, report) => {
    if (!place.isList) return;
    const providers = place.items();
    if (providers.some((provider) => !provider.isDisabled)) return;
    if (providers.length === 0) {
      report(place, {
        message: l10n.t`There is no sign-in provider, so nobody can sign in. Add one with \`enabled: true\`.`,
      });
      return;
    }
    report(place, {
      message: l10n.t`Every sign-in provider is switched off, so nobody can sign in. Enable at least one of them.`,
      related: providers
        .map((provider) => provider.get("enabled"))
        .filter((enabled) => enabled !== undefined)
        .map((enabled) => ({ place: enabled, message: l10n.t`Switched off here.` })),
      fix: { fix: "change", path: place.path, changes: providers.map(enabling) },
    });
  },
});

/** Which one was meant to be on only a person knows. */
function enabling(provider: Place, index: number): Change {
  const name = provider.get("name")?.text;
  return {
    title: name === undefined ? l10n.t`Enable provider ${index + 1}` : l10n.t`Enable \`${name}\``,
    preferred: false,
    operations: [{ do: "set", path: [index, "enabled"], value: true }],
  };
}

const TWO = (first: string, second: string): string =>
  `authentication:
  providers:
    - name: staff
      type: api_key
      enabled: ${first} # until the audit is over
    - name: partners
      type: api_key
      enabled: ${second}
`;

const NONE_ENABLED =
  "error 2 «providers» Every sign-in provider is switched off, so nobody can sign in. Enable at least one of them.";

export const page: RulePage = {
  title: "No sign-in provider is enabled.",
  why: "The sign-in page is built from the enabled providers. Without one it offers nothing, programs are refused with 401, and administrators are locked out of the screen on which they would put it right, so the way back is a new deployment.",
  fix: "Enable one of the providers",
  examples: {
    failing: {
      what: "an empty list of providers",
      text: "authentication:\n  providers: []\n",
      reports: [
        "error 2 «providers» There is no sign-in provider, so nobody can sign in. Add one with `enabled: true`.",
      ],
    },
    passing: {
      what: "one enabled provider among others",
      text: TWO("false", "true"),
      reports: [],
    },
    placeholder: {
      what: "a provider that the deployment switches on or off",
      text: TWO("false", "${PARTNERS_ENABLED}"),
      reports: [],
    },
    disabled: "the rule is about what is switched off",
    more: [
      {
        what: "providers that are all switched off",
        text: TWO("false", "false"),
        reports: [NONE_ENABLED],
        fixed: TWO("true", "false"),
      },
      {
        what: "a provider that a variable switches off",
        text: TWO("false", "${PARTNERS_ENABLED}"),
        files: { "/.env": "PARTNERS_ENABLED=false\n" },
        reports: [NONE_ENABLED],
        fixed: TWO("true", "${PARTNERS_ENABLED}"),
      },
      {
        what: "a provider without a name",
        text: "authentication: { providers: [{ type: api_key, enabled: false }] }\n",
        reports: [
          "error 1 «providers» Every sign-in provider is switched off, so nobody can sign in. Enable at least one of them.",
        ],
        fixed: "authentication: { providers: [{ type: api_key, enabled: true }] }\n",
      },
      {
        what: "a provider that does not say whether it is enabled",
        text: "authentication:\n  providers:\n    - name: staff\n      type: api_key\n",
        reports: [],
      },
      {
        what: "a list that a placeholder stands for",
        text: "authentication:\n  providers: ${PROVIDERS}\n",
        reports: [],
      },
      {
        what: "a key that nobody has written a value for yet",
        text: "authentication:\n  providers:\n",
        reports: [],
      },
    ],
  },
};
