const CANONICAL: Readonly<Record<string, string>> = { dev: "development", prod: "production" };

/** Long name of an environment: `dev` and `prod` are short spellings (contract B.0). */
export function canonicalEnvironment(name: string): string {
  return CANONICAL[name] ?? name;
}
