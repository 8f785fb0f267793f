// Generated from schemas/draft-07/security.schema.json by scripts/generate-schemas.ts. Do not edit.


/**
 * Names the schema this file follows, for editors that look for it. `tenant-config:<kind>` or a path ending in `/<kind>.schema.json` also fixes the kind of the file.
 */
export type SchemaUri = string
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
export type SchemaVersion = ("1" | "2")
/**
 * Links this file to its tenant when it does not stand in that tenant's folder. Compared without regard to case.
 */
export type TenantId = string
/**
 * One way to sign in. `type` decides which keys `config` may hold.
 */
export type Provider = (OAuth20OrOpenIDConnectProvider | SAMLProvider | LDAPProvider | JWTProvider | APIKeyProvider)
/**
 * Identifies a sign-in method. Two providers must not share it.
 */
export type ProviderName = string
/**
 * Position among the enabled providers: the lowest number is tried first.
 */
export type ProviderPriority = number
/**
 * A secret. Write a reference to it, never the value itself: `vault:path#key`, `aws-sm:name#key`, `gcp-sm:project/name#version`, `azure-kv:vault/name`, `k8s:namespace/secret#key`, `file:/path` or `${env:NAME}`.
 */
export type Secret = string
/**
 * An absolute `http` or `https` address.
 */
export type Url = string
/**
 * A path in the file system of the machine that reads it.
 */
export type Path = string
/**
 * A Prometheus duration (`5m`), a whole number of seconds (`300`) or an ISO 8601 duration (`PT5M`).
 */
export type ExtendedDuration = (number | string)
/**
 * A Prometheus duration: whole numbers with the units `y w d h m s ms`, largest first, each at most once. `m` is minutes.
 */
export type Duration = string
/**
 * A right: `*` (everything), an action such as `read`, the name of a permission of the catalogue, or `resource:action` where either side may be `*`.
 */
export type PermissionReference = string
/**
 * Value the attribute must have, a list of which one is enough, or a comparison `{ operator: value }`.
 */
export type AttributeTest = (string | number | boolean | null | (string | number | boolean | null)[] | {
/**
 * Value the operator compares with.
 */
[k: string]: string | number | boolean | null | (string | number | boolean | null)[]
})
/**
 * A DNS name or an IP address, without scheme, port or path.
 */
export type Host = string
/**
 * A single IP address, or a prefix in CIDR notation.
 */
export type IpCidr = string
/**
 * Addresses and ranges of the group.
 */
export type AddressGroup = IpCidr[]
/**
 * `any`, an IP address, a range in CIDR notation, a group as `@name`, or a list of these.
 */
export type Addresses = (string | Address[])
/**
 * `any`, an IP address, a range in CIDR notation, or a group as `@name`.
 */
export type Address = string
/**
 * A whole number: `-1` means unlimited, `0` blocks everything.
 */
export type Limit = number
/**
 * A legal or industry regime that applies.
 */
export type Framework = ("gdpr" | "ccpa" | "hipaa" | "sox" | "iso27001" | "pci_dss" | "pci" | "soc2" | "lgpd" | "uk_gdpr" | "coppa")

/**
 * Security policy of one tenant: how people sign in, what they may do, how data is encrypted, how the network is defended, what is recorded and which regimes apply.
 */
export interface SecurityFile {
/**
 * Keys of your own; kept and ignored.
 */
[k: `x-${string}`]: unknown
/**
 * Names the schema this file follows. `tenant-config:security` also fixes the kind of the file.
 */
$schema?: SchemaUri
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
schema_version?: SchemaVersion
/**
 * Tenant this policy belongs to; needed only when the file stands outside that tenant's folder. Compared without regard to case.
 */
tenant_id?: TenantId
/**
 * How people and programs prove who they are, and how long that proof lasts.
 */
authentication: Authentication
/**
 * What a signed-in person or program may do: by role, by attribute rule, or both. At least one of the two models has to be enabled.
 */
authorization: Authorization
/**
 * Protection of stored data and of connections.
 */
encryption: Encryption
/**
 * Defences in front of the application: packet filter, request filter, throttles and flood protection.
 */
network?: Network
/**
 * Record of security-relevant events. Leaving the section out is reported as a warning, and as an error once a compliance framework is listed.
 */
audit?: Audit
/**
 * Legal and industry regimes the tenant answers to, and the controls they ask for.
 */
compliance?: Compliance
}
/**
 * How people and programs prove who they are.
 */
