import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("unknown-property", "error", [
  "tenant",
  "monitoring",
  "security",
  "environment",
  "localization",
]);

export const page: RulePage = {
  title: "A key that this kind of file does not know.",
  why: "The setting behind a misspelt key silently keeps its default: nobody notices until the default hurts. At the top level it is an error, below it a warning, because older files hold keys of their own there. Keys that begin with `x-` are accepted at the top level.",
  fix: "Rename to the nearest known key, or remove it, or put `x-` before it at the top level",
  examples: {
    failing: {
      what: "a misspelt section",
      text: "enviroments:\n  production: {}\n",
      reports: [
        "error 1 «enviroments» `enviroments` is not known at the top level of this file. Did you mean `environments`?",
      ],
      fixed: "environments:\n  production: {}\n",
    },
    passing: { what: "a key of one's own", text: "x-enviroments:\n  production: {}\n", reports: [] },
    placeholder: "keys hold no placeholders",
    disabled: "a misspelt key is a fault wherever it stands",
    more: [
      {
        what: "a misspelt key in a section",
        text: "billing:\n  plann: pro\n",
        reports: ["warning 2 «plann» `plann` is not known in `billing`. Did you mean `plan`?"],
        fixed: "billing:\n  plan: pro\n",
      },
    ],
  },
};
