import * as vscode from "vscode";
import { test } from "./harness.ts";
import {
  ask,
  checked,
  equal,
  extension,
  hoverText,
  ok,
  rangeOf,
  rangeWithin,
  replace,
  showOurs,
  smallTenant,
  waitFor,
  waitForCodes,
  write,
} from "./support.ts";
import { showTour } from "./tour.ts";

/** Servers that were started while somebody watched. */
interface Watch {
  readonly servers: readonly { end(): void }[];
  stop(): void;
}

/** Watches how the extension starts servers: processes in Node, workers in the browser. */
function watchServers(): Watch {
  const servers: { end(): void }[] = [];
  const childProcess = globalThis.process?.getBuiltinModule?.("node:child_process");
  if (childProcess) {
    const { fork } = childProcess;
    const watched = (...args: Parameters<typeof fork>): ReturnType<typeof fork> => {
      const child = fork(...args);
      servers.push({ end: () => void child.kill("SIGKILL") });
      return child;
    };
    Object.assign(childProcess, { fork: watched });
    return { servers, stop: () => void Object.assign(childProcess, { fork }) };
  }
  const { Worker } = globalThis;
  globalThis.Worker = new Proxy(Worker, {
    construct: (target, args: ConstructorParameters<typeof Worker>) => {
      const worker = new target(...args);
      servers.push({ end: () => worker.terminate() });
      return worker;
    },
  });
  const stop = (): void => {
    globalThis.Worker = Worker;
  };
  return { servers, stop };
}

/** What some features say about a document of the tour. */
async function answers(document: vscode.TextDocument): Promise<readonly unknown[]> {
  const { uri } = document;
  const { start } = rangeWithin(document, "receiver: chat", "chat");
  const references = await ask<vscode.Location[]>("executeReferenceProvider", uri, start);
  const hints = await ask<vscode.InlayHint[]>("executeInlayHintProvider", uri, new vscode.Range(0, 0, 1000, 0));
  const lenses = await ask<vscode.CodeLens[]>("executeCodeLensProvider", uri, 10);
  const hover = await hoverText(document, rangeOf(document, "receivers").start);
  return [references.length, hints.length, lenses.map(({ command }) => command?.title), hover.length > 20];
}

test("a server that ends by itself is started again, and everything answers as before", async () => {
  const watch = watchServers();
  try {
    await vscode.commands.executeCommand("tenantConfig.restartServer");
    const document = await showTour("monitoring.yaml");
    await write("tenants/killed/tenant.yaml", smallTenant.replace("port: 5432", "port: 99999"));
    const broken = await showOurs("tenants/killed/tenant.yaml");
    await waitForCodes(broken.uri, ["out-of-range"]);
    const before = await answers(document);
    equal(before, [3, 2, ["Preview the effective configuration", "2 references", "1 reference"], true], "answers");
    for (const round of [1, 2]) {
      equal(watch.servers.length, round, "servers");
      watch.servers.at(-1)?.end();
      await waitFor("another server", () => watch.servers.length > round);
      await waitFor("the same answers", async () => JSON.stringify(await answers(document)) === JSON.stringify(before));
    }
    // The new server knows what was typed since.
    await replace(broken, "99999", "5432");
    await waitForCodes(broken.uri, []);
    await replace(broken, "metadata:", "metadate:");
    await waitForCodes(broken.uri, ["unknown-property"]);
    equal((await checked(broken)).problems.errors, 1, "errors");
  } finally {
    watch.stop();
  }
});

test("requests while the server is restarted harm nobody", async () => {
  const document = await showTour("monitoring.yaml");
  const restarts = Promise.all([1, 2].map(() => vscode.commands.executeCommand("tenantConfig.restartServer")));
  for (let count = 0; count < 5; count++) await answers(document);
  await restarts;
  ok((await extension()).serverStarted(), "The server was not started.");
  await waitFor("answers", async () => (await answers(document))[0] === 3);
});
