import type { Workspace } from "../../server/src/service.ts";

/** A workspace whose files are a record of paths below `file:///work` to texts. */
export function memoryWorkspace(
  files: Readonly<Record<string, string>>,
  processEnvironment: Readonly<Record<string, string>> = {},
): Workspace {
  const byUri = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  return {
    folders: ["file:///work"],
    processEnvironment,
    readFile: async (uri) => byUri.get(uri),
    readDirectory: async (uri) => {
      const names = new Map<string, "file" | "directory">();
      for (const file of byUri.keys()) {
        if (!file.startsWith(`${uri}/`)) continue;
        const [name = "", ...rest] = file.slice(uri.length + 1).split("/");
        names.set(name, rest.length > 0 ? "directory" : "file");
      }
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
  };
}

/** URI of a path of a {@link memoryWorkspace}. */
export function uriOf(path: string): string {
  return `file:///work/${path}`;
}
