// Generated from schemas/draft-07/tenant.schema.json by scripts/generate-schemas.ts. Do not edit.


/**
 * Names the schema this file follows, for editors that look for it. `tenant-config:<kind>` or a path ending in `/<kind>.schema.json` also fixes the kind of the file.
 */
export type SchemaUri = string
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
export type SchemaVersion = ("1" | "2")
/**
 * One e-mail address.
 */
export type Email = string
/**
 * A DNS name or an IP address, without scheme, port or path.
 */
export type Host = string
/**
 * A TCP or UDP port number.
 */
export type Port = number
/**
 * A secret. Write a reference to it, never the value itself: `vault:path#key`, `aws-sm:name#key`, `gcp-sm:project/name#version`, `azure-kv:vault/name`, `k8s:namespace/secret#key`, `file:/path` or `${env:NAME}`.
 */
export type Secret = string
/**
 * A path in the file system of the machine that reads it.
 */
export type Path = string
/**
 * Connections a pool keeps open at all times.
 */
export type PoolMinimum = number
/**
 * Most connections a pool opens.
 */
export type PoolMaximum = number
/**
 * Seconds a request waits for a free connection.
 */
export type PoolTimeout = number
/**
 * A Prometheus duration (`5m`), a whole number of seconds (`300`) or an ISO 8601 duration (`PT5M`).
 */
export type ExtendedDuration = (number | string)
/**
 * A host and a port, `host:port`. IPv6 addresses stand in square brackets.
 */
export type HostPort = string
/**
 * A region of the cloud provider.
 */
export type Region = string
/**
 * An absolute `http` or `https` address.
 */
export type Url = string
/**
 * Encryption of the files by the storage service: `true` for the service's standard, or an object to choose algorithm and key.
 */
export type StorageEncryption = (boolean | {
/**
 * Whether the service encrypts what it stores.
 */
enabled: boolean
/**
 * Who makes and holds the key. The service's own standard when absent.
 */
algorithm?: ("AES256" | "aws:kms" | "cmek" | "platform")
/**
 * Key in the provider's key service, for the algorithms that use a key of yours. The identifier is no secret.
 */
kms_key_id?: string
})
/**
 * An absolute `http` or `https` address, or a path starting with `/`.
 */
export type UrlOrPath = string
/**
 * The least severe entries that are still written.
 */
export type LogLevel = ("DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL")
/**
 * A whole number: `-1` means unlimited, `0` blocks everything.
 */
export type Limit = number
/**
 * A currency code of ISO 4217, three capital letters.
 */
export type Currency = string
/**
 * A permission of the Spotify Web API. An unknown one only earns a warning, because Spotify may add more.
 */
export type SpotifyScope = ("ugc-image-upload" | "user-read-playback-state" | "user-modify-playback-state" | "user-read-currently-playing" | "app-remote-control" | "streaming" | "playlist-read-private" | "playlist-read-collaborative" | "playlist-modify-private" | "playlist-modify-public" | "user-follow-modify" | "user-follow-read" | "user-read-playback-position" | "user-top-read" | "user-read-recently-played" | "user-library-modify" | "user-library-read" | "user-read-email" | "user-read-private" | "user-soa-link" | "user-soa-unlink" | "soa-manage-entitlements" | "soa-manage-partner" | "soa-create-partner")
/**
 * A country code of ISO 3166-1, two capital letters.
 */
export type Country = string
/**
 * A Prometheus duration: whole numbers with the units `y w d h m s ms`, largest first, each at most once. `m` is minutes.
 */
export type Duration = string
/**
 * Name of an environment. `dev` and `prod` are short spellings of `development` and `production`; more names come from the setting `tenantConfig.extraEnvironments`.
 */
export type EnvironmentName = ("development" | "staging" | "production" | "test" | "dev" | "prod")

/**
 * Who a tenant is, which environments it runs in, which features it may use, and what it was promised about security and billing. Every other file of the tenant refers to this one.
 */
