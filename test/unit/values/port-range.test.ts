import { accepts, completes, describes, refuses } from "./language-table.ts";

accepts("port-range", ["443", "8000-8100", "80,443", "80,8000-8100", "any", "0-65535"]);
refuses("port-range", [
  ["«9000-8000»", "8000-9000", /backwards/],
  ["80,«9000-8000»", "80,8000-9000"],
  ["«65536»", undefined],
  ["1-«65536»", undefined],
  ["80,« »443", "80,443"],
  ["«Any»", "any"],
  ["«*»", "any"],
  ["80«,»", undefined],
  ["«-1»", undefined],
  ["«8000-»", undefined],
  ["«h»ttp", undefined],
  ["80« »81", undefined],
]);
describes("port-range", {
  "443": "port 443, usually HTTPS",
  "8000-8100": "ports 8000 to 8100",
  any: "every port",
  "80,443": undefined,
});
completes("port-range", ["443"]);
