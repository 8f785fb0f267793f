/** Value of a plain scalar in the core schema of YAML 1.2.2, chapter 10.3.2. */
export function corePlainValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (text === "") return null;
  if (isNumberStart(first)) return numberValue(text);
  switch (text) {
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    default:
      return text;
  }
}

/** `+ - .` and the digits. */
function isNumberStart(code: number): boolean {
  return code === 43 || code === 45 || code === 46 || (code >= 48 && code <= 57);
}

function numberValue(text: string): number | string {
  if (/^[-+]?[0-9]+$/.test(text) || /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text))
    return Number(text);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  const infinity = /^([-+]?)\.(?:inf|Inf|INF)$/.exec(text);
  if (infinity) return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}