export interface TenantFile {
/**
 * Keys of your own; kept and ignored.
 */
[k: `x-${string}`]: unknown
/**
 * Names the schema of this file for editors that look for it. `tenant-config:tenant` also fixes the kind, whatever the file is called.
 */
$schema?: SchemaUri
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
schema_version?: SchemaVersion
/**
 * Key that keeps the tenant's data apart from everybody else's; schemas, prefixes, labels and resource names derive from it. Compared without regard to case; capitals and underscores make it useless as a DNS or bucket name, so prefer `a-z`, `0-9` and single hyphens.
 */
tenant_id: string
metadata: IdentityCard
environments: Environments
features: Features
security: SecuritySummary
billing: Billing
gitops?: GitOps
}
/**
 * Who the tenant is and who answers for it.
 */
export interface IdentityCard {
/**
 * Name people know the tenant by. Shown in lists and used as the folder of its dashboards.
 */
name: string
/**
 * A sentence or two about what the tenant does, for people who see the name for the first time.
 */
description?: string
/**
 * When the tenant was set up: RFC 3339 date and time with offset.
 */
created_at?: string
/**
 * When its configuration last changed: RFC 3339 date and time with offset.
 */
updated_at?: string
owner: Owner
/**
 * Further people, each with a duty.
 */
contacts?: Contact[]
/**
 * Words for search and grouping.
 *
 * Items: One tag.
 */
tags?: string[]
custom_fields?: CustomFields
}
/**
 * The person accountable for the tenant. New monitoring files take the address as first receiver of alerts.
 */
export interface Owner {
/**
 * Account of the person in the identity system.
 */
user_id: string
/**
 * Address that reaches the person; `{{owner_email}}` in other files.
 */
email: Email
/**
 * Name of the person as others write it.
 */
name: string
}
/**
 * One person or mailbox and its duty.
 */
export interface Contact {
/**
 * What this contact is asked about.
 */
role: ("technical" | "security" | "billing" | "dpo")
/**
 * Address that reaches the contact.
 */
email: Email
/**
 * Name of the person or team.
 */
name?: string
}
/**
 * Anything else your organisation keeps about the tenant. Passed on unchanged and never checked.
 */
export interface CustomFields {
[k: string]: unknown
}
/**
 * One entry for each environment the tenant runs in, by name. At least one; `prod` and `production` are the same environment, so write only one of the two spellings.
 */
export interface Environments {
/**
 * What the tenant uses in this environment.
 */
[k: string]: Environment
}
/**
 * What the tenant uses in one environment. Servers, networks and scaling stand in the environment file of the same name.
 */
export interface Environment {
/**
 * Switches the environment on. When off its values are kept, but it is not deployed, not scraped and nothing is generated for it.
 */
enabled: boolean
database: Database
cache?: Cache
storage?: ObjectStorage
monitoring?: EnvironmentMonitoring
}
/**
 * The connection the application uses for this tenant in this environment. Host, port, name and schema together must belong to one tenant only.
 */
export interface Database {
/**
 * Server the application connects to: a DNS name or an address, without scheme or port.
 */
host: Host
/**
 * Port the server listens on, for example 5432 for PostgreSQL or 3306 for MySQL.
 */
port: Port
/**
 * Database on that server. Tenants may share one as long as each has a schema of its own.
 */
name: string
/**
 * Namespace inside the database that keeps this tenant's tables apart from those of others. With engines that know no schemas, repeat the database name.
 */
schema: string
/**
 * Database product, which decides the SQL dialect and the driver. PostgreSQL when absent.
 */
engine?: ("postgresql" | "mysql" | "mariadb" | "mongodb" | "oracle" | "mssql")
/**
 * Account the application logs in with. Give every tenant its own, otherwise the schema alone separates their data.
 */
user?: string
/**
 * Password of `user`, written as a reference to a secret store or variable and never as the value itself.
 */
password?: Secret
/**
 * How the connection is encrypted and whether the server has to prove who it is, with the meaning libpq gives these words. Only the two `verify-` modes stop somebody who poses as the server; `require` when absent.
 */
ssl_mode?: ("disable" | "allow" | "prefer" | "require" | "verify-ca" | "verify-full")
/**
 * File with the authority that signed the server's certificate, on the machine that runs the application. Wanted by the `verify-` modes when the authority is not a public one.
 */
ssl_root_cert?: Path
connection_pool?: DatabaseConnectionPool
/**
 * Longest time one query may run before the server cancels it: a duration (`30s`), whole seconds or ISO 8601. No limit from here when absent.
 */
statement_timeout?: ExtendedDuration
/**
 * Servers that hold a copy and answer read-only queries. Without any, reads go to `host` too.
 */
replicas?: DatabaseReplica[]
}
/**
 * How many connections each application instance keeps to the database and how it recycles them. When absent the driver's own pool settings apply.
 */
