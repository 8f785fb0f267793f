import { userCodeCache } from "../node/code-cache.ts";
import { ScriptLoader } from "../node/script-loader.ts";

/** A worker ends without notice: so long (milliseconds) after its start it has compiled what a check needs. */
const KEEP_AFTER: readonly number[] = [1_000];

new ScriptLoader(import.meta.dirname, userCodeCache(process.env), require, KEEP_AFTER).load("./check-worker.cjs");
