/**
 * Countries in which the GDPR applies: the member states of the European Union and, by the EEA agreement, Iceland, Liechtenstein and Norway.
 * ISO 3166-1, as of August 2026: https://www.efta.int/eea and https://european-union.europa.eu/principles-countries-history/eu-countries_en
 */
export const EUROPEAN_ECONOMIC_AREA: ReadonlySet<string> = new Set([
  ..."AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
  ..."IS LI NO".split(" "),
]);
