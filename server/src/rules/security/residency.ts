import data from "../../values/data/cloud-regions.json" with { type: "json" };
import { EUROPEAN_ECONOMIC_AREA } from "../../values/data/european-economic-area.ts";
import { canonicalLocale } from "../../values/locale.ts";

const COUNTRIES: ReadonlyMap<string, string> = new Map(Object.entries(data.regions));

/** Whether a region of a cloud provider lies in the European Economic Area; undefined for an unknown region. */
export function isRegionInEea(region: string): boolean | undefined {
  const country = COUNTRIES.get(region);
  return country === undefined ? undefined : EUROPEAN_ECONOMIC_AREA.has(country);
}

/** Whether a country code or a locale means people of the European Economic Area; a bare language means those of its usual country. */
export function isEuropean(countryOrLocale: string): boolean {
  const country = writtenCountry(countryOrLocale) ?? usualCountry(countryOrLocale);
  return country !== undefined && EUROPEAN_ECONOMIC_AREA.has(country);
}

/** The country of a country code or of a locale that names one. */
export function writtenCountry(countryOrLocale: string): string | undefined {
  if (/^[A-Z]{2}$/.test(countryOrLocale)) return countryOrLocale;
  const tag = canonicalLocale(countryOrLocale);
  return tag === undefined ? undefined : new Intl.Locale(tag).region;
}

function usualCountry(locale: string): string | undefined {
  const tag = canonicalLocale(locale);
  return tag === undefined ? undefined : new Intl.Locale(tag).maximize().region;
}
