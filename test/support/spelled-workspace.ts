import type { Workspace } from "../../server/src/service.ts";
import { canonical } from "../../server/src/tenants/uri-path.ts";

/** A workspace whose host finds a file under every spelling of its URI, as editors and file systems do. `files` are texts by URI. */
export function spelledWorkspace(folders: readonly string[], files: Readonly<Record<string, string>>): Workspace {
  const texts = new Map(Object.entries(files).map(([uri, text]) => [canonical(uri), text]));
  return {
    folders,
    processEnvironment: {},
    readFile: async (uri) => texts.get(canonical(uri)),
    readDirectory: async (uri) => {
      const names = new Map<string, "file" | "directory">();
      const base = `${canonical(uri)}/`;
      for (const file of texts.keys()) {
        if (!file.startsWith(base)) continue;
        const [name = "", ...rest] = file.slice(base.length).split("/");
        names.set(name, rest.length > 0 ? "directory" : "file");
      }
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
  };
}
