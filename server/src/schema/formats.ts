import { scalarLanguages } from "../values/index.ts";

/** What the compiled validators ask for a `format`: true when the text is well-formed. Advice does not make a value wrong. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  [...scalarLanguages].map(([name, language]) => [
    name,
    (text: string): boolean => {
      const problem = language.check(text);
      return problem === undefined || problem.advice === true;
    },
  ]),
);
