import * as l10n from "@vscode/l10n";
import type { Change, FixData, JsonValue } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** What the configuration of a type of provider is made of. */
interface ConfigurationForm {
  readonly types: readonly string[];
  readonly keys: readonly string[];
  /** Of these at least one is needed. The schema knows about keys that are needed alone. */
  readonly oneOf: readonly string[];
  /** What a configuration can not do without, with examples of the schema. */
  readonly essential: Readonly<Record<string, JsonValue>>;
}

const FORMS: readonly ConfigurationForm[] = [
  {
    types: ["oauth2", "oidc"],
    keys: [
      "client_id",
      "client_secret",
      "redirect_uri",
      "redirect_uris",
      "scopes",
      "authorization_endpoint",
      "token_endpoint",
      "userinfo_endpoint",
      "jwks_uri",
      "issuer",
      "pkce",
      "grant_types",
    ],
    oneOf: ["client_id"],
    essential: { client_id: "acme-web" },
  },
  {
    types: ["saml"],
    keys: [
      "entity_id",
      "idp_metadata_url",
      "idp_metadata_file",
      "idp_sso_url",
      "idp_certificate",
      "acs_url",
      "name_id_format",
      "want_assertions_signed",
      "want_response_signed",
      "signature_algorithm",
      "attribute_mapping",
      "clock_skew",
    ],
    // Address and certificate need each other; when one of them is there, the schema asks for the other.
    oneOf: ["idp_metadata_url", "idp_metadata_file", "idp_sso_url", "idp_certificate"],
    essential: {
      entity_id: "https://app.acme.example/saml/metadata",
      idp_metadata_url: "https://sso.acme.example/metadata.xml",
    },
  },
  {
    types: ["ldap"],
    keys: [
      "url",
      "start_tls",
      "bind_dn",
      "bind_password",
      "base_dn",
      "user_filter",
      "group_base_dn",
      "group_filter",
      "ca_file",
      "timeout",
    ],
    oneOf: [],
    essential: { url: "ldaps://ldap.acme.example:636", base_dn: "ou=people,dc=acme,dc=example" },
  },
  {
    types: ["jwt"],
    keys: ["issuer", "audience", "algorithms", "jwks_uri", "public_key_file", "secret", "clock_skew", "max_age"],
    oneOf: ["jwks_uri", "public_key_file", "secret"],
    essential: { algorithms: ["RS256"], jwks_uri: "https://login.acme.example/.well-known/jwks.json" },
  },
  { types: ["api_key"], keys: ["in", "name", "prefix", "hash", "max_age_days"], oneOf: [], essential: {} },
];

export const rule = defineRule({
  id: "auth-config-type",
  severity: "warning",
  at: { security: ["authentication.providers.*"] },
  check: (place, report) => {
    const type = place.get("type");
    const form = FORMS.find(({ types }) => types.includes(type?.text ?? ""));
    if (!type || !form) return;
    const config = place.get("config");
    if (!config) {
      if (!place.has("config")) reportNoConfig(place, type, form, report);
      return;
    }
    if (!config.isMap) return;
    const other = formOfKeys(config, form);
    if (other) reportOtherType(config, type, other, report);
    else if (form.oneOf.length > 0 && !form.oneOf.some((key) => config.has(key)))
      reportNoKey(config, type, form, report);
  },
});

/** The form that all keys belong to when none of them belongs to the form that they should have. */
function formOfKeys(config: Place, own: ConfigurationForm): ConfigurationForm | undefined {
  const keys = config.entries().map(({ name }) => name);
  if (keys.length === 0 || keys.some((key) => own.keys.includes(key))) return undefined;
  return FORMS.find((form) => keys.every((key) => form.keys.includes(key)));
}

