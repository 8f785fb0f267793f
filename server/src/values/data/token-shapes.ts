/**
 * Shapes of secrets that providers issue, as of August 2026. Sources: the rules of gitleaks (https://github.com/gitleaks/gitleaks), the list
 * of GitHub secret scanning (https://docs.github.com/code-security/secret-scanning), and the documentation of the providers. Only shapes
 * with a prefix or form of their own are here: what could be any identifier is not.
 */
export const TOKEN_SHAPES: readonly (readonly [issuer: string, shape: RegExp])[] = [
  ["AWS", /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ["GitHub", /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})/],
  ["GitLab", /(?<![A-Za-z0-9])gl(?:pat|ptt|rt|dt|cbt|soat|ft|imt|agent)-[\w-]{20,255}/],
  ["Slack", /(?<![A-Za-z0-9])(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Za-z0-9-]{20,250})/],
  [
    "Slack",
    /(?<=hooks\.slack\.com\/)(?:services|workflows|triggers)\/[A-Za-z0-9_]{1,40}\/[A-Za-z0-9_]{1,40}\/[A-Za-z0-9_]{16,200}/,
  ],
  ["Discord", /(?<=discord(?:app)?\.com\/api\/)webhooks\/\d{15,25}\/[\w-]{50,100}/],
  ["Google", /(?<![\w-])(?:AIza[\w-]{35}(?![\w-])|GOCSPX-[\w-]{28}|ya29\.[\w-]{30,500})/],
  ["Stripe", /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9+/]{32,64})/],
  ["SendGrid", /(?<![\w-])SG\.[\w-]{16,32}\.[\w-]{32,64}/],
  ["Twilio", /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/],
  ["Telegram", /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/],
  ["Grafana", /(?<![A-Za-z0-9])(?:glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}|glc_eyJ[A-Za-z0-9+/=]{20,500})/],
  ["Vault", /(?<![A-Za-z0-9])hv[sbr]\.[\w-]{24,300}/],
  ["npm", /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/],
  ["PyPI", /(?<![A-Za-z0-9])pypi-AgEIcHlwaS5vcmc[\w-]{50,500}/],
  ["Docker", /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[\w-]{20,60}/],
  ["DigitalOcean", /(?<![A-Za-z0-9])do[opr]_v1_[0-9a-f]{64}/],
  ["Shopify", /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/],
  ["Anthropic", /(?<![A-Za-z0-9])sk-ant-[a-z]+\d\d-[\w-]{32,200}/],
  ["OpenAI", /(?<![A-Za-z0-9])sk-(?:[a-z]+-)?[\w-]{16,100}T3BlbkFJ[\w-]{16,100}/],
  ["Azure", /(?<=(?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{40,90}={0,2}/],
];

/** What every shape holds, to leave out the many texts that hold none of it. */
export const TOKEN_TRACES =
  /A[KSBC][IC]A|gh[pousr]_|github_pat_|gl[a-z]+[-_]|xox|xapp-|hooks\.slack|webhooks\/|AIza|GOCSPX|ya29\.|k_(?:live|test|prod)_|whsec_|SG\.|SK[0-9a-f]{9}|:AA|hv[sbr]\.|npm_|pypi-Ag|dckr_|_v1_|shp[a-z]{2}_|sk-|AccessKey=|AccountKey=|eyJ|-----BEGIN/;

/** A JSON Web Token with a signature (RFC 7519). */
export const SIGNED_TOKEN = /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{16,2000}/;

/** The first line of a private key (RFC 7468 and older forms). */
export const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/;
