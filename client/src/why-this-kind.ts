import { commands, type LogOutputChannel, type QuickPickItem, QuickPickItemKind, type Uri, window } from "vscode";
import { KIND_REQUEST, type KindAnswer, type KindDecider } from "../../server/src/protocol.ts";
import type { ServerSession } from "./session.ts";

const questions: Readonly<Record<KindDecider, string>> = {
  setting: "the settings tenantConfig.fileKinds and tenantConfig.schemas",
  modeline: "a comment or $schema in the file",
  fileName: "the file name",
  content: "the content",
};

interface ReasonItem extends QuickPickItem {
  readonly opensSettings?: boolean;
}

/** Shows which question decided the kind of a document. Returns the answer; undefined when there is none. */
export async function whyThisKind(
  session: ServerSession,
  log: LogOutputChannel,
  uri: Uri | undefined,
): Promise<KindAnswer | undefined> {
  if (uri === undefined) {
    void window.showInformationMessage("Open a YAML or JSON file to see which kind of tenant configuration it is.");
    return undefined;
  }
  const answer = await session.request<KindAnswer | null>(KIND_REQUEST, { uri: uri.toString() });
  if (answer === null) {
    void window.showInformationMessage("This document is not open as YAML or JSON, so it has no kind.");
    return undefined;
  }
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  log.info(
    [`Kind of ${uri.toString(true)}: ${verdict(answer)}`, ...answer.reasons.map((reason) => `  ${reason}`)].join("\n"),
  );
  // Not awaited: the answer is there, and a caller need not wait for people to read it.
  void show(name, answer, log);
  return answer;
}

async function show(name: string, answer: KindAnswer, log: LogOutputChannel): Promise<void> {
  const picked = await window.showQuickPick(items(answer), {
    title: `Why this kind? ${name}: ${verdict(answer)}`,
    placeHolder: "The first question with an answer decides",
  });
  if (picked?.opensSettings === true)
    await commands.executeCommand("workbench.action.openSettings", "tenantConfig.fileKinds");
  else if (picked !== undefined && picked.kind !== QuickPickItemKind.Separator) log.show();
}

function verdict({ kind, decidedBy }: KindAnswer): string {
  if (kind !== undefined) return decidedBy === undefined ? kind : `${kind}, decided by ${questions[decidedBy]}`;
  return decidedBy === undefined
    ? "not a tenant configuration"
    : `not a tenant configuration, decided by ${questions[decidedBy]}`;
}

function items({ reasons, decidedBy }: KindAnswer): readonly ReasonItem[] {
  const last = reasons.length - 1;
  return [
    ...reasons.map((reason, index): ReasonItem => {
      // The sentences are longer than a label may be.
      const decided = index === last && decidedBy !== undefined;
      return { label: decided ? `$(check) Decided by ${questions[decidedBy]}` : "$(dash) No answer", detail: reason };
    }),
    { label: "", kind: QuickPickItemKind.Separator },
    {
      label: "$(gear) Open Settings",
      description: "tenantConfig.fileKinds: kinds by file name pattern",
      opensSettings: true,
    },
  ];
}
