#!/usr/bin/env node
import { createRequire } from "node:module";

// CommonJS from here on, as for the language server.
createRequire(import.meta.url)("./cli/start.cjs");
