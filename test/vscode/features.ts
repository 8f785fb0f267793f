/**
 * The main features as a person sees them in the editor, in dark and light colours, with the pictures of the documentation. Pictures as
 * in journey.ts.
 */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright-core";
import { projectRoot } from "../../scripts/npm-child.ts";
import { vsixFile } from "../../scripts/package.ts";
import { openWorkbench, type Workbench } from "./driver.ts";
import { until } from "./until.ts";

const timeLimit = 30_000;
const monitoring = "tenants/acme/monitoring.yaml";

let workbench: Workbench;
let pictures: string;

/** The window as it is, in dark and in light colours. */
async function picture(name: string): Promise<void> {
  await workbench.screenshot(name, pictures);
  await useColors("light");
  await workbench.screenshot(`${name}-light`, pictures);
  await useColors("dark");
}

/** What names have as their colour; it comes from the server, a moment after the colours of the window. */
const nameColors = { dark: "rgb(78, 201, 176)", light: "rgb(38, 127, 153)" };

/** The editor follows the colours of the system. */
async function useColors(colorScheme: "dark" | "light"): Promise<void> {
  await workbench.page.emulateMedia({ colorScheme });
  await until(`${colorScheme} colours`, timeLimit, async () => {
    const colors = await workbench.page
      .locator(".editor-group-container.active .view-lines > .view-line > span > span")
      .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).color));
    return colors.includes(nameColors[colorScheme]) ? true : undefined;
  });
}

function read(file: string): Promise<string> {
  return readFile(path.join(workbench.folder, file), "utf8");
}

/** Opens a file alone in the window and puts the cursor at a text in it, behind its first `behind` characters. */
async function openAt(file: string, text: string, behind = 0): Promise<number> {
  await workbench.runCommand("View: Close All Editors");
  await workbench.openFile(file);
  const before = (await read(file)).split(text, 1)[0] ?? "";
  const line = lineOf(`${before}${text}`, text);
  await workbench.goToLine(line, before.length - before.lastIndexOf("\n") + behind);
  return line;
}

function lineOf(text: string, part: string): number {
  return (text.split(part, 1)[0] ?? "").split("\n").length;
}

function visible(selector: string, text?: string | RegExp): Locator {
  return workbench.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
}

/** Presses keys again until something is there: the answer may not have come yet. */
async function pressUntil(keys: string, shown: Locator, what: string): Promise<void> {
  await until(what, timeLimit, async () => {
    await workbench.page.keyboard.press(keys);
    return shown.waitFor({ timeout: 3000 }).then(
      () => true,
      () => undefined,
    );
  });
}

