import { accepts, refuses } from "./language-table.ts";

accepts("dns-label", ["acme", "acme-staging", "0", "a".repeat(63)]);
refuses("dns-label", [
  ["«A»cme", "acme"],
  ["acme«_»staging", "acme-staging"],
  ["acme«.»x", undefined],
  ["«-»acme", undefined],
  ["acme«-»", undefined],
  [`«${"a".repeat(64)}»`, undefined],
]);

accepts("dns-subdomain", ["acme", "jobs.acme.example"]);
refuses("dns-subdomain", [
  ["jobs.«A»cme.example", "jobs.acme.example"],
  ["Jobs_x.acme".replace("J", "«J»"), "jobs-x.acme"],
  ["jobs.«.»acme", undefined],
  ["acme«.»", undefined],
  ["jobs.a«!»b", undefined],
]);
