#!/usr/bin/env node
import { extname } from "node:path";
import { run, SERVING } from "./main.ts";

// A reader such as `head` may close the pipe early; what it did not want to read is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// Beside this file, as a source or built.
const workerScript = new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url);
const code = await run(process.argv.slice(2), workerScript);
if (code !== SERVING) process.exitCode = code;
