import assert from "node:assert/strict";
import type { Kind } from "../../../server/src/protocol.ts";
import { VALID_LOCALIZATION } from "../../support/valid-localization.ts";

/** The least that is valid, by kind. */
export const VALID: Readonly<Record<Kind, string>> = {
  tenant: `tenant_id: one
metadata:
  name: One
  owner:
    user_id: u1
    email: a@one.example
    name: Ann
environments:
  production:
    enabled: true
    database:
      host: db.one.example
      port: 5432
      name: one
      schema: one
features: {}
security: {}
billing: {}
`,
  monitoring: "global: {}\nprometheus: {}\nalertmanager: {}\n",
  security:
    "authentication: {}\nauthorization: {}\nencryption: {}\naudit:\n  enabled: true\n  events: [authentication]\n",
  environment: `environment:
  name: production
  tier: basic
  region: eu-west-1
infrastructure: {}
databases:
  primary:
    engine: postgresql
    version: "16.4"
    instance_class: db.t4g.small
storage: {}
monitoring: {}
security: {}
`,
  localization: VALID_LOCALIZATION,
};

/** The least that is valid with one part of it written differently. */
export function valid(kind: Kind, part = "", instead = ""): string {
  const text = VALID[kind];
  assert.ok(text.includes(part), `${part} stands in the ${kind} file`);
  return text.replace(part, () => instead);
}
