import type { EffectiveLine, ValueOrigin } from "../../../../server/src/protocol.ts";
import { filled, type PageTexts } from "../../effective-messages.ts";

/** What a row shows of a line. */
export interface LineText {
  readonly indent: number;
  readonly dash: string;
  readonly key: string;
  readonly value: string;
  /** Undefined for a value as written. */
  readonly tag: ValueOrigin | undefined;
  readonly tagText: string;
  readonly note: string;
  readonly label: string;
}

/** A line in the words of the page; the parts together read as YAML. */
export function lineText(line: EffectiveLine, texts: PageTexts): LineText {
  const value = line.value === undefined ? "" : oneLine(line.value);
  const tag = line.origin === "written" ? undefined : line.origin;
  const tagText = line.origin === "written" ? "" : texts.origins[line.origin];
  const number = line.source.line + 1;
  return {
    indent: line.level,
    dash: line.item ? "- " : "",
    key: line.key === undefined ? "" : `${line.key}:${value === "" ? "" : " "}`,
    value,
    tag,
    tagText,
    note: [line.note, filled(texts.goTo, fileName(line.source.uri), number)].filter(Boolean).join("\n"),
    label: [spoken(line, value, texts), tagText, line.note, filled(texts.line, number)].filter(Boolean).join(", "),
  };
}

function spoken(line: EffectiveLine, value: string, texts: PageTexts): string {
  const key = line.key ?? "";
  const name = !line.item ? key : key === "" ? texts.item : filled(texts.namedItem, key);
  return value === "" ? filled(texts.level, name, line.level + 1) : `${name}: ${value}`.replace(/^: /, "");
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
