/** A module that is loaded when it is first needed. */
export interface LateModule<T> {
  readonly load: () => Promise<void>;
  readonly isLoaded: () => boolean;
  /** The module; undefined before it is loaded. */
  readonly get: () => T | undefined;
}

/** Makes a module late: `importModule` is called once, at the first `load`. */
export function lateModule<T>(importModule: () => Promise<T>): LateModule<T> {
  let loaded: T | undefined;
  return {
    load: async () => {
      loaded ??= await importModule();
    },
    isLoaded: () => loaded !== undefined,
    get: () => loaded,
  };
}
