import { isIpv4 } from "../../values/ip.ts";

/** true for a host that means the machine itself, so that nothing that is sent to it leaves that machine. */
export function isLoopback(host: string): boolean {
  const name = plainHost(host);
  return isNamed(name, "localhost") || name === "::1" || (isIpv4(name) && name.startsWith("127."));
}

/** true for a host that another environment knows as another machine: the machine itself, or a name that only its cluster resolves. */
export function isRelativeHost(host: string): boolean {
  const name = plainHost(host);
  return isLoopback(name) || ["svc", "cluster.local", "docker.internal"].some((zone) => isNamed(name, zone));
}

/** A host as it is compared: lower case, without brackets and the dot of the root. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$|\.$/g, "");
}

/** true for a domain and all names below it. */
export function isNamed(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
