/** Measures this project beside yaml-language-server in one run. Build first: `npm run build -- --production`. */
import { benchStartup } from "./startup.ts";

await benchStartup();
