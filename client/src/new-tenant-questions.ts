import { l10n, type Uri, workspace } from "vscode";
import type { NewTenantParams, Plan } from "../../server/src/protocol.ts";
import { askOne, askSeveral, askText, type Choice, type Question } from "./questions.ts";

/** What is known of a new tenant while the questions are asked. */
export type TenantDraft = NewTenantParams & {
  /** The folder of tenants that the new tenant's folder goes into. */
  readonly folder: Uri;
};

const plans: readonly Choice<Plan>[] = [
  { value: "free", label: "free", description: l10n.t("to try it out; small limits, nothing to pay") },
  { value: "basic", label: "basic", description: l10n.t("a small team with modest usage") },
  { value: "pro", label: "pro", description: l10n.t("a company in daily use") },
  { value: "enterprise", label: "enterprise", description: l10n.t("high limits, own agreements") },
];

const environments: readonly Choice<string>[] = [
  { value: "development", label: "development", description: l10n.t("where changes are made") },
  { value: "staging", label: "staging", description: l10n.t("the rehearsal for production") },
  { value: "production", label: "production", description: l10n.t("what customers use") },
  { value: "test", label: "test", description: l10n.t("automated tests") },
];

const locales: readonly Choice<string>[] = [
  { value: "en", label: "en", description: l10n.t("English") },
  { value: "fr", label: "fr", description: `${l10n.t("French")} · français` },
  { value: "de", label: "de", description: `${l10n.t("German")} · Deutsch` },
  { value: "es", label: "es", description: `${l10n.t("Spanish")} · español` },
  { value: "it", label: "it", description: `${l10n.t("Italian")} · italiano` },
  { value: "pt", label: "pt", description: `${l10n.t("Portuguese")} · português` },
  { value: "ru", label: "ru", description: `${l10n.t("Russian")} · русский` },
  { value: "zh", label: "zh", description: `${l10n.t("Chinese")} · 中文` },
  { value: "ja", label: "ja", description: `${l10n.t("Japanese")} · 日本語` },
  { value: "ko", label: "ko", description: `${l10n.t("Korean")} · 한국어` },
  { value: "ar", label: "ar", description: `${l10n.t("Arabic")} · العربية` },
  { value: "he", label: "he", description: `${l10n.t("Hebrew")} · עברית` },
];

/** Whether a file or folder is there. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    // stat has no other way to say no.
    return false;
  }
}

/** What is wrong with a tenant id as such; undefined when it is good. */
export function idProblem(id: string): string | undefined {
  if (/^[A-Za-z0-9_-]{3,50}$/.test(id)) return undefined;
  if (/[^A-Za-z0-9_-]/.test(id)) return l10n.t("Letters, digits, _ and - only.");
  return id.length < 3 ? l10n.t("At least 3 characters.") : l10n.t("At most 50 characters.");
}

/** The questions of "New Tenant…", with the answer of the server each of them fills. `folders` are the places to choose from. */
export function tenantQuestions(
  folders: readonly Choice<Uri>[],
  folderOf: (folder: Uri, id: string) => Uri,
): readonly (Question<TenantDraft> & { readonly field: keyof TenantDraft })[] {
  return [folderQuestion(folders), idQuestion(folderOf), ...personQuestions(), ...choiceQuestions()];
}

type FieldQuestion = Question<TenantDraft> & { readonly field: keyof TenantDraft };

function folderQuestion(folders: readonly Choice<Uri>[]): FieldQuestion {
  return {
    field: "folder",
    applies: () => folders.length > 1,
    ask: async (draft, place) => {
      const answer = await askOne(place, {
        placeholder: l10n.t("Folder of tenants"),
        choices: folders,
        selected: [draft.folder],
      });
      return answer.kind === "answer" ? { kind: "answer", value: { ...draft, folder: answer.value } } : answer;
    },
  };
}

function idQuestion(folderOf: (folder: Uri, id: string) => Uri): FieldQuestion {
  return textQuestion(
    "id",
    l10n.t("Tenant id: names the folder and isolates the tenant's data"),
    "acme-corp",
    async (id, draft) => {
      const problem = idProblem(id);
      if (problem !== undefined) return problem;
      return (await exists(folderOf(draft.folder, id))) ? l10n.t("The folder {0} exists already.", id) : undefined;
    },
  );
}

function personQuestions(): readonly FieldQuestion[] {
  const length = (value: string): string | undefined =>
    value.length < 2 || value.length > 100 ? l10n.t("2 to 100 characters.") : undefined;
  return [
    textQuestion("name", l10n.t("Display name"), "Acme Corporation", length),
    textQuestion(
      "ownerName",
      l10n.t("Name of the owner, the person accountable for the tenant"),
      "Ada Lovelace",
      (value) => (value === "" ? l10n.t("The owner needs a name.") : undefined),
    ),
    textQuestion("ownerEmail", l10n.t("E-mail of the owner"), "ada@acme.example", (value) =>
      /^[^\s@,]+@[^\s@,]+\.[^\s@,.]+$/.test(value) ? undefined : l10n.t("An e-mail address such as ada@acme.example."),
    ),
  ];
}

function textQuestion(
  field: "id" | "name" | "ownerName" | "ownerEmail",
  prompt: string,
  placeholder: string,
  problem: (value: string, draft: TenantDraft) => string | undefined | Promise<string | undefined>,
): FieldQuestion {
  return {
    field,
    applies: () => true,
    ask: async (draft, place) => {
      const answer = await askText(place, {
        prompt,
        placeholder,
        value: draft[field],
        problem: (value) => problem(value, draft),
      });
      return answer.kind === "answer" ? { kind: "answer", value: { ...draft, [field]: answer.value } } : answer;
    },
  };
}

function choiceQuestions(): readonly FieldQuestion[] {
  return [
    severalQuestion("environments", l10n.t("Environments the tenant runs in"), environments),
    {
      field: "plan",
      applies: () => true,
      ask: async (draft, place) => {
        const answer = await askOne(place, { placeholder: l10n.t("Plan"), choices: plans, selected: [draft.plan] });
        return answer.kind === "answer" ? { kind: "answer", value: { ...draft, plan: answer.value } } : answer;
      },
    },
    severalQuestion("locales", l10n.t("Languages of the tenant"), locales),
    {
      field: "locales",
      applies: (draft) => draft.locales.length > 1,
      ask: async (draft, place) => {
        const choices = locales.filter((locale) => draft.locales.includes(locale.value));
        const answer = await askOne(place, {
          placeholder: l10n.t("Default language"),
          choices,
          selected: draft.locales.slice(0, 1),
        });
        if (answer.kind !== "answer") return answer;
        const others = draft.locales.filter((locale) => locale !== answer.value);
        return { kind: "answer", value: { ...draft, locales: [answer.value, ...others] } };
      },
    },
  ];
}

function severalQuestion(
  field: "environments" | "locales",
  placeholder: string,
  choices: readonly Choice<string>[],
): FieldQuestion {
  return {
    field,
    applies: () => true,
    ask: async (draft, place) => {
      const answer = await askSeveral(place, { placeholder, choices, selected: draft[field] });
      return answer.kind === "answer" ? { kind: "answer", value: { ...draft, [field]: answer.value } } : answer;
    },
  };
}
