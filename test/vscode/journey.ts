/**
 * A person's way through the packed extension, in the real user interface, one step after the other. With
 * `TENANT_CONFIG_PICTURES=docs` the pictures of the documentation are taken anew, else they go to a temporary folder.
 */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { Frame } from "playwright-core";
import { projectRoot } from "../../scripts/npm-child.ts";
import { vsixFile } from "../../scripts/package.ts";
import { openWorkbench, type Workbench } from "./driver.ts";
import { until } from "./until.ts";

const timeLimit = 30_000;
const dark = "Dark Modern";

let workbench: Workbench;
let pictures: string;

async function picture(name: string): Promise<void> {
  await workbench.screenshot(name, pictures);
}

/** Colours change as soon as the settings of the workspace do. */
async function setTheme(colorTheme: string, cssClass: string): Promise<void> {
  const folder = path.join(workbench.folder, ".vscode");
  await mkdir(folder, { recursive: true });
  const settings = { "workbench.colorTheme": colorTheme };
  await writeFile(path.join(folder, "settings.json"), `${JSON.stringify(settings, undefined, 2)}\n`);
  await workbench.page.locator(`.monaco-workbench.${cssClass}`).waitFor();
}

/** The line of the editor's cursor, from the status bar. */
async function waitForCursor(text: string): Promise<void> {
  await workbench.page.locator("#status\\.editor\\.selection", { hasText: text }).waitFor();
}

async function waitForStatus(text: RegExp): Promise<void> {
  await workbench.page.locator(".statusbar-item", { hasText: text }).first().waitFor();
}

/** Nothing but what comes next: no other editors, no panel. */
async function tidyUp(): Promise<void> {
  await workbench.runCommand("View: Close All Editors");
  await workbench.page.locator(".tabs-container .tab").first().waitFor({ state: "hidden" });
  await hidePanel();
}

async function hidePanel(): Promise<void> {
  const panel = workbench.page.locator(".part.panel");
  if (await panel.isVisible()) {
    await workbench.page.keyboard.press("ControlOrMeta+j");
    await panel.waitFor({ state: "hidden" });
  }
}

async function waitForEditorText(what: string, accepts: (text: string) => boolean): Promise<string> {
  return until(what, timeLimit, async () => {
    const text = await workbench.editorText();
    return accepts(text) ? text : undefined;
  });
}

function lineOf(text: string, part: string): number {
  const line = text.split("\n").findIndex((candidate) => candidate.includes(part)) + 1;
  assert.ok(line > 0, `No line contains "${part}".`);
  return line;
}

