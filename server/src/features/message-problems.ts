import type { Problem } from "../schema/problem.ts";
import { sentence } from "../schema/sentences.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { interpolationSyntax, isMessagePath } from "../tenants/messages.ts";
import { icuFault } from "../values/message/language.ts";
import { isCertainlyIcu } from "../values/message/message.ts";
import { locate } from "../yaml/navigate.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { visibleRange } from "../yaml/scalar-positions.ts";

/** The code that the schema gives to a message that is not well-formed. */
const CODE = "message-syntax";

/** A brace that begins no variable as it should. In JSON those at the end of a line, or before a key, begin objects. */
const ODD_BRACE = {
  yaml: /\{(?!\s*[\p{L}\p{N}_]+\s*[,}])/gu,
  json: /\{(?!\s*[\p{L}\p{N}_]+\s*[,}]|\s*[\r\n]|\s*"[^"\r\n]*"\s*:)/gu,
} as const;

/** More braces than this are not looked at: no file of messages comes near. */
const MOST_BRACES = 20_000;

/**
 * The problems of a file with what it says about the syntax of its messages. The schema judges messages that show that they are ICU's; a file
 * whose messages are in another syntax has no such faults, and in one that says they are ICU's, every message has to be one.
 */
export function withMessageSyntax(problems: readonly Problem[], model: FileModel): readonly Problem[] {
  const syntax = interpolationSyntax(model);
  if (syntax === undefined || syntax === "auto") return problems;
  if (syntax !== "icu") return problems.filter((problem) => problem.code !== CODE || !messageAt(model, problem.start));
  return [...problems, ...faultsOfMessages(model)];
}

/** Faults of messages that do not show that they are ICU's. Only lines with a brace that looks wrong are read. */
function faultsOfMessages(model: FileModel): readonly Problem[] {
  const { lines, notation, text } = model.source;
  const seen = new Set<number>();
  const found: Problem[] = [];
  let count = 0;
  for (const { index } of text.matchAll(ODD_BRACE[notation])) {
    if (count++ === MOST_BRACES) break;
    if (isCertainlyIcu(lines.lineText(lines.lineOf(index)))) continue;
    const node = messageAt(model, index);
    if (!node || seen.has(node.start) || isCertainlyIcu(String(node.value))) continue;
    seen.add(node.start);
    const fault = icuFault(String(node.value));
    if (!fault) continue;
    const range = visibleRange(text, node, fault.start, fault.end);
    found.push({ code: CODE, message: sentence(fault.message), severity: "error", ...range });
  }
  return found;
}

/** The message whose text holds an offset; undefined outside of messages. */
function messageAt(model: FileModel, offset: number): ScalarNode | undefined {
  const location = locate(model.root, offset);
  if (location?.node.kind !== "scalar" || location.onKey || typeof location.node.value !== "string") return undefined;
  return isMessagePath(location.path) ? location.node : undefined;
}
