import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";

/** Where the page of a rule begins in its file; nothing else comes behind it. */
const PAGE = "\nexport const page: RulePage = {";

const RULE_FILES = /[\\/]server[\\/]src[\\/]rules[\\/][a-z-]+[\\/][a-z0-9-]+\.ts$/;

/**
 * Keeps the pages of the rules apart from the rules: they stand in one file, and only who explains a rule needs both. What imports a rule from
 * `rules/pages.ts` gets the whole file, everybody else gets it without its page.
 */
export const rulePages: Plugin = {
  name: "rule-pages",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/[a-z-]+\/[a-z0-9-]+\.ts$/ }, ({ importer, path: name }) => {
      if (path.basename(importer) !== "pages.ts" || path.basename(path.dirname(importer)) !== "rules") return undefined;
      return { path: path.join(path.dirname(importer), name), suffix: "?page" };
    });
    onLoad({ filter: RULE_FILES }, async ({ path: file, suffix }) => {
      const text = await readFile(file, "utf8");
      const end = suffix === "?page" ? -1 : text.indexOf(PAGE);
      return { contents: end === -1 ? text : text.slice(0, end), loader: "ts" };
    });
  },
};
