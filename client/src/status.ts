import { type Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from "vscode";
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
      `kind ${kindText(status)}`,
      versionText(status),
      summary ?? "no errors or warnings",
      "Why this kind?",
    ]
      .filter(Boolean)
      .join(", "),
    role: "button",
  };
  item.show();
}

function kindText({ kind }: StatusParams): string {
  return kind === "custom" ? "own schema" : (kind ?? "");
}

function versionText({ schemaVersion }: StatusParams): string | undefined {
  return schemaVersion === undefined ? undefined : `v${schemaVersion}`;
}

/** What matters most of a file's problems: its errors, else its warnings; undefined when there are neither. */
export function problemSummary({ problems }: StatusParams): string | undefined {
  if (problems.errors > 0) return count(problems.errors, "error");
  return problems.warnings > 0 ? count(problems.warnings, "warning") : undefined;
}

function tooltip(status: StatusParams): string {
  const { errors, warnings, infos, hints } = status.problems;
  return [
    ...(status.kind === "custom"
      ? ["**Tenant Config**: a file with a schema of its own"]
      : [
          `**Tenant Config**: a \`${status.kind}\` file`,
          status.schemaVersion === undefined ? "Schema version not stated" : `Schema version ${status.schemaVersion}`,
        ]),
    [
      count(errors, "error"),
      count(warnings, "warning"),
      count(infos, "information", "information"),
      count(hints, "hint"),
    ].join(", "),
    "Click to see why this file has this kind.",
  ].join("\n\n");
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
