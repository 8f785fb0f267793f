/** A tenant file without any finding. Its lines are counted on by the tests of this folder. */
export const GOOD_TENANT = `tenant_id: acme
metadata:
  name: Acme
  owner:
    user_id: user_1
    email: ann@acme.example
    name: Ann
environments:
  production:
    enabled: true
    database:
      host: db.acme.example
      port: 5432
      name: acme
      schema: tenant_acme
features: {}
security: {}
billing: {}
`;

/** The same with four mistakes; {@link BROKEN_FINDINGS} lists them. */
export const BROKEN_TENANT = GOOD_TENANT.replace("  name: Acme\n", "  nam: Acme\n  name: Acme\n")
  .replace("ann@acme.example", "ann at acme.example")
  .replace("port: 5432", "port: 54320000")
  .replace("billing: {}", "billing:\n  plan: gold");

/** Diagnostics of {@link BROKEN_TENANT}, as `brief` writes them. */
export const BROKEN_FINDINGS: readonly string[] = [
  "3:3-3:6 warning unknown-property",
  "7:12-7:31 error invalid-format",
  "14:13-14:21 error out-of-range",
  "20:9-20:13 error value-not-allowed",
];

/** A tenant file with these lines instead of `billing: {}`. */
export function tenantWithBilling(...lines: readonly string[]): string {
  return GOOD_TENANT.replace("billing: {}\n", ["billing:", ...lines.map((line) => `  ${line}`), ""].join("\n"));
}

/** A tenant file whose database port is written like this (line 13, from column 13). */
export function tenantWithPort(port: string): string {
  return GOOD_TENANT.replace("port: 5432", `port: ${port}`);
}
