import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RelatedPlace, type RulePage } from "../rule.ts";
import {
  blockAt,
  byFirst,
  FreeBlocks,
  formatBlock,
  isWithin,
  networkBlockFor,
  type PlacedBlock,
} from "./address-blocks.ts";

/** As many other ranges are named beside the one that is marked. */
const MOST_RELATED = 5;

/** A range of the network with its name. */
interface Range extends PlacedBlock {
  readonly name: string | undefined;
  readonly isPeering: boolean;
}

export const rule = defineRule({
  id: "cidr-overlap",
  severity: "error",
  at: { environment: ["infrastructure.networking"] },
  check: (place, report) => {
    const ranges = [...rangesOf(place, "subnets", false), ...rangesOf(place, "peerings", true)];
    const found = overlaps(ranges);
    if (found.size === 0) return;
    const free = new FreeBlocks(ranges.map(({ block }) => block));
    const areAllKnown = !holdsUnknown(place);
    for (const [range, others] of found) {
      const [first] = others;
      if (!first) continue;
      report(range.place, {
        message: message(range, first),
        related: others.slice(0, MOST_RELATED).map(otherRange),
        ...fixOf(place, range, free, areAllKnown),
      });
    }
  },
});

function rangesOf(networking: Place, key: "subnets" | "peerings", isPeering: boolean): readonly Range[] {
  return (networking.get(key)?.items() ?? []).flatMap((item) => {
    const found = blockAt(item.get("cidr"));
    return found ? [{ ...found, name: item.get("name")?.text, isPeering }] : [];
  });
}

function holdsUnknown(networking: Place): boolean {
  const items = [...(networking.get("subnets")?.items() ?? []), ...(networking.get("peerings")?.items() ?? [])];
  return items.some((item) => item.get("cidr")?.isUnresolved);
}

/**
 * Each range that has to move with those that it overlaps: the later one of two subnets, and the subnet before the peering, whose addresses
 * are somebody else's. Two prefixes either nest or have nothing in common, so it is enough to know the ranges that are open at an address.
 */
function overlaps(ranges: readonly Range[]): ReadonlyMap<Range, readonly Range[]> {
  const found = new Map<Range, Range[]>(ranges.map((range) => [range, []]));
  const position = new Map(ranges.map((range, index) => [range, index]));
  const [subnets, peerings]: [Range[], Range[]] = [[], []];
  for (const range of ranges.toSorted((a, b) => byFirst(a.block, b.block))) {
    const subnet = innermost(subnets, range);
    const peering = innermost(peerings, range);
    if (range.isPeering) {
      if (subnet) found.get(subnet)?.push(range);
      peerings.push(range);
      continue;
    }
    if (peering) found.get(range)?.push(peering);
    if (subnet) {
      const isLater = (position.get(range) ?? 0) > (position.get(subnet) ?? 0);
      found.get(isLater ? range : subnet)?.push(isLater ? subnet : range);
    }
    subnets.push(range);
  }
  return new Map([...found].filter(([, others]) => others.length > 0));
}

/** The innermost of the open ranges that a range lies in; those that it lies behind are closed. */
function innermost(open: Range[], { block }: Range): Range | undefined {
  for (let last = open.at(-1); last && !isWithin(block, last.block); last = open.at(-1)) open.pop();
  return open.at(-1);
}

function message(range: Range, other: Range): string {
  const name = other.name ?? other.text;
  if (other.isPeering)
    return l10n.t`\`${range.text}\` overlaps with \`${other.text}\` of the peering \`${name}\`: what is sent there stays in this network. Use a block that neither side has.`;
  return range.text === other.text
    ? l10n.t`\`${range.text}\` is also the range of the subnet \`${name}\`, so the provider refuses the second one. Use a free block of the VPC.`
    : l10n.t`\`${range.text}\` overlaps with \`${other.text}\` of the subnet \`${name}\`, so the provider refuses the second one. Use a free block of the VPC.`;
}

function otherRange({ place, isPeering }: Range): RelatedPlace {
  return {
    place,
    message: isPeering
      ? l10n.t`The range of the peering stands here.`
      : l10n.t`The range of the other subnet stands here.`,
  };
}

function fixOf(networking: Place, range: Range, free: FreeBlocks, isSure: boolean): { readonly fix?: FixData } {
  const network = networkBlockFor(networking.get("vpc"), range.block);
  const next = network && free.take(network.block, range.block.prefix, range.block.first);
  if (!next) return {};
  const value = formatBlock(next);
  return {
    fix: {
      fix: "change",
      path: range.place.path,
      changes: [
        {
          title: l10n.t`Use the next free block of the VPC, \`${value}\``,
          operations: [{ do: "set", path: [], value }],
          ...(isSure ? {} : { preferred: false as const }),
        },
      ],
    },
  };
}

