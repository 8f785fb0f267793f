// The first file must come first: it looks at a VS Code in which nobody has opened a tenant file yet.
import "./foreign.ts";
import "./language.ts";
import "./diagnostics.ts";
import "./editing.ts";
import "./outline.ts";
import "./navigation.ts";
import "./seeing.ts";
import "./writing.ts";
import "./own-schemas.ts";
import "./new-tenant.ts";
import "./related-files.ts";
import "./settings.ts";
import "./server.ts";
import "./robustness.ts";
import { runRegisteredTests } from "./harness.ts";

/** What VS Code calls in its extension host; the imports above register the tests. */
export async function run(): Promise<void> {
  await runRegisteredTests();
}
