import { accepts, refuses } from "./language-table.ts";

accepts("uuid", ["6f1b0f3e-2a5c-4a0e-9d51-0c6c1c0f7f2a", "6F1B0F3E-2A5C-4A0E-9D51-0C6C1C0F7F2A"]);
refuses("uuid", [
  ["«{6f1b0f3e-2a5c-4a0e-9d51-0c6c1c0f7f2a}»", "6f1b0f3e-2a5c-4a0e-9d51-0c6c1c0f7f2a"],
  ["«6f1b0f3e2a5c4a0e9d510c6c1c0f7f2a»", "6f1b0f3e-2a5c-4a0e-9d51-0c6c1c0f7f2a"],
  ["6f1b0f3«g»-2a5c-4a0e-9d51-0c6c1c0f7f2a", undefined],
  ["«6f1b0f3e-2a5c»", undefined],
]);
