// Generated from the modules beside it by scripts/generate-schemas.ts. Do not edit.

export type { EnvironmentFile } from "./environment.ts"
export type { LocalizationFile } from "./localization.ts"
export type { MonitoringFile } from "./monitoring.ts"
export type { SecurityFile } from "./security.ts"
export type { TenantFile } from "./tenant.ts"
