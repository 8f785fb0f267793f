import { accepts, advises, refuses } from "./language-table.ts";

const label = "a".repeat(63);

accepts("host", [
  "localhost",
  "db.acme.example",
  "db.acme.example.",
  "10.0.4.12",
  "2001:db8::7",
  "::1",
  "x1-y",
  `${label}.de`,
]);
refuses("host", [
  ["«https://»db.acme.example", "db.acme.example"],
  ["«https://»db.acme.example/x", undefined],
  ["db.acme.example«:5432»", undefined, /has a port/],
  ["db.acme.example«/x»", undefined, /has a path/],
  ["db« »acme", undefined],
  ["«-»db", undefined],
  ["db«-».acme", undefined],
  ["db.«.»acme", undefined],
  ["«.»db", undefined],
  ["«.»", undefined],
  [`«a${label}».de`, undefined, /63/],
  ["b«ü»cher.example", undefined, /xn--/],
  ["10.0.«300».1", undefined, /above 255/],
  ["10.«010».0.1", undefined, /octal/],
  ["«10.0.1»", undefined],
  ["«[::1]»", "::1"],
  ["«1::2::3»", undefined],
  ["app.«12»", undefined, /last part can not be a number/],
]);
advises("host", [["redis«_»cache", undefined]]);

accepts("host-port", ["app.acme.example:8000", "10.0.0.1:1", "[2001:db8::7]:9090", "localhost:65535"]);
refuses("host-port", [
  ["«app.acme.example»", undefined, /has no port/],
  ["app:«0»", undefined],
  ["app:«65536»", undefined],
  ["app:«http»", undefined],
  ["app«:»", undefined],
  ["«:»8000", undefined],
  ["«2001:db8::7»", undefined, /square brackets/],
  ["[«app»]:80", undefined],
  ["«[»::1", undefined],
  ["[::1«]»", undefined],
  ["[::1]:«0»", undefined],
  ["«http://»app:80", undefined],
]);
advises("host-port", [["my«_»app:80", undefined]]);
