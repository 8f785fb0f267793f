import * as l10n from "@vscode/l10n";

/** What the content of a file is that certainly belongs to another tool. */
export type ForeignContent =
  | "kubernetes"
  | "openapi"
  | "compose"
  | "prometheus"
  | "prometheusRules"
  | "alertmanager"
  | "helmValues";

/** The sentence about the content of a file that belongs to another tool. */
export function foreignContentMessage(content: ForeignContent): string {
  switch (content) {
    case "kubernetes":
      return l10n.t`The content is a Kubernetes resource.`;
    case "openapi":
      return l10n.t`The content is an OpenAPI description.`;
    case "compose":
      return l10n.t`The content is a Compose file.`;
    case "prometheus":
      return l10n.t`The content is a Prometheus configuration.`;
    case "prometheusRules":
      return l10n.t`The content is a Prometheus rule file.`;
    case "alertmanager":
      return l10n.t`The content is an Alertmanager configuration.`;
    case "helmValues":
      return l10n.t`The content is a set of Helm values for kube-prometheus-stack.`;
  }
}

/** The sentence about a file that belongs to another tool and has the name of a kind. */
export function foreignNameMessage(content: ForeignContent, name: string, kind: string): string {
  switch (content) {
    case "kubernetes":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is a Kubernetes resource.`;
    case "openapi":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is an OpenAPI description.`;
    case "compose":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is a Compose file.`;
    case "prometheus":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is a Prometheus configuration.`;
    case "prometheusRules":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is a Prometheus rule file.`;
    case "alertmanager":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is an Alertmanager configuration.`;
    case "helmValues":
      return l10n.t`The file name ${name} suggests the kind ${kind}, but its content is a set of Helm values for kube-prometheus-stack.`;
  }
}
