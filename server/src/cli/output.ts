/** Where a command writes and where it runs; tests give their own. */
export interface Output {
  readonly workingDirectory: string;
  readonly colour: boolean;
  write(text: string): void;
  error(text: string): void;
}

/** The process itself. Colours follow FORCE_COLOR, NO_COLOR and whether the output is a terminal. */
export function processOutput(): Output {
  return {
    workingDirectory: process.cwd(),
    colour: wantsColour(),
    write: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
  };
}

function wantsColour(): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no } = process.env;
  if (force !== undefined && force !== "0") return true;
  return process.stdout.isTTY === true && (no === undefined || no === "");
}
