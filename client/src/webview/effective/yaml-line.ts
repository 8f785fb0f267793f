import type { EffectiveLine, ValueOrigin } from "../../../../server/src/protocol.ts";

/** What a row shows of a line. */
export interface LineText {
  readonly indent: number;
  readonly dash: string;
  readonly key: string;
  readonly value: string;
  /** Undefined for a value as written. */
  readonly tag: ValueOrigin | undefined;
  readonly note: string;
  readonly label: string;
}

/** A line in the words of the page; the parts together read as YAML. */
export function lineText(line: EffectiveLine): LineText {
  const value = line.value === undefined ? "" : oneLine(line.value);
  const tag = line.origin === "written" ? undefined : line.origin;
  const where = `line ${line.source.line + 1}`;
  return {
    indent: line.level,
    dash: line.item ? "- " : "",
    key: line.key === undefined ? "" : `${line.key}:${value === "" ? "" : " "}`,
    value,
    tag,
    note: [line.note, `Go to ${fileName(line.source.uri)}, ${where}`].filter(Boolean).join("\n"),
    label: [spoken(line, value), tag, line.note, where].filter(Boolean).join(", "),
  };
}

function spoken(line: EffectiveLine, value: string): string {
  const name = [line.item ? "item" : "", line.key ?? ""].filter(Boolean).join(" ");
  return value === "" ? `${name}, level ${line.level + 1}` : `${name}: ${value}`.replace(/^: /, "");
}

// Rows have one height: the list could not be windowed otherwise.
function oneLine(value: string): string {
  return value.replace(/\r?\n/g, "⏎ ");
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // Not every file name is well-formed percent encoding.
    return name;
  }
}
