import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import { type ParsedSettings, parseSettings } from "../settings.ts";
import { reasonOf } from "./read-files.ts";

/** Settings for a run, or why a file that was asked for can not be used. */
export type SettingsResult = ParsedSettings | { readonly error: string };

const PREFIX = "tenantConfig.";

/**
 * Settings of the file named on the command line, else of `.vscode/settings.json` of the working directory, so that the command
 * line and the editor judge alike. A named file that can not be read is an error; the other one may be missing.
 */
export async function readSettings(workingDirectory: string, named: string | undefined): Promise<SettingsResult> {
  const path = named ?? join(workingDirectory, ".vscode", "settings.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return named === undefined ? parseSettings(undefined) : { error: `${named}: ${reasonOf(error)}.` };
  }
  const errors: ParseError[] = [];
  const content: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof content !== "object" || content === null || Array.isArray(content)) {
    return { error: `${named ?? ".vscode/settings.json"}: is not a JSON object of settings.` };
  }
  return parseSettings(sectionOf(content));
}

/** Settings as a tree: both `"tenantConfig": {…}` and flat keys such as `"tenantConfig.generation.out"`. */
function sectionOf(content: object): unknown {
  const section: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(content)) {
    if (key === "tenantConfig" && typeof value === "object") Object.assign(section, value);
    if (!key.startsWith(PREFIX)) continue;
    const [first = "", second] = key.slice(PREFIX.length).split(".");
    if (second === undefined) section[first] = value;
    else section[first] = { ...(section[first] as object | undefined), [second]: value };
  }
  return section;
}
