// Rebuilds the frozen tables below server/src/values/data/ from Debian's tzdata and iso-codes packages:
//   node scripts/refresh-data.mjs     (apt-get install -y tzdata iso-codes when the files are missing)
// The result depends on the installed packages only, never on the day it runs.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";

const TZDATA = "/usr/share/zoneinfo/tzdata.zi";
const ZONE_TAB = "/usr/share/zoneinfo/zone.tab";
const CURRENCIES = "/usr/share/iso-codes/json/iso_4217.json";
const COUNTRIES = "/usr/share/iso-codes/json/iso_3166-1.json";
const OUT = new URL("../server/src/values/data/", import.meta.url);

/** Currencies of ISO 4217 amendments that Debian's package may not have yet. */
const NEWER_CURRENCIES = { XCG: "Caribbean Guilder", ZWG: "Zimbabwe Gold" };

const byCode = ([a], [b]) => (a < b ? -1 : 1);
const dated = (file) => statSync(file).mtime.toISOString().slice(0, 10);
const debian = (name) => `${name} ${execFileSync("dpkg-query", ["-W", `-f=\${Version}`, name], { encoding: "utf8" })}`;

/** One top-level key per line: compact, and a change shows up in a diff. */
function write(name, data) {
  const lines = Object.entries(data).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  writeFileSync(new URL(name, OUT), `{\n${lines.join(",\n")}\n}\n`);
}

function timeZones() {
  const lines = readFileSync(TZDATA, "utf8").split("\n");
  const links = new Map();
  const zones = new Set();
  for (const line of lines) {
    const [type, first, second] = line.split(" ");
    if (type === "Z" && first !== "Factory") zones.add(first);
    if (type === "L") links.set(second, first);
  }
  // Names a country uses today are not old, even where the database keeps their rules under a neighbour.
  const current = readFileSync(ZONE_TAB, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t")[2]);
  for (const name of ["UTC", "GMT", ...current]) {
    links.delete(name);
    zones.add(name);
  }
  write("time-zones.json", {
    source: `${lines[0].replace("# version", "IANA tzdata")} (Debian ${debian("tzdata")})`,
    date: dated(TZDATA),
    zones: [...zones].sort(),
    links: Object.fromEntries([...links].sort(byCode)),
  });
}

function currencies() {
  const { 4217: entries } = JSON.parse(readFileSync(CURRENCIES, "utf8"));
  const names = { ...Object.fromEntries(entries.map((entry) => [entry.alpha_3, entry.name])), ...NEWER_CURRENCIES };
  write("currencies.json", {
    source: `ISO 4217 (Debian ${debian("iso-codes")}, and ${Object.keys(NEWER_CURRENCIES).join(", ")})`,
    date: dated(CURRENCIES),
    names: Object.fromEntries(Object.entries(names).sort(byCode)),
  });
}

function countries() {
  const { "3166-1": entries } = JSON.parse(readFileSync(COUNTRIES, "utf8"));
  const pick = (value) => Object.fromEntries(entries.map(value).sort(byCode));
  write("countries.json", {
    source: `ISO 3166-1 (Debian ${debian("iso-codes")})`,
    date: dated(COUNTRIES),
    names: pick((entry) => [entry.alpha_2, entry.common_name ?? entry.name]),
    alpha3: pick((entry) => [entry.alpha_3, entry.alpha_2]),
  });
}

timeZones();
currencies();
countries();
