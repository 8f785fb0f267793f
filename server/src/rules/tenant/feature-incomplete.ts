import * as l10n from "@vscode/l10n";
import { didYouMean } from "../../schema/sentences.ts";
import { code, keyList } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "feature-incomplete",
  severity: "warning",
  at: { tenant: ["features.ai_processing", "features.spotify_integration"] },
  check: (place, report) => {
    if (place.name === "spotify_integration") checkSpotify(place, report);
    else checkModels(place, report);
  },
});

function checkSpotify(spotify: Place, report: Report): void {
  if (spotify.get("enabled")?.boolean !== true) return;
  const absent = ["scopes", "client_id"].filter((key) => isEmpty(spotify, key));
  if (absent.length === 0) return;
  report(absent.length === 1 && absent[0] ? (spotify.get(absent[0]) ?? spotify) : spotify, {
    on: "key",
    message: l10n.t`Spotify is switched on without ${keyList(absent)}, so no listener can connect. Add what is missing, or set \`enabled\` to \`false\`.`,
  });
}

function checkModels(ai: Place, report: Report): void {
  const models = ai.get("models");
  if (isEmpty(ai, "models")) {
    if (ai.get("enabled")?.boolean !== true) return;
    report(models ?? ai, {
      on: "key",
      message: l10n.t`AI processing is switched on without a model, so every request fails. List the models in \`models\`, or set \`enabled\` to \`false\`.`,
    });
    return;
  }
  const names = models?.items().map(({ text }) => text);
  const listed = names?.filter((name) => name !== undefined);
  if (!models?.isList || !listed || listed.length !== names?.length) return;
  checkFallback(ai.get("fallback_model"), listed, models, report);
  const limited = ai.get("model_limits")?.entries() ?? [];
  const free = listed.filter((name) => !limited.some((limits) => limits.name === name));
  for (const limits of limited) if (!listed.includes(limits.name)) reportLimits(limits, free, models, report);
}

function checkFallback(fallback: Place | undefined, listed: readonly string[], models: Place, report: Report): void {
  const name = fallback?.text;
  if (!fallback || name === undefined || listed.includes(name)) return;
  const best = nearest(name, listed);
  report(fallback, {
    message: withQuestion(
      l10n.t`The fallback ${code(name)} is not one of the \`models\`, so nothing takes over when a model fails.`,
      best,
    ),
    related: [{ place: models, message: l10n.t`The models stand here.` }],
    ...(best !== undefined &&
      fallback.placeholders.state === "none" && {
        fix: { fix: "replace-value", path: fallback.path, values: [best] },
      }),
  });
}

/** `free` are the models that have no limits yet. */
function reportLimits(limits: Place, free: readonly string[], models: Place, report: Report): void {
  const best = nearest(limits.name, free);
  report(limits, {
    on: "key",
    message: withQuestion(
      l10n.t`There are limits for ${code(limits.name)}, which is not one of the \`models\`, so they limit nothing.`,
      best,
    ),
    related: [{ place: models, message: l10n.t`The models stand here.` }],
    ...(best !== undefined && { fix: { fix: "rename-key", path: limits.path, names: [best] } }),
  });
}

function withQuestion(message: string, best: string | undefined): string {
  return best === undefined ? message : `${message} ${didYouMean(code(best))}`;
}

/** true for a key that is not there, and for a list without items. Nothing behind a key, and a wrong type, is the schema's to report. */
function isEmpty(feature: Place, key: string): boolean {
  const value = feature.get(key);
  return value ? value.isList && value.size === 0 : !feature.has(key);
}

const AI = (lines: string): string => `features:\n  ai_processing:\n${lines}`;
const SPOTIFY = (lines: string): string => `features:\n  spotify_integration:\n${lines}`;

export const page: RulePage = {
  title: "A feature that is switched on without what it needs.",
  why: "The switch says yes, the product shows the button, and the first person who presses it gets an error: no model to ask, or a sign-in at Spotify without an application. A fallback or a limit for a model that is not listed fails in silence: the fallback is missing on the day the model is overloaded, and the limit never stops anybody.",
  fix: "Use the listed model that is most like the name",
  examples: {
    failing: {
      what: "AI without a model",
      text: AI("    enabled: true\n    models: []\n"),
      reports: [
        "warning 4 «models» AI processing is switched on without a model, so every request fails. List the models in `models`, or set `enabled` to `false`.",
      ],
    },
    passing: {
      what: "a fallback and limits for models that are listed",
      text: AI(
        "    enabled: true\n    models: [large, small]\n    fallback_model: small\n    model_limits: {large: {requests_per_minute: 1}}\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "models that only the deployment knows",
      text: AI(
        '    enabled: true\n    models: [large, "${MODEL}"]\n    fallback_model: small\n    model_limits: {tiny: {}}\n',
      ),
      reports: [],
    },
    disabled: {
      what: "features that are switched off",
      text: `${AI("    enabled: false\n    models: []\n")}  spotify_integration:\n    enabled: false\n`,
      reports: [],
    },
    more: [
      {
        what: "AI without a list of models",
        text: AI("    enabled: true\n    fallback_model: small\n"),
        reports: [
          "warning 2 «ai_processing» AI processing is switched on without a model, so every request fails. List the models in `models`, or set `enabled` to `false`.",
        ],
      },
      {
        what: "a misspelt fallback",
        text: AI("    enabled: true\n    models: [acme-large, acme-small]\n    fallback_model: acme-smal # cheap\n"),
        reports: [
          "warning 5 «acme-smal» The fallback `acme-smal` is not one of the `models`, so nothing takes over when a model fails. Did you mean `acme-small`?",
        ],
        fixed: AI("    enabled: true\n    models: [acme-large, acme-small]\n    fallback_model: acme-small # cheap\n"),
      },
      {
        what: "limits for models that are not listed",
        text: AI(
          "    enabled: true\n    models: [acme-large]\n    model_limits:\n      acme-larg:\n        burst: 1\n      whisper:\n        burst: 2\n",
        ),
        reports: [
          "warning 6 «acme-larg» There are limits for `acme-larg`, which is not one of the `models`, so they limit nothing. Did you mean `acme-large`?",
          "warning 8 «whisper» There are limits for `whisper`, which is not one of the `models`, so they limit nothing.",
        ],
        fixed: AI(
          "    enabled: true\n    models: [acme-large]\n    model_limits:\n      acme-large:\n        burst: 1\n      whisper:\n        burst: 2\n",
        ),
      },
      {
        what: "Spotify with nothing but the switch",
        text: SPOTIFY("    enabled: true\n"),
        reports: [
          "warning 2 «spotify_integration» Spotify is switched on without `scopes` and `client_id`, so no listener can connect. Add what is missing, or set `enabled` to `false`.",
        ],
      },
      {
        what: "Spotify with an empty list of scopes, on one line",
        text: 'features: {spotify_integration: {enabled: true, scopes: [], client_id: "${SPOTIFY}"}}\n',
        reports: [
          "warning 1 «scopes» Spotify is switched on without `scopes`, so no listener can connect. Add what is missing, or set `enabled` to `false`.",
        ],
      },
      { what: "features without a switch", text: `${AI("    models: []\n")}  spotify_integration: {}\n`, reports: [] },
    ],
  },
};
