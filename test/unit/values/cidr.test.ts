import { accepts, completes, describes, refuses } from "./language-table.ts";

accepts("cidr", [
  "10.0.0.0/16",
  "10.0.1.7/16",
  "0.0.0.0/0",
  "2001:db8::/48",
  "::/0",
  "10.0.0.1/32",
  "::ffff:1.2.3.4/128",
]);
refuses("cidr", [
  ["«10.0.0.1»", "10.0.0.1/32", /single address/],
  ["«2001:db8::7»", "2001:db8::7/128"],
  ["10.0.0.0/«33»", undefined, /too large/],
  ["2001:db8::/«129»", undefined],
  ["10.0.0.0/«08»", "10.0.0.0/8", /leading zeros/],
  ["10.0.0.0/«255.255.0.0»", "10.0.0.0/16", /number of bits/],
  ["10.0.0.0/«255.0.255.0»", undefined],
  ["10.0.0.0«/»", undefined],
  ["10.0.0.0/«a»", undefined],
  ["10.0.0.0/«8/9»", undefined],
  ["10.0.0.0/« 8»", undefined],
  ["«/»8", undefined],
  ["«010».0.0.0/8", undefined, /octal/],
  ["«256».0.0.0/8", undefined, /above 255/],
  ["«10.0»/16", undefined],
  ["fe80::1«%»eth0/64", undefined],
  ["«12345»::/32", undefined, /four digits/],
  ["«any»", undefined],
]);
describes("cidr", {
  "10.0.1.7/16": "10.0.0.0 to 10.0.255.255, 65,536 addresses",
  "10.0.0.1/32": "10.0.0.1 to 10.0.0.1, 1 address",
  "2001:db8::/48": "2001:db8:: to 2001:db8:0:ffff:ffff:ffff:ffff:ffff, 2^80 addresses",
  "10.0.0.0/33": undefined,
});
completes("cidr", ["10.0.0.0/16"]);

accepts("ip-cidr", ["10.0.4.12", "10.0.0.0/16", "2001:db8::7", "2001:db8::/32"]);
refuses("ip-cidr", [
  ["10.0.0.0/«33»", undefined],
  ["10.0.0.«256»", undefined],
  ["«acme.example»", undefined],
]);
describes("ip-cidr", { "10.0.4.12": "a single IPv4 address", "::1": "a single IPv6 address" });
completes("ip-cidr", ["10.0.0.0/16"]);
