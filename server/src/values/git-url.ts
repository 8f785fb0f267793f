import * as l10n from "@vscode/l10n";
import { defineLanguage, problem, shifted, shown } from "./define-language.ts";
import { checkHost } from "./host.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";
import { checkCharacters, checkUrl } from "./url.ts";

const RULE = { noun: l10n.t("the address of a repository"), schemes: ["https", "ssh", "git", "oci", "http"] };

/** `git-url`: `https://`, `ssh://`, `git://`, `oci://`, or the short form `git@host:path`. */
export const gitUrlLanguage: ScalarLanguage = defineLanguage({
  format: "git-url",
  title: l10n.t("Repository URL"),
  category: "address",
  noun: RULE.noun,
  example: "https://git.acme.example/platform/tenants.git",
  maxLength: 2048,
  check(text) {
    if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) return checkLongForm(text);
    return /^[\w.-]+@/.test(text) ? checkShortForm(text) : unknownForm(text);
  },
});

function checkLongForm(text: string): ValueProblem | undefined {
  const found = checkUrl(text, RULE);
  const path = checkPath(text);
  if (!found || found.advice) return path ?? found;
  return path ? shifted(found, 0) : found;
}

function checkPath(text: string): ValueProblem | undefined {
  if (/^[^:]+:\/\/[^/]+\/[^/]/.test(text)) return undefined;
  return problem(0, text.length, l10n.t`${shown(text)} names a server only: the path of the repository is missing`);
}

/** `user@host:path`, as `git clone` takes it. */
function checkShortForm(text: string): ValueProblem | undefined {
  const at = text.indexOf("@");
  const colon = text.indexOf(":", at);
  if (colon < 0) {
    return problem(
      at + 1,
      text.length,
      l10n.t`${shown(text)} is not ${RULE.noun}: \`:\` and the path must follow the host`,
    );
  }
  const host = text.slice(at + 1, colon);
  if (host === "") return problem(at, colon + 1, l10n.t`${shown(text)} is not ${RULE.noun}: the host is missing`);
  const found = checkHost(host);
  if (found && !found.advice) return shifted(found, at + 1);
  if (colon + 1 === text.length) {
    return problem(colon, text.length, l10n.t`${shown(text)} is not ${RULE.noun}: the path must follow the host`);
  }
  return checkCharacters(text, colon + 1, RULE.noun);
}

function unknownForm(text: string): ValueProblem {
  const known = /^(?:www\.)?(?:github|gitlab)\.com\/[\w.-]+\/[\w.-]/.test(text);
  const forms = l10n.t("`https://`, `ssh://`, `git://`, `oci://` or `git@host:path`");
  const message = l10n.t`${shown(text)} is not ${RULE.noun}: use ${forms}`;
  return problem(0, text.length, message, known ? `https://${text}` : undefined);
}
