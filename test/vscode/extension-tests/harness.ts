/** How long one test may take, in milliseconds, unless it says otherwise. */
export const defaultTimeLimit = 30_000;

interface RegisteredTest {
  readonly name: string;
  readonly body: () => Promise<void> | void;
  readonly timeLimit: number;
}

const registered: RegisteredTest[] = [];

/** Registers a test; tests run one after the other, in the order of their registration. */
export function test(name: string, body: () => Promise<void> | void, timeLimit: number = defaultTimeLimit): void {
  registered.push({ name, body, timeLimit });
}

/**
 * Runs the registered tests inside the extension host, node or web. Prints one `ok` or `not ok` line each and a summary
 * through `console.log`, which is what the outer run collects. Throws at the end when a test failed or none is there.
 */
export async function runRegisteredTests(): Promise<void> {
  const failed: string[] = [];
  for (const { name, body, timeLimit } of registered) {
    const started = Date.now();
    try {
      await withinLimit(body, timeLimit);
      console.log(`ok ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed.push(name);
      console.log(`not ok ${name} (${Date.now() - started} ms)\n${describe(error)}`);
    }
  }
  console.log(`${registered.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0 || registered.length === 0) {
    throw new Error(registered.length === 0 ? "No test is registered." : `Failed: ${failed.join("; ")}`);
  }
}

async function withinLimit(body: () => Promise<void> | void, timeLimit: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${timeLimit} ms`)), timeLimit);
  });
  try {
    await Promise.race([Promise.resolve().then(body), late]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, "    ");
}

/** Returns the first value of `probe` that is neither undefined nor false, asking again on every `event`. */
export function eventually<T>(
  probe: () => T | undefined | false,
  event: (listener: () => void) => { dispose(): void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      try {
        const value = probe();
        if (value !== undefined && value !== false) {
          subscription.dispose();
          resolve(value);
        }
      } catch (error) {
        subscription.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const subscription = event(check);
    check();
  });
}
