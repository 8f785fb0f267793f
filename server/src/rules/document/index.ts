// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as deprecatedField } from "./deprecated-field.ts";
import { rule as rangeInverted } from "./range-inverted.ts";
import { rule as unknownProperty } from "./unknown-property.ts";
import { rule as unquotedTemplate } from "./unquoted-template.ts";
import { rule as unquotedVersion } from "./unquoted-version.ts";

export const DOCUMENT_RULES: readonly Rule[] = [
  deprecatedField,
  rangeInverted,
  unknownProperty,
  unquotedTemplate,
  unquotedVersion,
];
