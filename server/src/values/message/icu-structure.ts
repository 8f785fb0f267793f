/** A variable of an ICU message, as far as it is written. */
export interface IcuArgument {
  readonly name: string;
  /** `number`, `plural` …; undefined when none is written. */
  type: string | undefined;
  /** What stands between the type and the closing brace of a number, date or time. */
  style: string | undefined;
  /** The forms of a plural and the choices of a select, in order. */
  readonly selectors: IcuSpan[];
  /** Offset of its opening brace. */
  readonly start: number;
}

/** Words of an ICU message. */
export interface IcuSpan {
  readonly kind: "name" | "type" | "style" | "selector" | "offset" | "number-sign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where the reading of a message came to: in a text, or at a part of a variable. */
export interface IcuState {
  readonly inside: "text" | "name" | "type" | "style" | "forms";
  /** Offset behind the sign that began it. */
  readonly start: number;
  /** The variable; in a text the plural whose number `#` stands for. */
  readonly argument: IcuArgument | undefined;
}

/** What was found in a message. */
export interface IcuStructure {
  readonly arguments: readonly IcuArgument[];
  readonly spans: readonly (IcuSpan & { readonly argument: IcuArgument | undefined })[];
  /** What is open at the end; the innermost comes last, the first is the text of the message itself. */
  readonly open: readonly IcuState[];
}

const OPEN_PLURALS: ReadonlySet<string> = new Set(["plural", "selectordinal"]);

/** true for the type of a variable that has plural forms. */
export function isPluralType(type: string | undefined): boolean {
  return type !== undefined && OPEN_PLURALS.has(type);
}

/**
 * Reads an ICU message up to an offset, however broken it is: what can not be read is passed. `parseIcuMessage` says what is wrong with it.
 */
export function readIcu(text: string, end = text.length): IcuStructure {
  const reader: Reader = { text: text.slice(0, end), index: 0, arguments: [], spans: [], open: [] };
  reader.open.push({ inside: "text", start: 0, argument: undefined });
  while (reader.index < reader.text.length) {
    const state = reader.open.at(-1);
    if (!state) break;
    if (state.inside === "text") readText(reader, state);
    else if (state.inside === "name") readName(reader);
    else if (state.inside === "type") readType(reader, state);
    else if (state.inside === "style") readStyle(reader, state);
    else readForms(reader, state);
  }
  return reader;
}

interface Reader {
  readonly text: string;
  index: number;
  readonly arguments: IcuArgument[];
  readonly spans: (IcuSpan & { readonly argument: IcuArgument | undefined })[];
  readonly open: IcuState[];
}

function readText(reader: Reader, { argument }: IcuState): void {
  const { text, index } = reader;
  const character = text.charAt(index);
  reader.index++;
  if (character === "'") passQuoted(reader, argument !== undefined);
  else if (character === "{") reader.open.push({ inside: "name", start: index + 1, argument: undefined });
  else if (character === "#" && argument) add(reader, "number-sign", index, index + 1, argument);
  else if (character === "}" && reader.open.length > 1) reader.open.pop();
}

/** An apostrophe hides what follows up to the next one, when it stands before a sign of the language; two of them are one. */
function passQuoted(reader: Reader, inPlural: boolean): void {
  const { text, index } = reader;
  if (text.charAt(index) === "'") reader.index++;
  else if ((inPlural ? /[{}#]/ : /[{}]/).test(text.charAt(index))) {
    const end = text.indexOf("'", index);
    reader.index = end === -1 ? text.length : end + 1;
  }
}

function readName(reader: Reader): void {
  const { text, index } = reader;
  const end = endOf(text, index, /[,{}]/g);
  reader.index = end;
  if (end === text.length) return;
  const start = index - 1;
  const argument = { name: text.slice(index, end).trim(), type: undefined, style: undefined, selectors: [], start };
  reader.open.pop();
  if (argument.name !== "" && text.charAt(end) !== "{") {
    reader.arguments.push(argument);
    addWord(reader, "name", index, end, argument);
  }
  reader.index = end + 1;
  if (text.charAt(end) === ",") reader.open.push({ inside: "type", start: end + 1, argument });
  // `{{` is no variable of ICU; what is behind it may be one.
  else if (text.charAt(end) === "{") reader.open.push({ inside: "name", start: end + 1, argument: undefined });
}

function readType(reader: Reader, { argument }: IcuState): void {
  const { text, index } = reader;
  const end = endOf(text, index, /[,}]/g);
  reader.index = end;
  if (end === text.length || !argument) return;
  argument.type = text.slice(index, end).trim();
  addWord(reader, "type", index, end, argument);
  reader.index = end + 1;
  reader.open.pop();
  if (text.charAt(end) === "}") return;
  const inside = isPluralType(argument.type) || argument.type === "select" ? "forms" : "style";
  reader.open.push({ inside, start: end + 1, argument });
}

function readStyle(reader: Reader, { argument }: IcuState): void {
  const { text, index } = reader;
  const end = endOf(text, index, /\}/g);
  reader.index = end;
  if (end === text.length || !argument) return;
  argument.style = text.slice(index, end).trim();
  addWord(reader, "style", index, end, argument);
  reader.index = end + 1;
  reader.open.pop();
}

const FORM_WORD = /[^\s{}]+/y;

function readForms(reader: Reader, { argument }: IcuState): void {
  const { text, index } = reader;
  const character = text.charAt(index);
  FORM_WORD.lastIndex = index;
  const word = FORM_WORD.exec(text)?.[0];
  if (word !== undefined) {
    reader.index += word.length;
    const kind = word.startsWith("offset:") ? "offset" : "selector";
    const span = add(reader, kind, index, reader.index, argument);
    if (kind === "selector") argument?.selectors.push(span);
    return;
  }
  reader.index++;
  if (character === "}") reader.open.pop();
  if (character !== "{") return;
  const outer = reader.open.findLast((state) => state.inside === "text")?.argument;
  const counted = isPluralType(argument?.type) ? argument : outer;
  reader.open.push({ inside: "text", start: index + 1, argument: counted });
}

function endOf(text: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}

function addWord(reader: Reader, kind: IcuSpan["kind"], from: number, to: number, argument: IcuArgument): void {
  const written = reader.text.slice(from, to);
  const word = written.trim();
  const start = from + written.indexOf(word);
  if (word !== "") add(reader, kind, start, start + word.length, argument);
}

function add(
  reader: Reader,
  kind: IcuSpan["kind"],
  start: number,
  end: number,
  argument: IcuArgument | undefined,
): IcuSpan {
  const span = { kind, text: reader.text.slice(start, end), start, end, argument };
  reader.spans.push(span);
  return span;
}
