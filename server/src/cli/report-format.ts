import { colourPainter, plainPainter, prettyFile, prettySummary } from "./pretty.ts";
import type { FileReport, Summary } from "./report.ts";

export type FormatName = "pretty" | "json";

/** A format as pieces, so that a report can be written while files are still checked. */
export interface ReportFormat {
  /** Before everything else. */
  readonly head: string;
  /** One file; empty when the format has nothing to say about it. `text` is what the file holds. */
  file(report: FileReport, text: string): string;
  /** Between the pieces of two files. */
  readonly separator: string;
  /** After everything else; `isEmpty` when there was no piece of a file. */
  tail(summary: Summary, isEmpty: boolean): string;
}

/** The format of a name. Colours are for `pretty` alone. */
export function reportFormat(name: FormatName, colour: boolean): ReportFormat {
  return name === "json" ? JSON_FORMAT : prettyFormat(colour);
}

/** `{"schemaVersion": 1, "files": […], "summary": {…}}` as `JSON.stringify` with two blanks would write it at once. */
const JSON_FORMAT: ReportFormat = {
  head: '{\n  "schemaVersion": 1,\n  "files": [',
  file: (report) => `\n    ${indented(report, "    ")}`,
  separator: ",",
  tail: (summary, isEmpty) => `${isEmpty ? "" : "\n  "}],\n  "summary": ${indented(summary, "  ")}\n}\n`,
};

function indented(value: object, indentation: string): string {
  // Line breaks in texts are escaped, so every line break here is one of the layout.
  return JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${indentation}`);
}

function prettyFormat(colour: boolean): ReportFormat {
  const paint = colour ? colourPainter : plainPainter;
  return {
    head: "",
    file: (report, text) => prettyFile(report, text, paint),
    separator: "",
    tail: (summary) => prettySummary(summary, paint),
  };
}
