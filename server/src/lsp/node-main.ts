import { createRequire } from "node:module";

// CommonJS from here on: an import of node:fs would make Node load everything that it can export, streams and promises, before the
// first line of ours runs.
createRequire(import.meta.url)("./lsp/start.cjs");
