import {
  type ClientCapabilities,
  type Connection,
  type Disposable,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type ServerCapabilities,
  type TextEdit,
} from "vscode-languageserver";
import type { FormatAnswer, FormatOptions } from "../service.ts";
import type { Answer } from "./answer.ts";

const NOTHING: TextEdit[] = [];

/** Languages that our own client asks us to format: in the others VS Code has formatters of its own, and two would make it ask which. */
const OWN_LANGUAGE = [{ language: "tenant-config" }];

/** What on-type formatting answers to. */
const ON_TYPE = { firstTriggerCharacter: "\n" };

/** What a server says of formatting when it starts: nothing to a client that is told later, for which documents. */
export function formattingCapabilities(registersLater: boolean): ServerCapabilities {
  if (registersLater) return {};
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: ON_TYPE,
  };
}

/** true for our own client, which is told of formatting when the settings are known. */
export function registersFormattingLater(capabilities: ClientCapabilities, isOwnClient: boolean): boolean {
  return isOwnClient && capabilities.textDocument?.formatting?.dynamicRegistration === true;
}

/**
 * Tells a client for which documents we format, or that we do not any more: an editor that thinks that we do would not offer another
 * formatter by itself.
 */
export class FormattingRegistration {
  readonly #connection: Connection;
  #registered: Promise<readonly Disposable[]> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Registers or takes back; nothing when it is so already. Rejects when the client refuses. */
  async update(enabled: boolean): Promise<void> {
    if (enabled === (this.#registered !== undefined)) return;
    const earlier = this.#registered;
    this.#registered = enabled ? this.#register() : undefined;
    await this.#registered;
    for (const registration of (await earlier) ?? []) registration.dispose();
  }

  async #register(): Promise<readonly Disposable[]> {
    const { client } = this.#connection;
    const documentSelector = OWN_LANGUAGE;
    return Promise.all([
      client.register(DocumentFormattingRequest.type, { documentSelector }),
      client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
      client.register(DocumentOnTypeFormattingRequest.type, { documentSelector, ...ON_TYPE }),
    ]);
  }
}

/** Requests that change white space: formatting of documents and ranges, and while typing. `log` writes a line once. */
export function registerFormatting(connection: Connection, answer: Answer, log: (line: string) => void): void {
  const edits = (uri: string, { edits, refused }: FormatAnswer): TextEdit[] => {
    if (refused !== undefined) log(`${uri} was not formatted, because ${refused}.`);
    return edits;
  };
  connection.onDocumentFormatting(({ textDocument: { uri }, options }, token) =>
    answer("formatting", uri, token, NOTHING, async (service, document, ...rest) =>
      edits(uri, await service.format(document, { options: options as FormatOptions }, ...rest)),
    ),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range, options }, token) =>
    answer("range formatting", uri, token, NOTHING, async (service, document, ...rest) =>
      edits(uri, await service.format(document, { options: options as FormatOptions, range }, ...rest)),
    ),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }, token) =>
    answer("formatting while typing", uri, token, NOTHING, (service, document, ...rest) =>
      service.formatOnType(document, { position, typed: ch }, ...rest),
    ),
  );
}
