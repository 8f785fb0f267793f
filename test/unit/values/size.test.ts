import { accepts, completes, describes, refuses } from "./language-table.ts";

accepts("prometheus-size", ["0", "512MB", "1B", "50GB", "7EB"]);
refuses("prometheus-size", [
  ["512«M»", "512MB"],
  ["512«mb»", "512MB"],
  ["512«MiB»", "512MB"],
  ["512« »MB", "512MB"],
  ["«1.5»GB", "1536MB", /not a whole number/],
  ["«512»", undefined, /has no unit/],
  ["512«blocks»", undefined],
  ["«8»EB", undefined, /too large/],
  ["«MB»", undefined],
  ["«-5MB»", undefined],
]);
describes("prometheus-size", { "512MB": "536,870,912 bytes", "1B": "1 byte", "512": undefined });
completes("prometheus-size", ["10MB"]);

accepts("size", ["4Gi", "16GB", "500M", "100B", "1.5Gi", "2TiB", "10P"]);
refuses("size", [
  ["16«gb»", "16GB"],
  ["4«gi»", "4Gi"],
  ["500«k»", "500K"],
  ["16« »GB", "16GB"],
  ["«1024»", undefined, /has no unit/],
  ["2«EB»", undefined, /is not a unit/],
  ["«lots»", undefined],
]);
describes("size", { "4Gi": "4,294,967,296 bytes", "16GB": "16,000,000,000 bytes" });
completes("size", ["512Mi"]);
