/** Bundles the server, the command line and the client. `--watch` rebuilds on change, `--production` minifies. */
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { type BuildOptions, build, context } from "esbuild";
import { commonJsChunks } from "./common-js-chunks.ts";
import { parsedSchemas } from "./parsed-schemas.ts";
import { rulePages } from "./rule-pages.ts";
import { yamlFormatter } from "./yaml-formatter.ts";

const root = new URL("../", import.meta.url);
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

const l10nLibrary = new URL("node_modules/@vscode/l10n/dist/browser.js", root).pathname;

const common: BuildOptions = {
  absWorkingDir: new URL(".", root).pathname,
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
  // Some libraries name a UMD build as `main` that esbuild can not follow; their ES modules bundle well.
  mainFields: ["module", "main"],
  plugins: [parsedSchemas, rulePages, yamlFormatter],
  // Nobody reads translations from files at run time; what it is for Node would load the file system for that.
  alias: { "@vscode/l10n": l10nLibrary },
};

/** CommonJS dependencies of an ES module bundle call `require` for Node's own modules. The names are long because libraries in the bundle import `createRequire` themselves. */
const nodeBanner =
  'import * as bannerModule from "node:module"; const require = bannerModule.createRequire(import.meta.url);';

const inNode: BuildOptions = { ...common, platform: "node", target: "node22" };

const library: BuildOptions = {
  ...inNode,
  entryPoints: { service: "server/src/service.ts" },
  outdir: "server/dist",
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  banner: { js: nodeBanner },
};

/** What people and editors start; it loads the start script of its program. */
const programEntries: BuildOptions = {
  ...inNode,
  entryPoints: { cli: "server/src/cli/bin.ts", "lsp-node": "server/src/lsp/node-main.ts" },
  outdir: "server/dist",
  format: "esm",
};

/** What loads a program; not part of it, because nothing of it is compiled before. */
const programStarts: BuildOptions = {
  ...inNode,
  entryPoints: {
    "lsp/start": "server/src/lsp/start.ts",
    "cli/start": "server/src/cli/start.ts",
    "cli/start-worker": "server/src/cli/start-worker.ts",
  },
  outdir: "server/dist",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  define: { "import.meta.dirname": "__dirname" },
  // The command line starts the language server where it is built.
  external: ["../lsp/start.cjs"],
};

/** A program as CommonJS, whose compiled code its start script can keep from start to start. */
function program(folder: string, entryPoints: Record<string, string>): BuildOptions {
  return {
    ...inNode,
    sourcemap: production ? false : "inline",
    entryPoints,
    outdir: `server/dist/${folder}`,
    outExtension: { ".js": ".cjs" },
    chunkNames: "[name]-[hash]",
    format: "esm",
    splitting: true,
    write: false,
    plugins: [parsedSchemas, rulePages, yamlFormatter, commonJsChunks],
  };
}

const serverInBrowser: BuildOptions = {
  ...common,
  entryPoints: { "lsp-browser": "server/src/lsp/browser.ts" },
  outdir: "server/dist",
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  target: "es2023",
  format: "iife",
};

const clientInNode: BuildOptions = {
  ...common,
  entryPoints: { node: "client/src/node.ts", connection: "client/src/node-connection.ts" },
  outdir: "client/dist",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["vscode"],
};

const clientInBrowser: BuildOptions = {
  ...common,
  entryPoints: { browser: "client/src/browser.ts" },
  outdir: "client/dist",
  outExtension: { ".js": ".cjs" },
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  target: "es2023",
  format: "cjs",
  external: ["vscode"],
};

const webview: BuildOptions = {
  ...common,
  entryPoints: { effective: "client/src/webview/effective/main.ts" },
  outdir: "client/dist/webview",
  platform: "browser",
  target: "es2023",
  format: "iife",
};

const bundles = [
  library,
  programEntries,
  programStarts,
  program("lsp", { node: "server/src/lsp/node.ts" }),
  program("cli", { main: "server/src/cli/main.ts", "check-worker": "server/src/cli/check-worker.ts" }),
  serverInBrowser,
  clientInNode,
  clientInBrowser,
  webview,
];

/** Files of earlier builds go only after the new ones are there, so that a running server or test finds a whole build at any time. */
async function removeStale(outputs: ReadonlySet<string>): Promise<void> {
  for (const folder of ["server/dist", "client/dist"]) {
    const entries = await readdir(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
      const path = `${entry.parentPath.slice(new URL(".", root).pathname.length)}/${entry.name}`.replace("//", "/");
      if (!outputs.has(path) && !path.endsWith(".css")) await rm(new URL(path, root));
    }
  }
}

await import("./generate.ts");
if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: "info" })));
  await Promise.all(contexts.map((running) => running.watch()));
} else {
  const results = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  await removeStale(new Set(results.flatMap((result) => Object.keys(result.metafile.outputs))));
}
await mkdir(new URL("client/dist/webview/", root), { recursive: true });
await cp(
  new URL("client/src/webview/effective/effective.css", root),
  new URL("client/dist/webview/effective.css", root),
);
