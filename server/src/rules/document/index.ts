// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as deprecatedField } from "./deprecated-field.ts";
import { rule as duplicateName } from "./duplicate-name.ts";
import { rule as placeholderInvalid } from "./placeholder-invalid.ts";
import { rule as plaintextSecret } from "./plaintext-secret.ts";
import { rule as rangeInverted } from "./range-inverted.ts";
import { rule as unknownProperty } from "./unknown-property.ts";
import { rule as unquotedTemplate } from "./unquoted-template.ts";
import { rule as unquotedVersion } from "./unquoted-version.ts";
import { rule as valueLostToComment } from "./value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "./yaml-ambiguous-scalar.ts";

export const DOCUMENT_RULES: readonly Rule[] = [
  deprecatedField,
  duplicateName,
  placeholderInvalid,
  plaintextSecret,
  rangeInverted,
  unknownProperty,
  unquotedTemplate,
  unquotedVersion,
  valueLostToComment,
  yamlAmbiguousScalar,
];