export interface Authentication {
/**
 * Ways to sign in. At least one has to be enabled, otherwise nobody can get in.
 */
providers?: Provider[]
/**
 * Lifetime of a sign-in and protection of its cookie.
 */
session?: Session
/**
 * Second factor asked for after the first one succeeded.
 */
mfa?: Mfa
/**
 * Rules for passwords kept by the application itself. They do not reach passwords that live at an external identity provider.
 */
password_policy?: PasswordPolicy
}
/**
 * Sign-in delegated to an authorization server: the user agrees there and comes back with a code.
 */
export interface OAuth20OrOpenIDConnectProvider {
/**
 * Identifies this sign-in method in logs and on the sign-in page. Two providers must not share it.
 */
name: ProviderName
/**
 * How users are authenticated.
 */
type: ("oauth2" | "oidc")
/**
 * Whether people can sign in this way. A disabled provider keeps its settings; at least one provider has to stay enabled.
 */
enabled: boolean
/**
 * Position among the enabled providers: the lowest number is offered and tried first.
 */
priority?: ProviderPriority
/**
 * Registration of this application at the authorization server.
 */
config?: OauthConfig
}
/**
 * Registration of this application at an OAuth 2.0 or OpenID Connect server.
 */
export interface OauthConfig {
/**
 * Public identifier the server gave this application.
 */
client_id?: string
/**
 * Secret the server gave this application; public clients (mobile, single-page) have none and rely on `pkce`. Write a reference, never the value.
 */
client_secret?: Secret
/**
 * Where the server sends the user back. It has to equal the registered address exactly, and plain `http` is only acceptable for loopback addresses.
 */
redirect_uri?: Url
/**
 * Return addresses when the application has several; use instead of `redirect_uri`. Wildcards and fragments are not allowed.
 */
redirect_uris?: Url[]
/**
 * Permissions asked from the user. OpenID Connect needs `openid` among them.
 */
scopes?: string[]
/**
 * Page of the server where the user signs in and agrees. An OpenID Connect client can find it through `issuer`.
 */
authorization_endpoint?: Url
/**
 * Address where a code is exchanged for tokens. An OpenID Connect client can find it through `issuer`.
 */
token_endpoint?: Url
/**
 * Address that returns the profile of the signed-in user.
 */
userinfo_endpoint?: Url
/**
 * Address of the public keys that verify the server's tokens. Keys are fetched again after the server rotates them.
 */
jwks_uri?: Url
/**
 * Identity of the server. It has to match the `iss` claim of its tokens character by character, trailing slash included.
 */
issuer?: Url
/**
 * Whether the code exchange is bound to the browser that started it (PKCE), so that a stolen code is worthless.
 */
pkce?: boolean
/**
 * Ways this client may obtain tokens. Avoid `implicit` and `password`: current OAuth guidance drops both.
 */
grant_types?: string[]
}
/**
 * Sign-in through a SAML 2.0 identity provider, the usual choice for company single sign-on.
 */
export interface SAMLProvider {
/**
 * Identifies this sign-in method in logs and on the sign-in page. Two providers must not share it.
 */
name: ProviderName
/**
 * SAML 2.0: the identity provider posts a signed assertion about the user.
 */
type: "saml"
/**
 * Whether people can sign in this way. A disabled provider keeps its settings; at least one provider has to stay enabled.
 */
enabled: boolean
/**
 * Position among the enabled providers: the lowest number is offered and tried first.
 */
priority?: ProviderPriority
/**
 * Trust between this application and the identity provider. A key that belongs to another provider type is a warning.
 */
config?: SamlConfig
}
/**
 * Trust between this application (the service provider) and a SAML identity provider. The identity provider is described by its metadata, or by its sign-on address and certificate.
 */
