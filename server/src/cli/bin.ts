#!/usr/bin/env node
import { run, SERVING } from "./main.ts";

// A reader such as `head` may close the pipe early; what it did not want to read is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const code = await run(process.argv.slice(2));
if (code !== SERVING) process.exitCode = code;