export interface DatabaseConnectionPool {
/**
 * Connections that stay open even when nobody uses them. Must not be above `max_connections`.
 */
min_connections?: PoolMinimum
/**
 * Most connections one application instance opens. Multiply by the number of instances, of all tenants on the server, before comparing with what the server allows.
 */
max_connections?: PoolMaximum
/**
 * How long a request waits for a free connection before it fails, in seconds.
 */
timeout?: PoolTimeout
/**
 * Seconds after which an unused connection above `min_connections` is closed. Keep it below the idle limit of firewalls and proxies on the way.
 */
idle_timeout?: number
/**
 * Seconds after which a connection is replaced even when it is in use regularly, so that failovers and rotated passwords take effect.
 */
max_lifetime?: number
}
/**
 * One read-only copy of the database.
 */
export interface DatabaseReplica {
/**
 * Server that answers reads.
 */
host: Host
/**
 * Port of the replica; the one of the main server when absent.
 */
port?: Port
/**
 * Share of the reads compared with the other replicas: one with 2 gets twice as many as one with 1, and 0 gets none.
 */
weight?: number
}
/**
 * Caches the application uses in this environment.
 */
export interface Cache {
redis?: RedisCache
}
/**
 * Redis, or a server compatible with it, that caches this tenant's data.
 */
export interface RedisCache {
/**
 * Cache server: a DNS name or an address. For Sentinel and cluster topologies list the members in `nodes`.
 */
host?: Host
/**
 * Port of the cache server; 6379 when absent.
 */
port?: Port
/**
 * Number of the logical database on the server, 0 when absent. Redis ships with 0 to 15, so a higher number needs a server configured for it; a cluster only has 0.
 */
db?: number
/**
 * Text put before every key, which makes up the tenant's own key space. Should contain the tenant id and end in a separator, so that no prefix begins with another.
 */
prefix?: string
/**
 * Seconds an entry lives when the application does not say otherwise.
 */
ttl?: number
/**
 * Account of the server's access list (Redis 6 and later). Leave it out for servers that only know one password.
 */
username?: string
/**
 * Password for the cache server, written as a reference and never as the value itself.
 */
password?: Secret
/**
 * Encrypts the connection to the cache server. The server needs a TLS port for it, often a different one from 6379.
 */
tls?: boolean
/**
 * How the server is built, which decides how the client finds the node to talk to.
 */
mode?: ("standalone" | "sentinel" | "cluster")
/**
 * Entry points of a cluster, or the Sentinels, as `host:port`. Two or three are enough; the client learns the rest.
 *
 * Items: One cluster node or Sentinel.
 */
nodes?: HostPort[]
/**
 * Name under which the Sentinels watch the primary. Needed when `mode` is `sentinel`.
 */
sentinel_master?: string
connection_pool?: RedisConnectionPool
/**
 * What the server drops when its memory is full. Belongs to the whole server, so tenants on one server have to agree on it.
 */
eviction_policy?: ("noeviction" | "allkeys-lru" | "allkeys-lfu" | "allkeys-random" | "volatile-lru" | "volatile-lfu" | "volatile-random" | "volatile-ttl")
}
/**
 * How many connections each application instance keeps to the cache server. When absent the client's own settings apply.
 */
export interface RedisConnectionPool {
/**
 * Connections to the cache server that stay open even when nobody uses them. Must not be above `max_connections`.
 */
min_connections?: PoolMinimum
/**
 * Most connections to the cache server one application instance opens.
 */
max_connections?: PoolMaximum
/**
 * How long a request waits for a free cache connection before it fails, in seconds.
 */
timeout?: PoolTimeout
}
/**
 * Where this environment keeps the tenant's files.
 */
