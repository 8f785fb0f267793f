import { accepts, describes, refuses } from "./language-table.ts";

accepts("email", [
  "ops@acme.example",
  "first.last+tag@sub.acme.example",
  "root@localhost",
  '"a b"@acme.example',
  "x@[10.0.0.1]",
]);
refuses("email", [
  ["«ops.acme.example»", undefined, /`@` is missing/],
  ["«@»acme.example", undefined],
  ["ops«@»", undefined],
  ["o« »ps@acme.example", undefined],
  ["a«@»b@acme.example", undefined],
  ["«.»ops@acme.example", undefined],
  ["ops«.»@acme.example", undefined],
  ["a«.».b@acme.example", undefined],
  ["ops@acme.«.»example", undefined],
  ["ops@«-»acme", undefined],
  ["«mailto:»ops@acme.example", "ops@acme.example"],
  ["«Ops <ops@acme.example>»", "ops@acme.example"],
  [`«${"a".repeat(65)}»@acme.example`, undefined],
]);

accepts("email-list", [
  "ops@acme.example",
  "ops@acme.example, oncall@acme.example",
  'Ops <ops@acme.example>,"Call, On" <oncall@acme.example>',
]);
refuses("email-list", [
  ["ops@acme.example«;» oncall@acme.example", "ops@acme.example, oncall@acme.example"],
  ["ops@acme.example«,»", undefined, /comma too many/],
  ["«,»ops@acme.example", undefined],
  ["ops@acme.example«,»,b@acme.example", undefined],
  ["ops@acme.example, «oncall»", undefined],
  ["Ops <«@»x>", undefined],
  ["Ops «<ops@acme.example»", undefined],
]);
describes("email-list", { "a@b.example, c@d.example": "2 addresses", "a@b.example": undefined });
