import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { installOnce } from "./install-once.ts";
import { cleanEnvironment, downloadsRoot, findNode, type Log, runNpm } from "./npm-child.ts";

/** A browser that can be started. */
export interface BrowserChoice {
  /** Why this one: the variable, an installed browser, or the one that came from npm. */
  readonly source: "CHROME_PATH" | "system" | "npm";
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Variables that this browser needs besides the usual ones. */
  readonly env: Readonly<Record<string, string>>;
}

/** What to look at when choosing a browser. */
export interface FindBrowserOptions {
  /** Skips `CHROME_PATH` and the installed browsers, to try the one from npm. */
  readonly ignoreSystem?: boolean;
  readonly log?: Log;
}

const chromiumVersion = "153.0.0";
const run = promisify(execFile);

const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Chooses a browser: `CHROME_PATH`, else an installed Chromium, Chrome or Edge, else (Linux only) a Chromium from npm,
 * installed once. Rejects when `CHROME_PATH` names no file and when there is no browser at all.
 */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<BrowserChoice> {
  if (options.ignoreSystem !== true) {
    const given = process.env.CHROME_PATH;
    if (given !== undefined && given !== "") {
      if (!existsSync(given)) {
        throw new Error(`CHROME_PATH names no file: ${given}`);
      }
      return { source: "CHROME_PATH", executablePath: given, args: quietFlags, env: {} };
    }
    const installed = systemBrowsers().find((file) => existsSync(file));
    if (installed !== undefined) {
      return { source: "system", executablePath: installed, args: quietFlags, env: {} };
    }
  }
  return chromiumFromNpm(options.log ?? (() => undefined));
}

/** Starts the browser without a window. The caller closes it. */
export function launchBrowser(choice: BrowserChoice): Promise<Browser> {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...choice.env }).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined;
    }),
  );
  return chromium.launch({
    executablePath: choice.executablePath,
    args: [...choice.args],
    env,
    headless: true,
  });
}

/** The places where Chromium, Chrome and Edge live on this kind of machine, best first. */
function systemBrowsers(platform: NodeJS.Platform = process.platform): string[] {
  if (platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", path.join(process.env.HOME ?? "/", "Applications")];
    return apps.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === "win32") {
    const programs = [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Chromium", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"],
    ];
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => process.env[name]);
    return programs.flatMap((parts) =>
      folders.flatMap((folder) => (folder === undefined ? [] : [path.join(folder, ...parts)])),
    );
  }
  const names = [
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
  ];
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  // Ubuntu's chromium-browser only starts a snap, which cannot read every folder: last choice.
  return [...names, "chromium-browser"].flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Prints where the package has unpacked its Chromium and the libraries it brings. */
const unpackProgram = `
import chromium from "@sparticuz/chromium";
const executablePath = await chromium.executablePath();
console.log(JSON.stringify({ executablePath, libraries: process.env.LD_LIBRARY_PATH ?? "" }));
`;

/**
 * The Chromium of `@sparticuz/chromium`. The package decides at its import, by variables meant for AWS, whether it
 * unpacks the system libraries it brings; and it takes any `chromium` it finds in the temporary folder, of any version.
 * So it runs in a process of its own, with a temporary folder of its own that carries the version in its name.
 */
async function chromiumFromNpm(log: Log): Promise<BrowserChoice> {
  if (process.platform !== "linux") {
    throw new Error("No Chrome, Chromium or Edge found: install one, or set CHROME_PATH to its program.");
  }
  const folder = path.join(downloadsRoot, "chromium", chromiumVersion);
  const unpacked = path.join(folder, "unpacked");
  const install = async (): Promise<void> => {
    log(`No browser found: installing Chromium from npm (75 MB, once) into ${folder} …`);
    await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    const wanted = `@sparticuz/chromium@${chromiumVersion}`;
    await runNpm(folder, ["install", "--ignore-scripts", "--save-exact", wanted], log);
    await mkdir(unpacked);
    await writeFile(path.join(folder, "unpack.js"), unpackProgram.trimStart());
    await unpack(folder, unpacked);
    log("  … done");
  };
  await installOnce({ folder, log, install });
  const { executablePath, libraries } = await unpack(folder, unpacked);
  const env = { LD_LIBRARY_PATH: libraries, ...(await fontVariables(folder, unpacked)) };
  return { source: "npm", executablePath, args: quietFlags, env };
}

/** A machine without any font configuration gets the fonts of the package, whose own configuration names `/tmp`. */
async function fontVariables(folder: string, unpacked: string): Promise<Record<string, string>> {
  if (existsSync("/etc/fonts/fonts.conf")) {
    return {};
  }
  const file = path.join(folder, "fonts.conf");
  const folders = [path.join(unpacked, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const lines = [
    ...folders.map((dir) => `<dir>${dir}</dir>`),
    `<cachedir>${path.join(folder, "font-cache")}</cachedir>`,
  ];
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>\n${lines.join("\n")}\n</fontconfig>\n`);
  return { FONTCONFIG_FILE: file };
}

interface UnpackResult {
  readonly executablePath: string;
  readonly libraries: string;
}

async function unpack(folder: string, temporary: string): Promise<UnpackResult> {
  const env = { ...cleanEnvironment(), TMPDIR: temporary, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  const { stdout } = await run(findNode(), [path.join(folder, "unpack.js")], { env });
  const result: unknown = JSON.parse(stdout);
  if (typeof result !== "object" || result === null) {
    throw new Error(`Unexpected answer of @sparticuz/chromium: ${stdout}`);
  }
  const { executablePath, libraries } = result as Record<string, unknown>;
  if (typeof executablePath !== "string" || typeof libraries !== "string") {
    throw new Error(`Unexpected answer of @sparticuz/chromium: ${stdout}`);
  }
  return { executablePath, libraries };
}
