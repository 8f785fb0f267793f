import { RULES } from "../../server/src/rules/index.ts";
import type { Settings } from "../../server/src/service.ts";

/** true for rules whose findings come from the schema or a format, as far as there are faults. */
const isOfFormats = (rule: (typeof RULES)[number]): boolean =>
  Object.values(rule.at).every((selectors) => selectors.every((selector) => selector.startsWith("format:")));

/** Settings for tests of schemas and formats, whose texts hold no more than what they are about: all other rules are off. */
export const WITHOUT_RULES: Pick<Settings, "rules"> = {
  rules: Object.fromEntries(RULES.filter((rule) => !isOfFormats(rule)).map(({ id }) => [id, "off"])),
};
