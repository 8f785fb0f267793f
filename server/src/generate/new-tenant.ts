import * as l10n from "@vscode/l10n";
import type { NewTenantAnswer, NewTenantParams, NewTenantProblem } from "../protocol.ts";
import { listWords } from "../schema/wording.ts";
import { canonicalEnvironment } from "../tenants/environment-names.ts";
import { scalarLanguage } from "../values/index.ts";
import { newLocalization } from "./new-localization.ts";
import { newEnvironment, newMonitoring, newSecurity, newTenantFile } from "./new-tenant-files.ts";

const PLANS: ReadonlySet<string> = new Set(["free", "basic", "pro", "enterprise"]);
const ENVIRONMENTS: ReadonlySet<string> = new Set(["development", "staging", "production", "test"]);

/** What the new files take from the environment variables of contract F. */
export interface NewTenantDefaults {
  /** Key management provider of the security file. */
  readonly keyProvider: string | undefined;
  /** Environment names that are allowed beside the four known ones. */
  readonly extraEnvironments: readonly string[];
  /** DEFAULT_LOCALE: the default locale when the answers name none. */
  readonly defaultLocale?: string | undefined;
  /** SUPPORTED_LOCALES: the locales when the answers name none. */
  readonly supportedLocales?: readonly string[] | undefined;
}

/** Files of a new tenant, which validate without any problem; or what is wrong with the answers. */
export function newTenant(asked: NewTenantParams, defaults: NewTenantDefaults): NewTenantAnswer {
  const params = asked.locales.length > 0 ? asked : { ...asked, locales: usualLocales(defaults) };
  const problems = problemsOf(params, defaults);
  if (problems.length > 0) return { files: [], problems };
  const environments = [...new Set(params.environments.map(canonicalEnvironment))];
  const answers = { ...params, environments };
  const files = [
    { path: "tenant.yaml", text: newTenantFile(answers) },
    { path: "monitoring.yaml", text: newMonitoring(answers) },
    { path: "security.yaml", text: newSecurity(answers, defaults.keyProvider) },
    { path: "localization.yaml", text: newLocalization(answers.locales) },
    ...environments.map((name) => ({ path: `environment.${name}.yaml`, text: newEnvironment(answers, name) })),
  ];
  return { files, problems: [] };
}

/** Locales of a workspace, its default first; none when its variables name none. */
function usualLocales({ defaultLocale, supportedLocales = [] }: NewTenantDefaults): readonly string[] {
  return [...new Set([...(defaultLocale === undefined ? [] : [defaultLocale]), ...supportedLocales])];
}

function problemsOf(params: NewTenantParams, defaults: NewTenantDefaults): readonly NewTenantProblem[] {
  const problems: NewTenantProblem[] = [];
  const check = (field: keyof NewTenantParams, isGood: boolean, message: string): void => {
    if (!isGood) problems.push({ field, message });
  };
  check(
    "id",
    /^[A-Za-z0-9_-]{3,50}$/.test(params.id),
    l10n.t`The id has 3 to 50 letters, digits, hyphens or underscores.`,
  );
  const nameLength = [...params.name.trim()].length;
  check("name", nameLength >= 2 && nameLength <= 100, l10n.t`The name has 2 to 100 characters.`);
  check("ownerName", params.ownerName.trim() !== "", l10n.t`The owner needs a name.`);
  const email = scalarLanguage("email")?.check(params.ownerEmail);
  check("ownerEmail", email === undefined, email?.message ?? "");
  check("environments", params.environments.length > 0, l10n.t`Pick at least one environment.`);
  for (const name of params.environments) {
    const known = ENVIRONMENTS.has(canonicalEnvironment(name)) || defaults.extraEnvironments.includes(name);
    check("environments", known, l10n.t`\`${name}\` is not an environment: pick from ${listWords([...ENVIRONMENTS])}.`);
  }
  check("plan", PLANS.has(params.plan), l10n.t`The plan is one of ${listWords([...PLANS])}.`);
  check("locales", params.locales.length > 0, l10n.t`Pick at least one locale.`);
  for (const locale of params.locales) {
    const problem = scalarLanguage("locale")?.check(locale);
    check("locales", problem === undefined, problem?.message ?? "");
  }
  return problems;
}
