import { setTimeout as delay } from "node:timers/promises";

const interval = 100;

/** Asks `probe` until it returns something, and returns that; rejects with the name of the condition after the limit. */
export async function until<T>(what: string, limit: number, probe: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value !== undefined) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`);
    }
    await delay(interval);
  }
}
