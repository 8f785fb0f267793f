import * as l10n from "@vscode/l10n";
import { advice, characterAt, defineLanguage, firstFault, problem, shifted, shown } from "./define-language.ts";
import { checkIp, isIpv6 } from "./ip.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

/** First fault of a DNS name or bare IP address, undefined when it is one. An underscore is only advised against. */
export function checkHost(text: string): ValueProblem | undefined {
  if (isIpv6(text)) return undefined;
  const wrapped = checkWrapping(text);
  if (wrapped) return wrapped;
  if (/^[\d.]+$/.test(text) && /\d/.test(text)) return checkIp(text);
  const strange = text.search(/[^A-Za-z0-9._-]/);
  if (strange >= 0) return strangeCharacter(text, strange);
  return checkLabels(text) ?? checkUnderscore(text);
}

/** First fault of a port number written at `offset` of a longer text. */
export function checkPort(text: string, offset: number): ValueProblem | undefined {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535) return undefined;
  const message =
    text === ""
      ? l10n.t("A port from 1 to 65535 is expected, nothing stands after `:`")
      : l10n.t`A port from 1 to 65535 is expected, ${shown(text)} is not one`;
  const start = text === "" ? Math.max(0, offset - 1) : offset;
  return problem(start, offset + text.length, message);
}

/** First fault of `host:port`, undefined when it is well-formed. */
export function checkHostPort(text: string): ValueProblem | undefined {
  if (text.startsWith("[")) return checkBracketed(text);
  if (isIpv6(text)) {
    const message = l10n.t`${shown(text)} needs square brackets around the IPv6 address and a port, for example \`[2001:db8::7]:9090\``;
    return problem(0, text.length, message);
  }
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text)?.[0];
  if (scheme !== undefined) {
    return problem(
      0,
      scheme.length,
      l10n.t`${shown(text)} is a URL: only host and port are expected, without \`${scheme}\``,
    );
  }
  const colon = text.lastIndexOf(":");
  if (colon < 0) {
    const fault = checkHost(text);
    if (fault && !fault.advice) return fault;
    return problem(
      0,
      text.length,
      l10n.t`${shown(text)} has no port: write \`host:port\`, for example \`${plain(text)}:9090\``,
    );
  }
  const host = text.slice(0, colon);
  if (host === "") return problem(0, 1, l10n.t`${shown(text)} has no host before the port: write \`host:port\``);
  const port = text.slice(colon + 1);
  const inner = shifted(checkHost(host), 0, (suggestion) => `${suggestion}:${port}`);
  return firstFault(inner, checkPort(port, colon + 1));
}

/** `host`: a DNS name or an IP address. */
export const hostLanguage: ScalarLanguage = defineLanguage({
  format: "host",
  title: l10n.t("Host"),
  noun: l10n.t("a host"),
  example: "db.acme.example",
  maxLength: MAX_HOST_LENGTH + 1,
  check: checkHost,
});

/** `host-port`: a host and a port. */
export const hostPortLanguage: ScalarLanguage = defineLanguage({
  format: "host-port",
  title: l10n.t("Host and port"),
  noun: l10n.t("a host with a port"),
  example: "app.acme.example:8000",
  maxLength: MAX_HOST_LENGTH + 7,
  check: checkHostPort,
});

function plain(text: string): string {
  return shown(text).slice(1, -1);
}

function checkBracketed(text: string): ValueProblem | undefined {
  const close = text.indexOf("]");
  if (close < 0) return problem(0, 1, l10n.t`${shown(text)} is not complete: the closing \`]\` is missing`);
  const address = text.slice(1, close);
  if (!isIpv6(address)) {
    return problem(
      1,
      Math.max(close, 2),
      l10n.t`Only an IPv6 address stands in square brackets, found ${shown(address)}`,
    );
  }
  if (text.charAt(close + 1) !== ":") {
    return problem(close, text.length, l10n.t`${shown(text)} has no port: write \`[address]:port\``);
  }
  return checkPort(text.slice(close + 2), close + 2);
}

/** Texts that hold a host and more than a host. */
function checkWrapping(text: string): ValueProblem | undefined {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text)?.[0];
  if (scheme !== undefined) {
    const rest = text.slice(scheme.length);
    const suggestion = checkHost(rest) === undefined ? rest : undefined;
    return problem(
      0,
      scheme.length,
      l10n.t`${shown(text)} is a URL: only the host is expected, without \`${scheme}\``,
      suggestion,
    );
  }
  const inner = /^\[([^\]]*)\]$/.exec(text)?.[1];
  if (inner !== undefined && isIpv6(inner)) {
    return problem(
      0,
      text.length,
      l10n.t`${shown(text)} stands in brackets: write the address alone, \`${inner}\``,
      inner,
    );
  }
  const port = /:\d*$/.exec(text);
  if (port && text.indexOf(":") === port.index && port.index > 0) {
    return problem(port.index, text.length, l10n.t`${shown(text)} has a port: only the host is expected`);
  }
  return text.split(":").length > 2 && /^[0-9A-Fa-f:.]+$/.test(text) ? checkIp(text) : undefined;
}

function strangeCharacter(text: string, index: number): ValueProblem {
  const character = characterAt(text, index);
  const message = l10n.t`${shown(text)} is not a host: ${shown(character)} can not stand in it`;
  if (character === "/")
    return problem(index, text.length, l10n.t`${shown(text)} has a path: only the host is expected`);
  const said =
    character.charCodeAt(0) > 127 ? l10n.t`${message}; write international names in their \`xn--\` form` : message;
  return problem(index, index + character.length, said);
}

function checkLabels(text: string): ValueProblem | undefined {
  const name = text.endsWith(".") && text.length > 1 ? text.slice(0, -1) : text;
  const message = (): string => l10n.t`${shown(text)} is not a host`;
  if (name.length > MAX_HOST_LENGTH)
    return problem(0, text.length, l10n.t`${message()}: a name has at most 253 characters`);
  let start = 0;
  const labels = name.split(".");
  for (const label of labels) {
    const end = start + label.length;
    if (label === "") {
      const dot = Math.min(start, text.length - 1);
      return problem(dot, dot + 1, l10n.t`${message()}: a part between two dots is empty`);
    }
    if (label.length > MAX_LABEL_LENGTH)
      return problem(start, end, l10n.t`${message()}: a part has at most 63 characters`);
    if (label.startsWith("-")) return problem(start, start + 1, l10n.t`${message()}: a part can not begin with \`-\``);
    if (label.endsWith("-")) return problem(end - 1, end, l10n.t`${message()}: a part can not end with \`-\``);
    start = end + 1;
  }
  const last = labels[labels.length - 1] ?? "";
  if (/^\d+$/.test(last)) {
    return problem(name.length - last.length, name.length, l10n.t`${message()}: the last part can not be a number`);
  }
  return undefined;
}

function checkUnderscore(text: string): ValueProblem | undefined {
  const index = text.indexOf("_");
  if (index < 0) return undefined;
  const message = l10n.t`${shown(text)} holds an underscore: some clients refuse such host names, prefer \`-\``;
  return advice(index, index + 1, message);
}
