import { reachable } from "./reachable.ts";

/** true when a value of the schema, or anything within it, can declare or use a name (`x-defines`, `x-refers`). */
export const holdsNames = reachable((schema) => schema["x-defines"] !== undefined || schema["x-refers"] !== undefined);
