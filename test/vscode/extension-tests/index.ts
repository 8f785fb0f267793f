import "./example.ts";
import { runRegisteredTests } from "./harness.ts";

/** What VS Code calls in its extension host; the imports above register the tests. */
export async function run(): Promise<void> {
  await runRegisteredTests();
}
