import { once } from "node:events";

/** Where a command writes and where it runs; tests give their own. */
export interface Output {
  readonly workingDirectory: string;
  readonly colour: boolean;
  /** Standard output is a terminal. */
  readonly outIsTerminal: boolean;
  /** Standard error is a terminal. */
  readonly errorIsTerminal: boolean;
  /** Writes to standard output; resolves when more can be written, so that a slow reader holds the command back. */
  write(text: string): Promise<void>;
  error(text: string): void;
}

/** The process itself. Colours follow FORCE_COLOR, NO_COLOR and whether the output is a terminal. */
export function processOutput(): Output {
  return {
    workingDirectory: process.cwd(),
    colour: wantsColour(),
    outIsTerminal: process.stdout.isTTY === true,
    errorIsTerminal: process.stderr.isTTY === true,
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    error: (text) => void process.stderr.write(text),
  };
}

function wantsColour(): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no } = process.env;
  if (force !== undefined && force !== "0") return true;
  return process.stdout.isTTY === true && (no === undefined || no === "");
}
