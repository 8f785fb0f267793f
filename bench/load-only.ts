/** The least that a check of YAML files could take: reads each `tenants/<id>/monitoring.yaml` of the working directory and has js-yaml load it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";

for (const tenant of readdirSync("tenants")) load(readFileSync(join("tenants", tenant, "monitoring.yaml"), "utf8"));
