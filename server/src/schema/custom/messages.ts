import { type Fault, isWithin, type Place } from "./outcome.ts";
import type { SchemaObject } from "./schema-object.ts";

/**
 * Faults with the texts that the author of a schema wrote for them: `errorMessage` as a text speaks for every fault of the schema's own
 * keywords, as an object by keyword, by missing key (`required`) or by child (`properties`); `patternErrorMessage` for the pattern.
 */
export function authoredMessages(schema: SchemaObject, faults: readonly Fault[], place: Place): readonly Fault[] {
  const { errorMessage, patternErrorMessage } = schema;
  if (faults.length === 0 || (errorMessage === undefined && patternErrorMessage === undefined)) return faults;
  const own = faults.map((fault) =>
    fault.schema === schema && fault.keyword === "pattern" && patternErrorMessage !== undefined
      ? { ...fault, message: patternErrorMessage }
      : fault,
  );
  if (errorMessage === undefined) return own;
  if (typeof errorMessage === "string") return oneFor(own, (fault) => fault.schema === schema, errorMessage);
  return byKeyword(schema, own, place, errorMessage);
}

/** Replaces the faults that a test holds for by one with a message, at the place of the first. */
function oneFor(faults: readonly Fault[], speaksFor: (fault: Fault) => boolean, message: string): readonly Fault[] {
  const first = faults.findIndex(speaksFor);
  return faults.flatMap((fault, index) =>
    !speaksFor(fault) ? [fault] : index === first ? [{ ...fault, message: fault.message ?? message }] : [],
  );
}

function byKeyword(
  schema: SchemaObject,
  faults: readonly Fault[],
  place: Place,
  messages: Exclude<SchemaObject["errorMessage"], string | undefined>,
): readonly Fault[] {
  let result = faults;
  for (const [keyword, message] of Object.entries(messages)) {
    const isOwn = (fault: Fault): boolean => fault.schema === schema && fault.keyword === keyword;
    if (typeof message === "string") {
      result =
        keyword === "_" ? oneFor(result, (fault) => fault.schema === schema, message) : oneFor(result, isOwn, message);
    } else if (keyword === "properties") {
      for (const [key, text] of Object.entries(message))
        result = oneFor(result, (fault) => isBelow(fault, place, key), text);
    } else if (keyword === "required")
      result = result.flatMap((fault) => (isOwn(fault) ? byKey(fault, message) : [fault]));
  }
  return result;
}

function isBelow(fault: Fault, place: Place, key: string): boolean {
  for (let current: Place | undefined = fault.place; current?.outer; current = current.outer)
    if (current.outer === place && current.step === key) return isWithin(fault.place, place);
  return false;
}

function byKey(fault: Fault, messages: Readonly<Record<string, string>>): readonly Fault[] {
  const keys = fault.keys ?? [];
  const silent = keys.filter((key) => !Object.hasOwn(messages, key));
  const spoken = keys.filter((key) => Object.hasOwn(messages, key));
  return [
    ...spoken.map((key) => ({ ...fault, keys: [key], message: messages[key] ?? "" })),
    ...(silent.length > 0 ? [{ ...fault, keys: silent }] : []),
  ];
}
