/** A colour: red, green, blue and opacity from 0 to 1. */
export interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Names that chat tools give to colours of a message. */
const NAMED: Readonly<Record<string, string>> = {
  good: "#2eb886",
  warning: "#daa038",
  danger: "#a30200",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  orange: "#ffa500",
  purple: "#800080",
  black: "#000000",
  white: "#ffffff",
  gray: "#808080",
  grey: "#808080",
};

/** The colour that a text names: `#rgb`, `#rrggbb`, either with opacity, or a usual name. Undefined for anything else. */
export function parseColor(text: string): Rgba | undefined {
  const hex = Object.hasOwn(NAMED, text) ? NAMED[text] : text;
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(hex ?? "")?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length < 6 ? digits.replace(/./g, "$&$&") : digits;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (full.match(/../g) ?? []).map((pair) => parseInt(pair, 16) / 255);
  return { red, green, blue, alpha };
}

/** A colour as `#rrggbb`, with two more digits when it is not opaque. */
export function formatColor({ red, green, blue, alpha }: Rgba): string {
  const parts = alpha < 1 ? [red, green, blue, alpha] : [red, green, blue];
  return `#${parts.map(digits).join("")}`;
}

function digits(part: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, part)) * 255);
  return byte.toString(16).padStart(2, "0");
}
