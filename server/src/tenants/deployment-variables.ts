import { scalarLanguage } from "../values/index.ts";
import type { EnvironmentVariables } from "./tenant-context.ts";

/** Providers of encryption keys (contract B.3), the values ENCRYPTION_KEY_PROVIDER may have. */
const KEY_PROVIDERS: readonly string[] = ["vault", "aws_kms", "azure_key_vault", "gcp_kms", "local", "hsm"];

/** The variables of contract F, read: floors and defaults for checks, previews and new files. */
export interface DeploymentVariables {
  /** Roots of tenants as written, in order; empty when the variable is not set. */
  readonly tenantsRoots: readonly string[];
  /** SCHEMA_VALIDATION_STRICT: every warning is an error. */
  readonly strict: boolean;
  /** CACHE_SCHEMAS: what was read from files may be kept between requests. */
  readonly cache: boolean;
  readonly prometheusEndpoint: string | undefined;
  readonly grafanaEndpoint: string | undefined;
  readonly alertmanagerEndpoint: string | undefined;
  readonly vaultEndpoint: string | undefined;
  /** Undefined when the variable is not set or names no provider. */
  readonly keyProvider: string | undefined;
  readonly mfaRequired: boolean;
  readonly defaultLocale: string | undefined;
  readonly supportedLocales: readonly string[];
  /** A sentence for each variable whose value can not be used or should be another. */
  readonly notices: readonly string[];
}

/** Reads the variables of contract F. Values that can not be used count as not set and leave a notice. */
export function deploymentVariables(variables: EnvironmentVariables): DeploymentVariables {
  const notices: string[] = [];
  const reader = new VariableReader(variables, notices);
  const vaultEndpoint = reader.formatted("VAULT_ENDPOINT", "url");
  if (vaultEndpoint?.startsWith("http:"))
    notices.push("VAULT_ENDPOINT is not encrypted; secrets need an https address.");
  return {
    tenantsRoots: reader.list("TENANT_CONFIG_PATH", pathSeparator(reader.text("TENANT_CONFIG_PATH") ?? "")),
    strict: reader.flag("SCHEMA_VALIDATION_STRICT", false),
    cache: reader.flag("CACHE_SCHEMAS", true),
    prometheusEndpoint: reader.formatted("PROMETHEUS_ENDPOINT", "url"),
    grafanaEndpoint: reader.formatted("GRAFANA_ENDPOINT", "url"),
    alertmanagerEndpoint: reader.formatted("ALERTMANAGER_ENDPOINT", "url"),
    vaultEndpoint,
    keyProvider: reader.oneOf("ENCRYPTION_KEY_PROVIDER", KEY_PROVIDERS),
    mfaRequired: reader.flag("MFA_REQUIRED", false),
    defaultLocale: reader.formatted("DEFAULT_LOCALE", "locale"),
    supportedLocales: reader
      .list("SUPPORTED_LOCALES", ",")
      .filter((locale) => reader.isFormatted("SUPPORTED_LOCALES", locale, "locale")),
    notices,
  };
}

/** Path lists are separated as on the machine that wrote them; a single letter before a colon is a Windows drive. */
function pathSeparator(value: string): string | RegExp {
  return value.includes(";") ? ";" : /(?<!(?:^|:)[A-Za-z]):/;
}

class VariableReader {
  readonly #variables: EnvironmentVariables;
  readonly #notices: string[];

  constructor(variables: EnvironmentVariables, notices: string[]) {
    this.#variables = variables;
    this.#notices = notices;
  }

  /** Value without white space around it; undefined when it is not set or empty. */
  text(name: string): string | undefined {
    const value = this.#variables.get(name)?.value.trim();
    return value === "" ? undefined : value;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (["true", "1", "yes", "on"].includes(value)) return true;
    if (!["false", "0", "no", "off"].includes(value))
      this.#notices.push(`${name} is \`${value}\`; expected \`true\` or \`false\`.`);
    return false;
  }

  list(name: string, separator: string | RegExp): readonly string[] {
    const parts = (this.text(name) ?? "").split(separator).map((part) => part.trim());
    return parts.filter((part) => part !== "");
  }

  oneOf(name: string, values: readonly string[]): string | undefined {
    const value = this.text(name);
    if (value === undefined || values.includes(value)) return value;
    this.#notices.push(`${name} is \`${value}\`; expected ${values.map((known) => `\`${known}\``).join(", ")}.`);
    return undefined;
  }

  formatted(name: string, format: string): string | undefined {
    const value = this.text(name);
    return value !== undefined && this.isFormatted(name, value, format) ? value : undefined;
  }

  isFormatted(name: string, value: string, format: string): boolean {
    const problem = scalarLanguage(format)?.check(value);
    if (!problem || problem.advice) return true;
    this.#notices.push(`${name}: ${problem.message.replace(/\.$/, "")}.`);
    return false;
  }
}
