import { Address4, Address6 } from "ip-address";
import { isIpv4, isIpv6 } from "../../values/ip.ts";
import type { Place } from "../place.ts";

/** Addresses that share their first bits. */
export interface AddressBlock {
  readonly family: 4 | 6;
  readonly first: bigint;
  /** Behind the last address. */
  readonly end: bigint;
  readonly prefix: number;
}

/** A block with the place where it is written. */
export interface PlacedBlock {
  readonly place: Place;
  readonly text: string;
  readonly block: AddressBlock;
}

/** The addresses of a prefix such as `10.0.0.0/16`, bits behind the prefix left out; undefined for everything else. */
export function parseBlock(text: string): AddressBlock | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  if (rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const family = isIpv4(address) ? 4 : isIpv6(address) ? 6 : undefined;
  const prefix = Number(length);
  if (family === undefined || prefix > bitsOf(family)) return undefined;
  const number = family === 4 ? new Address4(address).bigInt() : new Address6(address).bigInt();
  const size = 1n << BigInt(bitsOf(family) - prefix);
  const first = number - (number % size);
  return { family, first, end: first + size, prefix };
}

/** The block that a scalar holds, with its place; undefined for everything else and while it is not known. */
export function blockAt(place: Place | undefined): PlacedBlock | undefined {
  const text = place?.text;
  const block = text === undefined ? undefined : parseBlock(text);
  return place && text !== undefined && block ? { place, text, block } : undefined;
}

/** The block as it is usually written. */
export function formatBlock({ family, first, prefix }: AddressBlock): string {
  const address = family === 4 ? Address4.fromBigInt(first) : Address6.fromBigInt(first);
  return `${address.correctForm()}/${prefix}`;
}

/** true when all addresses of a block are addresses of another one. */
export function isWithin(inner: AddressBlock, outer: AddressBlock): boolean {
  return inner.family === outer.family && outer.first <= inner.first && inner.end <= outer.end;
}

/** The block of a network that a subnet of its family has to lie in. */
export function networkBlockFor(network: Place | undefined, { family }: AddressBlock): PlacedBlock | undefined {
  const blocks = ["cidr", "ipv6_cidr"].map((key) => blockAt(network?.get(key)));
  return blocks.find((found) => found?.block.family === family);
}

/** So many blocks are looked for, each of them among all others; nobody moves more subnets than that with quick fixes. */
const MOST_TAKEN = 64;

/** The free blocks of a network, each given away once. */
export class FreeBlocks {
  readonly #taken: AddressBlock[];
  #left = MOST_TAKEN;

  constructor(taken: readonly AddressBlock[]) {
    this.#taken = taken.toSorted(byFirst);
  }

  /** Takes the first free block of a length at or behind an address; undefined when the network has none left. */
  take(network: AddressBlock, prefix: number, from = network.first): AddressBlock | undefined {
    if (prefix < network.prefix || this.#left-- <= 0) return undefined;
    const start = from < network.first || from >= network.end ? network.first : from;
    const found = this.#search(network, prefix, start) ?? this.#search(network, prefix, network.first);
    if (found) this.#taken.splice(lowerBound(this.#taken, found), 0, found);
    return found;
  }

  #search(network: AddressBlock, prefix: number, from: bigint): AddressBlock | undefined {
    const size = 1n << BigInt(bitsOf(network.family) - prefix);
    let first = roundedUp(from, size);
    for (const block of this.#taken) {
      if (block.family !== network.family || block.end <= first) continue;
      if (block.first >= first + size) break;
      first = roundedUp(block.end, size);
    }
    const end = first + size;
    return end <= network.end ? { family: network.family, first, end, prefix } : undefined;
  }
}

function bitsOf(family: 4 | 6): 32 | 128 {
  return family === 4 ? 32 : 128;
}

function roundedUp(number: bigint, size: bigint): bigint {
  return ((number + size - 1n) / size) * size;
}

/** Order by address, the wider block first where two begin together. */
export function byFirst(a: AddressBlock, b: AddressBlock): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}

function lowerBound(blocks: readonly AddressBlock[], block: AddressBlock): number {
  const index = blocks.findIndex((other) => byFirst(other, block) >= 0);
  return index === -1 ? blocks.length : index;
}
