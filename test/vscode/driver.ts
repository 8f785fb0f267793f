import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { errors, type Frame, type Locator, type Page } from "playwright-core";
import type { PayloadEntry, RunningServer } from "../../scripts/code-server.ts";
import { projectRoot } from "../../scripts/npm-child.ts";
import { openSession } from "./session.ts";
import { smallPng } from "./small-png.ts";
import { until } from "./until.ts";

/** How to open VS Code for a test in its user interface. */
export interface WorkbenchOptions {
  /** Copied to a temporary folder before VS Code opens it. */
  readonly folder: string;
  /** The folder of an extension under development. */
  readonly extensionPath?: string;
  /** A packaged extension to install. */
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** For example "Default Light Modern". */
  readonly colorTheme?: string;
}

/** How many problems the status bar counts. */
export interface ProblemsCount {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** A VS Code in a browser, used like a person uses it; whoever opened it closes it. */
export interface Workbench {
  /** The temporary copy of the folder. */
  readonly folder: string;
  /** For what the methods do not offer. */
  readonly page: Page;
  /** Opens a file, named relative to the folder, in an editor and puts the cursor into it. */
  openFile(file: string): Promise<void>;
  /** Moves the cursor; line and column count from 1. */
  goToLine(line: number, column?: number): Promise<void>;
  /** Types into whatever has the focus; `\n` is the Enter key. */
  type(text: string): Promise<void>;
  /** Runs a command by its full title in the command palette, for example "View: Toggle Panel". */
  runCommand(title: string): Promise<void>;
  /** Applies the first code action at the cursor whose title contains the text. */
  quickFix(titlePart: string): Promise<void>;
  /** Opens the suggestions at the cursor and returns the labels that are visible. */
  triggerSuggest(): Promise<readonly string[]>;
  /** Accepts the suggestion with exactly this label; the suggestions must be open. */
  acceptSuggestion(label: string): Promise<void>;
  /** Waits until the Problems view lists a problem with the text; the view stays open. */
  waitForProblem(text: string): Promise<void>;
  /** Shows the hover of a place and returns its text. */
  hoverAt(line: number, column: number): Promise<string>;
  problemsCount(): Promise<ProblemsCount>;
  /** The whole text of the active editor, whatever is saved. */
  editorText(): Promise<string>;
  /** Waits for a webview that shows the text and returns its inner frame. */
  waitForWebview(text: string): Promise<Frame>;
  /** Writes a PNG of the window into the folder (`docs/images/` unless given) and returns its path. */
  screenshot(name: string, folder?: string): Promise<string>;
  close(): Promise<void>;
}

const quickInput = ".quick-input-widget:not([style*='display: none'])";
const activeEditor = ".editor-group-container.active .editor-instance .monaco-editor";
const problemsPanel = ".markers-panel";
const timeLimit = 30_000;
/** How long one attempt may take before it is repeated. */
const patience = 3000;

/** Starts VS Code with an extension and opens it on a copy of the folder; resolves when the window can be used. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const theme = options.colorTheme === undefined ? {} : { "workbench.colorTheme": options.colorTheme };
  const session = await openSession({
    folder: options.folder,
    settings: { "workbench.editor.revealIfOpen": true, ...theme, ...options.settings },
    payload: (server) => payload(options.extensionPath, server),
    ...(options.vsix === undefined ? {} : { vsix: options.vsix }),
  });
  const { page, folder, close } = session;
  page.setDefaultTimeout(timeLimit);
  try {
    await page.locator(".monaco-workbench .part.statusbar").waitFor();
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  } catch (error) {
    const output = session.server.output();
    await close();
    throw new Error(`VS Code did not show its window.\n${output}`, { cause: error });
  }
  return {
    folder,
    page,
    openFile: (file) => openFile(page, file),
    goToLine: (line, column = 1) => goToLine(page, line, column),
    // As fast as a quick typist: VS Code itself loses the indentation of a new line when keys come without any pause.
    type: (text) => page.keyboard.type(text, { delay: 30 }),
    runCommand: (title) => runCommand(page, title),
    quickFix: (titlePart) => quickFix(page, titlePart),
    triggerSuggest: () => triggerSuggest(page),
    acceptSuggestion: (label) => acceptSuggestion(page, label),
    waitForProblem: (text) => waitForProblem(page, text),
    hoverAt: (line, column) => hoverAt(page, line, column),
    problemsCount: () => problemsCount(page),
    editorText: () => editorText(page),
    waitForWebview: (text) => waitForWebview(page, text),
    screenshot: (name, into) => screenshot(page, name, into),
    close,
  };
}

function payload(extensionPath: string | undefined, server: RunningServer): PayloadEntry[] {
  return [
    ...(extensionPath === undefined ? [] : [["extensionDevelopmentPath", server.remoteUri(extensionPath)] as const]),
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
}

/** Presses keys until they have shown something: VS Code drops keys while it is loading or computing a menu. */
async function pressUntil(page: Page, keys: readonly string[], shown: Locator, what: string): Promise<void> {
  await until(what, timeLimit, async () => {
    for (const key of keys) {
      await page.keyboard.press(key);
    }
    return (await appears(shown)) ? true : undefined;
  });
}

async function appears(locator: Locator): Promise<boolean> {
  try {
    await locator.first().waitFor({ timeout: patience });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) {
      return false;
    }
    throw error;
  }
}

