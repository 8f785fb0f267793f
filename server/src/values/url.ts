import * as l10n from "@vscode/l10n";
import { oneOf } from "../text/language.ts";
import { characterAt, defineLanguage, firstFault, problem, shifted, shown } from "./define-language.ts";
import { editDistance, nearest } from "./edit-distance.ts";
import { checkHost, checkHostPort, checkPort } from "./host.ts";
import { isIpv6 } from "./ip.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const MAX_URL_LENGTH = 4096;

/** What a kind of URL allows. */
export interface UrlRule {
  /** With article: `an http or https address`. */
  readonly noun: string;
  /** Lower-case, the preferred one first. */
  readonly schemes: readonly string[];
}

const WEB: UrlRule = { noun: l10n.t("an absolute http or https address"), schemes: ["https", "http"] };

/** First fault of an absolute URL `scheme://[user@]host[:port][/…]`, undefined when it is well-formed. */
export function checkUrl(text: string, rule: UrlRule): ValueProblem | undefined {
  const scheme = checkScheme(text, rule);
  if (scheme) return scheme;
  const start = text.indexOf("://") + 3;
  const length = text.slice(start).search(/[/?#]/);
  const end = length < 0 ? text.length : start + length;
  return firstFault(checkAuthority(text, start, end, rule), checkCharacters(text, end, rule.noun));
}

/** First character from `from` on that no URL or path may hold, undefined when there is none. */
export function checkCharacters(text: string, from: number, noun: string): ValueProblem | undefined {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 32 || code === 127 || '<>"\\^`'.includes(text.charAt(index))) {
      const character = characterAt(text, index);
      const name =
        character === " "
          ? l10n.t("a space (write `%20`)")
          : code < 32
            ? l10n.t("a control character")
            : shown(character);
      return problem(index, index + 1, l10n.t`${shown(text)} is not ${noun}: ${name} can not stand in it`);
    }
    if (code === 37 && !/^[0-9A-Fa-f]{2}$/.test(text.slice(index + 1, index + 3))) {
      const message = l10n.t`${shown(text)} is not ${noun}: two hexadecimal digits must follow \`%\``;
      return problem(index, Math.min(index + 3, text.length), message);
    }
  }
  return undefined;
}

/** `url`: an absolute http(s) address. */
export const urlLanguage: ScalarLanguage = defineLanguage({
  format: "url",
  title: l10n.t("URL"),
  category: "address",
  noun: WEB.noun,
  example: "https://app.acme.example",
  maxLength: MAX_URL_LENGTH,
  check: (text) => checkUrl(text, WEB),
});

/** `url-or-path`: an absolute http(s) address, or a path starting with `/`. */
export const urlOrPathLanguage: ScalarLanguage = defineLanguage({
  format: "url-or-path",
  title: l10n.t("URL or path"),
  category: "address",
  noun: l10n.t("a URL or a path starting with `/`"),
  example: "/metrics",
  maxLength: MAX_URL_LENGTH,
  check(text) {
    if (text.startsWith("/")) return checkCharacters(text, 0, l10n.t("a path"));
    if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return checkUrl(text, WEB);
    return problem(0, 1, l10n.t`${shown(text)} must start with \`/\` (a path) or with \`https://\` or \`http://\``);
  },
});

/** `uri-or-path`: a URI of any scheme (`s3://…`), or a path in a file system. */
export const uriOrPathLanguage: ScalarLanguage = defineLanguage({
  format: "uri-or-path",
  title: l10n.t("URI or path"),
  category: "address",
  noun: l10n.t("a URI or a path"),
  example: "s3://acme-artifacts/models",
  maxLength: MAX_URL_LENGTH,
  check(text) {
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]+:\/\//.exec(text)?.[0];
    if (scheme === undefined) return checkFilePath(text);
    if (scheme.length === text.length) {
      return problem(0, text.length, l10n.t`${shown(text)} is not complete: something must follow \`${scheme}\``);
    }
    return checkCharacters(text, scheme.length, l10n.t("a URI"));
  },
});

/** `endpoint`: `host:port` or an http(s) URL. */
export const endpointLanguage: ScalarLanguage = defineLanguage({
  format: "endpoint",
  title: l10n.t("Endpoint"),
  category: "address",
  noun: l10n.t("a host with a port or a URL"),
  example: "collector.acme.example:4317",
  maxLength: MAX_URL_LENGTH,
  check: (text) => (text.includes("://") ? checkUrl(text, WEB) : checkHostPort(text)),
});

function checkFilePath(text: string): ValueProblem | undefined {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 127) {
      return problem(
        index,
        index + 1,
        l10n.t`${shown(text)} is not a path: it holds a line break or control character`,
      );
    }
  }
  return undefined;
}

function checkScheme(text: string, rule: UrlRule): ValueProblem | undefined {
  const starts = oneOf(rule.schemes.map((scheme) => `\`${scheme}://\``));
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(\/{0,2})/.exec(text);
  const [found = "", name = "", slashes = ""] = match ?? [];
  // `app:8000/x` is a host with a port, not a scheme.
  if (!match || (slashes === "" && /^\d/.test(text.slice(found.length)))) {
    return problem(0, text.length, l10n.t`${shown(text)} is not ${rule.noun}: it must start with ${starts}`);
  }
  const scheme = name.toLowerCase();
  const rest = text.slice(found.length);
  if (!rule.schemes.includes(scheme)) {
    const near = nearest(scheme, rule.schemes);
    const others = rule.schemes.filter((other) => other !== near);
    const certain =
      near !== undefined && nearest(scheme, others, editDistance(scheme, near)) === undefined && slashes === "//";
    const message = l10n.t`${shown(text)} is not ${rule.noun}: it must start with ${starts}, not ${shown(name)}`;
    return problem(0, name.length, message, certain ? confirmed(`${near}://${rest}`, rule) : undefined);
  }
  if (slashes === "//") return undefined;
  const message = l10n.t`${shown(text)} is not ${rule.noun}: \`//\` must follow \`${name}:\``;
  return problem(name.length, found.length, message, confirmed(`${name}://${rest}`, rule));
}

/** The text when it is well-formed, for suggestions. */
function confirmed(text: string, rule: UrlRule): string | undefined {
  const found = checkUrl(text, rule);
  return found && !found.advice ? undefined : text;
}

function checkAuthority(text: string, start: number, end: number, rule: UrlRule): ValueProblem | undefined {
  const at = text.slice(start, end).lastIndexOf("@");
  const hostStart = at < 0 ? start : start + at + 1;
  const authority = text.slice(hostStart, end);
  const empty = (): ValueProblem =>
    problem(0, Math.max(hostStart, 1), l10n.t`${shown(text)} is not ${rule.noun}: the host is missing`);
  if (authority === "") return empty();
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(authority);
  if (bracketed) {
    const [, address = "", port] = bracketed;
    if (!isIpv6(address)) {
      return problem(hostStart, hostStart + address.length + 2, l10n.t`${shown(address)} is not an IPv6 address`);
    }
    return port === undefined ? undefined : checkPort(port, end - port.length);
  }
  const colon = authority.indexOf(":");
  const host = colon < 0 ? authority : authority.slice(0, colon);
  if (host === "") return empty();
  const port = colon < 0 ? undefined : checkPort(authority.slice(colon + 1), hostStart + colon + 1);
  return firstFault(shifted(checkHost(host), hostStart), port);
}
