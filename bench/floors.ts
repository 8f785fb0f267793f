import { parseEvents } from "js-yaml";
import { type BenchDocument, benchDocument } from "./documents.ts";
import { measureLatency } from "./latency.ts";
import { median } from "./statistics.ts";
import { ECHO } from "./subjects.ts";

const SCANS = 15;

/** Milliseconds of the bare event scan of js-yaml, which makes nothing of what it reads: the first one of a process, and the median. */
function scanTimes({ text }: BenchDocument): { readonly first: number; readonly usual: number } {
  const times: number[] = [];
  while (times.length < SCANS) {
    const start = performance.now();
    parseEvents(text);
    times.push(performance.now() - start);
  }
  return { first: times[0] ?? Number.NaN, usual: median(times) };
}

/** Prints what nobody can be faster than: the round trip to a server that does nothing, and a scan of the text that keeps nothing. */
export async function benchFloors(sizes: readonly number[]): Promise<void> {
  process.stdout.write("\nFloors, monitoring alerts, milliseconds\n");
  for (const size of sizes) {
    const document = benchDocument("monitoring alerts", size);
    const { open, edit } = await measureLatency(ECHO, document);
    const scan = scanTimes(document);
    const figures = [
      `open of an echo server ${median(open).toFixed(1)}`,
      `edit ${median(edit).toFixed(2)}`,
      `event scan ${scan.usual.toFixed(1)} (first ${scan.first.toFixed(1)})`,
    ];
    process.stdout.write(`  ${String(document.lines).padStart(6)} lines  ${figures.join("  ")}\n`);
  }
}
