/** Makes what is generated from the schemas and snippets and not kept in the repository. */
import "./generate-validators.ts";
import "./generate-snippets.ts";
