import * as vscode from "vscode";
import { test } from "./harness.ts";

test("the workspace folder is open and can be read", async () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error("no workspace folder");
  }
  const entries = await vscode.workspace.fs.readDirectory(folder.uri);
  if (entries.length === 0) {
    throw new Error(`${folder.uri.toString()} is empty`);
  }
});
