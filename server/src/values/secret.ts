import * as l10n from "@vscode/l10n";
import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** `secret`: every text is accepted here, the forms of references are offered. */
export const secretLanguage: ScalarLanguage = acceptAll("secret", l10n.t("Secret"), {
  completions: () => [
    { label: "vault:path#key", detail: "HashiCorp Vault" },
    { label: "aws-sm:name#key", detail: "AWS Secrets Manager" },
    { label: "gcp-sm:project/name#version", detail: "Google Cloud Secret Manager" },
    { label: "azure-kv:vault/name", detail: "Azure Key Vault" },
    { label: "k8s:namespace/secret#key", detail: l10n.t("Kubernetes secret") },
    { label: "file:/path", detail: l10n.t("file on the target machine") },
    { label: `\${env:NAME}`, detail: l10n.t("variable of the deployment environment") },
  ],
});
