/** Tenant variables that `{{name}}` can stand for (contract G). Template languages leave them to us. */
export const TENANT_VARIABLES = [
  "tenant_id",
  "tenant_name",
  "environment",
  "region",
  "plan",
  "owner_email",
  "default_locale",
] as const;
