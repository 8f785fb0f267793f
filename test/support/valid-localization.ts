/** A localization file without a finding, as short as one can be. */
export const VALID_LOCALIZATION = `default_locale: en
supported_locales: [en]
translations:
  en:
    metadata: {}
    messages: {}
    formats: {}
`;
