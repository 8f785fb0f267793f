import type { Kind } from "../protocol.ts";
import { sentence } from "../schema/sentences.ts";
import { scalarLanguage } from "../values/index.ts";
import type { ProblemSeverity } from "../yaml/node.ts";
import { defineRule, type Rule } from "./rule.ts";

/** A rule about the values of a format. */
interface FormatRule {
  readonly id: string;
  /** Severity of malformed values, which the schema reports under the id of the rule. */
  readonly severity: ProblemSeverity;
  readonly kinds: readonly Kind[];
  readonly format: string;
  /** Severity of values that work and should be written differently. */
  readonly advice: ProblemSeverity;
}

/** Declares a rule about the values of a format: faults come from the schema, and what only deserves advice is found here. */
export function formatRule({ id, severity, kinds, format, advice }: FormatRule): Rule {
  return defineRule({
    id,
    severity,
    at: Object.fromEntries(kinds.map((kind) => [kind, [`format:${format}`]])),
    check: (place, report) => {
      const { text } = place;
      const found = text === undefined ? undefined : scalarLanguage(format)?.check(text);
      if (!found?.advice) return;
      const { message, start, end, suggestion } = found;
      report(place, {
        message: sentence(message),
        severity: advice,
        range: place.rangeOf(start, end),
        ...(suggestion !== undefined && {
          fix: { fix: "replace-value" as const, path: place.path, values: [suggestion] },
        }),
      });
    },
  });
}
