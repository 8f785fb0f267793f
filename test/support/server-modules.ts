import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";

/** The modules of the language server in Node, by their paths in the project, with what each imports. */
export type ServerModules = Metafile["inputs"];

/** Where the server starts. */
export const SERVER_ENTRY = "server/src/lsp/node.ts";

/** Follows every import from where the server starts; nothing is written. */
export async function serverModules(): Promise<ServerModules> {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL("../../", import.meta.url)),
    entryPoints: [SERVER_ENTRY],
    outdir: "unused",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return metafile.inputs;
}

/** Adds what is loaded with a module: what it imports statically, directly or through others. */
export function addLoadedWith(modules: ServerModules, entry: string, seen: Set<string>): void {
  if (seen.has(entry)) return;
  seen.add(entry);
  for (const { path, kind, external } of modules[entry]?.imports ?? [])
    if (kind !== "dynamic-import" && !external) addLoadedWith(modules, path, seen);
}
