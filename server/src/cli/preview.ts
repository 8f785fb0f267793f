import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createService, effectiveText } from "../service.ts";
import { readSettings } from "./cli-settings.ts";
import { cliWorkspace, workspaceFolders } from "./cli-workspace.ts";
import type { Output } from "./output.ts";
import { findInputs, readText } from "./read-files.ts";
import { EXIT } from "./validate.ts";

export interface PreviewOptions {
  readonly env: string | undefined;
  readonly format: "text" | "json";
  readonly settings: string | undefined;
}

/** Prints the effective configuration of a file in an environment and answers with the exit code. */
export async function previewEffectiveCommand(path: string, options: PreviewOptions, output: Output): Promise<number> {
  const failure = (message: string): number => {
    output.error(`tenant-config: ${message}\n`);
    return EXIT.failed;
  };
  const { files, named, errors } = findInputs([path], output.workingDirectory);
  const [file] = files;
  if (!file || errors.length > 0 || !file.named) return failure(errors[0] ?? `${path}: is a folder; name one file.`);
  const parsed = await readSettings(output.workingDirectory, options.settings);
  if ("error" in parsed) return failure(parsed.error);
  const read = readText(file, output.workingDirectory);
  if ("error" in read) return failure(read.error);
  const workspace = cliWorkspace(workspaceFolders(output.workingDirectory, [path], named));
  const preview = await createService().effectivePreview(
    { uri: pathToFileURL(resolve(output.workingDirectory, file.path)).href, text: read.text },
    options.env,
    workspace,
    parsed.settings,
  );
  if (!preview) return failure(`${path}: is not a tenant file.`);
  if (
    options.env !== undefined &&
    preview.environment !== undefined &&
    !preview.environments.includes(preview.environment)
  ) {
    return failure(preview.problems[0] ?? `no environment ${options.env}.`);
  }
  await output.write(
    options.format === "json" ? `${JSON.stringify(preview, undefined, 2)}\n` : `${effectiveText(preview)}\n`,
  );
  for (const problem of preview.problems) output.error(`tenant-config: ${problem}\n`);
  return EXIT.clean;
}
