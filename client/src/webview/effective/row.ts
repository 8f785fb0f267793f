import type { EffectiveLine } from "../../../../server/src/protocol.ts";
import type { PageTexts } from "../../effective-messages.ts";
import { lineText } from "./yaml-line.ts";

/** The button of one line. */
export function createRow(): HTMLButtonElement {
  const row = document.createElement("button");
  row.type = "button";
  row.className = "line";
  row.tabIndex = -1;
  row.append(span("dash"), span("key"), span("value"), span("tag"));
  return row;
}

/** Shows a line in a row; leaves the row alone when it shows that already, so that updates keep focus and selection. */
export function fillRow(row: HTMLButtonElement, line: EffectiveLine, index: number, texts: PageTexts): void {
  const text = lineText(line, texts);
  const content = JSON.stringify(text);
  row.dataset.index = String(index);
  if (row.dataset.content === content) return;
  row.dataset.content = content;
  row.title = text.note;
  row.setAttribute("aria-label", text.label);
  row.style.setProperty("--level", String(text.indent));
  row.classList.toggle("item", line.item);
  const [dash, key, value, tag] = row.children;
  setText(dash, text.dash);
  setText(key, text.key);
  setText(value, text.value);
  if (value !== undefined) value.className = `value ${valueType(text.value)}`.trim();
  setText(tag, text.tagText);
  if (tag instanceof HTMLElement) {
    tag.hidden = text.tag === undefined;
    tag.className = `tag ${text.tag ?? ""}`;
  }
}

/** Class for the colour of a value, as YAML reads it; empty for text. */
function valueType(value: string): string {
  if (/^(?:true|false|null|~)$/i.test(value)) return "constant";
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ? "number" : "";
}

function span(className: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = className;
  return element;
}

function setText(element: Element | undefined, text: string): void {
  if (element !== undefined) element.textContent = text;
}
