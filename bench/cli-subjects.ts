import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "./measured-process.ts";

/** A command line to measure. */
export interface CliSubject extends Command {
  readonly name: string;
  /** More files than this are not given to it, because it would take too long. */
  readonly atMost: number;
  /** It is given only so many of the files, and its time for all of them is calculated from that. */
  readonly sample?: number;
}

/** Formats of JSON Schema itself. `duration` is not among them: in our schemas it is a duration of Prometheus, elsewhere one of ISO 8601. */
const COMMON_FORMATS = [
  "date",
  "date-time",
  "time",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "regex",
  "uri",
  "url",
  "uuid",
];

const FILES = "tenants/*/monitoring.yaml";
const FIRST_HUNDRED = "tenants/tenant-0000??/monitoring.yaml";

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}

/**
 * This project first, then the others. They get the draft-07 copy of our schema without the formats that they do not know or read
 * differently; this project checks these too. `folder` is where that copy goes.
 */
export function cliSubjects(folder: string): readonly [CliSubject, ...CliSubject[]] {
  const schema = join(folder, "monitoring.schema.json");
  writeFileSync(schema, schemaForOthers());
  return [
    {
      name: "tenant-config",
      script: path("server/dist/cli.js"),
      args: ["validate", "--format", "json", "."],
      atMost: Number.POSITIVE_INFINITY,
    },
    {
      name: "ajv-cli 5.0.0",
      script: path("node_modules/ajv-cli/dist/index.js"),
      args: [
        ...["validate", "--spec=draft7", "--strict=false", "--all-errors"],
        ...["-c", path("node_modules/ajv-formats/dist/index.js"), "-s", schema, "-d", FILES],
      ],
      atMost: 20_000,
    },
    {
      name: "v8r 6.1.0, from 100 files",
      script: path("node_modules/v8r/src/index.js"),
      args: ["--schema", schema, FIRST_HUNDRED],
      atMost: 2_000,
      // It compiles the schema for each file: seven minutes for 2,000.
      sample: 100,
    },
    { name: "js-yaml load, no check", script: path("bench/load-only.ts"), args: [], atMost: 20_000 },
  ];
}

function schemaForOthers(): string {
  const text = readFileSync(path("schemas/draft-07/monitoring.schema.json"), "utf8");
  const schema: unknown = JSON.parse(text, function (this: unknown, key, value) {
    return key === "format" && typeof value === "string" && !COMMON_FORMATS.includes(value) ? undefined : value;
  });
  return JSON.stringify(schema);
}
