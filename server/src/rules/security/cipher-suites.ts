import data from "../../values/data/cipher-suites.json" with { type: "json" };

/** What speaks against a suite: `no-forward-secrecy` makes it weak, everything else breaks it. */
export type CipherVerdict = keyof typeof data.suites;

const VERDICTS: ReadonlyMap<string, CipherVerdict> = new Map(
  Object.entries(data.suites).flatMap(([verdict, suites]) =>
    Object.entries(suites)
      .flatMap(([name, others]: [string, readonly string[]]) => [name, ...others])
      .map((name): [string, CipherVerdict] => [name, verdict as CipherVerdict]),
  ),
);

const OPENSSL_NAMES: ReadonlyMap<string, string> = new Map(
  Object.values(data.suites).flatMap((suites) =>
    Object.entries(suites).flatMap(([name, [first]]: [string, readonly string[]]): [string, string][] =>
      first === undefined ? [] : [[name, first]],
    ),
  ),
);

/** What is to be said about a suite by its IANA, Java or OpenSSL name; undefined for an unknown name. */
export function cipherVerdict(name: string): CipherVerdict | undefined {
  return VERDICTS.get(name) ?? (name.startsWith("SSL_") ? VERDICTS.get(`TLS_${name.slice(4)}`) : undefined);
}

/** All names of suites, those without a fault first. */
export function cipherNames(): Iterable<string> {
  return VERDICTS.keys();
}

/** true for a suite that must not be used at all. */
export function isBrokenCipher(name: string): boolean {
  const verdict = cipherVerdict(name);
  return verdict !== undefined && verdict !== "good" && verdict !== "no-forward-secrecy";
}

/**
 * The list that is recommended for a lowest TLS version, for the older one while it is not known: clients of both find something in it. The
 * names are spelled as most of those in the list that it replaces.
 */
export function recommendedCiphers(lowestVersion: string | undefined, replaced: readonly string[]): readonly string[] {
  const names = data.recommended[lowestVersion === "1.3" ? "1.3" : "1.2"];
  const ianaNames = replaced.filter((name) => /^(?:TLS|SSL)_/.test(name)).length;
  return ianaNames * 2 >= replaced.length ? names : names.map((name) => OPENSSL_NAMES.get(name) ?? name);
}