export interface SamlConfig {
/**
 * Name of this application towards the identity provider; usually a URL, compared character by character.
 */
entity_id: string
/**
 * Address of the identity provider's metadata. Picks up new certificates by itself; excludes `idp_metadata_file` and the manual pair.
 */
idp_metadata_url?: Url
/**
 * File with the identity provider's metadata. It has to be replaced by hand when the provider changes its certificate.
 */
idp_metadata_file?: Path
/**
 * Sign-on address of the identity provider, when there is no metadata. Needs `idp_certificate`.
 */
idp_sso_url?: Url
/**
 * Certificate that verifies the identity provider's signatures, in PEM form or as a path to it. Needs `idp_sso_url`; it is public, so no secret reference is needed.
 */
idp_certificate?: string
/**
 * Address of this application that receives the assertion. It has to be registered at the identity provider.
 */
acs_url?: Url
/**
 * Kind of user identifier asked from the identity provider. When absent, the provider chooses.
 */
name_id_format?: string
/**
 * Whether an unsigned assertion is refused. Switching this off lets anyone who can reach `acs_url` pose as a user, unless the response is signed.
 */
want_assertions_signed?: boolean
/**
 * Whether the response around the assertion has to be signed too.
 */
want_response_signed?: boolean
/**
 * Signature used for requests and expected from the identity provider.
 */
signature_algorithm?: ("rsa-sha256" | "rsa-sha384" | "rsa-sha512")
attribute_mapping?: SAMLAttributeMapping
/**
 * Tolerated difference between the two clocks when validity times are checked. A plain number is seconds; keep it to a few minutes.
 */
clock_skew?: ExtendedDuration
}
/**
 * Which assertion attribute fills which user field. Keys are user fields, values are attribute names.
 */
export interface SAMLAttributeMapping {
/**
 * Name of the attribute in the assertion.
 */
[k: string]: string
}
/**
 * Sign-in with user name and password checked against an LDAP directory or Active Directory.
 */
export interface LDAPProvider {
/**
 * Identifies this sign-in method in logs and on the sign-in page. Two providers must not share it.
 */
name: ProviderName
/**
 * LDAP: the password is checked by binding to the directory as the user.
 */
type: "ldap"
/**
 * Whether people can sign in this way. A disabled provider keeps its settings; at least one provider has to stay enabled.
 */
enabled: boolean
/**
 * Position among the enabled providers: the lowest number is offered and tried first.
 */
priority?: ProviderPriority
/**
 * Connection to the directory and where users and groups are found in it. A key that belongs to another provider type is a warning.
 */
config?: LdapConfig
}
/**
 * Connection to a directory and where users and groups are found in it.
 */
export interface LdapConfig {
/**
 * Address of the directory. `ldaps://` (port 636) is encrypted from the first byte; `ldap://` (port 389) sends passwords in clear unless `start_tls` is on.
 */
url: string
/**
 * Whether an `ldap://` connection is upgraded to TLS before anything else is sent. Meaningless with `ldaps://`.
 */
start_tls?: boolean
/**
 * Account used to search for users. When absent, the search is anonymous, which most directories refuse.
 */
bind_dn?: string
/**
 * Password of `bind_dn`. Write a reference, never the value.
 */
bind_password?: Secret
/**
 * Branch of the directory under which users are searched.
 */
base_dn: string
/**
 * Search filter that finds the entry of a user; `{username}` stands for what was typed, escaped.
 */
user_filter?: string
/**
 * Branch under which groups are searched.
 */
group_base_dn?: string
/**
 * Search filter that finds the groups of a user.
 */
group_filter?: string
/**
 * Certificates that vouch for the directory server. When absent, those of the operating system are used.
 */
ca_file?: Path
/**
 * Longest wait for the directory before the sign-in fails. A plain number is seconds.
 */
timeout?: ExtendedDuration
}
/**
 * Accepts signed tokens issued elsewhere, for example by a gateway or another service.
 */
export interface JWTProvider {
/**
 * Identifies this sign-in method in logs and on the sign-in page. Two providers must not share it.
 */
name: ProviderName
/**
 * JWT: a signed bearer token is verified locally, without a call to its issuer.
 */
type: "jwt"
/**
 * Whether people can sign in this way. A disabled provider keeps its settings; at least one provider has to stay enabled.
 */
enabled: boolean
/**
 * Position among the enabled providers: the lowest number is offered and tried first.
 */
priority?: ProviderPriority
/**
 * Which tokens are accepted and how their signature is verified. A key that belongs to another provider type is a warning.
 */
config?: JwtConfig
}
/**
 * Which tokens are accepted and how their signature is verified: with published keys, a key file, or a shared secret.
 */
