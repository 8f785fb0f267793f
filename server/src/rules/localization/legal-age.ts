import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import data from "../../values/data/consent-ages.json" with { type: "json" };
import { defineRule, type RulePage } from "../rule.ts";

const AGES: ReadonlyMap<string, number> = new Map(Object.entries(data.ages));

export const rule = defineRule({
  id: "legal-age",
  severity: "warning",
  at: { localization: ["regions.legal_compliance.*"] },
  check: (region, report) => {
    const minimum = region.get("minimum_age");
    const years = minimum?.number;
    if (!minimum || years === undefined) return;
    const age = ageOf(region.name);
    if (age !== undefined && years < age && region.get("gdpr_applicable")?.boolean === true) {
      report(minimum, {
        message: l10n.t`In ${code(region.name)} children can consent by themselves from the age of ${age} (GDPR, Article 8), not ${years}: below it a parent has to.`,
        fix: { fix: "replace-value", path: minimum.path, values: [age] },
      });
    }
    const verification = region.get("age_verification_required");
    if (verification?.boolean !== false) return;
    report(verification, {
      message: l10n.t`There is a minimum age of ${years}, and nobody checks it.`,
      related: [{ place: minimum, message: l10n.t`The minimum age stands here.` }],
      fix: { fix: "replace-value", path: verification.path, values: [true] },
    });
  },
});

/** The age of consent in the country that a key names, by itself or as the region of a locale; a language alone names none. */
function ageOf(name: string): number | undefined {
  if (AGES.has(name)) return AGES.get(name);
  const [, ...subtags] = name.split("-");
  const region = subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag));
  return region === undefined ? undefined : AGES.get(region.toUpperCase());
}

const FILE = (country: string, entries: string): string =>
  `regions:\n  legal_compliance:\n    ${country}: {gdpr_applicable: true, ${entries}} # reviewed\n`;

const TOO_YOUNG = (country: string, age: number): string =>
  `warning 3 «13» In \`${country}\` children can consent by themselves from the age of ${age} (GDPR, Article 8), not 13: below it a parent has to.`;

export const page: RulePage = {
  title: "A minimum age below the age of consent, or one that nobody checks.",
  why: "Under Article 8 of the GDPR children can consent to the use of their data from 16 on, or from a lower age that their country sets, never below 13. Accounts of younger children need the consent of a parent; without it their data is processed unlawfully, and fines about the data of children were among the highest. A minimum age without a check protects nobody.",
  fix: "Write the age of the country, or switch the check on",
  examples: {
    failing: {
      what: "13 in Germany",
      text: FILE("DE", "minimum_age: 13"),
      reports: [TOO_YOUNG("DE", 16)],
      fixed: FILE("DE", "minimum_age: 16"),
    },
    passing: { what: "16 in Germany", text: FILE("DE", "minimum_age: 16"), reports: [] },
    placeholder: { what: "an age that the deployment knows", text: FILE("DE", "minimum_age: ${AGE}"), reports: [] },
    disabled: "legal duties can not be switched off",
    more: [
      {
        what: "the region of a locale",
        text: FILE("fr-FR", "minimum_age: 13"),
        reports: [TOO_YOUNG("fr-FR", 15)],
        fixed: FILE("fr-FR", "minimum_age: 15"),
      },
      { what: "a country that lowered the age", text: FILE("SE", "minimum_age: 13"), reports: [] },
      { what: "a language, which names no country", text: FILE("de", "minimum_age: 13"), reports: [] },
      { what: "a country outside of the GDPR", text: FILE("US", "minimum_age: 13"), reports: [] },
      {
        what: "a country in which the file says that it does not apply",
        text: FILE("DE", "minimum_age: 13").replace("true", "false"),
        reports: [],
      },
      {
        what: "an age that nobody checks",
        text: FILE("SE", "minimum_age: 13, age_verification_required: false"),
        reports: ["warning 3 «false» There is a minimum age of 13, and nobody checks it."],
        fixed: FILE("SE", "minimum_age: 13, age_verification_required: true"),
      },
    ],
  },
};
