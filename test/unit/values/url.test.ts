import { accepts, advises, refuses } from "./language-table.ts";

accepts("url", [
  "https://app.acme.example",
  "http://localhost:9090/graph?x=1#y",
  "HTTPS://[::1]:443/",
  "https://user:pass@acme.example/a%20b",
  "https://acme.example/größe",
]);
refuses("url", [
  ["«app.acme.example»", undefined, /must start with `https:\/\/`/],
  ["«app:8000/x»", undefined],
  ["«ftp»://acme.example", undefined],
  ["«htps»://acme.example", "https://acme.example"],
  ["«htttps»://acme.example", "https://acme.example"],
  ["https«:/»acme.example", "https://acme.example"],
  ["https«:»acme.example", "https://acme.example"],
  ["«https://»", undefined, /host is missing/],
  ["«https://»/x", undefined],
  ["http«:»:80", undefined],
  ["https://acme.example:«99999»", undefined],
  ["https://ac me.example/".replace(" ", "« »"), undefined],
  ["https://acme.example/a« »b", undefined, /%20/],
  ["https://acme.example/«%zz»", undefined],
  ["https://«[::zz]»/", undefined],
]);
advises("url", [["http://my«_»app/x", undefined]]);

accepts("url-or-path", ["/metrics", "/", "https://acme.example/metrics", "/a?b=c"]);
refuses("url-or-path", [
  ["«m»etrics", undefined],
  ["/a« »b", undefined],
  ["«ftp»://acme.example", undefined],
]);

accepts("uri-or-path", [
  "s3://acme-artifacts/models",
  "gs://b",
  "./pipelines/train.yaml",
  "/opt/x y",
  "C:\\x",
  "file:///x",
]);
refuses("uri-or-path", [
  ["«s3://»", undefined],
  ["s3://a« »b", undefined],
  ["a«\n»b", undefined],
]);

accepts("endpoint", ["collector.acme.example:4317", "http://collector:4318/v1/traces", "[::1]:80"]);
refuses("endpoint", [
  ["«collector»", undefined, /has no port/],
  ["«grpc»://collector:4317", undefined],
  ["collector:«port»", undefined],
]);

accepts("ldap-url", ["ldap://dc:389", "ldaps://ldap.acme.example", "ldaps://ldap.acme.example:636/dc=acme"]);
refuses("ldap-url", [
  ["«https»://ldap.acme.example", undefined],
  ["«ldap.acme.example»", undefined],
  ["ldaps://ldap:«x»", undefined],
]);

accepts("git-url", [
  "https://git.acme.example/platform/tenants.git",
  "ssh://git@git.acme.example:22/tenants",
  "git@github.com:acme/tenants.git",
  "oci://registry.acme.example/charts",
]);
refuses("git-url", [
  ["«github.com/acme/tenants»", "https://github.com/acme/tenants"],
  ["«tenants»", undefined],
  ["«https://github.com»", undefined, /path of the repository/],
  ["git@«github.com»", undefined],
  ["git@github.com«:»", undefined],
  ["git«@:»x", undefined],
  ["«ftp»://acme.example/x", undefined],
]);
