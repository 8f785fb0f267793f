import { startEarlier } from "./earlier-start.ts";
import { startProcess } from "./lsp-process.ts";
import { median } from "./statistics.ts";
import { SUBJECTS, type Subject } from "./subjects.ts";

/** Milliseconds from the start of the process to each answer. */
interface Startup {
  readonly initialize: number;
  /** First diagnostics of a document opened right after initialization. */
  readonly diagnostics: number;
  /** First hover in that document. */
  readonly hover: number;
}

const RUNS = 9;
const URI = "file:///bench/acme.tenant.yaml";

const TEXT = `tenant_id: acme
metadata:
  name: Acme
  owner:
    user_id: user_1
    email: not-an-address
    name: Admin
`;

async function measure(subject: Subject): Promise<Startup> {
  const start = performance.now();
  const server = startProcess(subject.script, subject.args, subject.configuration);
  const { connection } = server;
  try {
    const published = new Promise<number>((resolve) => {
      connection.onNotification(
        "textDocument/publishDiagnostics",
        ({ diagnostics }: { diagnostics: readonly unknown[] }) => {
          if (diagnostics.length > 0) resolve(performance.now() - start);
        },
      );
    });
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ["markdown"] } },
    };
    const initialize = (await server.initialize(capabilities)) - start;
    const textDocument = { uri: URI, languageId: "yaml", version: 1, text: TEXT };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    await connection.sendRequest("textDocument/hover", {
      textDocument: { uri: URI },
      position: { line: 2, character: 3 },
    });
    const hover = performance.now() - start;
    return { initialize, diagnostics: await published, hover };
  } finally {
    server.stop();
  }
}

/** Prints the start-up of both servers, measured in turn, medians of {@link RUNS} runs each. */
export async function benchStartup(): Promise<void> {
  const results = new Map<string, Startup[]>(SUBJECTS.map((subject) => [subject.name, []]));
  for (const subject of SUBJECTS) await startEarlier(subject);
  for (let run = 0; run < RUNS; run++) {
    for (const subject of SUBJECTS) results.get(subject.name)?.push(await measure(subject));
  }
  const [ours, theirs] = [...results.values()].map(summary);
  process.stdout.write(`Start-up, medians of ${RUNS} runs, milliseconds from process start\n`);
  for (const [name, startups] of results) process.stdout.write(`${name.padEnd(28)} ${format(summary(startups))}\n`);
  if (!ours || !theirs) return;
  const ratio = (key: keyof Startup): string => (theirs[key] / ours[key]).toFixed(1);
  process.stdout.write(
    `${"times faster".padEnd(28)} initialize ${ratio("initialize")}  diagnostics ${ratio("diagnostics")}  hover ${ratio("hover")}\n`,
  );
}

function summary(startups: readonly Startup[]): Startup {
  const of = (key: keyof Startup): number => median(startups.map((startup) => startup[key]));
  return { initialize: of("initialize"), diagnostics: of("diagnostics"), hover: of("hover") };
}

function format(startup: Startup): string {
  return (["initialize", "diagnostics", "hover"] as const).map((key) => `${key} ${startup[key].toFixed(0)}`).join("  ");
}