describe("features in the editor", () => {
  before(async () => {
    pictures =
      process.env.TENANT_CONFIG_PICTURES === "docs"
        ? path.join(projectRoot, "docs", "images")
        : await mkdtemp(path.join(tmpdir(), "tenant-config-pictures-"));
    workbench = await openWorkbench({
      folder: path.join(projectRoot, "examples"),
      vsix: await vsixFile(),
      settings: {
        "editor.minimap.enabled": false,
        "workbench.layoutControl.enabled": false,
        // In a browser files would be saved by themselves, and there would be nothing to revert.
        "files.autoSave": "off",
        "window.autoDetectColorScheme": true,
        "workbench.preferredDarkColorTheme": "Dark Modern",
        "workbench.preferredLightColorTheme": "Light Modern",
      },
    });
    await workbench.page.emulateMedia({ colorScheme: "dark" });
    // The references name the folder they are in, which is a temporary one here.
    await workbench.page.addStyleTag({ content: ".peekview-title .dirname { display: none; }" });
  });

  after(async () => {
    await workbench?.close();
    if (pictures !== undefined && !pictures.startsWith(projectRoot) && process.env.TENANT_CONFIG_PICTURES !== "keep") {
      await rm(pictures, { recursive: true, force: true });
    }
  });

  it("shows hints, lenses and colours", async () => {
    await openAt(monitoring, "  notification_channels:\n");
    await visible(".monaco-editor .codelens-decoration", "1 reference").waitFor();
    await visible(".monaco-editor .view-line", /=\s+acme/).waitFor();
    await picture("hints");
  });

  it("explains a duration on hover", async () => {
    const line = await openAt(monitoring, "repeat_interval: 24h");
    const hover = await workbench.hoverAt(line, 30);
    assert.match(hover, /1 day/);
    await picture("hover-duration");
    await workbench.page.keyboard.press("Escape");
  });

  it("explains a schedule on hover", async () => {
    const line = await openAt("tenants/acme/environment.production.yaml", 'cron: "0 20 * * 5"');
    const hover = await workbench.hoverAt(line, 22);
    assert.match(hover, /20:00/);
    await picture("hover-schedule");
    await workbench.page.keyboard.press("Escape");
  });

  it("completes an expression beside its signature", async () => {
    const line = '          expr: up{tenant="{{tenant_id}}"';
    await openAt(monitoring, line, line.length);
    await workbench.page.keyboard.press("Shift+End");
    await workbench.type("\b");
    await workbench.page.keyboard.press("Home");
    await workbench.page.keyboard.press("Shift+End");
    await workbench.type("expr: histogram_quantile(");
    await visible(".parameter-hints-widget.visible", "φ").waitFor();
    await workbench.type("0.95, rat");
    const labels = await workbench.triggerSuggest();
    assert.ok(labels.includes("rate"), `offered: ${labels.join(", ")}`);
    await visible(".parameter-hints-widget .parameter.active", "b: instant vector").waitFor();
    await picture("promql");
    await workbench.page.keyboard.press("Escape");
    await workbench.page.keyboard.press("Escape");
    await workbench.runCommand("File: Revert File");
  });

  it("underlines the exact place of a fault in a template", async () => {
    const written = "$value | humanizeDuration";
    const line = await openAt(monitoring, written, written.length);
    await workbench.type("s");
    await visible(".monaco-editor .squiggly-error").waitFor();
    const column = ((await read(monitoring)).split("\n")[line - 1] ?? "").indexOf("humanizeDuration") + 1;
    const hover = await workbench.hoverAt(line, column + 2);
    assert.match(hover, /humanizeDurations/);
    await visible(".monaco-hover .hover-row", "Quick Fix").waitFor();
    await picture("template-fault");
    await workbench.page.keyboard.press("Escape");
    await workbench.runCommand("File: Revert File");
  });

  it("peeks at the references of a receiver", async () => {
    await openAt(monitoring, "receiver: chat", "receiver: c".length);
    await pressUntil("Shift+F12", visible(".reference-zone-widget .ref-tree .monaco-list-row"), "the references");
    await picture("references");
    await workbench.page.keyboard.press("Escape");
  });

  it("offers fixes, and to suppress a problem", async () => {
    await openAt("tenants/globex/tenant.yaml", "timout", 2);
    await pressUntil("ControlOrMeta+.", visible(".action-widget .monaco-list-row.action", "Suppress"), "the menu");
    await picture("quick-fixes");
    await workbench.page.keyboard.press("Escape");
  });

  it("renames in all files, and takes it back in one step", async () => {
    const files = ["tenants/acme/monitoring.yaml", "tenants/acme/tenant.yaml"];
    const texts = await Promise.all(files.map(read));
    const expectTexts = async (expected: readonly string[]): Promise<void> => {
      // Edits of files that are not shown open their editors, which may come to the front meanwhile.
      for (const [index, file] of files.entries()) {
        await until(`the text of ${file}`, timeLimit, async () => {
          await visible(`.tab[data-resource-name="${path.basename(file)}"]`).click();
          return (await workbench.editorText()) === expected[index] ? true : undefined;
        });
      }
    };
    await workbench.runCommand("View: Close All Editors");
    await workbench.openFile(monitoring);
    const line = lineOf(texts[1] ?? "", "tenant_id: acme");
    await workbench.openFile("tenants/acme/tenant.yaml");
    await workbench.goToLine(line, "tenant_id: a".length);
    await pressUntil("F2", visible(".rename-box input"), "the box for the name");
    await workbench.page.locator(".rename-box input").fill("acme-music");
    await picture("rename");
    await workbench.page.keyboard.press("Enter");
    await visible(".monaco-editor .view-line", "acme-music").waitFor();
    await expectTexts(texts.map((text) => text.replace(/(?<=tenant_id: )acme$/gm, "acme-music")));
    await workbench.page.keyboard.press("ControlOrMeta+z");
    await visible(".monaco-editor .view-line", /acme$/).waitFor();
    await expectTexts(texts);
    await workbench.runCommand("File: Save All");
  });

  it("names what it lists in the outline and above the editor", async () => {
    await openAt(monitoring, "- alert: WebsiteUnreachable", 12);
    await workbench.runCommand("Explorer: Focus on Outline View");
    // The list only holds the rows that are visible: typing leads to the one that is meant.
    await workbench.page.locator(".pane-header", { hasText: "examples" }).first().click();
    await workbench.runCommand("Explorer: Focus on Outline View");
    await workbench.type("WebsiteUn");
    await visible(".outline-pane .monaco-list-row", "WebsiteUnreachable").waitFor();
    await visible(".monaco-breadcrumbs .monaco-breadcrumb-item", "WebsiteUnreachable").waitFor();
    await picture("outline");
  });
});
