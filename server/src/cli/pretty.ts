import { styleText } from "node:util";
import type { Diagnostic } from "vscode-languageserver-types";
import { LineIndex } from "../text/line-index.ts";
import type { FileReport, Summary } from "./report.ts";

const SEVERITY_WORDS = ["", "error", "warning", "info", "hint"] as const;
const SEVERITY_COLOURS = ["white", "red", "yellow", "blue", "gray"] as const;

/** The code of findings that mark a secret, which has no place in the log of a build. */
const SECRET = "plaintext-secret";

/** Longest part of a source line that is shown. */
const EXCERPT_WIDTH = 120;

type Style = Parameters<typeof styleText>[0];

/** Paints text, or leaves it as it is. */
export type Painter = (style: Style, text: string) => string;

export const plainPainter: Painter = (_style, text) => text;
export const colourPainter: Painter = (style, text) => styleText(style, text, { validateStream: false });

/** Report of one file with source excerpts; empty for a file without diagnostics. */
export function prettyFile(report: FileReport, text: string, paint: Painter): string {
  if (report.diagnostics.length === 0) return "";
  const lines = new LineIndex(text);
  const blocks = report.diagnostics.map((diagnostic) => prettyDiagnostic(diagnostic, lines, report.path, paint));
  return `${blocks.join("\n\n")}\n\n`;
}

function prettyDiagnostic(diagnostic: Diagnostic, lines: LineIndex, path: string, paint: Painter): string {
  const severity = diagnostic.severity ?? 1;
  const colour = SEVERITY_COLOURS[severity] ?? "white";
  const { start } = diagnostic.range;
  const place = `${path}:${start.line + 1}:${start.character + 1}`;
  const head = `${paint("cyan", place)} ${paint(["bold", colour], SEVERITY_WORDS[severity] ?? "error")} ${diagnostic.message} ${paint("dim", String(diagnostic.code))}`;
  const related = (diagnostic.relatedInformation ?? []).map(({ location, message }) => {
    const line = location.range.start.line + 1;
    const file = location.uri.slice(location.uri.lastIndexOf("/") + 1);
    const place = file === encodeURI(path.slice(path.lastIndexOf("/") + 1)) ? `line ${line}` : `${file}:${line}`;
    return paint("dim", `  see ${place}: ${message}`);
  });
  return [head, excerpt(diagnostic, lines, colour, paint), ...related].join("\n");
}

function excerpt(diagnostic: Diagnostic, lines: LineIndex, colour: Style, paint: Painter): string {
  const { start, end } = diagnostic.range;
  const width = String(start.line + 1).length;
  const line = lines
    .lineText(start.line)
    .replace(/\t/g, " ")
    .replace(/\uFEFF/g, " ");
  const source =
    diagnostic.code === SECRET
      ? masked(line, start.character, end.line === start.line ? end.character : line.length)
      : line;
  const from = start.character > EXCERPT_WIDTH - 20 ? start.character - 40 : 0;
  const shown = `${from > 0 ? "…" : ""}${source.slice(from, from + EXCERPT_WIDTH)}${source.length > from + EXCERPT_WIDTH ? "…" : ""}`;
  const length = end.line === start.line ? end.character - start.character : source.length - start.character;
  const column = start.character - from + (from > 0 ? 1 : 0);
  const marks = "^".repeat(Math.max(1, Math.min(length, EXCERPT_WIDTH + 1 - column)));
  const gutter = (label: string): string => paint("dim", `${label.padStart(width + 2)} │ `);
  return `${gutter(String(start.line + 1))}${shown}\n${gutter("")}${" ".repeat(column)}${paint(colour, marks)}`;
}

/** A line with bullets in place of some of it. */
function masked(line: string, from: number, to: number): string {
  return line.slice(0, from) + "•".repeat(Math.max(0, to - from)) + line.slice(to);
}

/** Closing line of a run. */
export function prettySummary(summary: Summary, paint: Painter): string {
  const counts = [
    count(summary.errors, "error"),
    count(summary.warnings, "warning"),
    count(summary.infos, "info"),
    count(summary.hints, "hint"),
  ];
  const shown = counts.filter((text) => !text.startsWith("0 "));
  const files = count(summary.files, "file");
  if (shown.length === 0) return `${paint("green", "✔")} ${files} checked, no problems (${summary.durationMs} ms)\n`;
  const mark = summary.errors > 0 ? paint("red", "✖") : paint("yellow", "⚠");
  return `${mark} ${files} checked: ${shown.join(", ")} (${summary.durationMs} ms)\n`;
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? "" : "s"}`;
}
