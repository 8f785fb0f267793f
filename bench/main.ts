/**
 * Measures this project beside others in one run: the server beside yaml-language-server, the command line beside ajv-cli and v8r. Build
 * first: `npm run build -- --production`.
 * Arguments: line counts of the documents (default 100 1000 10000 50000), and words that choose documents (`alerts`, `roles` …); or `cli`
 * for the command line alone, with numbers of files (default 2000 20000 100000).
 */
import { benchCli } from "./cli.ts";
import { benchFloors } from "./floors.ts";
import { benchLatency } from "./latency.ts";
import { benchStartup } from "./startup.ts";

const args = process.argv.slice(2);
const sizes = args.map(Number).filter(Number.isInteger);
const words = args.filter((argument) => Number.isNaN(Number(argument)));

if (words.includes("cli")) {
  await benchCli(sizes.length > 0 ? sizes : undefined);
} else {
  await benchStartup();
  const lines = sizes.length > 0 ? sizes : [100, 1_000, 10_000, 50_000];
  await benchFloors(lines);
  await benchLatency(lines, words);
  if (args.length === 0) await benchCli();
}
// What was asked of a server that was given up is never answered.
process.exit();
