/** Bundles the server, the command line and the client. `--watch` rebuilds on change, `--production` minifies. */
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { type BuildOptions, build, context } from "esbuild";
import { commonJsChunks } from "./common-js-chunks.ts";
import { parsedSchemas } from "./parsed-schemas.ts";

const root = new URL("../", import.meta.url);
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

const common: BuildOptions = {
  absWorkingDir: new URL(".", root).pathname,
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
  // Some libraries name a UMD build as `main` that esbuild can not follow; their ES modules bundle well.
  mainFields: ["module", "main"],
  plugins: [parsedSchemas],
};

/**
 * CommonJS dependencies of an ES module bundle call `require` for Node's own modules, and Node keeps compiled code between
 * starts when asked to. The names are long because libraries in the bundle import `createRequire` themselves.
 */
const nodeBanner =
  'import * as bannerModule from "node:module"; const require = bannerModule.createRequire(import.meta.url); bannerModule.enableCompileCache?.();';

const server: BuildOptions = {
  ...common,
  entryPoints: {
    cli: "server/src/cli/bin.ts",
    "check-worker": "server/src/cli/check-worker.ts",
    service: "server/src/service.ts",
  },
  outdir: "server/dist",
  platform: "node",
  target: "node22",
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  banner: { js: nodeBanner },
  plugins: [
    parsedSchemas,
    {
      name: "language-server-beside",
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/lsp\/node-main\.ts$/ }, () => ({ path: "./lsp-node.js", external: true })),
    },
  ],
};

/** What editors start. */
const languageServerEntry: BuildOptions = {
  ...common,
  entryPoints: { "lsp-node": "server/src/lsp/node-main.ts" },
  outdir: "server/dist",
  platform: "node",
  target: "node22",
  format: "esm",
};

/** What loads the language server; not part of it, because nothing of it is compiled before. */
const languageServerStart: BuildOptions = {
  ...common,
  entryPoints: { start: "server/src/lsp/start.ts" },
  outdir: "server/dist/lsp",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  target: "node22",
  format: "cjs",
  define: { "import.meta.dirname": "__dirname" },
};

/** The language server as CommonJS, whose compiled code `lsp-node.js` can keep from start to start. */
const languageServer: BuildOptions = {
  ...common,
  sourcemap: production ? false : "inline",
  entryPoints: { node: "server/src/lsp/node.ts" },
  outdir: "server/dist/lsp",
  outExtension: { ".js": ".cjs" },
  chunkNames: "[name]-[hash]",
  platform: "node",
  target: "node22",
  format: "esm",
  splitting: true,
  write: false,
  plugins: [parsedSchemas, commonJsChunks],
};

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
  server,
  languageServerEntry,
  languageServerStart,
  languageServer,
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

await import("./generate-validators.ts");
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
