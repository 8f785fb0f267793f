import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import {
  type AddressBlock,
  blockAt,
  FreeBlocks,
  formatBlock,
  isWithin,
  networkBlockFor,
  type PlacedBlock,
} from "./address-blocks.ts";

export const rule = defineRule({
  id: "subnet-outside-vpc",
  severity: "error",
  at: { environment: ["infrastructure.networking"] },
  check: (place, report) => {
    const network = place.get("vpc");
    const written = (place.get("subnets")?.items() ?? []).map((subnet) => subnet.get("cidr"));
    const subnets = written.map(blockAt).filter((subnet) => subnet !== undefined);
    const outside = subnets.filter(({ block }) => {
      const own = networkBlockFor(network, block);
      return own !== undefined && !isWithin(block, own.block);
    });
    if (outside.length === 0) return;
    const others = [...subnets, ...peeringsOf(place)].filter((subnet) => !outside.includes(subnet));
    const free = new FreeBlocks(others.map(({ block }) => block));
    const areAllKnown = !written.some((cidr) => cidr?.isUnresolved);
    for (const subnet of outside) {
      const own = networkBlockFor(network, subnet.block);
      if (!own) continue;
      const next = free.take(own.block, subnet.block.prefix);
      report(subnet.place, {
        message: message(subnet, own),
        related: [{ place: own.place, message: l10n.t`The range of the VPC stands here.` }],
        ...(next && { fix: moveTo(subnet.place, next, areAllKnown) }),
      });
    }
  },
});

function peeringsOf(networking: Place): readonly PlacedBlock[] {
  const peerings = networking.get("peerings")?.items() ?? [];
  return peerings.map((peering) => blockAt(peering.get("cidr"))).filter((peering) => peering !== undefined);
}

function message(subnet: PlacedBlock, network: PlacedBlock): string {
  return isWithin(network.block, subnet.block)
    ? l10n.t`The subnet \`${subnet.text}\` is wider than the VPC \`${network.text}\` that it has to lie in, so the provider refuses to create it. Use a longer prefix, or widen the VPC.`
    : l10n.t`The subnet \`${subnet.text}\` is not inside the VPC \`${network.text}\`, so the provider refuses to create it. Use a free block of the VPC.`;
}

function moveTo(cidr: Place, block: AddressBlock, isSure: boolean): FixData {
  const value = formatBlock(block);
  return {
    fix: "change",
    path: cidr.path,
    changes: [
      {
        title: l10n.t`Use the next free block of the VPC, \`${value}\``,
        operations: [{ do: "set", path: [], value }],
        ...(isSure ? {} : { preferred: false as const }),
      },
    ],
  };
}

const NETWORK = (vpc: string, ...subnets: readonly string[]): string =>
  `infrastructure:\n  networking:\n    vpc:\n      ${vpc}\n    subnets:\n${subnets
    .map((cidr, index) => `      - name: s${index}\n        cidr: ${cidr}\n`)
    .join("")}`;

export const page: RulePage = {
  title: "A subnet that is not inside its VPC.",
  why: "A subnet is a slice of the network's own addresses. Every cloud refuses one that is not (`InvalidSubnet.Range` on AWS), half-way through the deployment, when the VPC already exists and nothing that runs in the subnet does.",
  fix: "Use the next free block of the same size inside the VPC",
  examples: {
    failing: {
      what: "a subnet of another network",
      text: NETWORK("cidr: 10.0.0.0/16", "10.0.0.0/24", "10.1.0.0/24 # databases"),
      reports: [
        "error 9 «10.1.0.0/24» The subnet `10.1.0.0/24` is not inside the VPC `10.0.0.0/16`, so the provider refuses to create it. Use a free block of the VPC.",
      ],
      fixed: NETWORK("cidr: 10.0.0.0/16", "10.0.0.0/24", "10.0.1.0/24 # databases"),
    },
    passing: {
      what: "subnets at both ends of the VPC",
      text: NETWORK("cidr: 10.0.0.0/16", "10.0.0.0/24", "10.0.255.0/24"),
      reports: [],
    },
    placeholder: {
      what: "ranges that only the deployment knows",
      text: NETWORK("cidr: ${VPC_CIDR}", "10.1.0.0/24", "10.${NUMBER}.0.0/24"),
      reports: [],
    },
    disabled: "networks can not be switched off",
    more: [
      {
        what: "a subnet that is wider than the VPC",
        text: NETWORK("cidr: 10.0.0.0/16", "10.0.0.0/8"),
        reports: [
          "error 7 «10.0.0.0/8» The subnet `10.0.0.0/8` is wider than the VPC `10.0.0.0/16` that it has to lie in, so the provider refuses to create it. Use a longer prefix, or widen the VPC.",
        ],
      },
      {
        what: "two subnets that get different blocks, beside a peering",
        text: `${NETWORK("cidr: 10.0.0.0/22", "10.1.0.0/24", "10.2.0.0/24")}    peerings:\n      - name: shared\n        cidr: 10.0.0.0/24\n`,
        reports: [
          "error 7 «10.1.0.0/24» The subnet `10.1.0.0/24` is not inside the VPC `10.0.0.0/22`, so the provider refuses to create it. Use a free block of the VPC.",
          "error 9 «10.2.0.0/24» The subnet `10.2.0.0/24` is not inside the VPC `10.0.0.0/22`, so the provider refuses to create it. Use a free block of the VPC.",
        ],
        fixed: `${NETWORK("cidr: 10.0.0.0/22", "10.0.1.0/24", "10.2.0.0/24")}    peerings:\n      - name: shared\n        cidr: 10.0.0.0/24\n`,
      },
      {
        what: "an IPv6 subnet outside of the IPv6 range of the VPC",
        text: NETWORK("ipv6_cidr: fd12:acde:1400::/56", "fd12:acde:1400::/64", "fd12:acde:1500::/64"),
        reports: [
          "error 9 «fd12:acde:1500::/64» The subnet `fd12:acde:1500::/64` is not inside the VPC `fd12:acde:1400::/56`, so the provider refuses to create it. Use a free block of the VPC.",
        ],
        fixed: NETWORK("ipv6_cidr: fd12:acde:1400::/56", "fd12:acde:1400::/64", "fd12:acde:1400:1::/64"),
      },
      {
        what: "an IPv6 subnet in a VPC whose IPv6 range the provider chooses",
        text: NETWORK("cidr: 10.0.0.0/16", "fd12:acde:1500::/64"),
        reports: [],
      },
      {
        what: "ranges that are none",
        text: NETWORK("cidr: 10.0.0.0/8/16", "10.0.0.0/24", "office"),
        reports: [],
      },
    ],
  },
};
