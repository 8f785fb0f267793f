import { accepts, completes, refuses } from "./language-table.ts";

accepts("firewall-peer", ["any", "@office", "10.0.0.7", "10.0.0.0/8", "2001:db8::/32"]);
refuses("firewall-peer", [
  ["«@»", undefined, /name of the group/],
  ["«everyone»", undefined, /`any` or `@name`/],
  ["10.0.0.«300»", undefined],
  ["«self»", undefined],
]);
completes("firewall-peer", ["any"]);
accepts("security-group-peer", ["self", "sg:web", "10.0.0.7", "0.0.0.0/0", "::/0"]);
refuses("security-group-peer", [
  ["«sg:»", undefined, /name of the group/],
  ["«any»", undefined, /`self` or `sg:name`/],
]);
completes("security-group-peer", ["self"]);