export interface JwtConfig {
/**
 * Value the `iss` claim has to have. When absent, tokens of any issuer whose key fits are accepted.
 */
issuer?: string
/**
 * Value, or values of which one is enough, that the `aud` claim has to contain. Set it: otherwise a token made for another service works here too.
 */
audience?: (string | string[])
/**
 * Signature algorithms that are accepted; anything else in the token header is refused. Never mix the `HS` family with others, since a public key could then pass for a shared secret.
 */
algorithms: ("RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512" | "EdDSA" | "HS256" | "HS384" | "HS512")[]
/**
 * Address of the issuer's public keys. Follows key rotation by itself; excludes `public_key_file` and `secret`.
 */
jwks_uri?: Url
/**
 * File with the issuer's public key in PEM form. It has to be replaced by hand when the key changes.
 */
public_key_file?: Path
/**
 * Shared secret of the `HS` algorithms, at least 32 random bytes. Write a reference, never the value.
 */
secret?: Secret
/**
 * Tolerated difference between the clocks of issuer and verifier. A plain number is seconds.
 */
clock_skew?: ExtendedDuration
/**
 * Oldest token that is accepted, counted from its `iat` claim, whatever its own expiry says. A plain number is seconds.
 */
max_age?: ExtendedDuration
}
/**
 * Long-lived keys for programs that call the API without a user.
 */
export interface APIKeyProvider {
/**
 * Identifies this sign-in method in logs and on the sign-in page. Two providers must not share it.
 */
name: ProviderName
/**
 * API key: a program sends a fixed key with each request.
 */
type: "api_key"
/**
 * Whether people can sign in this way. A disabled provider keeps its settings; at least one provider has to stay enabled.
 */
enabled: boolean
/**
 * Position among the enabled providers: the lowest number is offered and tried first.
 */
priority?: ProviderPriority
/**
 * Where the key is expected in a request and how it is stored. A key that belongs to another provider type is a warning.
 */
config?: ApiKeyConfig
}
/**
 * Where the key is expected in a request, how it is stored and how long it lives.
 */
export interface ApiKeyConfig {
/**
 * Part of the request that carries the key.
 */
in?: ("header" | "query")
/**
 * Name of the header or query parameter.
 */
name?: string
/**
 * Text every issued key starts with. It lets secret scanners recognise leaked keys.
 */
prefix?: string
/**
 * How keys are stored, so that a leaked table does not reveal them.
 */
hash?: ("sha256" | "argon2id")
/**
 * Days after which a key stops working. When absent, keys do not expire.
 */
max_age_days?: number
}
/**
 * Lifetime of a sign-in and protection of its cookie.
 */
export interface Session {
/**
 * Seconds after which a session ends and the user signs in again. HIPAA and the tenant file may ask for less.
 */
timeout?: number
/**
 * Seconds before the end at which an active session is renewed. Has to be smaller than `timeout`, otherwise every request renews.
 */
refresh_threshold?: number
/**
 * Whether the session cookie is sent over HTTPS only. Switching it off is acceptable on a developer's machine at most.
 */
secure_cookies?: boolean
/**
 * Whether the browser sends the session cookie with requests that come from other sites.
 */
same_site?: ("strict" | "lax" | "none")
/**
 * Seconds without activity after which a session ends early. When absent, only `timeout` counts.
 */
idle_timeout?: number
/**
 * Parallel sessions one user may hold. When absent, there is no ceiling.
 */
max_concurrent?: number
}
/**
 * Second factor asked for after the first one succeeded.
 */
export interface Mfa {
/**
 * Whether everybody has to use a second factor. The tenant file's `mfa_required` and the variable `MFA_REQUIRED` have to agree.
 */
required?: boolean
/**
 * Second factors people may choose from. Required multi-factor sign-in needs at least one; `sms` and `email` alone are weak.
 */
methods?: ("totp" | "webauthn" | "sms" | "email" | "push")[]
/**
 * Whether users get one-time codes for the day they lose their second factor.
 */
backup_codes?: boolean
/**
 * Time a user has to enrol a second factor: whole days as a number, or a duration such as `12h`. `0` asks at the next sign-in.
 */
grace_period?: (number | string)
/**
 * Roles that always need a second factor, even when `required` is off.
 */
enforced_roles?: string[]
/**
 * How long a device that passed the second factor is not asked again. When absent, every sign-in asks.
 */
remember_device?: Duration
}
/**
 * Strength, age and reuse of passwords, and the limit on guessing.
 */
