import { type Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import type { StatusParams } from "../../server/src/protocol.ts";
import type { KnownFiles } from "./known-files.ts";

/** The status bar item of the active editor, hidden for files that are not ours. */
export function statusItem(files: KnownFiles): Disposable {
  const item = window.createStatusBarItem("tenantConfig.status", StatusBarAlignment.Right, 100);
  item.name = "Tenant Config";
  item.command = "tenantConfig.whyThisKind";
  const update = (): void => {
    const active = window.activeTextEditor?.document.uri;
    show(item, active && files.get(active));
  };
  const onChange = files.onChange((uri) => {
    if (window.activeTextEditor?.document.uri.toString() === uri) update();
  });
  const onEditor = window.onDidChangeActiveTextEditor(update);
  update();
  return {
    dispose: () => {
      onChange.dispose();
      onEditor.dispose();
      item.dispose();
    },
  };
}

function show(item: StatusBarItem, status: StatusParams | undefined): void {
  if (status?.kind === undefined) {
    item.hide();
    return;
  }
  const summary = problemSummary(status);
  const icon = summary === undefined ? "$(check)" : "$(symbol-structure)";
  item.text = [`${icon} Tenant Config: ${kindText(status)}`, versionText(status), summary].filter(Boolean).join(" · ");
  item.tooltip = new MarkdownString(tooltip(status));
  item.accessibilityInformation = {
    label: [
      "Tenant Config",
      l10n.t("kind {0}", kindText(status)),
      versionText(status),
      summary ?? l10n.t("no errors or warnings"),
      l10n.t("Why this kind?"),
    ]
      .filter(Boolean)
      .join(", "),
    role: "button",
  };
  item.show();
}

function kindText({ kind }: StatusParams): string {
  return kind === "custom" ? l10n.t("own schema") : (kind ?? "");
}

function versionText({ schemaVersion }: StatusParams): string | undefined {
  return schemaVersion === undefined ? undefined : `v${schemaVersion}`;
}

/** What matters most of a file's problems: its errors, else its warnings; undefined when there are neither. */
export function problemSummary({ problems }: StatusParams): string | undefined {
  if (problems.errors > 0) return errors(problems.errors);
  return problems.warnings > 0 ? warnings(problems.warnings) : undefined;
}

function tooltip(status: StatusParams): string {
  const { problems, kind, schemaVersion } = status;
  return [
    ...(kind === "custom"
      ? [l10n.t("**Tenant Config**: a file with a schema of its own")]
      : [
          l10n.t("**Tenant Config**: a `{0}` file", kind ?? ""),
          schemaVersion === undefined
            ? l10n.t("Schema version not stated")
            : l10n.t("Schema version {0}", schemaVersion),
        ]),
    [errors(problems.errors), warnings(problems.warnings), infos(problems.infos), hints(problems.hints)].join(", "),
    l10n.t("Click to see why this file has this kind."),
  ].join("\n\n");
}

function errors(count: number): string {
  return count === 1 ? l10n.t("{0} error", count) : l10n.t("{0} errors", count);
}

function warnings(count: number): string {
  return count === 1 ? l10n.t("{0} warning", count) : l10n.t("{0} warnings", count);
}

function infos(count: number): string {
  return l10n.t("{0} information", count);
}

function hints(count: number): string {
  return count === 1 ? l10n.t("{0} hint", count) : l10n.t("{0} hints", count);
}
