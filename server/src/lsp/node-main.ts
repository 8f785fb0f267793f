import { fileURLToPath } from "node:url";
import { userCodeCache } from "../node/code-cache.ts";
import { ScriptLoader } from "../node/script-loader.ts";

// Small, so that Node has little to compile: the server itself lies beside it and comes with its compiled code.
const loader = new ScriptLoader(fileURLToPath(new URL("./lsp/", import.meta.url)), userCodeCache(process.env));
(loader.load("./node.cjs") as typeof import("./node.ts")).serve();
