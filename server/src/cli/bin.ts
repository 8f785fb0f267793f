#!/usr/bin/env node
import { extname } from "node:path";
import { run, SERVING } from "./main.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` may close the pipe early; what it did not want to read is no failure of ours.
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`tenant-config: The output can not be written: ${error.message}.\n`);
  process.exit(2);
});

// Beside this file, as a source or built.
const workerScript = new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url);
const code = await run(process.argv.slice(2), workerScript);
if (code !== SERVING) process.exitCode = code;
