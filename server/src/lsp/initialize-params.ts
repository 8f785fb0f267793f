import type { InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "../protocol.ts";

/** Folders of the workspace; older clients only send the one root. */
export function workspaceFolders(params: InitializeParams): readonly string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri);
  return folders ?? (params.rootUri ? [params.rootUri] : []);
}

/** What a client sends beside the protocol; nothing when that is no object. */
export function readOptions(input: unknown): InitializationOptions {
  return typeof input === "object" && input !== null ? (input as InitializationOptions) : {};
}
