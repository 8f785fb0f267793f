import type { CancellationToken, Connection, ResponseError } from "vscode-languageserver";
import type { Document, Service, Workspace } from "../service.ts";
import type { Settings } from "../settings.ts";

/**
 * Answers a request about an open document through one verb of the service. `what` names the request in the log; `nothing` is the answer
 * for a document that is not open, and when the verb throws.
 */
export type Answer = <T>(
  what: string,
  uri: string,
  token: CancellationToken,
  nothing: T,
  verb: (service: Service, document: Document, workspace: Workspace, settings: Settings) => Promise<T>,
) => Promise<T | ResponseError<void>>;

/** Answers a request that is about no open document. `nothing` is the answer when the verb throws. */
export type AnswerOfWorkspace = <T>(
  what: string,
  token: CancellationToken,
  nothing: T,
  verb: (service: Service, workspace: Workspace, settings: Settings) => Promise<T>,
) => Promise<T | ResponseError<void>>;

/** Registers the requests of one area on a connection. */
export type RegisterRequests = (connection: Connection, answer: Answer) => void;
