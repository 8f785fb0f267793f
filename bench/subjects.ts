import { fileURLToPath } from "node:url";
import { KINDS } from "../server/src/protocol.ts";

/** A server to measure. */
export interface Subject {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Answer to every `workspace/configuration` request. */
  readonly configuration: unknown;
}

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}

/** The draft-07 copies of our schemas, so that both servers check the same. */
const schemas = Object.fromEntries(
  KINDS.map((kind) => [new URL(`../schemas/draft-07/${kind}.schema.json`, import.meta.url).href, `*.${kind}.yaml`]),
);

/** This project first, then the best YAML server. */
export const SUBJECTS: readonly Subject[] = [
  { name: "tenant-config", script: path("server/dist/lsp-node.js"), args: ["--stdio"], configuration: {} },
  {
    name: "yaml-language-server 2.0.0",
    script: path("node_modules/yaml-language-server/bin/yaml-language-server"),
    args: ["--stdio"],
    configuration: { schemas, schemaStore: { enable: false }, hover: true, validate: true, completion: true },
  },
];

/** A server that does nothing. */
export const ECHO: Subject = { name: "echo", script: path("bench/echo-server.ts"), args: [], configuration: {} };
