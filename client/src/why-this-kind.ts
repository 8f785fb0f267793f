import { commands, type LogOutputChannel, l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from "vscode";
import { KIND_REQUEST, type KindAnswer, type KindDecider } from "../../server/src/protocol.ts";
import type { ServerSession } from "./session.ts";

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
    void window.showInformationMessage(
      l10n.t("Open a YAML or JSON file to see which kind of tenant configuration it is."),
    );
    return undefined;
  }
  const answer = await session.request<KindAnswer | null>(KIND_REQUEST, { uri: uri.toString() });
  if (answer === null) {
    void window.showInformationMessage(l10n.t("This document is not open as YAML or JSON, so it has no kind."));
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
    title: l10n.t("Why this kind? {0}: {1}", name, verdict(answer)),
    placeHolder: l10n.t("The first question with an answer decides"),
  });
  if (picked?.opensSettings === true)
    await commands.executeCommand("workbench.action.openSettings", "tenantConfig.fileKinds");
  else if (picked !== undefined && picked.kind !== QuickPickItemKind.Separator) log.show();
}

function verdict({ kind, decidedBy }: KindAnswer): string {
  if (decidedBy === undefined) return kind ?? l10n.t("not a tenant configuration");
  const question = questionOf(decidedBy);
  return kind === undefined
    ? l10n.t("not a tenant configuration, decided by {0}", question)
    : l10n.t("{0}, decided by {1}", kind, question);
}

function questionOf(decider: KindDecider): string {
  switch (decider) {
    case "setting":
      return l10n.t("the settings tenantConfig.fileKinds and tenantConfig.schemas");
    case "modeline":
      return l10n.t("a comment or $schema in the file");
    case "fileName":
      return l10n.t("the file name");
    case "content":
      return l10n.t("the content");
  }
}

function items({ reasons, decidedBy }: KindAnswer): readonly ReasonItem[] {
  const last = reasons.length - 1;
  return [
    ...reasons.map((reason, index): ReasonItem => {
      // The sentences are longer than a label may be.
      const decided = index === last && decidedBy !== undefined;
      return {
        label: decided
          ? `$(check) ${l10n.t("Decided by {0}", questionOf(decidedBy))}`
          : `$(dash) ${l10n.t("No answer")}`,
        detail: reason,
      };
    }),
    { label: "", kind: QuickPickItemKind.Separator },
    {
      label: `$(gear) ${l10n.t("Open Settings")}`,
      description: l10n.t("tenantConfig.fileKinds: kinds by file name pattern"),
      opensSettings: true,
    },
  ];
}
