import * as l10n from "@vscode/l10n";

/** Where a value was found when no file of variables holds it. {@link originWords} says it to people. */
export const ORIGIN = {
  default: "its default",
  environment: "the environment",
  setting: "the setting tenantConfig.env",
  process: "the process environment",
} as const;

/** The origin of a value that a file of the tenant holds. */
export function fileOrigin(kind: string): string {
  return `the ${kind} file`;
}

/** Where a value was found, in words for people, to stand behind "from". The names of `.env` files say it themselves. */
export function originWords(from: string): string {
  switch (from) {
    case ORIGIN.default:
      return l10n.t`its default`;
    case ORIGIN.environment:
      return l10n.t`the environment`;
    case ORIGIN.setting:
      return l10n.t`the setting tenantConfig.env`;
    case ORIGIN.process:
      return l10n.t`the process environment`;
  }
  const kind = /^the (\w+) file$/.exec(from)?.[1];
  return kind === undefined ? from : l10n.t`the ${kind} file`;
}
