import type { Operation } from "../../schema/problem.ts";
import data from "../../values/data/cipher-suites.json" with { type: "json" };
import type { Place } from "../place.ts";

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
 * Steps that write the recommended list in place of another one. For a lowest TLS version that is not known it is that of the older one:
 * clients of both find something in it. The names are spelled as most of those that they replace, and a list of several lines stays one.
 */
export function recommendedOperations(list: Place, lowestVersion: string | undefined): readonly Operation[] {
  const { path, node } = list;
  const written = list.items().map(({ text }) => text ?? "");
  const value = recommendedCiphers(lowestVersion, written);
  if (node.kind !== "sequence" || node.flow || written.length === 0) return [{ do: "set", path, value }];
  return [
    ...value
      .slice(0, written.length)
      .flatMap((name, index): Operation[] =>
        name === written[index] ? [] : [{ do: "set", path: [...path, index], value: name }],
      ),
    ...value.slice(written.length).map((name): Operation => ({ do: "append", path, value: name })),
    ...written
      .slice(value.length)
      .map((_, index): Operation => ({ do: "remove", path: [...path, value.length + index] })),
  ];
}

function recommendedCiphers(lowestVersion: string | undefined, replaced: readonly string[]): readonly string[] {
  const names = data.recommended[lowestVersion === "1.3" ? "1.3" : "1.2"];
  const ianaNames = replaced.filter((name) => /^(?:TLS|SSL)_/.test(name)).length;
  return ianaNames * 2 >= replaced.length ? names : names.map((name) => OPENSSL_NAMES.get(name) ?? name);
}
