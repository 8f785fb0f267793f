/** What is done for files with a schema of their team; loaded when the first of them is opened. */
export { ownCodeActions } from "./code-actions.ts";
export { ownCompletion } from "./completion.ts";
export { ownDiagnostics } from "./diagnostics.ts";
export { ownHover } from "./hover.ts";