export interface ObjectStorage {
/**
 * Service that stores the files. Decides which of the other fields matter and which rules the bucket name must follow.
 */
type?: ("s3" | "gcs" | "azure" | "azure_blob" | "minio" | "local")
/**
 * Bucket, or container on Azure, that holds the files. Names are unique across all customers of the provider and take no capitals.
 */
bucket?: string
/**
 * Folder inside the bucket that belongs to this tenant. Tenants that share a bucket need prefixes that do not contain one another.
 */
prefix?: string
/**
 * Region of the bucket, in the provider's spelling.
 */
region?: Region
/**
 * Address of the service when it is not the provider's own, as with MinIO and other S3-compatible stores.
 */
endpoint?: Url
/**
 * Directory for the files when `type` is `local`.
 */
path?: Path
/**
 * Azure storage account the container belongs to.
 */
account?: string
/**
 * Azure's word for the bucket; write one or the other.
 */
container?: string
/**
 * Lets anyone read the files without signing in. Leave it off unless everything under the prefix is meant for the public.
 */
public_access?: boolean
encryption?: StorageEncryption
}
/**
 * How this environment can be observed from outside. What is done with it stands in the monitoring file.
 */
export interface EnvironmentMonitoring {
/**
 * Whether metrics and logs of this environment are collected.
 */
enabled?: boolean
metrics?: Metrics
logging?: ApplicationLogging
}
/**
 * Where the application offers its numbers.
 */
export interface Metrics {
prometheus?: PrometheusEndpoint
}
/**
 * The page Prometheus reads.
 */
export interface PrometheusEndpoint {
/**
 * Address or path of the metrics page. A job of the monitoring file has to read it.
 */
endpoint?: UrlOrPath
labels?: TargetLabels
}
/**
 * Labels put on every series read from this endpoint.
 */
export interface TargetLabels {
/**
 * Value of the label.
 */
[k: string]: string
}
/**
 * What the application writes to its log, and for how long it is kept.
 */
export interface ApplicationLogging {
/**
 * Least severe entries that are still written. `DEBUG` in production costs space and tends to leak personal data.
 */
level?: LogLevel
/**
 * Writes one JSON object per line instead of text, which log systems can search by field.
 */
structured?: boolean
/**
 * Days the log is kept before it is deleted.
 */
retention_days?: number
}
/**
 * Parts of the product the tenant may use, with their quotas.
 */
export interface Features {
ai_processing?: AIProcessing
collaboration?: Collaboration
spotify_integration?: SpotifyIntegration
}
/**
 * Access to language and media models: which ones, how often, for how much money.
 */
export interface AIProcessing {
/**
 * Switches AI features on for the tenant. Needs at least one entry in `models`.
 */
enabled?: boolean
/**
 * Models the tenant may call. Requests for any other are refused.
 *
 * Items: Model identifier as the model gateway knows it.
 */
models?: string[]
/**
 * Model used when the requested one fails or is overloaded; one of `models`. Without it the failure reaches the user.
 */
fallback_model?: string
/**
 * Ceiling for all models of the tenant together.
 */
rate_limits?: RateLimits
model_limits?: LimitsPerModel
budget?: AIBudget
}
/**
 * How much may be asked of AI models in a given time. For each limit `-1` means unlimited and `0` blocks everything.
 */
export interface RateLimits {
/**
 * Requests in any one minute.
 */
requests_per_minute?: Limit
/**
 * Requests in any one hour. Has an effect only between the limit per minute and 60 times that.
 */
requests_per_hour?: Limit
/**
 * Requests in one day. Thirty times this should fit into the `api_calls` of a monthly plan.
 */
requests_per_day?: Limit
/**
 * Tokens, read and written, in any one minute. Protects better than a count of requests when prompts differ a lot in length.
 */
tokens_per_minute?: Limit
/**
 * Tokens, read and written, in one day.
 */
tokens_per_day?: Limit
/**
 * Requests that may be running at the same time.
 */
concurrent_requests?: Limit
/**
 * Requests that may arrive at once before the limit per minute is applied evenly.
 */
burst?: number
}
/**
 * Ceilings for single models, on top of `rate_limits`. Keys are names from `models`.
 */