describe("journey", () => {
  before(async () => {
    pictures =
      process.env.TENANT_CONFIG_PICTURES === "docs"
        ? path.join(projectRoot, "docs", "images")
        : await mkdtemp(path.join(tmpdir(), "tenant-config-pictures-"));
    workbench = await openWorkbench({
      folder: path.join(projectRoot, "examples"),
      vsix: await vsixFile(),
      colorTheme: dark,
      settings: {
        "editor.minimap.enabled": false,
        "workbench.layoutControl.enabled": false,
        // In a browser files would be saved by themselves after a second, and there would be nothing to revert.
        "files.autoSave": "off",
      },
    });
  });

  after(async () => {
    await workbench?.close();
    if (pictures !== undefined && !pictures.startsWith(projectRoot) && process.env.TENANT_CONFIG_PICTURES !== "keep") {
      await rm(pictures, { recursive: true, force: true });
    }
  });

  it("shows the problems of a hurried tenant", async () => {
    await workbench.openFile("tenants/globex/tenant.yaml");
    await workbench.waitForProblem("tenent_id");
    const { errors } = await workbench.problemsCount();
    assert.ok(errors > 5, `Only ${errors} errors are counted.`);
    await waitForStatus(/Tenant Config: tenant · v2 · \d+ errors/);
    await workbench.page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await workbench.goToLine(27, 15);
    await picture("problems");
  });

  it("mends a wrong key with the quick fix", async () => {
    await workbench.openFile("tenants/initech/tenant.yaml");
    const text = await workbench.editorText();
    const line = lineOf(text, "billing: {}");
    await workbench.goToLine(line, "billing: {}".length + 1);
    await workbench.page.keyboard.press("Shift+Home");
    await workbench.type("billing:\nplam: free");
    await workbench.waitForProblem("plam");
    await workbench.page.locator(".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning").first().waitFor();
    await workbench.goToLine(line + 1, 4);
    await workbench.quickFix("Change to");
    const fixed = await waitForEditorText("the mended key", (candidate) => candidate.includes("plan: free"));
    assert.equal(fixed, text.replace("billing: {}", "billing:\n  plan: free"));
    await waitForStatus(/^\s*Tenant Config: tenant · v2$/);
  });

  it("completes keys and values", async () => {
    const text = await workbench.editorText();
    const line = lineOf(text, "plan: free");
    await workbench.goToLine(line, "  plan: free".length + 1);
    await workbench.type("\nbilling_c");
    await workbench.triggerSuggest();
    await workbench.acceptSuggestion("billing_cycle");
    const labels = await workbench.triggerSuggest();
    assert.ok(labels.includes("monthly") && labels.includes("yearly"), `offered: ${labels.join(", ")}`);
    await workbench.acceptSuggestion("yearly");
    await waitForEditorText("the accepted value", (candidate) => candidate.includes("\n  billing_cycle: yearly"));
  });

  it("offers what fits where the cursor is", async () => {
    await workbench.runCommand("File: Revert File");
    await tidyUp();
    await workbench.openFile("tenants/acme/tenant.yaml");
    const line = lineOf(await workbench.editorText(), "eviction_policy: allkeys-lfu");
    await workbench.goToLine(line, "        eviction_policy: allkeys-lfu".length + 1);
    for (let count = "allkeys-lfu".length; count > 0; count -= 1) await workbench.page.keyboard.press("Backspace");
    const labels = await workbench.triggerSuggest();
    assert.ok(labels.includes("noeviction") && labels.includes("allkeys-lfu"), `offered: ${labels.join(", ")}`);
    await picture("completion");
    await workbench.acceptSuggestion("volatile-ttl");
    await waitForEditorText("the accepted value", (candidate) => candidate.includes("eviction_policy: volatile-ttl"));
    await workbench.runCommand("File: Revert File");
  });

  it("inserts a snippet", async () => {
    await workbench.openFile("tenants/initech/monitoring.yaml");
    const text = await workbench.editorText();
    const line = lineOf(text, "prometheus: {}");
    await workbench.goToLine(line, "prometheus: {}".length + 1);
    await workbench.page.keyboard.press("Shift+Home");
    await workbench.type("prometheus:\nscrape_configs:\nscrape-job");
    await workbench.triggerSuggest();
    await workbench.acceptSuggestion("scrape-job");
    const inserted = await waitForEditorText("the snippet", (candidate) => candidate.includes("job_name:"));
    assert.match(inserted, /scrape_configs:\n {4}- job_name: /);
    await workbench.page.keyboard.press("Escape");
    await workbench.runCommand("File: Revert File");
  });

  it("explains a key on hover", async () => {
    await tidyUp();
    await workbench.openFile("tenants/acme/monitoring.yaml");
    const line = lineOf(await workbench.editorText(), "retention_time: 30d");
    const hover = await workbench.hoverAt(line, 8);
    assert.match(hover, /How long samples are kept/);
    await picture("hover");
    await workbench.page.keyboard.press("Escape");
  });

  let preview: Frame;

  it("previews the effective configuration", async () => {
    await tidyUp();
    await workbench.openFile("tenants/acme/tenant.yaml");
    await workbench.runCommand("Tenant Config: Preview Effective Configuration");
    preview = await workbench.waitForWebview("Acme Music");
    await preview.locator(".line", { hasText: "host: db.acme.example" }).waitFor();
    assert.deepEqual(await preview.locator("#environment option").allTextContents(), [
      "production",
      "staging",
      "development",
    ]);
  });

  it("goes from a line of the preview to its source", async () => {
    const line = lineOf(await workbench.editorText(), "host: ${DB_HOST}");
    await workbench.page.keyboard.press("ControlOrMeta+b");
    await preview.locator(".line", { hasText: "host: db.acme.example" }).click();
    await waitForCursor(`Ln ${line},`);
    await workbench.page.mouse.move(1, 1);
    await preview.locator(".line", { hasText: "host: db.acme.example" }).blur();
    await picture("preview");
  });

  it("shows another environment", async () => {
    await preview.locator("#environment").selectOption("staging");
    await preview.locator("#environment").waitFor();
    await preview.locator(".line", { hasText: "host: db.staging.acme.example" }).waitFor();
    await preview.locator("#environment").selectOption("production");
    await preview.locator(".line", { hasText: "host: db.acme.example" }).waitFor();
  });

  it("follows edits of the source", async () => {
    const text = await workbench.editorText();
    const line = lineOf(text, "  name: Acme Music");
    await workbench.goToLine(line, "  name: Acme Music".length + 1);
    await workbench.type(" Group");
    await preview.locator(".line", { hasText: "name: Acme Music Group" }).waitFor();
    await workbench.runCommand("File: Revert File");
    await preview.locator(".line", { hasText: /name: Acme Music$/ }).waitFor();
  });

  it("shows the preview in light and high contrast colours", async () => {
    await setTheme("Light Modern", "vs");
    await preview.locator("body.vscode-light").waitFor();
    await preview.locator(".line", { hasText: "host: db.acme.example" }).scrollIntoViewIfNeeded();
    await picture("preview-light");
    await setTheme("Default High Contrast", "hc-black");
    await preview.locator("body.vscode-high-contrast").waitFor();
    await picture("preview-high-contrast");
    await setTheme(dark, "vs-dark");
    await preview.locator("body.vscode-dark").waitFor();
    await tidyUp();
    await workbench.page.keyboard.press("ControlOrMeta+b");
  });

  it("tells why a file has its kind", async () => {
    await workbench.openFile("tenants/acme/security.yaml");
    await workbench.runCommand("Tenant Config: Why This Kind?");
    await workbench.page.locator(".quick-input-title", { hasText: "Why this kind? security.yaml" }).waitFor();
    await picture("why-this-kind");
    await workbench.page.keyboard.press("Escape");
  });

  it("makes a new tenant from the answers to its questions", async () => {
    await workbench.runCommand("Tenant Config: New Tenant…");
    await answerText("Tenant id", "acme", "umbrella-corp");
    await answerText("Display name", "", "Umbrella Corporation");
    await answerText("Name of the owner", "", "Oswell Spencer");
    await answerText("E-mail of the owner", "oswell", "oswell@umbrella.example");
    await chooseSeveral("Environments the tenant runs in", ["staging"]);
    await chooseOne("Plan", "pro", "new-tenant");
    await chooseSeveral("Languages of the tenant", ["fr"]);
    await chooseOne("Default language", "fr");
    await workbench.page.locator('.tab.active[data-resource-name="tenant.yaml"]').waitFor();
    const text = await waitForEditorText("the new tenant", (candidate) => candidate.includes("umbrella-corp"));
    assert.match(text, /^tenant_id: umbrella-corp\n/);
    await waitForStatus(/^\s*Tenant Config: tenant · v2$/);
    const files = await readdir(path.join(workbench.folder, "tenants", "umbrella-corp"));
    assert.deepEqual(files.sort(), [
      "environment.development.yaml",
      "environment.production.yaml",
      "environment.staging.yaml",
      "localization.yaml",
      "monitoring.yaml",
      "security.yaml",
      "tenant.yaml",
    ]);
    await picture("new-tenant-files");
  });
});

