import { commands, l10n, Uri, WorkspaceEdit, window, workspace } from "vscode";
import {
  NEW_TENANT_REQUEST,
  type NewTenantAnswer,
  type NewTenantParams,
  type NewTenantProblem,
} from "../../server/src/protocol.ts";
import { exists, idProblem, type TenantDraft, tenantQuestions } from "./new-tenant-questions.ts";
import { askAll, type Choice } from "./questions.ts";
import type { ServerSession } from "./session.ts";

/** Argument of the command: with it, nothing is asked. `folder` is the folder of tenants; chosen as for people when absent. */
export type NewTenantArgument = NewTenantParams & { readonly folder?: Uri | string };

/** What the command returns: the files it wrote, or what was wrong with the answers. */
export interface NewTenantResult {
  readonly created: readonly string[];
  readonly problems: readonly NewTenantProblem[];
}

/** Asks for a new tenant, or takes the answers from `argument`, and writes its files. Undefined when people left. */
export async function newTenant(session: ServerSession, argument: unknown): Promise<NewTenantResult | undefined> {
  const folders = await tenantFolders();
  const given = isArgument(argument) ? argument : undefined;
  const folder = given?.folder === undefined ? folders[0]?.value : asUri(given.folder);
  if (folder === undefined) {
    await offerFolder();
    return undefined;
  }
  if (given !== undefined) {
    const { folder: _, ...params } = given;
    return create(session, { ...params, folder });
  }
  return interview(session, folders, folder);
}

async function interview(
  session: ServerSession,
  folders: readonly Choice<Uri>[],
  folder: Uri,
): Promise<NewTenantResult | undefined> {
  const questions = tenantQuestions(folders, folderOf);
  let draft: TenantDraft = { ...emptyAnswers, folder };
  for (let first = 0; ; ) {
    const answers = await askAll(l10n.t("New Tenant"), questions, draft, first);
    if (answers === undefined) return undefined;
    const result = await create(session, answers);
    const [problem] = result.problems;
    if (problem === undefined) return result;
    if (!(await wantsToCorrect(result.problems))) return undefined;
    draft = answers;
    first = Math.max(
      0,
      questions.findIndex((question) => question.field === problem.field),
    );
  }
}

const emptyAnswers: NewTenantParams = {
  id: "",
  name: "",
  ownerName: "",
  ownerEmail: "",
  environments: ["development", "production"],
  plan: "basic",
  locales: ["en"],
};

async function wantsToCorrect(problems: readonly NewTenantProblem[]): Promise<boolean> {
  const text = problems.map((problem) => problem.message).join(" ");
  return (
    (await window.showErrorMessage(l10n.t("The tenant was not created. {0}", text), l10n.t("Correct Answers"))) !==
    undefined
  );
}

async function offerFolder(): Promise<void> {
  const answer = await window.showInformationMessage(
    l10n.t("A new tenant needs a folder to live in. Open the folder of your tenants first."),
    l10n.t("Open Folder"),
  );
  if (answer !== undefined) await commands.executeCommand("workbench.action.files.openFolder");
}

async function create(session: ServerSession, { folder, ...params }: TenantDraft): Promise<NewTenantResult> {
  const problem = idProblem(params.id);
  // Checked here as well: the id becomes the name of a folder.
  if (problem !== undefined) return { created: [], problems: [{ field: "id", message: problem }] };
  const target = folderOf(folder, params.id);
  const taken = { field: "id", message: l10n.t("The folder {0} exists already.", params.id) } as const;
  if (await exists(target)) return { created: [], problems: [taken] };
  const answer = await session.request<NewTenantAnswer | null>(NEW_TENANT_REQUEST, params);
  if (answer === null) throw new Error(l10n.t("The server could not make the files; its log says why."));
  if (answer.problems.length > 0) return { created: [], problems: answer.problems };
  const created = await write(target, answer.files);
  const tenantFile = created.find((uri) => /(?:^|[/.])tenant\.(?:ya?ml|json)$/.test(uri.path)) ?? created[0];
  if (tenantFile !== undefined) await window.showTextDocument(tenantFile, { preview: false });
  return { created: created.map((uri) => uri.toString()), problems: [] };
}

// One edit: VS Code writes all of it or nothing, and Undo takes it back.
async function write(target: Uri, files: NewTenantAnswer["files"]): Promise<readonly Uri[]> {
  const edit = new WorkspaceEdit();
  const uris = files.map(({ path, text }) => {
    if (path.startsWith("/") || path.split(/[\\/]/).includes(".."))
      throw new Error(l10n.t("The path {0} leads out of the new folder.", path));
    const uri = Uri.joinPath(target, path);
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
    return uri;
  });
  if (!(await workspace.applyEdit(edit)))
    throw new Error(l10n.t("The files of {0} could not be written.", target.path));
  return uris;
}

function folderOf(folder: Uri, id: string): Uri {
  return Uri.joinPath(folder, id);
}

/** Where tenants can go: the `tenants` folders there are, else those of the examples, else a new one in the first workspace folder. */
async function tenantFolders(): Promise<readonly Choice<Uri>[]> {
  const roots = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const [first] = roots;
  if (first === undefined) return [];
  for (const path of [["tenants"], ["config", "tenants"], ["examples", "tenants"]]) {
    const places = roots.map((root) => Uri.joinPath(root, ...path));
    const present = await Promise.all(places.map(exists));
    const found = places.filter((_, index) => present[index]);
    if (found.length > 0) return found.map(choice);
  }
  // A folder of tenants may be what is open.
  if (/\/tenants?$/.test(first.path)) return [choice(first)];
  return [choice(Uri.joinPath(first, "tenants"))];
}

function choice(uri: Uri): Choice<Uri> {
  return { value: uri, label: workspace.asRelativePath(uri, true), description: uri.path };
}

function asUri(folder: Uri | string): Uri {
  if (typeof folder !== "string") return folder;
  return /^[A-Za-z][\w+.-]+:/.test(folder) ? Uri.parse(folder) : Uri.file(folder);
}

function isArgument(argument: unknown): argument is NewTenantArgument {
  return typeof argument === "object" && argument !== null && "id" in argument && "environments" in argument;
}