export interface PasswordPolicy {
/**
 * Fewest characters a password may have. Length helps more than character classes.
 */
min_length?: number
/**
 * Whether a password needs a capital letter.
 */
require_uppercase?: boolean
/**
 * Whether a password needs a small letter.
 */
require_lowercase?: boolean
/**
 * Whether a password needs a digit.
 */
require_numbers?: boolean
/**
 * Whether a password needs a character that is neither letter nor digit.
 */
require_symbols?: boolean
/**
 * Days after which a password has to be changed, at least 30; `0` means never. Current NIST guidance advises against forced changes.
 */
max_age_days?: number
/**
 * Number of earlier passwords that can not be used again; `0` allows reuse. PCI DSS asks for 4.
 */
history_count?: number
/**
 * Most characters a password may have, at least 64 so that passphrases and password managers work. When absent, the application's own ceiling holds.
 */
max_length?: number
/**
 * Whether a new password is refused when it appears in a list of known leaks.
 */
check_breached?: boolean
lockout?: PasswordLockout
}
/**
 * Pause after too many wrong passwords. When absent, guessing is not limited here; PCI DSS needs at most 10 tries and 30 minutes.
 */
export interface PasswordLockout {
/**
 * Wrong passwords in a row that are allowed before the account is locked.
 */
max_attempts?: number
/**
 * How long the account stays locked. A plain number is seconds.
 */
duration?: ExtendedDuration
}
/**
 * What a signed-in person or program may do.
 */
export interface Authorization {
/**
 * Rights through roles: a user holds roles, a role holds permissions.
 */
rbac?: Rbac
/**
 * Rights through rules over attributes of the user, the thing, the action and the circumstances.
 */
abac?: Abac
}
/**
 * Rights through roles.
 */
export interface Rbac {
/**
 * Whether roles decide about access. When off, attribute rules have to be enabled.
 */
enabled?: boolean
/**
 * Bundles of permissions that users are given.
 */
roles?: Role[]
/**
 * Role a new user gets. When absent, newcomers have no rights; never a role that holds `*`.
 */
default_role?: string
/**
 * Catalogue of named permissions that roles can list. Roles can also write actions and `resource:action` directly.
 */
permissions?: Permission[]
}
/**
 * A bundle of permissions that users are given.
 */
export interface Role {
/**
 * Identifies the role; users, other roles and the second factor refer to it.
 */
name: string
/**
 * Who should hold the role and what for.
 */
description?: string
/**
 * Rights of the role, in addition to those of its parents. An empty list adds nothing.
 */
permissions: PermissionReference[]
/**
 * Parent roles whose permissions this role also has. Loops are refused; beware of inheriting `*`.
 */
inherit_from?: string[]
}
/**
 * A named right: one action on one resource.
 */
export interface Permission {
/**
 * Name under which roles list this permission.
 */
name: string
/**
 * Kind of thing the permission is about; `*` for all.
 */
resource: string
/**
 * What may be done with the resource.
 */
action: ("create" | "read" | "update" | "delete" | "list" | "execute" | "*")
/**
 * Further limits on the permission; all have to hold. Passed on unchanged to the application that enforces them.
 */
conditions?: PermissionCondition[]
}
/**
 * One limit, in the form the enforcing application understands. Passed on unchanged.
 */
export interface PermissionCondition {
[k: string]: unknown
}
/**
 * Rights through rules over attributes.
 */
export interface Abac {
/**
 * Whether attribute rules decide about access. When off, roles have to be enabled.
 */
enabled?: boolean
/**
 * Which policy wins when several apply to a request.
 */
combining?: ("deny-overrides" | "allow-overrides" | "first-match")
/**
 * Attribute rules. `combining` settles the case that several apply to a request.
 */
policies?: AbacPolicy[]
}
/**
 * Allows or denies requests whose attributes fit. All given parts have to fit; an absent part fits everything.
 */
export interface AbacPolicy {
/**
 * Identifies the policy in decisions and in the audit record.
 */
name: string
/**
 * What happens to a request the policy applies to.
 */
effect: ("allow" | "deny")
/**
 * Position among the policies, the lowest number first; it decides when `combining` is `first-match`.
 */
priority?: number
/**
 * Tests on who asks: department, roles, clearance and so on.
 */
subject?: AttributeTests
/**
 * Tests on what is asked for: type, owner, classification and so on.
 */
resource?: AttributeTests
/**
 * Tests on what is to be done with the resource.
 */
action?: AttributeTests
/**
 * Tests on the circumstances: time, network, device. Not the deployment environment.
 */
environment?: AttributeTests
/**
 * Further test as a CEL expression that has to yield true. It sees `subject`, `resource`, `action` and `environment`, nothing else.
 */
condition?: string
}
/**
 * Attribute names with the value they must have, a list of which one value is enough, or a comparison such as `{ gte: 3 }`. All have to hold.
 */
