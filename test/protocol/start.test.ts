import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { startClient } from "../support/lsp-client.ts";
import { filesBelow, temporaryFolder } from "../support/temporary-folder.ts";
import { BROKEN_TENANT } from "./documents.ts";

const URI = "file:///work/tenants/acme/tenant.yaml";

/** What a server that uses this cache folder finds in the broken tenant file. It is still running then. */
async function findings(t: TestContext, folder: string): Promise<readonly unknown[]> {
  const environment = { NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: "" };
  const client = await startClient(t, { folders: ["file:///work"], environment });
  return client.check(URI, BROKEN_TENANT);
}

/** Files with compiled code, when the server has kept all of it. */
async function keptFiles(folder: string): Promise<readonly string[]> {
  let files: readonly string[] = [];
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    await wait(500);
    const now = await filesBelow(join(folder, "tenant-config"));
    if (now.length > 0 && now.length === files.length) return now;
    files = now;
  }
  return files;
}

test("compiled code is kept for the next start, and does not change what is found, not even when it is damaged", async (t) => {
  const { path } = await temporaryFolder(t);
  const first = await findings(t, path);
  const kept = await keptFiles(path);
  const names = kept.map((file) => /(?:^|[\\/])([a-z.]+)-[^\\/]*$/.exec(file)?.[1]).filter((name) => name !== "chunk");
  assert.deepEqual(names.sort(), ["node", "service", "tenant", "tenant", "tenant.schema"]);
  assert.deepEqual(await findings(t, path), first);
  for (const file of kept) await writeFile(file, "no code at all");
  assert.deepEqual(await findings(t, path), first);
});
