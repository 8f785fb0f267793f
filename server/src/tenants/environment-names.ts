/** Long names by short ones. A Map, because the names that people write may be those of an object's own members. */
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ["dev", "development"],
  ["prod", "production"],
]);

/** Long name of an environment: `dev` and `prod` are short spellings (contract B.0). */
export function canonicalEnvironment(name: string): string {
  return CANONICAL.get(name) ?? name;
}

/** The spellings of the name of an environment, the one that is given first. */
export function spellingsOf(name: string): readonly string[] {
  const long = canonicalEnvironment(name);
  const short = [...CANONICAL].filter(([, canonical]) => canonical === long).map(([spelling]) => spelling);
  return [...new Set([name, long, ...short])];
}
