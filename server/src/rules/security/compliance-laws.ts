import * as l10n from "@vscode/l10n";
import type { Operation } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import type { Report } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import type { Listed } from "./compliance.ts";

/** Entries of `legal_compliance` in the localization files that a framework is about, and whose switch is not on. */
export function entriesWithout(
  { filesOf }: RuleContext,
  key: string,
  isAbout: (entry: Place) => boolean,
): readonly Place[] {
  return filesOf("localization")
    .flatMap((file) => file.get("regions", "legal_compliance")?.entries() ?? [])
    .filter((entry) => entry.isMap && isAbout(entry))
    .filter((entry) => !entry.has(key) || entry.get(key)?.boolean === false);
}

/** Reports entries of localization files once, where the framework is listed. */
export function checkEntries(
  listed: Listed,
  entries: readonly Place[],
  key: string,
  words: (names: string) => string,
  report: Report,
): void {
  const { own, file } = listed;
  // What an environment lists beside the security file is said there.
  const isElsewhere = file.model.kind === "environment" && listed.elsewhere !== undefined;
  if (!own || isElsewhere || entries.length === 0) return;
  const names = keyList(entries.map(({ name }) => name));
  // Entries can be aliases of each other.
  const once = [...new Map(entries.map((entry) => [entry.node, entry])).values()];
  report(own, {
    message: words(names),
    severity: entries.some((entry) => entry.has(key)) ? "error" : "warning",
    related: entries.map((entry) => ({
      place: entry.get(key) ?? entry,
      message: l10n.t`The entry of \`${entry.name}\` stands here.`,
    })),
    fix: {
      fix: "change",
      path: [],
      changes: [
        {
          title: l10n.t`Set \`${key}\` to \`true\` for ${names}`,
          operations: once.map(
            (entry): Operation => ({ do: "set", file: entry.model.uri, path: [...entry.path, key], value: true }),
          ),
        },
      ],
    },
  });
}