function reportNoConfig(place: Place, type: Place, form: ConfigurationForm, report: Report): void {
  const keys = Object.keys(form.essential);
  if (keys.length === 0) return;
  const name = type.text ?? "";
  report(type, {
    message: l10n.t`A provider of type \`${name}\` can not work without a \`config\`, so nobody can sign in this way. Add one with ${keyList(keys)}.`,
    fix: {
      fix: "change",
      path: place.path,
      changes: [
        { title: l10n.t`Add \`config\``, operations: [{ do: "set", path: ["config"], value: form.essential }] },
      ],
    },
  });
}

function reportNoKey(config: Place, type: Place, form: ConfigurationForm, report: Report): void {
  const name = type.text ?? "";
  const [only = "", ...others] = form.oneOf;
  report(config, {
    on: "key",
    message:
      others.length === 0
        ? l10n.t`A provider of type \`${name}\` can not work without \`${only}\`, so nobody can sign in this way. Add it.`
        : l10n.t`A provider of type \`${name}\` can not check who signs in without one of ${keyList(form.oneOf, "or")}. Add the one that fits.`,
    fix: { fix: "add-required", path: config.path, keys: [missingKey(config, form)] },
  });
}

/** The key to add: tokens that are signed with a shared secret need it, everything else has a public source. */
function missingKey(config: Place, form: ConfigurationForm): string {
  const algorithms = config.get("algorithms")?.items() ?? [];
  if (algorithms.length > 0 && algorithms.every(({ text }) => text?.startsWith("HS"))) return "secret";
  return form.oneOf.find((key) => key in form.essential) ?? "";
}

function reportOtherType(config: Place, type: Place, other: ConfigurationForm, report: Report): void {
  const name = type.text ?? "";
  const first = config.entries()[0];
  report(type, {
    message: l10n.t`Everything in \`config\` belongs to a provider of type ${keyList(other.types, "or")}, and nothing to one of type \`${name}\`, which ignores it: nobody can sign in this way. Change the type, or the \`config\`.`,
    related: first ? [{ place: first, on: "key", message: l10n.t`The keys begin here.` }] : [],
    fix: typeChange(type, other),
  });
}

function typeChange(type: Place, { types }: ConfigurationForm): FixData {
  const changes = types.map(
    (name): Change => ({
      title: l10n.t`Change the type to \`${name}\``,
      preferred: false,
      operations: [{ do: "set", path: [], value: name }],
    }),
  );
  return { fix: "change", path: type.path, changes };
}

const PROVIDER = (type: string, config: string, enabled = "true"): string =>
  `authentication:
  providers:
    - name: staff
      type: ${type} # agreed with the customer
      enabled: ${enabled}
${config}`;
const OTHER =
  "Everything in `config` belongs to a provider of type `oauth2` or `oidc`, and nothing to one of type `ldap`, which ignores it: nobody can sign in this way. Change the type, or the `config`.";