export interface LimitsPerModel {
/**
 * Ceiling for this one model. Whichever limit is reached first counts.
 */
[k: string]: RateLimits
}
/**
 * Money the tenant may spend on models in a month.
 */
export interface AIBudget {
/**
 * Ceiling for one calendar month, in units of `currency`.
 */
monthly?: number
/**
 * Currency of `monthly`.
 */
currency?: Currency
/**
 * Shares of the monthly amount at which somebody is told.
 *
 * Items: One step, in percent of `monthly`.
 */
alert_percent?: number[]
}
/**
 * Working on the same playlist or document together.
 */
export interface Collaboration {
/**
 * Switches shared editing on for the tenant.
 */
enabled?: boolean
/**
 * People who may edit one item at the same time; 10 when absent.
 */
max_users?: number
/**
 * Shows the changes of others at once instead of at the next reload. Keeps a connection open per user.
 */
real_time?: boolean
}
/**
 * Connection to the Spotify Web API in the name of the tenant's listeners.
 */
export interface SpotifyIntegration {
/**
 * Switches the integration on. Needs `scopes` and `client_id`.
 */
enabled?: boolean
/**
 * Version of the Web API, as it stands in the path of its addresses.
 */
api_version?: string
/**
 * Permissions listeners are asked for when they connect. Ask for the few you use: everyone sees the list, and a new scope means asking again.
 *
 * Items: One permission in Spotify's spelling.
 */
scopes?: SpotifyScope[]
/**
 * Public identifier of the app registered with Spotify. Each tenant should have a registration of its own, because Spotify throttles per app.
 */
client_id?: string
/**
 * Secret of the app registration, written as a reference and never as the value itself.
 */
client_secret?: Secret
/**
 * Addresses Spotify may send listeners back to after they agreed. Must be registered there letter for letter.
 *
 * Items: One callback address.
 */
redirect_uris?: Url[]
/**
 * Country whose catalogue is searched. The listener's own country when absent.
 */
market?: Country
rate_limit?: SpotifyRateLimit
}
/**
 * Your own throttle, below the one Spotify applies.
 */
export interface SpotifyRateLimit {
/**
 * Calls to Spotify per minute for the whole tenant: `-1` for no limit of ours, `0` to stop them all.
 */
requests_per_minute?: Limit
}
/**
 * The tenant's promises in short. The security file holds the details, and the two have to agree.
 */
export interface SecuritySummary {
authentication?: AuthenticationSummary
encryption?: EncryptionSummary
data_privacy?: DataPrivacy
}
/**
 * How users of the tenant sign in.
 */
export interface AuthenticationSummary {
/**
 * Main way to sign in. The security file needs an enabled provider of this type.
 */
provider?: ("oauth2" | "oidc" | "saml" | "ldap" | "jwt" | "api_key")
/**
 * Asks every user for a second factor. The security file then has to require it as well.
 */
mfa_required?: boolean
/**
 * Seconds without activity after which a user has to sign in again.
 */
session_timeout?: number
}
/**
 * The protection the tenant's data was promised.
 */
export interface EncryptionSummary {
/**
 * Stored data is encrypted.
 */
at_rest?: boolean
/**
 * Data is encrypted on the network.
 */
in_transit?: boolean
/**
 * Cipher for stored data; has to be the one of the security file.
 */
algorithm?: ("AES-256" | "AES-256-GCM" | "ChaCha20-Poly1305")
}
/**
 * How personal data is treated.
 */
export interface DataPrivacy {
/**
 * The tenant has to follow the GDPR. The security and environment files then list `gdpr` among their frameworks.
 */
gdpr_compliant?: boolean
/**
 * Days personal data is kept before it is deleted.
 */
data_retention_days?: number
/**
 * Replaces names and addresses before data is used for statistics or training.
 */
anonymization?: boolean
/**
 * Regions personal data may be stored in. No restriction from here when absent.
 *
 * Items: One permitted region.
 */
residency?: Region[]
}
/**
 * The contract: what the tenant pays for and how much it may use.
 */
