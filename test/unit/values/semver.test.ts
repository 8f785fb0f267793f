import { accepts, refuses } from "./language-table.ts";

accepts("semver", ["3.14.0", "1.0.0-rc.1", "1.0.0+build.5", "1.0.0-0a+x"]);
refuses("semver", [
  ["«v»3.14.0", "3.14.0"],
  ["«3.14»", "3.14.0"],
  ["«3»", undefined],
  ["«latest»", undefined],
  ["3.«014».0", undefined],
  ["1.0.0«-»", undefined],
  ["1.0.0«-01»", undefined],
  ["1.0.0-rc«_»1", undefined],
  ["«1.0.0.0»", undefined],
]);
