import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Where a defect is written for people to find. */
export interface Log {
  error(message: string): void;
}

/**
 * Runs a request handler: cancelled requests answer with the protocol's error, a throw becomes an empty answer and a log line.
 * No fault in one feature can take the server or another request down.
 */
export async function runSafe<T>(
  what: string,
  token: CancellationToken | undefined,
  nothing: T,
  log: Log,
  handler: () => Promise<T>,
): Promise<T | ResponseError<void>> {
  if (token?.isCancellationRequested) return cancelled();
  try {
    const answer = await handler();
    return token?.isCancellationRequested ? cancelled() : answer;
  } catch (error) {
    log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return token?.isCancellationRequested ? cancelled() : nothing;
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, "Request cancelled");
}