export const page: RulePage = {
  title: "Settings of another type of provider, or none that this type could work with.",
  why: "Each type reads its own settings and ignores all others. A directory without an address, a SAML provider without a certificate to check signatures with, or an OAuth client without an id fails at the first sign-in, with an error of a library that names neither this file nor the setting.",
  fix: "Add what is missing, or change the type",
  examples: {
    failing: {
      what: "the settings of another type",
      text: PROVIDER("ldap", "      config:\n        client_id: x\n"),
      reports: [`warning 4 «ldap» ${OTHER}`],
      fixed: PROVIDER("oauth2", "      config:\n        client_id: x\n"),
    },
    passing: {
      what: "the settings of the type",
      text: PROVIDER(
        "ldap",
        "      config:\n        url: ldaps://dc.company.com\n        base_dn: dc=company,dc=com\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "a configuration that only the deployment knows",
      text: PROVIDER("ldap", "      config: ${LDAP}\n"),
      reports: [],
    },
    disabled: {
      what: "a provider that is switched off",
      text: PROVIDER("ldap", "      config:\n        client_id: x\n", "false"),
      reports: [],
    },
    more: [
      {
        what: "a directory without any settings",
        text: PROVIDER("ldap", ""),
        reports: [
          "warning 4 «ldap» A provider of type `ldap` can not work without a `config`, so nobody can sign in this way. Add one with `url` and `base_dn`.",
        ],
        fixed: PROVIDER(
          "ldap",
          '      config:\n        url: ldaps://ldap.acme.example:636\n        base_dn: "ou=people,dc=acme,dc=example"\n',
        ),
      },
      {
        what: "an OAuth client without any settings, in flow style",
        text: "authentication: { providers: [{ name: web, type: oidc, enabled: true }] }\n",
        reports: [
          "warning 1 «oidc» A provider of type `oidc` can not work without a `config`, so nobody can sign in this way. Add one with `client_id`.",
        ],
        fixed:
          "authentication: { providers: [{ name: web, type: oidc, enabled: true, config: {client_id: acme-web} }] }\n",
      },
      {
        what: "an OAuth client without an id",
        text: PROVIDER("oauth2", "      config:\n        scopes: [profile]\n"),
        reports: [
          "warning 6 «config» A provider of type `oauth2` can not work without `client_id`, so nobody can sign in this way. Add it.",
        ],
        fixed: PROVIDER("oauth2", "      config:\n        client_id: acme-web\n        scopes: [profile]\n"),
      },
      {
        what: "an OAuth client as short as it can be",
        text: PROVIDER("oauth2", "      config:\n        client_id: ${CLIENT_ID}\n"),
        reports: [],
      },
      {
        what: "a SAML provider without an identity provider",
        text: PROVIDER("saml", "      config:\n        entity_id: https://app.company.com\n"),
        reports: [
          "warning 6 «config» A provider of type `saml` can not check who signs in without one of `idp_metadata_url`, `idp_metadata_file`, `idp_sso_url` or `idp_certificate`. Add the one that fits.",
        ],
        fixed: PROVIDER(
          "saml",
          "      config:\n        entity_id: https://app.company.com\n        idp_metadata_url: https://sso.acme.example/metadata.xml\n",
        ),
      },
      {
        what: "a SAML provider with half of what it needs, for which the schema asks",
        text: PROVIDER(
          "saml",
          "      config:\n        entity_id: https://app.company.com\n        idp_sso_url: https://sso.company.com\n",
        ),
        reports: [],
      },
      {
        what: "tokens without a key to check them with",
        text: PROVIDER("jwt", "      config:\n        algorithms: [ES256]\n"),
        reports: [
          "warning 6 «config» A provider of type `jwt` can not check who signs in without one of `jwks_uri`, `public_key_file` or `secret`. Add the one that fits.",
        ],
        fixed: PROVIDER(
          "jwt",
          "      config:\n        algorithms: [ES256]\n        jwks_uri: https://login.acme.example/.well-known/jwks.json\n",
        ),
      },
      {
        what: "tokens signed with a secret that is not there",
        text: PROVIDER("jwt", "      config:\n        algorithms: [HS256]\n"),
        reports: [
          "warning 6 «config» A provider of type `jwt` can not check who signs in without one of `jwks_uri`, `public_key_file` or `secret`. Add the one that fits.",
        ],
        fixed: PROVIDER(
          "jwt",
          '      config:\n        algorithms: [HS256]\n        secret: "vault:secret/data/acme/jwt#secret"\n',
        ),
      },
      {
        what: "settings of several types, of which the schema reports the foreign ones",
        text: PROVIDER(
          "ldap",
          "      config:\n        url: ldaps://dc.company.com\n        base_dn: dc=company,dc=com\n        client_id: x\n",
        ),
        reports: [],
      },
      {
        what: "API keys, which need no settings",
        text: PROVIDER("api_key", ""),
        reports: [],
      },
      {
        what: "a type that nobody knows",
        text: PROVIDER("oauth3", ""),
        reports: [],
      },
    ],
  },
};
