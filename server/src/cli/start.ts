import path from "node:path";
import { pathToFileURL } from "node:url";
import { userCodeCache } from "../node/code-cache.ts";
import { ScriptLoader } from "../node/script-loader.ts";

const loader = new ScriptLoader(import.meta.dirname, userCodeCache(process.env), require, []);
const { main } = loader.load("./main.cjs") as typeof import("./main.ts");
void main({
  workerScript: pathToFileURL(path.join(import.meta.dirname, "start-worker.cjs")),
  serve: () => require("../lsp/start.cjs"),
  done: () => loader.keep(),
});
