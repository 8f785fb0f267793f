import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("unquoted-template", "error", [
  "tenant",
  "monitoring",
  "security",
  "environment",
  "localization",
]);

export const page: RulePage = {
  title: "A value that begins with `{{` and has no quotes.",
  why: "YAML reads `{` as the beginning of a mapping: the placeholder is never filled in, and loaders refuse the file or read a mapping whose key is a mapping.",
  fix: "Put the value in quotes",
  examples: {
    failing: {
      what: "a label that begins with a placeholder",
      text: "metadata:\n  name: {{tenant_id}}\n",
      reports: ["error 2 «{{tenant_id}}» Without quotes `{{` starts a mapping. Put the placeholder in quotes."],
      fixed: 'metadata:\n  name: "{{tenant_id}}"\n',
    },
    passing: { what: "a placeholder in quotes", text: 'metadata:\n  name: "{{tenant_id}}"\n', reports: [] },
    placeholder: {
      what: "a placeholder behind other text",
      text: "metadata:\n  name: Tenant {{tenant_id}}\n",
      reports: [],
    },
    disabled: "how a value is read does not depend on a switch",
  },
};