export interface AttributeTests {
[k: string]: AttributeTest
}
/**
 * Protection of stored data and of connections.
 */
export interface Encryption {
/**
 * Encryption of stored data. Has to agree with the tenant file.
 */
at_rest?: EncryptionAtRest
/**
 * Encryption of connections. Has to agree with the tenant file.
 */
in_transit?: EncryptionInTransit
}
/**
 * Encryption of stored data.
 */
export interface EncryptionAtRest {
/**
 * Whether stored data is encrypted. Switching it off in production is an error.
 */
enabled?: boolean
/**
 * Cipher for stored data. The tenant and environment files have to name the same.
 */
algorithm?: ("AES-256" | "AES-256-GCM" | "ChaCha20-Poly1305")
/**
 * Who holds the keys and how often they change.
 */
key_management?: KeyManagement
}
/**
 * Who holds the keys for stored data and how often they change.
 */
export interface KeyManagement {
/**
 * Keeper of the keys. `ENCRYPTION_KEY_PROVIDER` has to agree when it is set.
 */
provider?: ("vault" | "aws_kms" | "azure_key_vault" | "gcp_kms" | "local" | "hsm")
/**
 * Name of the key at the provider: an ARN, a resource name or a path. Sharing one key between tenants is a warning.
 */
key_id?: string
/**
 * Address of the key service. Needed for `vault`; cloud providers know their own.
 */
endpoint?: Url
/**
 * Whether data is encrypted with keys of its own, which in turn are encrypted with the managed key. Keeps large data away from the key service and makes rotation cheap.
 */
envelope?: boolean
/**
 * How often keys change and how long old ones still decrypt.
 */
key_rotation?: KeyRotation
}
/**
 * How often keys change and how long old ones still decrypt.
 */
export interface KeyRotation {
/**
 * Whether keys change on a schedule.
 */
enabled?: boolean
/**
 * Days between two keys. More than a year is reported as weak.
 */
interval_days?: number
/**
 * Days an old key still decrypts after its replacement. Has to be shorter than `interval_days`, and long enough to re-encrypt what was written with it.
 */
grace_days?: number
/**
 * Days before a rotation at which the people concerned are told. When absent, nobody is told.
 */
notify_days?: number
}
/**
 * Encryption of connections.
 */
export interface EncryptionInTransit {
/**
 * Whether connections are encrypted. Switching it off in production is an error.
 */
enabled?: boolean
/**
 * Lowest TLS version that is accepted; newer ones always are. Quote it: YAML reads `1.3` as a number.
 */
tls_version?: ("1.2" | "1.3")
/**
 * Suites that may be negotiated, best first, in IANA or OpenSSL spelling. When absent, the TLS library decides. TLS 1.3 and TLS 1.2 have different suites, so a list has to fit `tls_version`.
 */
cipher_suites?: string[]
hsts?: StrictTransportSecurity
mtls?: MutualTLS
/**
 * Who issues the server certificates and how they are renewed.
 */
certificate_management?: CertificateManagement
}
/**
 * Header that tells browsers to use HTTPS for this host from now on. Hard to take back before `max_age` has passed.
 */
export interface StrictTransportSecurity {
/**
 * Whether the header is sent.
 */
enabled?: boolean
/**
 * Seconds a browser remembers to use HTTPS only. Start small; `0` makes browsers forget.
 */
max_age?: number
/**
 * Whether the promise covers all subdomains too. Every one of them then needs a valid certificate.
 */
include_subdomains?: boolean
}
/**
 * Certificates asked from clients, so that both sides prove who they are.
 */
export interface MutualTLS {
/**
 * Whether clients without a valid certificate are refused.
 */
enabled?: boolean
/**
 * Certificates of the authorities whose client certificates are accepted.
 */
ca_file?: Path
}
/**
 * Who issues the server certificates and how they are renewed.
 */
export interface CertificateManagement {
/**
 * Issuer of the certificates.
 */
provider?: ("letsencrypt" | "internal_ca" | "external_ca" | "acme" | "vault_pki")
/**
 * Whether certificates are renewed without a person. Needed with `letsencrypt` and `acme`.
 */
auto_renewal?: boolean
/**
 * How long before expiry a certificate is renewed. Has to be shorter than the certificate's life.
 */
renew_before?: Duration
/**
 * Host names the certificates are issued for.
 */
domains?: Host[]
}
/**
 * Defences in front of the application.
 */
