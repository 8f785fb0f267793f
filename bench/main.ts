/**
 * Measures this project beside yaml-language-server in one run. Build first: `npm run build -- --production`.
 * Arguments: line counts of the documents (default 100 1000 10000 50000).
 */
import { benchLatency } from "./latency.ts";
import { benchStartup } from "./startup.ts";

const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);

await benchStartup();
await benchLatency(sizes.length > 0 ? sizes : [100, 1_000, 10_000, 50_000]);
