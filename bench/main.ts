/**
 * Measures this project beside yaml-language-server in one run. Build first: `npm run build -- --production`.
 * Arguments: line counts of the documents (default 100 1000 10000 50000), and words that choose documents (`alerts`, `roles` …).
 */
import { benchLatency } from "./latency.ts";
import { benchStartup } from "./startup.ts";

const args = process.argv.slice(2);
const sizes = args.map(Number).filter(Number.isInteger);
const words = args.filter((argument) => Number.isNaN(Number(argument)));

await benchStartup();
await benchLatency(sizes.length > 0 ? sizes : [100, 1_000, 10_000, 50_000], words);
// A server that was given up still runs.
process.exit();
