import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../../../server/src/protocol.ts";
import type { Rule, RulePage } from "../../../server/src/rules/rule.ts";

const RULES = join(import.meta.dirname, "../../../server/src/rules");

/** A rule and its page, as one file exports them. */
export interface RuleFile {
  /** Path below the folder of the rules, without extension: `tenant/cache-key-space`. */
  readonly path: string;
  readonly rule: Rule;
  readonly page: RulePage;
}

/** Every rule file, in path order. */
export async function ruleFiles(): Promise<readonly RuleFile[]> {
  const folders = readdirSync(RULES, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "by-kind",
  );
  const paths = folders.flatMap(({ name }) =>
    readdirSync(join(RULES, name))
      .filter((file) => file.endsWith(".ts") && isRuleName(file))
      .map((file) => `${name}/${file.slice(0, -".ts".length)}`),
  );
  const loaded = paths.sort().map(async (path): Promise<RuleFile[]> => {
    const { rule, page } = await import(join(RULES, `${path}.ts`));
    return rule === undefined ? [] : [{ path, rule, page }];
  });
  return (await Promise.all(loaded)).flat();
}

/** Files that rules share have no rule and no page; the index is no rule. */
function isRuleName(file: string): boolean {
  return file !== "index.ts";
}

/** The kinds that a rule looks at. */
export function kindsOf(rule: Rule): readonly Kind[] {
  return Object.keys(rule.at) as Kind[];
}