const NETWORK = (vpc: string, subnets: readonly string[], peering?: string): string =>
  `infrastructure:\n  networking:\n    vpc:\n      ${vpc}\n    subnets:\n${subnets
    .map((cidr, index) => `      - name: s${index}\n        cidr: ${cidr}\n`)
    .join("")}${peering === undefined ? "" : `    peerings:\n      - name: shared\n        cidr: ${peering}\n`}`;
const VPC = "cidr: 10.0.0.0/16";

export const page: RulePage = {
  title: "Subnets or peerings that share addresses.",
  why: "Providers refuse a subnet whose addresses another one already has (`InvalidSubnet.Conflict` on AWS). With a peering it is worse: the routes of the network itself win, so packets for the peer are delivered at home or nowhere, and nothing says why.",
  fix: "Use the next free block of the same size inside the VPC",
  examples: {
    failing: {
      what: "a subnet within another one",
      text: NETWORK(VPC, ["10.0.0.0/23", "10.0.1.0/24 # databases"]),
      reports: [
        "error 9 «10.0.1.0/24» `10.0.1.0/24` overlaps with `10.0.0.0/23` of the subnet `s0`, so the provider refuses the second one. Use a free block of the VPC.",
      ],
      fixed: NETWORK(VPC, ["10.0.0.0/23", "10.0.2.0/24 # databases"]),
    },
    passing: {
      what: "subnets side by side",
      text: NETWORK(VPC, ["10.0.0.0/23", "10.0.2.0/24", "10.0.3.0/24"], "10.90.0.0/16"),
      reports: [],
    },
    placeholder: {
      what: "a range that only the deployment knows",
      text: NETWORK(VPC, ["10.0.0.0/23", "10.0.${NUMBER}.0/24", "${SUBNET}"]),
      reports: [],
    },
    disabled: "networks can not be switched off",
    more: [
      {
        what: "the same range twice",
        text: NETWORK(VPC, ["10.0.0.0/24", "10.0.0.0/24"]),
        reports: [
          "error 9 «10.0.0.0/24» `10.0.0.0/24` is also the range of the subnet `s0`, so the provider refuses the second one. Use a free block of the VPC.",
        ],
        fixed: NETWORK(VPC, ["10.0.0.0/24", "10.0.1.0/24"]),
      },
      {
        what: "a late subnet around two earlier ones",
        text: NETWORK(VPC, ["10.0.0.0/24", "10.0.2.0/24", "10.0.0.0/22"]),
        reports: [
          "error 11 «10.0.0.0/22» `10.0.0.0/22` overlaps with `10.0.0.0/24` of the subnet `s0`, so the provider refuses the second one. Use a free block of the VPC.",
        ],
        fixed: NETWORK(VPC, ["10.0.0.0/24", "10.0.2.0/24", "10.0.4.0/22"]),
      },
      {
        what: "a subnet with the addresses of a peering",
        text: NETWORK(VPC, ["10.0.0.0/24"], "10.0.0.0/20"),
        reports: [
          "error 7 «10.0.0.0/24» `10.0.0.0/24` overlaps with `10.0.0.0/20` of the peering `shared`: what is sent there stays in this network. Use a block that neither side has.",
        ],
        fixed: NETWORK(VPC, ["10.0.16.0/24"], "10.0.0.0/20"),
      },
      {
        what: "a peering within a subnet, in a VPC that has no room left",
        text: NETWORK("cidr: 10.0.0.0/24", ["10.0.0.0/24"], "10.0.0.128/25"),
        reports: [
          "error 7 «10.0.0.0/24» `10.0.0.0/24` overlaps with `10.0.0.128/25` of the peering `shared`: what is sent there stays in this network. Use a block that neither side has.",
        ],
      },
      {
        what: "the end of the VPC, where the search begins again",
        text: NETWORK(VPC, ["10.0.255.0/24", "10.0.255.128/25"]),
        reports: [
          "error 9 «10.0.255.128/25» `10.0.255.128/25` overlaps with `10.0.255.0/24` of the subnet `s0`, so the provider refuses the second one. Use a free block of the VPC.",
        ],
        fixed: NETWORK(VPC, ["10.0.255.0/24", "10.0.0.0/25"]),
      },
      {
        what: "IPv6 subnets",
        text: NETWORK("ipv6_cidr: fd12:acde:1400::/56", ["fd12:acde:1400::/64", '"fd12:acde:1400:0::/64"']),
        reports: [
          'error 9 «"fd12:acde:1400:0::/64"» `fd12:acde:1400:0::/64` overlaps with `fd12:acde:1400::/64` of the subnet `s0`, so the provider refuses the second one. Use a free block of the VPC.',
        ],
        fixed: NETWORK("ipv6_cidr: fd12:acde:1400::/56", ["fd12:acde:1400::/64", '"fd12:acde:1400:1::/64"']),
      },
      {
        what: "addresses of both families",
        text: NETWORK(VPC, ["10.0.0.0/16", "::/0"]),
        reports: [],
      },
    ],
  },
};