/** Where no tooltip hides what comes next. */
function parkMouse(page: Page): Promise<void> {
  return page.mouse.move(1, 1);
}

async function openFile(page: Page, file: string): Promise<void> {
  const name = path.posix.basename(file);
  const input = page.locator(`${quickInput} input`);
  await pressUntil(page, ["ControlOrMeta+p"], input, "the file picker");
  await input.fill(file);
  await page.locator(pickerRow(file)).first().click();
  await parkMouse(page);
  await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
  await focusEditor(page);
}

/** The row of exactly this file; the picker first offers what was open lately, also files of the same name. */
function pickerRow(file: string): string {
  const { dir, base } = path.posix.parse(file);
  const label = dir === "" ? base : `${base} ${dir.split("/").join(path.sep)}`;
  const matches = [`[aria-label=${JSON.stringify(label)}]`, `[aria-label^=${JSON.stringify(`${label},`)}]`];
  return matches.map((match) => `${quickInput} .monaco-list-row${match}`).join(", ");
}

async function focusEditor(page: Page): Promise<void> {
  const editor = page.locator(activeEditor).first();
  await editor.locator(".view-line").first().waitFor();
  await editor.locator(".native-edit-context, textarea.inputarea").first().focus();
  await page.locator(`${activeEditor}.focused`).first().waitFor();
}

async function goToLine(page: Page, line: number, column: number): Promise<void> {
  await focusEditor(page);
  const input = page.locator(`${quickInput} input`);
  await pressUntil(page, ["Control+g"], input, "the line picker");
  await input.fill(`:${line}:${column}`);
  await page.locator(`${quickInput} .monaco-list-row`).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(quickInput).waitFor({ state: "hidden" });
  await page.locator("#status\\.editor\\.selection", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator(`${quickInput} input`);
  await pressUntil(page, ["F1"], input, "the command palette");
  await input.fill(`>${title}`);
  const label = page.locator(`${quickInput} .monaco-list-row .label-name`).getByText(title, { exact: true });
  await label.first().click();
  await parkMouse(page);
  await until(`the start of "${title}"`, timeLimit, async () => ((await isPalette(page, title)) ? undefined : true));
}

/** Whether the palette is still there: a command may bring a picker of its own, in the same place. */
async function isPalette(page: Page, title: string): Promise<boolean> {
  const inputs = page.locator(`${quickInput} input`);
  return inputs.evaluateAll(
    (found, text) => found.some((input) => (input as HTMLInputElement).value === text),
    `>${title}`,
  );
}

/** The menu says that there is nothing until the extension has answered, and closes when new answers come: try again. */
async function quickFix(page: Page, titlePart: string): Promise<void> {
  await focusEditor(page);
  const rows = page.locator(".action-widget .monaco-list-row.action");
  const row = rows.filter({ hasText: titlePart }).first();
  const answer = page.locator(".monaco-editor-overlaymessage").or(rows).first();
  await until(`the quick fix "${titlePart}"`, timeLimit, async () => {
    await pressUntil(page, ["ControlOrMeta+."], answer, "the menu of quick fixes");
    if (await clicked(row)) {
      return true;
    }
    await page.keyboard.press("Escape");
    await answer.waitFor({ state: "hidden" });
    return undefined;
  });
  await parkMouse(page);
  await rows.first().waitFor({ state: "hidden" });
}

async function clicked(row: Locator): Promise<boolean> {
  if (!(await row.isVisible())) {
    return false;
  }
  try {
    await row.click({ timeout: patience });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) {
      return false;
    }
    throw error;
  }
}

const suggestions = ".suggest-widget.visible .monaco-list-row";

async function triggerSuggest(page: Page): Promise<readonly string[]> {
  const rows = page.locator(suggestions);
  if (!(await rows.first().isVisible())) {
    await focusEditor(page);
    await pressUntil(page, ["Control+Space"], rows, "the suggestions");
  }
  return rows.locator(".label-name").allInnerTexts();
}

