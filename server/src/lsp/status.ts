import type { StatusParams } from "../protocol.ts";
import type { CheckResult } from "../service.ts";

/** What the client is told about a document after each check. */
export function statusOf(uri: string, version: number, result: CheckResult): StatusParams {
  const count = (severity: number): number =>
    result.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    uri,
    version,
    kind: result.kind.kind ?? (result.ownSchemas && "custom"),
    schemaVersion: result.schemaVersion,
    problems: { errors: count(1), warnings: count(2), infos: count(3), hints: count(4) },
  };
}