export interface Network {
/**
 * Packet filter: rules by address, protocol and port.
 */
firewall?: Firewall
/**
 * Request filter: looks into HTTP requests for attacks.
 */
waf?: Waf
/**
 * Throttles for everybody together, for this tenant and for a single user.
 */
rate_limiting?: RateLimiting
/**
 * Detection of floods and the reaction to them.
 */
ddos_protection?: DdosProtection
}
/**
 * Packet filter. Rules are evaluated in order and the first match decides.
 */
export interface Firewall {
/**
 * Whether packets are filtered.
 */
enabled?: boolean
/**
 * What happens to a packet no rule matches.
 */
default_action?: ("allow" | "deny")
groups?: AddressGroups
/**
 * Packet filter rules, evaluated in order. A rule below one that already covers it never matches.
 */
rules?: FirewallRule[]
}
/**
 * Named lists of addresses. Rules use them as `@name`.
 */
export interface AddressGroups {
[k: string]: AddressGroup
}
/**
 * One rule of the packet filter. An absent address, port or protocol matches any.
 */
export interface FirewallRule {
/**
 * Names the rule in logs and in the outline.
 */
name?: string
/**
 * What happens to a matching packet.
 */
action?: ("allow" | "deny" | "log")
/**
 * Protocol the rule is about.
 */
protocol?: ("tcp" | "udp" | "icmp" | "any")
/**
 * Where the packet comes from: `any`, an address, a range, a group `@name`, or a list of these.
 */
source?: Addresses
/**
 * Where the packet goes: `any`, an address, a range, a group `@name`, or a list of these.
 */
destination?: Addresses
/**
 * Destination port: a number, a range `8000-8100`, a list `80,443`, or `any`. Only TCP and UDP have ports.
 */
port?: (number | string)
/**
 * Which way the packet travels, seen from the protected network.
 */
direction?: ("inbound" | "outbound")
/**
 * Why the rule exists, for the next person who wants to delete it.
 */
description?: string
}
/**
 * Looks into HTTP requests for attacks, after the packet filter let them through.
 */
export interface Waf {
/**
 * Whether requests are inspected. PCI DSS expects it.
 */
enabled?: boolean
/**
 * What happens to a suspicious request.
 */
mode?: ("detect" | "block")
/**
 * Rule sets to apply, by the names the product in use knows.
 */
rule_sets?: string[]
/**
 * Whether automated clients are recognised and challenged.
 */
bot_protection?: boolean
}
/**
 * Throttles at three levels. Limits should shrink from global to tenant to user, otherwise the inner ones are never reached.
 */
export interface RateLimiting {
/**
 * Whether requests are throttled.
 */
enabled?: boolean
/**
 * Ceiling for all tenants together.
 */
global_limits?: RequestLimits
/**
 * Ceiling for all users of this tenant together.
 */
tenant_limits?: RequestLimits
/**
 * Ceiling for a single user.
 */
user_limits?: RequestLimits
}
/**
 * Requests allowed per period. Every given period is enforced; `-1` is unlimited and `0` blocks everything.
 */
export interface RequestLimits {
/**
 * Requests allowed in any second; `-1` unlimited, `0` none.
 */
requests_per_second?: Limit
/**
 * Requests allowed in any minute; `-1` unlimited, `0` none.
 */
requests_per_minute?: Limit
/**
 * Requests allowed in any hour; `-1` unlimited, `0` none. Above 60 times the minute it is never reached.
 */
requests_per_hour?: Limit
/**
 * Requests that may arrive at once before throttling sets in. When absent, the limiter's own allowance holds.
 */
burst?: number
}
/**
 * Detection of floods and the reaction to them.
 */
export interface DdosProtection {
/**
 * Whether floods are detected and answered.
 */
enabled?: boolean
/**
 * Requests per second, over the whole tenant, from which traffic counts as a flood. Keep it above what `rate_limiting` allows.
 */
threshold?: number
/**
 * Requests per second from one address from which that address is treated as an attacker. When absent, only the total counts.
 */
per_ip_threshold?: number
/**
 * Time over which requests are averaged before they are compared with the threshold. Longer windows forgive short peaks.
 */
window?: Duration
/**
 * What is done during a flood. With `alert` alone, or nothing, the flood goes through.
 */
mitigation_actions?: ("block" | "captcha" | "rate_limit" | "alert")[]
/**
 * How long an address stays blocked after it was recognised.
 */
block_duration?: Duration
/**
 * Addresses that are never treated as attackers, such as your own monitoring.
 */
allowlist?: IpCidr[]
}
/**
 * Record of security-relevant events, how long it is kept and how tampering is noticed.
 */