/** The list only holds the rows that are visible: it is walked with the arrow key until it starts again. */
async function acceptSuggestion(page: Page, label: string): Promise<void> {
  const focused = page.locator(`${suggestions}.focused`);
  await page.locator(suggestions).first().waitFor();
  if (!(await focused.isVisible())) {
    await pressUntil(page, ["ArrowDown"], focused, "a chosen suggestion");
  }
  const seen = new Map<string, string>();
  for (;;) {
    const index = (await focused.getAttribute("data-index")) ?? "";
    const text = (await focused.locator(".label-name").textContent()) ?? "";
    if (text === label) {
      break;
    }
    const another = page.locator(`${suggestions}.focused:not([data-index="${index}"])`);
    await page.keyboard.press("ArrowDown");
    if (seen.has(index) || !(await appears(another))) {
      throw new Error(`There is no suggestion "${label}", only: ${[...seen.values()].join(", ") || text}`);
    }
    seen.set(index, text);
  }
  await page.keyboard.press("Enter");
  await page.locator(suggestions).first().waitFor({ state: "hidden" });
}

async function waitForProblem(page: Page, text: string): Promise<void> {
  if (!(await page.locator(problemsPanel).isVisible())) {
    await pressUntil(page, ["ControlOrMeta+Shift+m"], page.locator(problemsPanel), "the Problems view");
  }
  // The list only holds the rows that are visible: the filter brings the wanted one into view.
  const filter = page.locator(".viewpane-filter input").first();
  await filter.fill(text);
  await page.locator(`${problemsPanel} .monaco-list-row`, { hasText: text }).first().waitFor();
  await filter.fill("");
  if (await page.locator(activeEditor).first().isVisible()) {
    await focusEditor(page);
  }
}

const hoverContent =
  ".monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content, .monaco-resizable-hover .monaco-hover-content";

async function hoverAt(page: Page, line: number, column: number): Promise<string> {
  await goToLine(page, line, column);
  const content = page.locator(hoverContent).first();
  await pressUntil(page, ["ControlOrMeta+k", "ControlOrMeta+i"], content, "the hover");
  return until("the hover", timeLimit, async () => {
    // biome-ignore lint/performance/useDomNodeTextContent: the hover's line breaks matter, textContent loses them.
    const text = await content.innerText();
    return text === "" || text.includes("Loading...") ? undefined : text;
  });
}

async function problemsCount(page: Page): Promise<ProblemsCount> {
  const label = (await page.locator("#status\\.problems").getAttribute("aria-label")) ?? "";
  const count = (kind: string): number => Number(new RegExp(`${kind}: (\\d+)`).exec(label)?.[1] ?? 0);
  return { errors: count("Errors"), warnings: count("Warnings"), infos: count("Infos") };
}

/** Selects and copies everything, then puts the cursor back where it was. */
async function editorText(page: Page): Promise<string> {
  const sentinel = "(nothing was copied)";
  await page.evaluate((text) => navigator.clipboard.writeText(text), sentinel);
  await focusEditor(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  const text = await until("the editor's text", timeLimit, async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    return copied === sentinel ? undefined : copied;
  });
  await page.keyboard.press("ControlOrMeta+u");
  return text;
}

async function waitForWebview(page: Page, text: string): Promise<Frame> {
  return until(`a webview with "${text}"`, timeLimit, async () => {
    for (const frame of page.frames()) {
      if (await showsText(frame, text)) {
        return frame;
      }
    }
    return undefined;
  });
}

/** The content of a webview is a frame inside the frame that VS Code makes; a second, hidden one holds what comes next. */
async function showsText(frame: Frame, text: string): Promise<boolean> {
  if (!frame.parentFrame()?.parentFrame()) {
    return false;
  }
  try {
    const element = await frame.frameElement();
    // biome-ignore lint/performance/useDomNodeTextContent: only what a person can see counts.
    const seen = await frame.evaluate(() => document.body.innerText);
    return (await element.isVisible()) && seen.includes(text);
  } catch (error) {
    if (frame.isDetached() || String(error).includes("Execution context was destroyed")) {
      return false;
    }
    throw error;
  }
}

async function screenshot(
  page: Page,
  name: string,
  folder = path.join(projectRoot, "docs", "images"),
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  const tooltip = page.locator(".workbench-hover-container").first();
  if (await tooltip.isVisible()) {
    await parkMouse(page);
    await tooltip.waitFor({ state: "hidden" });
  }
  await writeFile(file, smallPng(await page.screenshot({ animations: "disabled", caret: "initial" })));
  return file;
}
