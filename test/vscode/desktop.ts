import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { downloadsRoot } from "../../scripts/npm-child.ts";
import { type PreparedTests, prepareTests } from "./main.ts";

/**
 * Runs the compiled suite in a desktop VS Code: the one that `VSCODE_EXECUTABLE` names, else the stable one, downloaded
 * into `.vscode-test/`. For people's own machines: it needs a screen. Returns the exit code of VS Code (0: all passed).
 */
export async function runDesktopTests(options: PreparedTests): Promise<number> {
  // Not below the project: the socket VS Code makes in its data folder must have a short path.
  const scratch = await mkdtemp(path.join(tmpdir(), "tc-"));
  try {
    const folder = path.join(scratch, path.basename(path.resolve(options.workspaceFolder)));
    await cp(options.workspaceFolder, folder, { recursive: true });
    const executable = process.env.VSCODE_EXECUTABLE;
    return await runTests({
      ...(executable === undefined ? { version: "stable", cachePath: downloadsRoot } : {}),
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: path.resolve(options.extensionPath),
      extensionTestsPath: path.resolve(options.testsPath),
      launchArgs: [
        folder,
        `--user-data-dir=${path.join(scratch, "data")}`,
        `--extensions-dir=${path.join(scratch, "extensions")}`,
        "--disable-extensions",
        "--disable-workspace-trust",
        "--skip-welcome",
        "--skip-release-notes",
      ],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) {
      return error.code ?? 1;
    }
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

if (import.meta.main) {
  process.exitCode = await runDesktopTests(await prepareTests("node"));
}
