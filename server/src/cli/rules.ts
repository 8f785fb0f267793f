import { RULES } from "../rules/index.ts";
import { RULE_PAGES } from "../rules/pages.ts";
import { kindsOf, type Rule, type RuleExample, type RulePage } from "../rules/rule.ts";
import { nearest } from "../values/edit-distance.ts";
import type { Output } from "./output.ts";
import { EXIT } from "./validate.ts";

/** Prints all rules, one on a line or as JSON, and answers with the exit code. */
export async function listRulesCommand(
  { format }: { readonly format: "text" | "json" },
  output: Output,
): Promise<number> {
  const rows = RULES.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    kinds: kindsOf(rule),
    title: RULE_PAGES.get(rule.id)?.title ?? "",
    fix: RULE_PAGES.get(rule.id)?.fix,
  }));
  if (format === "json") {
    await output.write(`${JSON.stringify({ schemaVersion: 1, rules: rows }, undefined, 2)}\n`);
    return EXIT.clean;
  }
  const [ids, severities] = [widest(rows.map(({ id }) => id)), widest(rows.map(({ severity }) => severity))];
  const lines = rows.map(({ id, severity, title }) => `${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${title}\n`);
  await output.write(lines.join(""));
  return EXIT.clean;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

/** Prints the page of a rule and answers with the exit code. */
export async function explainRuleCommand(code: string, output: Output): Promise<number> {
  const rule = RULES.find(({ id }) => id === code);
  const page = RULE_PAGES.get(code);
  if (!rule || !page) {
    const best = nearest(code, [...RULE_PAGES.keys()]);
    const hint = best === undefined ? "tenant-config rules lists them all." : `Did you mean ${best}?`;
    output.error(`tenant-config: No rule has the code ${code}. ${hint}\n`);
    return EXIT.failed;
  }
  await output.write(explanation(rule, page));
  return EXIT.clean;
}

function explanation(rule: Rule, page: RulePage): string {
  const { failing, passing } = page.examples;
  const reports = failing.reports.map((report) => `  ${report.replace(/^(\w+) (\d+) «.*?» /s, "line $2, $1: ")}`);
  return [
    `${rule.id} (${rule.severity}; ${kindsOf(rule).join(", ")})`,
    page.title,
    page.why,
    `For example:\n\n${filesOf(failing)}`,
    reports.join("\n"),
    `Right is:\n\n${indented(failing.fixed ?? passing.text)}`,
    ...(page.fix === undefined ? [] : [`Quick fix: ${page.fix}.`]),
  ]
    .join("\n\n")
    .concat("\n");
}

function filesOf({ text, files = {} }: RuleExample): string {
  const others = Object.entries(files).map(([path, content]) => `  ${path}:\n${indented(content)}\n`);
  return [...others, indented(text)].join("\n");
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, "    ");
}
