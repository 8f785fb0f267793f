import { DEFAULT_SETTINGS, parseSettings, type Settings } from "../settings.ts";
import { innermost } from "../tenants/uri-path.ts";

/** What the settings are read from. */
export interface SettingsSource {
  /** The section of the settings as it holds for a workspace folder; undefined for documents outside of all folders. */
  read(folder: string | undefined): Promise<unknown>;
  /** Says what could not be used. */
  warn(message: string): void;
}

/**
 * The settings of each workspace folder, read when they are first asked for. Folders with the same settings share one object, and with it
 * everything that is kept for them.
 */
export class FolderSettings {
  readonly #source: SettingsSource;
  readonly #byFolder = new Map<string | undefined, Promise<Settings>>();
  readonly #byText = new Map<string, Settings>();

  constructor(source: SettingsSource) {
    this.#source = source;
  }

  /** Settings that hold for a document. Never rejects: what can not be read has its defaults. */
  of(uri: string, folders: readonly string[]): Promise<Settings> {
    const folder = innermost(uri, folders);
    const settings = this.#byFolder.get(folder) ?? this.#read(folder);
    this.#byFolder.set(folder, settings);
    return settings;
  }

  /** Forgets what was read: settings or folders changed. */
  clear(): void {
    this.#byFolder.clear();
    this.#byText.clear();
  }

  async #read(folder: string | undefined): Promise<Settings> {
    try {
      const section = (await this.#source.read(folder)) ?? DEFAULT_SETTINGS;
      const text = JSON.stringify(section);
      const known = this.#byText.get(text);
      if (known) return known;
      const { settings, problems } = parseSettings(section);
      for (const problem of problems) this.#source.warn(`Settings: ${problem}`);
      this.#byText.set(text, settings);
      return settings;
    } catch (error) {
      this.#source.warn(`Settings: ${String(error)}`);
      return DEFAULT_SETTINGS;
    }
  }
}
