import { type Uri, workspace } from "vscode";
import type { NewTenantParams, Plan } from "../../server/src/protocol.ts";
import { askOne, askSeveral, askText, type Choice, type Question } from "./questions.ts";

/** What is known of a new tenant while the questions are asked. */
export type TenantDraft = NewTenantParams & {
  /** The folder of tenants that the new tenant's folder goes into. */
  readonly folder: Uri;
};

const plans: readonly Choice<Plan>[] = [
  { value: "free", label: "free", description: "to try it out; small limits, nothing to pay" },
  { value: "basic", label: "basic", description: "a small team with modest usage" },
  { value: "pro", label: "pro", description: "a company in daily use" },
  { value: "enterprise", label: "enterprise", description: "high limits, own agreements" },
];

const environments: readonly Choice<string>[] = [
  { value: "development", label: "development", description: "where changes are made" },
  { value: "staging", label: "staging", description: "the rehearsal for production" },
  { value: "production", label: "production", description: "what customers use" },
  { value: "test", label: "test", description: "automated tests" },
];

const locales: readonly Choice<string>[] = [
  { value: "en", label: "en", description: "English" },
  { value: "fr", label: "fr", description: "French · français" },
  { value: "de", label: "de", description: "German · Deutsch" },
  { value: "es", label: "es", description: "Spanish · español" },
  { value: "it", label: "it", description: "Italian · italiano" },
  { value: "pt", label: "pt", description: "Portuguese · português" },
  { value: "ru", label: "ru", description: "Russian · русский" },
  { value: "zh", label: "zh", description: "Chinese · 中文" },
  { value: "ja", label: "ja", description: "Japanese · 日本語" },
  { value: "ko", label: "ko", description: "Korean · 한국어" },
  { value: "ar", label: "ar", description: "Arabic · العربية" },
  { value: "he", label: "he", description: "Hebrew · עברית" },
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
  if (/[^A-Za-z0-9_-]/.test(id)) return "Letters, digits, _ and - only.";
  return id.length < 3 ? "At least 3 characters." : "At most 50 characters.";
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
        placeholder: "Folder of tenants",
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
    "Tenant id: names the folder and isolates the tenant's data",
    "acme-corp",
    async (id, draft) => {
      const problem = idProblem(id);
      if (problem !== undefined) return problem;
      return (await exists(folderOf(draft.folder, id))) ? `The folder ${id} exists already.` : undefined;
    },
  );
}

function personQuestions(): readonly FieldQuestion[] {
  const length = (value: string): string | undefined =>
    value.length < 2 || value.length > 100 ? "2 to 100 characters." : undefined;
  return [
    textQuestion("name", "Display name", "Acme Corporation", length),
    textQuestion("ownerName", "Name of the owner, the person accountable for the tenant", "Ada Lovelace", (value) =>
      value === "" ? "The owner needs a name." : undefined,
    ),
    textQuestion("ownerEmail", "E-mail of the owner", "ada@acme.example", (value) =>
      /^[^\s@,]+@[^\s@,]+\.[^\s@,.]+$/.test(value) ? undefined : "An e-mail address such as ada@acme.example.",
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
    severalQuestion("environments", "Environments the tenant runs in", environments),
    {
      field: "plan",
      applies: () => true,
      ask: async (draft, place) => {
        const answer = await askOne(place, { placeholder: "Plan", choices: plans, selected: [draft.plan] });
        return answer.kind === "answer" ? { kind: "answer", value: { ...draft, plan: answer.value } } : answer;
      },
    },
    severalQuestion("locales", "Languages of the tenant", locales),
    {
      field: "locales",
      applies: (draft) => draft.locales.length > 1,
      ask: async (draft, place) => {
        const choices = locales.filter((locale) => draft.locales.includes(locale.value));
        const answer = await askOne(place, {
          placeholder: "Default language",
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
