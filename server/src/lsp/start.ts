import { userCodeCache } from "../node/code-cache.ts";
import { ScriptLoader } from "../node/script-loader.ts";

// Small, because nothing of it is compiled before: the server itself lies beside it and comes with its compiled code.
const loader = new ScriptLoader(import.meta.dirname, userCodeCache(process.env), require);
(loader.load("./node.cjs") as typeof import("./node.ts")).serve();