const input = ".quick-input-widget:not([style*='display: none'])";

/** Answers a question with text; the first text, when there is one, must be refused while it is typed. */
async function answerText(prompt: string, refused: string, answer: string): Promise<void> {
  const { page } = workbench;
  const message = page.locator(`${input} .quick-input-message`);
  await message.filter({ hasText: prompt }).waitFor();
  if (refused !== "") {
    await page.keyboard.insertText(refused);
    await page.locator(`${input} .quick-input-box .monaco-inputbox.error`).waitFor();
    await page.keyboard.press("ControlOrMeta+a");
  }
  await page.keyboard.insertText(answer);
  await page.locator(`${input} .quick-input-box .monaco-inputbox.error`).waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
}

function questionBox(placeholder: string): ReturnType<Workbench["page"]["locator"]> {
  return workbench.page.locator(`${input} input[placeholder^=${JSON.stringify(placeholder)}]`);
}

/** Adds choices to those that are set already. */
async function chooseSeveral(placeholder: string, labels: readonly string[]): Promise<void> {
  await questionBox(placeholder).waitFor();
  for (const label of labels) {
    const row = workbench.page.locator(`${input} .monaco-list-row`).filter({
      has: workbench.page.locator(".label-name").getByText(label, { exact: true }),
    });
    await row.locator(".quick-input-list-checkbox, .monaco-checkbox").first().click();
  }
  await workbench.page.locator(`${input} .quick-input-action`).getByText("OK", { exact: true }).click();
}

async function chooseOne(placeholder: string, label: string, pictureName?: string): Promise<void> {
  await questionBox(placeholder).waitFor();
  if (pictureName !== undefined) {
    await picture(pictureName);
  }
  await workbench.page.locator(`${input} .monaco-list-row .label-name`).getByText(label, { exact: true }).click();
}
