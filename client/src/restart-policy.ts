import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from "vscode-languageclient";

const restartLimit = 4;
const period = 3 * 60_000;

/**
 * Restarts a server that ended by itself, at most four times within three minutes, then calls `giveUp` once.
 * Everything is marked as handled: the library would show a message of its own for each step.
 */
export function restartPolicy(now: () => number, giveUp: () => void): ErrorHandler {
  let restarts: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: (): CloseHandlerResult => {
      const time = now();
      restarts = restarts.filter((restart) => time - restart < period);
      if (restarts.length >= restartLimit) {
        giveUp();
        return {
          action: CloseAction.DoNotRestart,
          handled: true,
          message: "The server ended too often and is not started again.",
        };
      }
      restarts = [...restarts, time];
      return { action: CloseAction.Restart, handled: true, message: "The server ended and is started again." };
    },
  };
}