export interface Audit {
/**
 * Whether events are recorded.
 */
enabled?: boolean
/**
 * Kinds of events that are recorded. Each compliance framework needs some of them.
 */
events?: ("authentication" | "authorization" | "data_access" | "configuration_change" | "user_management" | "system_events" | "key_management" | "network" | "api_access" | "privacy_request" | "billing")[]
/**
 * How long records stay searchable and how long they exist at all.
 */
retention?: AuditRetention
integrity?: AuditIntegrity
real_time_monitoring?: AuditMonitoring
}
/**
 * How long records stay searchable and how long they exist at all.
 */
export interface AuditRetention {
/**
 * Days a record exists in total, archive included. HIPAA needs 2190 (6 years), SOX 2555 (7 years), PCI DSS 365.
 */
days?: number
/**
 * Days a record stays immediately searchable before it lives in the archive only. PCI DSS needs 90. When absent, all of `days`.
 */
hot_days?: number
/**
 * Whether older records are compressed.
 */
compression?: boolean
/**
 * Cold copy of the records. Expected when records are kept longer than a year.
 */
archival?: AuditArchival
}
/**
 * Cold copy of the audit records.
 */
export interface AuditArchival {
/**
 * Whether records are copied to the archive.
 */
enabled?: boolean
/**
 * Where the archive is kept.
 */
provider?: ("s3" | "gcs" | "azure_blob" | "glacier" | "minio" | "local")
/**
 * Bucket, container or directory that receives the archive.
 */
bucket?: string
/**
 * How often records move to the archive: `daily`, `weekly`, `monthly`, `quarterly`, `yearly`, or a cron expression of five fields. Should be shorter than `hot_days`.
 */
schedule?: string
/**
 * Whether archived records are locked against change and deletion until they expire. SOX and HIPAA expect it.
 */
immutable?: boolean
/**
 * File format of the archive.
 */
format?: ("jsonl" | "parquet")
}
/**
 * Means to notice that a record was changed or removed.
 */
export interface AuditIntegrity {
/**
 * Whether each record contains the hash of the one before, so that a gap shows.
 */
hash_chain?: boolean
/**
 * Key that signs the records. Write a reference, and keep the key out of reach of those who are audited.
 */
signing_key?: Secret
}
/**
 * Evaluation of events as they happen.
 */
export interface AuditMonitoring {
/**
 * Whether events are evaluated as they arrive.
 */
enabled?: boolean
/**
 * Whether unusual patterns are looked for, such as sign-ins from two continents.
 */
suspicious_activity_detection?: boolean
/**
 * Whether a finding triggers countermeasures by itself, for example locking the account.
 */
automated_response?: boolean
/**
 * Notification channels of the monitoring file that are told about findings.
 */
channels?: string[]
}
/**
 * Regimes the tenant answers to, and the controls they ask for.
 */
export interface Compliance {
/**
 * Regimes that apply. Once a regime is listed, a control it needs that is switched off becomes an error. The environment file has to list the same.
 */
frameworks?: Framework[]
data_classification?: DataClassification
privacy_controls?: PrivacyControls
}
/**
 * Levels of sensitivity and how data of each is handled.
 */
export interface DataClassification {
/**
 * Sensitivity levels, from least to most sensitive.
 */
levels?: ClassificationLevel[]
}
/**
 * One level of sensitivity.
 */
export interface ClassificationLevel {
/**
 * Name of the level; edge sites refer to it.
 */
name: string
/**
 * What belongs into this level.
 */
description?: string
/**
 * What has to be observed with data of this level, in plain words.
 */
handling_requirements?: string[]
}
/**
 * Rights of the persons whose data is kept. The GDPR needs the first four.
 */
export interface PrivacyControls {
/**
 * Whether only data that is needed is collected.
 */
data_minimization?: boolean
/**
 * Whether data is used only for the purpose it was collected for.
 */
purpose_limitation?: boolean
/**
 * Whether consent is recorded and can be withdrawn.
 */
consent_management?: boolean
/**
 * Whether a person can have their data erased.
 */
right_to_be_forgotten?: boolean
/**
 * Whether a person can take their data along in a common format.
 */
data_portability?: boolean
/**
 * Hours within which a breach is reported to the authority. The GDPR allows 72.
 */
breach_notification_hours?: number
}