export interface Billing {
/**
 * Product the tenant has bought.
 */
plan?: ("free" | "basic" | "pro" | "enterprise")
/**
 * How often an invoice is written, and the period `usage_limits` count for.
 */
billing_cycle?: ("monthly" | "yearly")
/**
 * Currency of the invoices.
 */
currency?: Currency
usage_limits?: UsageLimits
}
/**
 * What one billing cycle includes. `-1` stands for unlimited.
 */
export interface UsageLimits {
/**
 * Calls to the product's API per cycle: `-1` for unlimited, `0` for none.
 */
api_calls?: Limit
/**
 * Gigabytes of files the tenant may store, `-1` for unlimited.
 */
storage_gb?: number
/**
 * Minutes of AI processing per cycle: `-1` for unlimited, `0` for none.
 */
ai_minutes?: Limit
/**
 * Accounts the tenant may have at a time: `-1` for unlimited.
 */
users?: Limit
/**
 * What happens once a limit is reached.
 */
overage?: ("block" | "throttle" | "bill")
}
/**
 * Continuous delivery of the tenant from a Git repository. Compiled to an Argo CD ApplicationSet with one application per enabled environment.
 */
export interface GitOps {
/**
 * Tool that keeps the clusters in line with the repository.
 */
provider?: "argocd"
/**
 * Argo CD project the applications belong to. It must allow the repository and the destinations below.
 */
project: string
/**
 * Namespace Argo CD itself runs in, where the ApplicationSet is created; not where the workload goes.
 */
namespace?: string
/**
 * Name of the ApplicationSet: lower-case letters, digits, `-` and `.`.
 */
name?: string
repo?: GitOpsRepository
destinations: GitOpsDestinations
sync?: SyncPolicy
/**
 * Leaves the workload running when its application or the ApplicationSet is deleted. Switching it off together with `prune` means that a deleted file can take production down.
 */
preserve_resources_on_deletion?: boolean
/**
 * What the ApplicationSet controller may do to the applications it made. The controller's own setting counts when absent, normally everything.
 */
applications_sync?: ("sync" | "create-only" | "create-update" | "create-delete")
rollout?: Rollout
/**
 * Differences between repository and cluster that do not count, for example replicas set by an autoscaler. Passed on to Argo CD unchanged.
 */
ignore_differences?: IgnoredDifference[]
/**
 * Notification channels of the monitoring file that hear about deployments.
 *
 * Items: Name of a notification channel.
 */
notifications?: string[]
}
/**
 * Where the manifests come from.
 */
export interface GitOpsRepository {
/**
 * Repository with the manifests or the chart: `https://`, `ssh://`, `git@host:path` or `oci://`. Credentials stay in Argo CD, not in the address.
 */
url: string
/**
 * Branch, tag, commit or chart version that is deployed. `HEAD` follows the default branch, which is risky in production.
 */
revision?: string
/**
 * Directory inside the repository. May contain `{{environment}}` when each environment has its own.
 */
path: string
/**
 * How the directory becomes manifests. Argo CD finds out by itself when absent.
 */
type?: ("directory" | "helm" | "kustomize")
/**
 * Chart to take when `url` is a Helm or OCI registry and not a Git repository; `revision` is then the chart's version.
 */
chart?: string
/**
 * Helm values files for all environments; later ones win.
 *
 * Items: One values file, relative to the chart's path.
 */
values_files?: Path[]
parameters?: HelmParameters
kustomize?: KustomizeOptions
}
/**
 * Single Helm values for all environments, stronger than any values file. Keys are dotted paths.
 */
export interface HelmParameters {
/**
 * Value of the parameter.
 */
[k: string]: string | number | boolean
}
/**
 * Changes made to the Kustomize output.
 */
