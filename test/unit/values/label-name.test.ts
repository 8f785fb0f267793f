import { accepts, advises, refuses } from "./language-table.ts";

accepts("label-name", ["team", "_x", "__name__", "A1"]);
advises("label-name", [
  ["team«-»name", "team_name"],
  ["«1»x", "_1x"],
  ["a«:»b", "a_b"],
  ["gr«ö»ße", undefined],
]);
accepts("metric-name", ["http_requests_total", "tenant:errors:ratio5m"]);
advises("metric-name", [
  ["http«.»requests", "http_requests"],
  ["«5»xx", "_5xx"],
]);
refuses("label-name", [["« »team", "team", /White space/]]);
