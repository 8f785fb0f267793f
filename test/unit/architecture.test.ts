import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const biome = path.join(root, "node_modules", "@biomejs", "biome", "bin", "biome");

const IMPORTS = "lint/style/noRestrictedImports";
const GLOBALS = "lint/style/noRestrictedGlobals";

/** A small source at a place of the tree, and the one rule it breaks; undefined for a source that breaks none. */
interface Probe {
  readonly place: string;
  readonly source: string;
  readonly breaks: string | undefined;
}

const taking = (place: string, from: string, breaks: string | undefined): Probe => ({
  place,
  source: `import { thing } from "${from}";\n\nexport const probe = thing;\n`,
  breaks,
});

const probes: readonly Probe[] = [
  // Upwards, one step and more.
  taking("server/src/text/upwards.ts", "../values/index.ts", IMPORTS),
  taking("server/src/protocol.ts", "./yaml/source.ts", IMPORTS),
  taking("server/src/settings.ts", "./tenants/kind.ts", IMPORTS),
  taking("server/src/values/upwards.ts", "../yaml/node.ts", IMPORTS),
  taking("server/src/yaml/upwards.ts", "../schema/registry.ts", IMPORTS),
  taking("server/src/schema/upwards.ts", "../tenants/kind.ts", IMPORTS),
  taking("server/src/tenants/upwards.ts", "../features/hover.ts", IMPORTS),
  taking("server/src/rules/tenant/upwards.ts", "../../features/hover.ts", IMPORTS),
  taking("server/src/generate/upwards.ts", "../features/hover.ts", IMPORTS),
  taking("server/src/previews/upwards.ts", "../service.ts", IMPORTS),
  taking("server/src/features/upwards.ts", "../lsp/server.ts", IMPORTS),
  taking("server/src/features/service-user.ts", "../service.ts", IMPORTS),
  {
    place: "server/src/schema/reexport.ts",
    source: 'export { kindOf } from "../tenants/kind.ts";\n',
    breaks: IMPORTS,
  },
  {
    place: "server/src/schema/later.ts",
    source: 'export const probe = (): Promise<unknown> => import("../tenants/kind.ts");\n',
    breaks: IMPORTS,
  },
  {
    place: "server/src/schema/types-only.ts",
    source: 'import type { TenantFile } from "../tenants/tenant-context.ts";\n\nexport type Probe = TenantFile;\n',
    breaks: IMPORTS,
  },
  // Out of the engine.
  taking("server/src/service.ts", "node:fs", IMPORTS),
  taking("server/src/service-area.ts", "./lsp/server.ts", IMPORTS),
  taking("server/src/features/reader.ts", "node:fs/promises", IMPORTS),
  taking("server/src/values/reader.ts", "node:path", IMPORTS),
  taking("server/src/previews/connected.ts", "vscode-languageserver/node", IMPORTS),
  { place: "server/src/tenants/environment.ts", source: "export const probe = process.env;\n", breaks: GLOBALS },
  {
    place: "server/src/schema/later-still.ts",
    source: "export const probe = (later: () => void): unknown => setTimeout(later, 1);\n",
    breaks: GLOBALS,
  },
  {
    place: "server/src/yaml/network.ts",
    source: 'export const probe = (): Promise<Response> => fetch("https://schemas.example");\n',
    breaks: GLOBALS,
  },
  // Between server and client.
  taking("client/src/engine-user.ts", "../../server/src/service.ts", IMPORTS),
  taking("client/src/webview/engine-user.ts", "../../../server/src/schema/registry.ts", IMPORTS),
  taking("server/src/lsp/client-user.ts", "../../../client/src/status.ts", IMPORTS),
  // What is allowed.
  taking("server/src/yaml/downwards.ts", "../text/line-index.ts", undefined),
  taking("server/src/schema/downwards.ts", "../yaml/node.ts", undefined),
  taking("server/src/features/downwards.ts", "../tenants/file-model.ts", undefined),
  taking("server/src/features/plain-types.ts", "vscode-languageserver-types", undefined),
  taking("server/src/lsp/downwards.ts", "../service.ts", undefined),
  taking("server/src/cli/node-user.ts", "node:fs/promises", undefined),
  taking("client/src/messages.ts", "../../server/src/protocol.ts", undefined),
];

let folder = "";
let broken: ReadonlyMap<string, readonly string[]> = new Map();

// The rules go by path, so a tree of probes beside a copy of the configuration is judged like the real one.
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tenant-config-floors-"));
  await cp(path.join(root, "biome.json"), path.join(folder, "biome.json"));
  for (const { place, source } of probes) {
    await mkdir(path.dirname(path.join(folder, place)), { recursive: true });
    await writeFile(path.join(folder, place), source);
  }
  broken = await brokenRules();
});

after(() => rm(folder, { recursive: true, force: true }));

for (const { place, source, breaks } of probes) {
  const statement = source.slice(0, source.indexOf("\n"));
  test(`${place}: ${breaks === undefined ? "allowed" : "refused"}: ${statement}`, () => {
    assert.deepEqual(broken.get(place) ?? [], breaks === undefined ? [] : [breaks]);
  });
}

/** Rules that the linter finds broken, by the place of the probe. */
async function brokenRules(): Promise<ReadonlyMap<string, readonly string[]>> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."],
      { cwd: folder },
      (error, stdout, stderr) => {
        // Findings end the linter with 1; anything else is a linter that did not run.
        if (error && error.code !== 1) reject(new Error(stderr));
        else resolve(stdout);
      },
    );
  });
  const report = JSON.parse(output) as {
    readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
  };
  const found = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    const place = location.path.replaceAll("\\", "/");
    found.set(place, [...(found.get(place) ?? []), category]);
  }
  return found;
}