export interface KustomizeOptions {
/**
 * Text put before the name of every resource.
 */
name_prefix?: string
/**
 * Images to replace, written as `name=new-name:tag` or `name:tag`.
 *
 * Items: One replacement.
 */
images?: string[]
}
/**
 * Where each environment is deployed. Only environments that are enabled above and listed here get an application.
 */
export interface GitOpsDestinations {
[k: string]: GitOpsDestination
}
/**
 * Cluster and namespace one environment is deployed to. Give either `server` or `cluster`.
 */
export interface GitOpsDestination {
/**
 * Address of the cluster's API server, as registered in Argo CD. Not together with `cluster`.
 */
server?: Url
/**
 * Name of the cluster, as registered in Argo CD. Not together with `server`.
 */
cluster?: string
/**
 * Kubernetes namespace the workload goes to.
 */
namespace: string
/**
 * Branch, tag, commit or chart version for this environment instead of the one in `repo`. Pin production to a tag.
 */
revision?: string
/**
 * Helm values files for this environment, read after those of `repo`; later ones win.
 *
 * Items: One values file, relative to the chart's path.
 */
values_files?: Path[]
labels?: ApplicationLabels
}
/**
 * Labels put on the Argo CD application of this environment, for selecting and filtering.
 */
export interface ApplicationLabels {
/**
 * Value of the label.
 */
[k: string]: string
}
/**
 * When and how Argo CD applies what it finds in the repository.
 */
export interface SyncPolicy {
/**
 * Applies changes without waiting for somebody to press the button. `prune`, `self_heal` and `allow_empty` only work with it.
 */
automated?: boolean
/**
 * Deletes resources from the cluster once they are gone from the repository.
 */
prune?: boolean
/**
 * Undoes changes made by hand in the cluster.
 */
self_heal?: boolean
/**
 * Lets automatic pruning go on when the repository yields no resources at all. Off, it protects against an empty or wrong `path`.
 */
allow_empty?: boolean
/**
 * Options of Argo CD's sync, one `Name=value` each. A list of your own replaces the default, so repeat `CreateNamespace=true` if you still want it.
 *
 * Items: One option.
 */
options?: string[]
retry?: SyncRetries
}
/**
 * What happens after a sync failed.
 */
export interface SyncRetries {
/**
 * Attempts after the first one; `-1` for no limit.
 */
limit?: number
backoff?: RetryBackoff
}
/**
 * Pause between attempts, growing each time.
 */
export interface RetryBackoff {
/**
 * Pause before the first retry. Argo CD knows hours, minutes and seconds, not days.
 */
duration?: Duration
/**
 * What the pause is multiplied with after each attempt.
 */
factor?: number
/**
 * Longest pause between two attempts. Argo CD knows hours, minutes and seconds, not days.
 */
max_duration?: Duration
}
/**
 * Deploys environments one after the other instead of all at once. Needs progressive syncs switched on in the ApplicationSet controller.
 */
export interface Rollout {
/**
 * Environments in the order they are deployed; each waits until the one before is healthy.
 *
 * Items: An environment of this tenant.
 */
order?: EnvironmentName[]
/**
 * Most applications of one step that are updated at a time: a number, or a share such as `25%`. `0` holds the step until somebody syncs by hand.
 */
max_update?: (number | string)
}
/**
 * Picks resources and the parts of them that may differ. Passed on unchanged, with the key names of Argo CD.
 */
export interface IgnoredDifference {
/**
 * API group of the resources; empty for the core group.
 */
group?: string
/**
 * Kind of the resources.
 */
kind?: string
/**
 * Name of one resource; all of the kind when absent.
 */
name?: string
/**
 * Namespace of the resource; all namespaces when absent.
 */
namespace?: string
/**
 * Parts that may differ, as JSON pointers.
 *
 * Items: One JSON pointer.
 */
jsonPointers?: string[]
/**
 * Parts that may differ, as jq paths, for lists whose order is not fixed.
 *
 * Items: One jq path.
 */
jqPathExpressions?: string[]
/**
 * Controllers whose fields may differ, by the name they write in `managedFields`.
 *
 * Items: One field manager.
 */
managedFieldsManagers?: string[]
[k: string]: unknown
}
