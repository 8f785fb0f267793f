// Generated from schemas/draft-07/monitoring.schema.json by scripts/generate-schemas.ts. Do not edit.


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
 * A Prometheus duration: whole numbers with the units `y w d h m s ms`, largest first, each at most once. `m` is minutes.
 */
export type Duration = string
/**
 * An exposition format that targets can be asked for.
 */
export type ScrapeProtocol = ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")
/**
 * A path in the file system of the machine that reads it.
 */
export type Path = string
/**
 * Which metric and label names are accepted.
 */
export type NameValidation = ("utf8" | "legacy")
/**
 * How targets are asked to write names with foreign characters.
 */
export type NameEscaping = ("allow-utf-8" | "underscores" | "dots" | "values")
/**
 * A size in the notation of Prometheus: a whole number and one of `B KB MB GB TB PB EB`, powers of 1024.
 */
export type PrometheusSize = string
/**
 * A version number of the form `major.minor.patch`.
 */
export type Semver = string
/**
 * An absolute `http` or `https` address.
 */
export type Url = string
/**
 * Address of one target, `host:port`.
 */
export type Target = string
/**
 * A path that may contain `*` in its last part.
 */
export type Glob = string
/**
 * A Prometheus duration longer than zero: whole numbers with the units `y w d h m s ms`, largest first, each at most once.
 */
export type PositiveDuration = string
/**
 * A TCP or UDP port number.
 */
export type Port = number
/**
 * A secret. Write a reference to it, never the value itself: `vault:path#key`, `aws-sm:name#key`, `gcp-sm:project/name#version`, `azure-kv:vault/name`, `k8s:namespace/secret#key`, `file:/path` or `${env:NAME}`.
 */
export type Secret = string
/**
 * A version of the TLS protocol.
 */
export type TlsVersion = ("TLS10" | "TLS11" | "TLS12" | "TLS13")
/**
 * A Prometheus label name.
 */
export type LabelName = string
/**
 * A regular expression in RE2 syntax. Prometheus and Alertmanager anchor it at both ends; lookaround and backreferences do not exist.
 */
export type Re2 = string
/**
 * A Prometheus metric name.
 */
export type MetricName = string
/**
 * A PromQL expression.
 */
export type Promql = string
/**
 * Text with Go template actions as Prometheus rules see them: `$labels`, `$value`, `$externalLabels`.
 */
export type PrometheusTemplate = string
/**
 * A region of the cloud provider.
 */
export type Region = string
/**
 * Text with Go template actions as Alertmanager sees them: `.GroupLabels`, `.CommonLabels`, `.Alerts` and so on.
 */
export type AlertmanagerTemplate = string
/**
 * A host and a port, `host:port`. IPv6 addresses stand in square brackets.
 */
export type HostPort = string
/**
 * One or more e-mail addresses separated by commas.
 */
export type EmailList = string
/**
 * An absolute `http` or `https` address that may hold template actions or be a reference.
 */
export type TemplateUrl = string
/**
 * A phone number in international form: `+`, country code, number, no spaces.
 */
export type E164 = string
/**
 * Title of the issue, as text or as `{ template, enable_update }`. Absent, the built-in template is used.
 */
export type JiraText = (string | {
/**
 * Template of the text.
 */
template?: AlertmanagerTemplate
/**
 * Whether a later notification changes the text of an existing issue.
 */
enable_update?: boolean
})
/**
 * Text of the issue, as text or as `{ template, enable_update }`. The built-in template only works with API version 2.
 */
export type JiraText1 = (string | {
/**
 * Template of the text.
 */
template?: AlertmanagerTemplate
/**
 * Whether a later notification changes the text of an existing issue.
 */
enable_update?: boolean
})
/**
 * An Alertmanager matcher: label name, one of `=`, `!=`, `=~`, `!~`, and a value in double quotes.
 */
export type Matcher = string
/**
 * Conditions on labels; all of them must hold.
 */
export type Matchers = Matcher[]
/**
 * Alerts with the same values of these labels are put into one notification. `[...]` alone groups by all labels, so every alert is sent by itself.
 */
export type GroupBy = string[]
/**
 * A DNS name or an IP address, without scheme, port or path.
 */
export type Host = string
/**
 * A BCP 47 language tag: language, then optionally script and region, joined by hyphens.
 */
export type Locale = string
/**
 * One destination; `type` decides which settings it has.
 */
export type NotificationChannel = (EMailChannel | SlackChannel | WebhookChannel | PagerDutyChannel | TeamsChannel | SMSChannel | OpsgenieChannel | TelegramChannel | DiscordChannel)
/**
 * Name of the channel, which escalations, audit and deployment settings refer to.
 */
export type ChannelName = string
/**
 * One e-mail address.
 */
export type Email = string
/**
 * Alerts of these severities go to the channel.
 */
export type ChannelSeverities = string[]
/**
 * Kind of notification channel.
 */
export type ChannelType = ("email" | "slack" | "webhook" | "pagerduty" | "teams" | "sms" | "opsgenie" | "telegram" | "discord")

/**
 * How one tenant is monitored: what Prometheus collects and evaluates, whom Alertmanager notifies, and what Grafana shows. Field names inside the daemon sections are those of the daemons, so blocks can be pasted in either direction.
 */
export interface MonitoringFile {
/**
 * Keys of your own; kept and ignored.
 */
[k: `x-${string}`]: unknown
/**
 * Names the schema this file follows, for editors that look for it. `tenant-config:monitoring` also fixes the kind of the file.
 */
$schema?: SchemaUri
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
schema_version?: SchemaVersion
/**
 * Links this file to its tenant when it does not stand in that tenant's folder. Compared without regard to case.
 */
tenant_id?: TenantId
/**
 * Defaults for every scrape job, and labels put on everything that leaves Prometheus.
 */
global: Global
/**
 * The server that collects metrics and evaluates rules.
 */
prometheus: Prometheus
/**
 * The daemon that groups alerts and notifies people.
 */
alertmanager: Alertmanager
/**
 * Dashboards: the server, its data sources, and the panels generated for the tenant.
 */
grafana?: Grafana
/**
 * What this tenant adds in its own words: derived metrics, alerts and channels, without writing daemon configuration.
 */
tenant_specific?: TenantSpecific
/**
 * Distributed tracing with OpenTelemetry: where spans go, which are kept, and how metrics link to them.
 */
tracing?: Tracing
}
/**
 * Defaults for every scrape job, and labels put on everything that leaves Prometheus.
 */
export interface Global {
/**
 * Time between two scrapes of a target. Absent, 1 minute.
 */
scrape_interval?: Duration
/**
 * A scrape that takes longer fails. Must not exceed the interval; absent, 10 seconds.
 */
scrape_timeout?: Duration
/**
 * Time between two evaluations of the rules. Absent, 1 minute.
 */
evaluation_interval?: Duration
/**
 * Evaluates rules this far in the past, so that late samples count. Needs Prometheus 2.53; absent, none.
 */
rule_query_offset?: Duration
/**
 * Labels added to alerts, remote write and federation. The generator adds `tenant` and `environment` when they are missing. Only here does Prometheus expand `${VAR}`.
 */
external_labels?: Labels
/**
 * Formats targets are asked for, the most wanted first. Absent, text formats, OpenMetrics first.
 *
 * @minItems 1
 */
scrape_protocols?: ScrapeProtocol[]
/**
 * File every PromQL query is logged to. Absent, none.
 */
query_log_file?: Path
/**
 * File failed scrapes are logged to. Absent, none.
 */
scrape_failure_log_file?: Path
/**
 * Which metric and label names are accepted. Absent, `utf8` since Prometheus 3.0.
 */
metric_name_validation_scheme?: NameValidation
/**
 * How targets are asked to write names with foreign characters. Absent, it follows the validation scheme.
 */
metric_name_escaping_scheme?: NameEscaping
/**
 * Stores further series about each scrape: timeout, sample limit and body size. Absent, it does not.
 */
extra_scrape_metrics?: boolean
/**
 * A scrape whose uncompressed answer is larger fails. Jobs without a value of their own use it.
 */
body_size_limit?: PrometheusSize
/**
 * A scrape with more samples after metric relabeling fails as a whole; `0` means no limit. Jobs without a value of their own use it.
 */
sample_limit?: number
/**
 * A scrape fails when one sample has more labels than this; `0` means no limit. Jobs without a value of their own use it.
 */
label_limit?: number
/**
 * A scrape fails when a label name is longer, counted in bytes; `0` means no limit. Jobs without a value of their own use it.
 */
label_name_length_limit?: number
/**
 * A scrape fails when a label value is longer, counted in bytes; `0` means no limit. Jobs without a value of their own use it.
 */
label_value_length_limit?: number
/**
 * No target of a job is scraped when more than this many remain after relabeling; `0` means no limit. Jobs without a value of their own use it.
 */
target_limit?: number
/**
 * How many targets dropped by relabeling stay visible on the status page per job; `0` means all. Jobs without a value of their own use it.
 */
keep_dropped_targets?: number
/**
 * Ingests native histograms where a target exposes them; protobuf is then asked for first. Jobs can override it.
 */
scrape_native_histograms?: boolean
/**
 * Stores classic histograms as native ones with custom buckets. Queries over `_bucket` series then find nothing. Jobs can override it.
 */
convert_classic_histograms_to_nhcb?: boolean
/**
 * Keeps the classic `_bucket` series of histograms that are also exposed natively. Jobs can override it.
 */
always_scrape_classic_histograms?: boolean
}
/**
 * Label names and values.
 */
export interface Labels {
[k: string]: string
}
/**
 * The server that collects metrics and evaluates rules.
 */
export interface Prometheus {
/**
 * Whether a Prometheus configuration is generated for the tenant.
 */
enabled?: boolean
/**
 * Oldest server the files must work with. Fields and functions that came later are reported.
 */
version?: Semver
config?: ServerSettings
/**
 * Jobs: what is collected, how often, and with which labels. Without any, an enabled server collects nothing.
 */
scrape_configs?: ScrapeConfig[]
/**
 * Hand-written recording and alerting rules. Most tenants need only `custom_metrics` and `custom_alerts` below.
 */
rule_groups?: RuleGroup[]
/**
 * Further rule files on the server. They are referenced, not read here.
 */
rule_files?: Glob[]
/**
 * Further files with scrape jobs on the server. Needs Prometheus 2.43.
 */
scrape_config_files?: Glob[]
alerting?: AlertDelivery
/**
 * Receivers that every stored sample is also sent to.
 */
remote_write?: RemoteWrite[]
/**
 * Stores that queries also read from. Passed on to Prometheus unchanged.
 */
remote_read?: RemoteRead[]
otlp?: OTLPIngestion
storage?: Storage
runtime?: Runtime
}
/**
 * Storage and web settings of the server. Retention goes into the configuration file from 3.11 on, everything else into command line flags.
 */
export interface ServerSettings {
/**
 * How long samples are kept, at least 2 hours. `m` is minutes: six months are `180d`, not `6m`.
 */
retention_time?: string
/**
 * The oldest blocks go when the data grows beyond this size. Absent, only time decides.
 */
retention_size?: PrometheusSize
/**
 * The oldest blocks go when the data takes up more than this share of the disk. Needs Prometheus 3.11; absent, not limited.
 */
retention_percentage?: number
/**
 * Directory of the time series database.
 */
storage_path?: Path
/**
 * Address, or list of addresses, the server listens on.
 */
web_listen_address?: (string | string[])
/**
 * Address under which people reach the server; links in alerts point there.
 */
web_external_url?: Url
}
/**
 * One job: which targets are read, how often and over which protocol, and what is rewritten.
 */
export interface ScrapeConfig {
/**
 * Label `job` of everything the job collects, unique among all jobs. In the merged layout the generator puts the tenant in front.
 */
job_name: string
/**
 * Time between two scrapes of a target. Absent, the value of `global`. From 5 minutes on, graphs show gaps because samples go stale.
 */
scrape_interval?: Duration
/**
 * A scrape that takes longer fails. It must not exceed the interval; absent, the value of `global`.
 */
scrape_timeout?: Duration
/**
 * HTTP path on the targets.
 */
metrics_path?: string
/**
 * Protocol spoken with the targets.
 */
scheme?: ("http" | "https")
params?: URLParameters
/**
 * Keeps labels from the target when they clash with labels set here; otherwise the scraped ones are renamed to `exported_…`. Needed for federation and the Pushgateway.
 */
honor_labels?: boolean
/**
 * Uses timestamps the target sends; otherwise the time of the scrape.
 */
honor_timestamps?: boolean
/**
 * Marks series with their own timestamps as stale when they vanish.
 */
track_timestamps_staleness?: boolean
/**
 * Asks targets for gzip answers; switch off when CPU is scarcer than network.
 */
enable_compression?: boolean
/**
 * Format assumed when a target sends no usable `Content-Type`. Since Prometheus 3.0 such scrapes fail without it.
 */
fallback_scrape_protocol?: ScrapeProtocol
/**
 * Fixed targets and the labels for them.
 */
static_configs?: StaticConfig[]
/**
 * Targets read from files that another program keeps up to date.
 */
file_sd_configs?: FileSd[]
/**
 * Targets resolved from DNS records.
 */
dns_sd_configs?: DnsSd[]
/**
 * Targets fetched as JSON from a web address.
 */
http_sd_configs?: HttpSd[]
/**
 * Targets found in a Kubernetes cluster.
 */
kubernetes_sd_configs?: K8SSd[]
/**
 * Targets found in the catalog of Consul.
 */
consul_sd_configs?: ConsulSd[]
/**
 * Finds several AWS services (EC2, ECS, Lightsail, …). Passed on to Prometheus unchanged.
 */
aws_sd_configs?: PassedSd[]
/**
 * Finds virtual machines in Azure. Passed on to Prometheus unchanged.
 */
azure_sd_configs?: PassedSd[]
/**
 * Finds DigitalOcean droplets. Passed on to Prometheus unchanged.
 */
digitalocean_sd_configs?: PassedSd[]
/**
 * Finds containers of a Docker engine. Passed on to Prometheus unchanged.
 */
docker_sd_configs?: PassedSd[]
/**
 * Finds services, tasks or nodes of Docker Swarm. Passed on to Prometheus unchanged.
 */
dockerswarm_sd_configs?: PassedSd[]
/**
 * Finds Amazon EC2 instances. Passed on to Prometheus unchanged.
 */
ec2_sd_configs?: PassedSd[]
/**
 * Finds applications registered in Netflix Eureka. Passed on to Prometheus unchanged.
 */
eureka_sd_configs?: PassedSd[]
/**
 * Finds Google Compute Engine instances. Passed on to Prometheus unchanged.
 */
gce_sd_configs?: PassedSd[]
/**
 * Finds Hetzner Cloud or dedicated servers. Passed on to Prometheus unchanged.
 */
hetzner_sd_configs?: PassedSd[]
/**
 * Finds IONOS Cloud servers. Passed on to Prometheus unchanged.
 */
ionos_sd_configs?: PassedSd[]
/**
 * Finds data planes of a Kuma service mesh. Passed on to Prometheus unchanged.
 */
kuma_sd_configs?: PassedSd[]
/**
 * Finds Amazon Lightsail instances. Passed on to Prometheus unchanged.
 */
lightsail_sd_configs?: PassedSd[]
/**
 * Finds Linode (Akamai) instances. Passed on to Prometheus unchanged.
 */
linode_sd_configs?: PassedSd[]
/**
 * Finds applications run by Marathon. Passed on to Prometheus unchanged.
 */
marathon_sd_configs?: PassedSd[]
/**
 * Finds AirBnB Nerve entries in ZooKeeper. Passed on to Prometheus unchanged.
 */
nerve_sd_configs?: PassedSd[]
/**
 * Finds services registered in Nomad. Passed on to Prometheus unchanged.
 */
nomad_sd_configs?: PassedSd[]
/**
 * Finds Oracle Cloud Infrastructure instances. Passed on to Prometheus unchanged.
 */
oci_sd_configs?: PassedSd[]
/**
 * Finds OpenStack instances, hypervisors or load balancers. Passed on to Prometheus unchanged.
 */
openstack_sd_configs?: PassedSd[]
/**
 * Finds Outscale virtual machines. Passed on to Prometheus unchanged.
 */
outscale_sd_configs?: PassedSd[]
/**
 * Finds OVHcloud servers. Passed on to Prometheus unchanged.
 */
ovhcloud_sd_configs?: PassedSd[]
/**
 * Finds resources returned by a PuppetDB query. Passed on to Prometheus unchanged.
 */
puppetdb_sd_configs?: PassedSd[]
/**
 * Finds Scaleway instances or bare metal servers. Passed on to Prometheus unchanged.
 */
scaleway_sd_configs?: PassedSd[]
/**
 * Finds Serversets in ZooKeeper. Passed on to Prometheus unchanged.
 */
serverset_sd_configs?: PassedSd[]
/**
 * Finds STACKIT servers. Passed on to Prometheus unchanged.
 */
stackit_sd_configs?: PassedSd[]
/**
 * Finds containers of a Triton data center. Passed on to Prometheus unchanged.
 */
triton_sd_configs?: PassedSd[]
/**
 * Finds systems managed by Uyuni. Passed on to Prometheus unchanged.
 */
uyuni_sd_configs?: PassedSd[]
/**
 * Finds Vultr instances. Passed on to Prometheus unchanged.
 */
vultr_sd_configs?: PassedSd[]
/**
 * Rewrites or drops targets before they are scraped.
 */
relabel_configs?: Relabel[]
/**
 * Rewrites or drops samples after the scrape, before they are stored. The limits count what is left afterwards.
 */
metric_relabel_configs?: Relabel[]
/**
 * A scrape whose uncompressed answer is larger fails. Absent, the value of `global` holds.
 */
body_size_limit?: PrometheusSize
/**
 * A scrape with more samples after metric relabeling fails as a whole; `0` means no limit. Absent, the value of `global` holds.
 */
sample_limit?: number
/**
 * A scrape fails when one sample has more labels than this; `0` means no limit. Absent, the value of `global` holds.
 */
label_limit?: number
/**
 * A scrape fails when a label name is longer, counted in bytes; `0` means no limit. Absent, the value of `global` holds.
 */
label_name_length_limit?: number
/**
 * A scrape fails when a label value is longer, counted in bytes; `0` means no limit. Absent, the value of `global` holds.
 */
label_value_length_limit?: number
/**
 * No target of a job is scraped when more than this many remain after relabeling; `0` means no limit. Absent, the value of `global` holds.
 */
target_limit?: number
/**
 * How many targets dropped by relabeling stay visible on the status page per job; `0` means all. Absent, the value of `global` holds.
 */
keep_dropped_targets?: number
/**
 * Ingests native histograms where a target exposes them; protobuf is then asked for first. Absent, the value of `global` holds.
 */
scrape_native_histograms?: boolean
/**
 * Stores classic histograms as native ones with custom buckets. Queries over `_bucket` series then find nothing. Absent, the value of `global` holds.
 */
convert_classic_histograms_to_nhcb?: boolean
/**
 * Keeps the classic `_bucket` series of histograms that are also exposed natively. Absent, the value of `global` holds.
 */
always_scrape_classic_histograms?: boolean
/**
 * Formats targets are asked for, the most wanted first. Absent, the value of `global` holds.
 *
 * @minItems 1
 */
scrape_protocols?: ScrapeProtocol[]
/**
 * File that failed scrapes of the job are logged to. Absent, the value of `global`.
 */
scrape_failure_log_file?: Path
/**
 * Which metric and label names are accepted from the targets. Absent, the value of `global`.
 */
metric_name_validation_scheme?: NameValidation
/**
 * How targets are asked to write names with foreign characters. Absent, it follows the validation scheme.
 */
metric_name_escaping_scheme?: NameEscaping
/**
 * Stores further series about each scrape: timeout, sample limit and body size. Absent, the value of `global`.
 */
extra_scrape_metrics?: boolean
/**
 * Buckets of a native histogram are merged until no more than this many are left; `0` means no limit.
 */
native_histogram_bucket_limit?: number
/**
 * Buckets are merged until neighbouring bounds differ at least by this factor; `0` changes nothing.
 */
native_histogram_min_bucket_factor?: number
/**
 * User name and password sent to the targets. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to the targets. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to the targets. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders4
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders3
/**
 * Trust and client certificate for the TLS connection to the targets.
 */
tls_config?: TlsConfig
}
/**
 * Query parameters sent with every scrape; each value is a list.
 */
export interface URLParameters {
[k: string]: string[]
}
/**
 * A fixed group of targets and the labels put on all of them.
 */
export interface StaticConfig {
/**
 * Addresses as `host:port`, without scheme and path. A URL is right only for probes, where relabeling moves it to a parameter.
 */
targets: Target[]
/**
 * Labels put on every target of the group, unless relabeling removes them.
 */
labels?: Labels
}
/**
 * Reads targets from files that another program writes; changes are noticed at once.
 */
export interface FileSd {
/**
 * JSON or YAML files with target groups; the last part of the path may hold `*`.
 */
files: Glob[]
/**
 * Files are read again after this time even without a change notice. Absent, 5 minutes.
 */
refresh_interval?: PositiveDuration
}
/**
 * Resolves names regularly and turns every record into a target.
 */
export interface DnsSd {
/**
 * Names that are looked up.
 */
names: string[]
/**
 * Record type asked for. Every type except `SRV` needs `port`.
 */
type?: ("SRV" | "A" | "AAAA" | "MX" | "NS")
/**
 * Port of the targets when the record does not carry one.
 */
port?: Port
/**
 * Time between two lookups. Absent, 30 seconds.
 */
refresh_interval?: PositiveDuration
}
/**
 * Fetches target groups as JSON from a web address.
 */
export interface HttpSd {
/**
 * Address that answers with a JSON list of target groups.
 */
url: Url
/**
 * Time between two requests. Absent, 1 minute.
 */
refresh_interval?: PositiveDuration
/**
 * User name and password sent to the discovery service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to the discovery service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to the discovery service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders1
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders
/**
 * Trust and client certificate for the TLS connection to the discovery service.
 */
tls_config?: TlsConfig
}
/**
 * User name and password in the `Authorization` header.
 */
export interface BasicAuth {
/**
 * User name that is sent.
 */
username?: string
/**
 * File holding the user name. Not together with `username`.
 */
username_file?: Path
/**
 * Password that is sent. Prefer `password_file`: neither daemon expands variables here.
 */
password?: Secret
/**
 * File holding the password, read again for every request. Not together with `password`.
 */
password_file?: Path
}
/**
 * Scheme and credentials of the `Authorization` header.
 */
export interface Authorization {
/**
 * Scheme written before the credentials. `Basic` is refused here: use `basic_auth`.
 */
type?: string
/**
 * Token that is sent. Prefer `credentials_file`: neither daemon expands variables here.
 */
credentials?: Secret
/**
 * File holding the token, read again for every request. Not together with `credentials`.
 */
credentials_file?: Path
}
/**
 * Client credentials with which an access token is fetched and renewed.
 */
export interface Oauth2 {
/**
 * Identifier of the client at the authorization server.
 */
client_id: string
/**
 * Secret of the client. Prefer `client_secret_file`.
 */
client_secret?: Secret
/**
 * File holding the secret of the client. Not together with `client_secret`.
 */
client_secret_file?: Path
/**
 * Address the token is fetched from.
 */
token_url: Url
/**
 * Scopes asked for with the token.
 */
scopes?: string[]
endpoint_params?: TokenParameters
/**
 * Trust and client certificate for the connection to the authorization server.
 */
tls_config?: TlsConfig
/**
 * Proxy for the token request.
 */
proxy_url?: string
/**
 * Hosts reached without the proxy, separated by commas.
 */
no_proxy?: string
/**
 * Takes the proxy for the token request from the environment of the daemon.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders
}
/**
 * Further parameters of the token request, for example `audience`.
 */
export interface TokenParameters {
[k: string]: string
}
/**
 * How a TLS connection is verified, and the certificate shown to the other side.
 */
export interface TlsConfig {
/**
 * CA certificate in PEM form that must have signed the certificate of the server. Absent, the system store is used.
 */
ca?: string
/**
 * File with the CA certificate. Not together with `ca`.
 */
ca_file?: Path
/**
 * Client certificate in PEM form, needed when the server asks for one. Comes with `key` or `key_file`.
 */
cert?: string
/**
 * File with the client certificate. Not together with `cert`.
 */
cert_file?: Path
/**
 * Private key of the client certificate.
 */
key?: Secret
/**
 * File with the private key of the client certificate. Not together with `key`.
 */
key_file?: Path
/**
 * Name expected in the certificate of the server when it differs from the address.
 */
server_name?: string
/**
 * Accepts any certificate. Whoever sits on the network path can then read and change the traffic; use `ca_file` instead.
 */
insecure_skip_verify?: boolean
/**
 * Oldest protocol version accepted. Absent, TLS 1.2.
 */
min_version?: TlsVersion
/**
 * Newest protocol version offered. Absent, TLS 1.3.
 */
max_version?: TlsVersion
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders {
[k: string]: Secret[]
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders1 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced. Needs Prometheus 2.55.
 */
export interface ExtraHeaders {
[k: string]: HeaderValues
}
/**
 * Values of one header; the three lists are sent together.
 */
export interface HeaderValues {
/**
 * Plain values, visible on the status pages.
 */
values?: string[]
/**
 * Values hidden on the status pages.
 */
secrets?: Secret[]
/**
 * Files whose content is sent as a value; they are read again for every request.
 */
files?: Path[]
}
/**
 * Watches a Kubernetes cluster and turns objects into targets.
 */
export interface K8SSd {
/**
 * Kind of object that becomes a target.
 */
role: ("node" | "service" | "pod" | "endpoints" | "endpointslice" | "ingress")
namespaces?: Namespaces
/**
 * Selectors the API server applies, which saves memory in large clusters.
 */
selectors?: Selector[]
/**
 * Address of the API server. Absent, Prometheus is taken to run in the cluster and uses the service account of its pod.
 */
api_server?: Url
/**
 * Kubeconfig with address and credentials. Not together with `api_server`.
 */
kubeconfig_file?: Path
attach_metadata?: AttachedMetadata
/**
 * User name and password sent to the API server. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to the API server. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to the API server. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders2
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders1
/**
 * Trust and client certificate for the TLS connection to the API server.
 */
tls_config?: TlsConfig
}
/**
 * Namespaces that are watched. Absent, all of them.
 */
export interface Namespaces {
/**
 * Also watches the namespace Prometheus runs in.
 */
own_namespace?: boolean
/**
 * Namespaces by name.
 */
names?: string[]
}
/**
 * Restricts the objects of one role.
 */
export interface Selector {
/**
 * Role the selector belongs to.
 */
role: ("node" | "service" | "pod" | "endpoints" | "endpointslice" | "ingress")
/**
 * Label selector in the notation of Kubernetes.
 */
label?: string
/**
 * Field selector in the notation of Kubernetes.
 */
field?: string
}
/**
 * Labels of related objects added to the discovered ones; costs memory in large clusters.
 */
export interface AttachedMetadata {
/**
 * Adds labels and annotations of the node to pods and endpoints.
 */
node?: boolean
/**
 * Adds labels and annotations of the namespace.
 */
namespace?: boolean
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders2 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced. Needs Prometheus 2.55.
 */
export interface ExtraHeaders1 {
[k: string]: HeaderValues
}
/**
 * Watches the catalog of Consul and turns service instances into targets.
 */
export interface ConsulSd {
/**
 * Address of the Consul agent. Absent, `localhost:8500`.
 */
server?: string
/**
 * Path before the API when Consul sits behind a gateway.
 */
path_prefix?: string
/**
 * Access token for the Consul API.
 */
token?: Secret
/**
 * Consul datacenter. Absent, the one of the agent.
 */
datacenter?: string
/**
 * Namespace, Consul Enterprise only.
 */
namespace?: string
/**
 * Admin partition, Consul Enterprise only.
 */
partition?: string
/**
 * Protocol spoken with Consul. Absent, `http`.
 */
scheme?: ("http" | "https")
/**
 * Services that become targets. Absent, all of them.
 */
services?: string[]
/**
 * @deprecated
 * Tags an instance must all have.
 */
tags?: string[]
node_meta?: NodeMetadata
/**
 * Filter expression for the catalog, evaluated by Consul.
 */
filter?: string
/**
 * Text that joins the tags in the label `__meta_consul_tags`. Absent, a comma.
 */
tag_separator?: string
/**
 * Accepts answers from any server, not only from the leader; takes load off Consul.
 */
allow_stale?: boolean
/**
 * Time after which the list of services is read again. Absent, 30 seconds.
 */
refresh_interval?: PositiveDuration
/**
 * User name and password sent to the discovery service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to the discovery service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to the discovery service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders3
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders2
/**
 * Trust and client certificate for the TLS connection to the discovery service.
 */
tls_config?: TlsConfig
}
/**
 * @deprecated
 * Node metadata that must be equal.
 */
export interface NodeMetadata {
[k: string]: string
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders3 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced. Needs Prometheus 2.55.
 */
export interface ExtraHeaders2 {
[k: string]: HeaderValues
}
/**
 * Settings of a discovery mechanism as Prometheus documents them; handed over without being checked here.
 */
export interface PassedSd {
[k: string]: unknown
}
/**
 * One rewriting step; steps run in order and each sees the result of the one before.
 */
export interface Relabel {
/**
 * Labels whose values are joined and compared with `regex`. `__address__`, `__metrics_path__`, `__param_<name>` and `__meta_…` exist only before the scrape.
 */
source_labels?: LabelName[]
/**
 * Text put between the values of `source_labels`.
 */
separator?: string
/**
 * Label that is written. `replace`, `hashmod`, `lowercase`, `uppercase`, `keepequal` and `dropequal` need it; `replace` may use groups of `regex` in it.
 */
target_label?: string
/**
 * Pattern for the joined source labels, or for label names with `labelmap`, `labeldrop` and `labelkeep`. It must match the whole text.
 */
regex?: Re2
/**
 * Number of shards for `hashmod`; the result lies between 0 and `modulus - 1`.
 */
modulus?: number
/**
 * Text that is written; `$1` or `${1}` stands for the first group of `regex`. An empty text removes the label.
 */
replacement?: string
/**
 * What the step does.
 */
action?: ("replace" | "keep" | "drop" | "keepequal" | "dropequal" | "hashmod" | "labelmap" | "labeldrop" | "labelkeep" | "lowercase" | "uppercase")
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders4 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced. Needs Prometheus 2.55.
 */
export interface ExtraHeaders3 {
[k: string]: HeaderValues
}
/**
 * Rules that are evaluated together, one after the other, at the same instant.
 */
export interface RuleGroup {
/**
 * Names the group; unique in the file. In the merged layout the generator puts the tenant in front.
 */
name: string
/**
 * Time between two evaluations. Absent, `global.evaluation_interval`.
 */
interval?: Duration
/**
 * An alerting rule with more alerts, or a recording rule with more series, fails; `0` means no limit.
 */
limit?: number
/**
 * Evaluates the rules this far in the past, so that late samples count. Needs Prometheus 2.53; absent, `global.rule_query_offset`.
 */
query_offset?: Duration
/**
 * Labels added to the results of every rule of the group; those of the rule win.
 */
labels?: Labels
/**
 * Rules in the order of their evaluation; a later one may read what an earlier one records.
 */
rules: Rule[]
}
/**
 * Either a recording rule (`record`), which stores the result of an expression, or an alerting rule (`alert`), which fires while the expression returns something.
 */
export interface Rule {
/**
 * Metric the result is stored as. By convention `level:metric:operations`; it must not be a name the expression reads.
 */
record?: MetricName
/**
 * Name of the alert, its label `alertname`.
 */
alert?: string
/**
 * Expression evaluated once per interval. Every series it returns becomes a sample, or one alert.
 */
expr: Promql
/**
 * How long the expression must keep returning a series before its alert fires. Absent, it fires at once.
 */
for?: Duration
/**
 * How long an alert stays firing after its condition is gone; calms flapping. Needs Prometheus 2.42.
 */
keep_firing_for?: Duration
labels?: AlertLabels
annotations?: Annotations
}
/**
 * Labels added to the result or to the alert. They are part of its identity, so a value that changes often starts a new alert each time.
 */
export interface AlertLabels {
/**
 * Urgency of the alert, one of `tenant_specific.severity_levels`; routes and channels select by it.
 */
severity?: PrometheusTemplate
[k: string]: PrometheusTemplate | undefined
}
/**
 * Texts that travel with the alert but do not identify it; usually `summary` and `description`, and a `runbook_url`.
 */
export interface Annotations {
/**
 * One line that says what is wrong.
 */
summary?: PrometheusTemplate
/**
 * What is happening, with numbers, and what to do first.
 */
description?: PrometheusTemplate
/**
 * Where the instructions for this alert are.
 */
runbook_url?: PrometheusTemplate
[k: string]: PrometheusTemplate | undefined
}
/**
 * Where Prometheus sends its alerts. Absent, the generator uses `ALERTMANAGER_ENDPOINT` when Alertmanager is enabled.
 */
export interface AlertDelivery {
/**
 * Rewrites or drops alerts before they are sent; dropping a `replica` label here makes pairs of servers send the same alert.
 */
alert_relabel_configs?: Relabel[]
/**
 * Alertmanagers that alerts are sent to.
 */
alertmanagers?: AlertmanagerTarget[]
}
/**
 * One set of Alertmanagers that alerts are sent to; every one of them gets every alert.
 */
export interface AlertmanagerTarget {
/**
 * Protocol spoken with Alertmanager. Absent, `http`.
 */
scheme?: ("http" | "https")
/**
 * A delivery that takes longer fails and is tried again with the next batch.
 */
timeout?: Duration
/**
 * Path before `/api/v2/alerts` when Alertmanager sits behind a proxy.
 */
path_prefix?: string
/**
 * Version of the Alertmanager API. Absent, `v2`.
 */
api_version?: "v2"
/**
 * Fixed addresses of the Alertmanagers. List every member of a cluster, not a load balancer.
 */
static_configs?: StaticConfig[]
/**
 * Targets read from files that another program keeps up to date.
 */
file_sd_configs?: FileSd[]
/**
 * Targets resolved from DNS records.
 */
dns_sd_configs?: DnsSd[]
/**
 * Targets fetched as JSON from a web address.
 */
http_sd_configs?: HttpSd[]
/**
 * Targets found in a Kubernetes cluster.
 */
kubernetes_sd_configs?: K8SSd[]
/**
 * Targets found in the catalog of Consul.
 */
consul_sd_configs?: ConsulSd[]
/**
 * Finds several AWS services (EC2, ECS, Lightsail, …). Passed on to Prometheus unchanged.
 */
aws_sd_configs?: PassedSd[]
/**
 * Finds virtual machines in Azure. Passed on to Prometheus unchanged.
 */
azure_sd_configs?: PassedSd[]
/**
 * Finds DigitalOcean droplets. Passed on to Prometheus unchanged.
 */
digitalocean_sd_configs?: PassedSd[]
/**
 * Finds containers of a Docker engine. Passed on to Prometheus unchanged.
 */
docker_sd_configs?: PassedSd[]
/**
 * Finds services, tasks or nodes of Docker Swarm. Passed on to Prometheus unchanged.
 */
dockerswarm_sd_configs?: PassedSd[]
/**
 * Finds Amazon EC2 instances. Passed on to Prometheus unchanged.
 */
ec2_sd_configs?: PassedSd[]
/**
 * Finds applications registered in Netflix Eureka. Passed on to Prometheus unchanged.
 */
eureka_sd_configs?: PassedSd[]
/**
 * Finds Google Compute Engine instances. Passed on to Prometheus unchanged.
 */
gce_sd_configs?: PassedSd[]
/**
 * Finds Hetzner Cloud or dedicated servers. Passed on to Prometheus unchanged.
 */
hetzner_sd_configs?: PassedSd[]
/**
 * Finds IONOS Cloud servers. Passed on to Prometheus unchanged.
 */
ionos_sd_configs?: PassedSd[]
/**
 * Finds data planes of a Kuma service mesh. Passed on to Prometheus unchanged.
 */
kuma_sd_configs?: PassedSd[]
/**
 * Finds Amazon Lightsail instances. Passed on to Prometheus unchanged.
 */
lightsail_sd_configs?: PassedSd[]
/**
 * Finds Linode (Akamai) instances. Passed on to Prometheus unchanged.
 */
linode_sd_configs?: PassedSd[]
/**
 * Finds applications run by Marathon. Passed on to Prometheus unchanged.
 */
marathon_sd_configs?: PassedSd[]
/**
 * Finds AirBnB Nerve entries in ZooKeeper. Passed on to Prometheus unchanged.
 */
nerve_sd_configs?: PassedSd[]
/**
 * Finds services registered in Nomad. Passed on to Prometheus unchanged.
 */
nomad_sd_configs?: PassedSd[]
/**
 * Finds Oracle Cloud Infrastructure instances. Passed on to Prometheus unchanged.
 */
oci_sd_configs?: PassedSd[]
/**
 * Finds OpenStack instances, hypervisors or load balancers. Passed on to Prometheus unchanged.
 */
openstack_sd_configs?: PassedSd[]
/**
 * Finds Outscale virtual machines. Passed on to Prometheus unchanged.
 */
outscale_sd_configs?: PassedSd[]
/**
 * Finds OVHcloud servers. Passed on to Prometheus unchanged.
 */
ovhcloud_sd_configs?: PassedSd[]
/**
 * Finds resources returned by a PuppetDB query. Passed on to Prometheus unchanged.
 */
puppetdb_sd_configs?: PassedSd[]
/**
 * Finds Scaleway instances or bare metal servers. Passed on to Prometheus unchanged.
 */
scaleway_sd_configs?: PassedSd[]
/**
 * Finds Serversets in ZooKeeper. Passed on to Prometheus unchanged.
 */
serverset_sd_configs?: PassedSd[]
/**
 * Finds STACKIT servers. Passed on to Prometheus unchanged.
 */
stackit_sd_configs?: PassedSd[]
/**
 * Finds containers of a Triton data center. Passed on to Prometheus unchanged.
 */
triton_sd_configs?: PassedSd[]
/**
 * Finds systems managed by Uyuni. Passed on to Prometheus unchanged.
 */
uyuni_sd_configs?: PassedSd[]
/**
 * Finds Vultr instances. Passed on to Prometheus unchanged.
 */
vultr_sd_configs?: PassedSd[]
/**
 * Rewrites or drops the discovered Alertmanagers.
 */
relabel_configs?: Relabel[]
/**
 * Rewrites or drops alerts on their way to these Alertmanagers only.
 */
alert_relabel_configs?: Relabel[]
/**
 * Signs requests for an AWS managed Alertmanager. Excludes the other kinds of authentication.
 */
sigv4?: Sigv4
/**
 * User name and password sent to Alertmanager. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to Alertmanager. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to Alertmanager. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders5
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders4
/**
 * Trust and client certificate for the TLS connection to Alertmanager.
 */
tls_config?: TlsConfig
}
/**
 * Signs requests for AWS. Absent keys are found the way the AWS SDK finds them: environment, profile, instance role.
 */
export interface Sigv4 {
/**
 * AWS region whose service is called. Absent, the default of the credentials chain.
 */
region?: Region
/**
 * Access key id. Goes together with `secret_key`.
 */
access_key?: string
/**
 * Secret access key belonging to `access_key`.
 */
secret_key?: Secret
/**
 * Named profile of the shared AWS configuration.
 */
profile?: string
/**
 * Role that is assumed before requests are signed.
 */
role_arn?: string
/**
 * External id the role demands when it is assumed.
 */
external_id?: string
/**
 * Assumes the role through the FIPS endpoint of STS.
 */
use_fips_sts_endpoint?: boolean
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders5 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced. Needs Prometheus 2.55.
 */
export interface ExtraHeaders4 {
[k: string]: HeaderValues
}
/**
 * A receiver that every stored sample is also sent to.
 */
export interface RemoteWrite {
/**
 * Address of the receiver.
 */
url: Url
/**
 * Names the target in metrics and logs; must differ between targets. Absent, a hash is used.
 */
name?: string
/**
 * A request that takes longer fails. Absent, 30 seconds.
 */
remote_timeout?: Duration
headers?: Headers
/**
 * Rewrites or drops samples before they are sent; the cheapest way to send less.
 */
write_relabel_configs?: Relabel[]
/**
 * Also sends exemplars; they must be stored first, see `storage.exemplars`.
 */
send_exemplars?: boolean
/**
 * Also sends native histograms.
 */
send_native_histograms?: boolean
/**
 * Spreads connections over all addresses behind the host name.
 */
round_robin_dns?: boolean
/**
 * Message format, which selects the version of the protocol. Absent, version 1.
 */
protobuf_message?: ("prometheus.WriteRequest" | "io.prometheus.write.v2.Request")
/**
 * Buffering and parallelism. The defaults suit most receivers.
 */
queue_config?: QueueConfig
metadata_config?: Metadata
/**
 * User name and password sent to the receiver. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to the receiver. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to the receiver. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders6
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders5
/**
 * Trust and client certificate for the TLS connection to the receiver.
 */
tls_config?: TlsConfig
/**
 * Signs requests for Amazon Managed Service for Prometheus. Excludes the other kinds of authentication.
 */
sigv4?: Sigv4
azuread?: AzureAD
google_iam?: GoogleIAM
}
/**
 * Headers sent with every request. `Authorization` is refused here: use the authentication fields.
 */
export interface Headers {
[k: string]: string
}
/**
 * Buffering and parallelism of a remote write target.
 */
export interface QueueConfig {
/**
 * Samples buffered per shard before reading from the log blocks. Absent, 10000.
 */
capacity?: number
/**
 * Most parallel senders; lower it to protect the receiver. Absent, 50.
 */
max_shards?: number
/**
 * Senders started at once. Absent, 1.
 */
min_shards?: number
/**
 * Most samples in one request. Absent, 2000.
 */
max_samples_per_send?: number
/**
 * Longest time a sample waits for its request to fill up. Absent, 5 seconds.
 */
batch_send_deadline?: Duration
/**
 * First pause after a failed request; it doubles up to `max_backoff`. Absent, 30 milliseconds.
 */
min_backoff?: Duration
/**
 * Longest pause between two attempts. Absent, 5 seconds.
 */
max_backoff?: Duration
/**
 * Tries again when the receiver answers "too many requests"; otherwise those samples are lost.
 */
retry_on_http_429?: boolean
/**
 * Older samples are dropped instead of sent; `0s` keeps all.
 */
sample_age_limit?: Duration
}
/**
 * Sending of metric types and help texts, remote write 1 only.
 */
export interface Metadata {
/**
 * Whether metadata is sent. Absent, it is.
 */
send?: boolean
/**
 * Time between two transmissions. Absent, 1 minute.
 */
send_interval?: Duration
/**
 * Most entries in one request. Absent, 2000.
 */
max_samples_per_send?: number
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders6 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced. Needs Prometheus 2.55.
 */
export interface ExtraHeaders5 {
[k: string]: HeaderValues
}
/**
 * Authentication with Microsoft Entra ID: `cloud` and one of `managed_identity`, `workload_identity`, `oauth`, `sdk`. Passed on unchanged.
 */
export interface AzureAD {
[k: string]: unknown
}
/**
 * Authentication for Google Cloud, with `credentials_file`. Passed on unchanged.
 */
export interface GoogleIAM {
[k: string]: unknown
}
/**
 * Settings of one remote store as Prometheus documents them; handed over without being checked here.
 */
export interface RemoteRead {
[k: string]: unknown
}
/**
 * How metrics received over OTLP are translated, for example `promote_resource_attributes`. Passed on to Prometheus unchanged.
 */
export interface OTLPIngestion {
[k: string]: unknown
}
/**
 * Settings of the database that can change while the server runs. Unknown keys are passed on unchanged.
 */
export interface Storage {
tsdb?: TimeSeriesDatabase
exemplars?: Exemplars
[k: string]: unknown
}
/**
 * Settings of the local database. Retention belongs into `config` above.
 */
export interface TimeSeriesDatabase {
/**
 * How much older than the newest one a sample may be and still be stored. Absent, out-of-order samples are refused.
 */
out_of_order_time_window?: Duration
[k: string]: unknown
}
/**
 * Storage of exemplars, the links from metrics to traces. Needs the feature flag `exemplar-storage`.
 */
export interface Exemplars {
/**
 * Size of the ring buffer for all series together; `0` or less switches it off.
 */
max_exemplars?: number
[k: string]: unknown
}
/**
 * Settings of the Go runtime, for example `gogc`. Passed on to Prometheus unchanged.
 */
export interface Runtime {
[k: string]: unknown
}
/**
 * The daemon that groups alerts and notifies people.
 */
export interface Alertmanager {
/**
 * Whether an Alertmanager configuration is generated for the tenant.
 */
enabled?: boolean
/**
 * Oldest Alertmanager the file must work with. Receivers and fields that came later are reported.
 */
version?: Semver
config?: AlertmanagerConfiguration
}
/**
 * The configuration file of Alertmanager. It expands no variables: use the `_file` fields for secrets.
 */
export interface AlertmanagerConfiguration {
global?: AlertmanagerDefaults
/**
 * Files with notification templates on the server.
 */
templates?: Glob[]
/**
 * Who can be notified and how.
 */
receivers?: Receiver[]
/**
 * Which alerts silence which others.
 */
inhibit_rules?: InhibitRule[]
/**
 * Named calendar windows for routes and channels. Needs Alertmanager 0.24.
 */
time_intervals?: TimeInterval[]
/**
 * @deprecated
 * Named calendar windows under their old key.
 */
mute_time_intervals?: TimeInterval[]
tracing?: TracingOfAlertmanager
event_recorder?: EventRecorder
/**
 * Tree that decides who is told about which alert.
 */
route?: RootRoute
}
/**
 * Defaults for the receivers: mail server, addresses of services, keys.
 */
export interface AlertmanagerDefaults {
/**
 * Sender of all e-mails.
 */
smtp_from?: AlertmanagerTemplate
/**
 * Mail server that takes all e-mails. Port 587 is usual with STARTTLS.
 */
smtp_smarthost?: HostPort
/**
 * Name given to the mail server in `HELO`.
 */
smtp_hello?: string
/**
 * User for the login at the mail server. Absent, no login.
 */
smtp_auth_username?: string
/**
 * Password for LOGIN and PLAIN.
 */
smtp_auth_password?: Secret
/**
 * File holding the password. Not together with `smtp_auth_password`.
 */
smtp_auth_password_file?: Path
/**
 * Identity for PLAIN when it differs from the user.
 */
smtp_auth_identity?: string
/**
 * Secret for CRAM-MD5.
 */
smtp_auth_secret?: Secret
/**
 * File holding the CRAM-MD5 secret. Not together with `smtp_auth_secret`.
 */
smtp_auth_secret_file?: Path
/**
 * Refuses to send e-mail without STARTTLS.
 */
smtp_require_tls?: boolean
/**
 * TLS settings for the mail server.
 */
smtp_tls_config?: TlsConfig
/**
 * `true` speaks TLS from the first byte, `false` never does. Absent, port 465 decides.
 */
smtp_force_implicit_tls?: boolean
/**
 * Address of the Slack webhook used by every entry without one of its own.
 */
slack_api_url?: Secret
/**
 * File holding the address of the Slack webhook. Not together with `slack_api_url`.
 */
slack_api_url_file?: Path
/**
 * Slack bot token used by every entry without credentials of its own.
 */
slack_app_token?: Secret
/**
 * File holding the Slack bot token. Not together with `slack_app_token`.
 */
slack_app_token_file?: Path
/**
 * Slack API address used with a bot token.
 */
slack_app_url?: Url
/**
 * PagerDuty API address. Absent, the public one.
 */
pagerduty_url?: Url
/**
 * Opsgenie key used by every entry without one of its own.
 */
opsgenie_api_key?: Secret
/**
 * File holding the Opsgenie key. Not together with `opsgenie_api_key`.
 */
opsgenie_api_key_file?: Path
/**
 * Opsgenie API address; EU accounts have their own. Absent, the US one.
 */
opsgenie_api_url?: Url
/**
 * Telegram bot token used by every entry without one of its own. Needs Alertmanager 0.31.
 */
telegram_bot_token?: Secret
/**
 * File holding the Telegram bot token. Not together with `telegram_bot_token`.
 */
telegram_bot_token_file?: Path
/**
 * Telegram API address. Absent, the public one.
 */
telegram_api_url?: Url
/**
 * Mattermost webhook used by every entry without one of its own. Needs Alertmanager 0.30.
 */
mattermost_webhook_url?: Secret
/**
 * File holding the Mattermost webhook. Not together with `mattermost_webhook_url`.
 */
mattermost_webhook_url_file?: Path
/**
 * Rocket.Chat access token used by every entry without one of its own.
 */
rocketchat_token?: Secret
/**
 * File holding the Rocket.Chat token. Not together with `rocketchat_token`.
 */
rocketchat_token_file?: Path
/**
 * Rocket.Chat user id belonging to the token.
 */
rocketchat_token_id?: Secret
/**
 * File holding the Rocket.Chat user id. Not together with `rocketchat_token_id`.
 */
rocketchat_token_id_file?: Path
/**
 * Rocket.Chat server. Absent, the public one.
 */
rocketchat_api_url?: Url
/**
 * VictorOps key used by every entry without one of its own.
 */
victorops_api_key?: Secret
/**
 * File holding the VictorOps key. Not together with `victorops_api_key`.
 */
victorops_api_key_file?: Path
/**
 * VictorOps API address. Absent, the public one.
 */
victorops_api_url?: Url
/**
 * WeChat Work secret used by every entry without one of its own.
 */
wechat_api_secret?: Secret
/**
 * File holding the WeChat Work secret. Not together with `wechat_api_secret`.
 */
wechat_api_secret_file?: Path
/**
 * Identifier of the company at WeChat Work.
 */
wechat_api_corp_id?: string
/**
 * WeChat Work API address. Absent, the public one.
 */
wechat_api_url?: Url
/**
 * Webex API address. Absent, the public one.
 */
webex_api_url?: Url
/**
 * Jira REST API with its full path, used by every entry without one of its own.
 */
jira_api_url?: Url
/**
 * HTTP client settings of every entry without its own.
 */
http_config?: HttpConfig
/**
 * An alert that is not renewed counts as over after this time. Prometheus always sends its own end time, so this only matters for other senders.
 */
resolve_timeout?: Duration
}
/**
 * Authentication, proxy and TLS settings of the requests Alertmanager sends.
 */
export interface HttpConfig {
/**
 * User name and password sent to the receiving service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
basic_auth?: BasicAuth
/**
 * `Authorization` header sent to the receiving service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
authorization?: Authorization
/**
 * Fetches a token with the OAuth 2.0 client credentials grant and sends it to the receiving service. Only one of `basic_auth`, `authorization` and `oauth2` may be used.
 */
oauth2?: Oauth2
/**
 * @deprecated
 * Old spelling of a bearer token; it becomes `authorization.credentials` when the file is generated.
 */
bearer_token?: Secret
/**
 * @deprecated
 * Old spelling of a file with a bearer token.
 */
bearer_token_file?: Path
/**
 * Proxy that requests go through. Without it and without `proxy_from_environment` the connection is direct.
 */
proxy_url?: string
/**
 * Hosts, IP addresses and address ranges reached without the proxy, separated by commas. Needs `proxy_url`.
 */
no_proxy?: string
/**
 * Takes the proxy from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the daemon. Excludes `proxy_url` and `no_proxy`.
 */
proxy_from_environment?: boolean
proxy_connect_header?: ProxyHeaders7
/**
 * Whether redirects (3xx) are followed. Absent, they are.
 */
follow_redirects?: boolean
/**
 * Whether HTTP/2 is offered. Absent, it is.
 */
enable_http2?: boolean
http_headers?: ExtraHeaders6
/**
 * Trust and client certificate for the TLS connection to the receiving service.
 */
tls_config?: TlsConfig
}
/**
 * Headers sent to the proxy while a tunnel is opened, each with a list of values.
 */
export interface ProxyHeaders7 {
[k: string]: Secret[]
}
/**
 * Further headers for every request, by header name. Headers that the daemon sets itself can not be replaced.
 */
export interface ExtraHeaders6 {
[k: string]: HeaderValues
}
/**
 * A named set of destinations; a notification goes to every entry in it. One without entries swallows what it gets.
 */
export interface Receiver {
/**
 * Name that routes refer to, unique among the receivers.
 */
name: string
/**
 * Labels describing the receiver itself. Needs Alertmanager 0.33.
 */
labels?: Labels
/**
 * E-mails to people or mailing lists.
 */
email_configs?: EmailConfig[]
/**
 * Slack messages.
 */
slack_configs?: SlackConfig[]
/**
 * JSON posted to an address of your choice.
 */
webhook_configs?: WebhookConfig[]
/**
 * PagerDuty incidents.
 */
pagerduty_configs?: PagerdutyConfig[]
/**
 * Opsgenie alerts.
 */
opsgenie_configs?: OpsgenieConfig[]
/**
 * Microsoft Teams cards through Power Automate workflows. Needs Alertmanager 0.28.
 */
msteamsv2_configs?: Msteamsv2Config[]
/**
 * @deprecated
 * Microsoft Teams cards through the retired connectors. Needs Alertmanager 0.26.
 */
msteams_configs?: MsteamsConfig[]
/**
 * Discord messages. Needs Alertmanager 0.25.
 */
discord_configs?: DiscordConfig[]
/**
 * Telegram messages. Needs Alertmanager 0.24.
 */
telegram_configs?: TelegramConfig[]
/**
 * Amazon SNS topics, SMS and mobile endpoints. Needs Alertmanager 0.23.
 */
sns_configs?: SnsConfig[]
/**
 * Jira issues. Needs Alertmanager 0.28.
 */
jira_configs?: JiraConfig[]
/**
 * Webex messages. Needs Alertmanager 0.25.
 */
webex_configs?: WebexConfig[]
/**
 * Pushover messages to phones.
 */
pushover_configs?: PushoverConfig[]
/**
 * VictorOps (Splunk On-Call) incidents.
 */
victorops_configs?: VictoropsConfig[]
/**
 * WeChat Work messages.
 */
wechat_configs?: WechatConfig[]
/**
 * Rocket.Chat messages. Needs Alertmanager 0.28.
 */
rocketchat_configs?: RocketchatConfig[]
/**
 * Mattermost messages. Needs Alertmanager 0.30.
 */
mattermost_configs?: MattermostConfig[]
/**
 * incident.io alert events. Needs Alertmanager 0.29.
 */
incidentio_configs?: IncidentioConfig[]
}
/**
 * One e-mail per notification.
 */
export interface EmailConfig {
/**
 * Recipients, separated by commas.
 */
to: EmailList
/**
 * Sender. Absent, `global.smtp_from`; one of the two must be there.
 */
from?: AlertmanagerTemplate
/**
 * Mail server that takes the message. Absent, `global.smtp_smarthost`; one of the two must be there.
 */
smarthost?: HostPort
/**
 * Name given to the mail server in `HELO`. Absent, `global.smtp_hello`.
 */
hello?: string
/**
 * User for the login at the mail server. Absent, `global.smtp_auth_username`.
 */
auth_username?: string
/**
 * Password for LOGIN and PLAIN. Absent, the global one.
 */
auth_password?: Secret
/**
 * File holding the password. Not together with `auth_password`.
 */
auth_password_file?: Path
/**
 * Identity for PLAIN when it differs from the user.
 */
auth_identity?: string
/**
 * Secret for CRAM-MD5. Absent, the global one.
 */
auth_secret?: Secret
/**
 * File holding the CRAM-MD5 secret. Not together with `auth_secret`.
 */
auth_secret_file?: Path
/**
 * Refuses to send without STARTTLS. Absent, `global.smtp_require_tls`.
 */
require_tls?: boolean
/**
 * `true` speaks TLS from the first byte, `false` never does. Absent, port 465 decides.
 */
force_implicit_tls?: boolean
/**
 * TLS settings for the mail server. Absent, `global.smtp_tls_config`.
 */
tls_config?: TlsConfig
/**
 * HTML body. Absent, the built-in template is used.
 */
html?: AlertmanagerTemplate
/**
 * Plain text body. Absent, the message has only HTML.
 */
text?: AlertmanagerTemplate
headers?: MailHeaders
threading?: MailThreads
/**
 * @deprecated
 * Subject line in the old layout. Alertmanager does not know this key; the generator writes `headers.Subject`.
 */
subject?: AlertmanagerTemplate
/**
 * @deprecated
 * Text in the old layout. Alertmanager does not know this key; the generator writes `text`.
 */
body?: AlertmanagerTemplate
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Headers of the message by name. Names differing only in case count as the same.
 */
export interface MailHeaders {
/**
 * Subject line. Absent, the built-in template is used.
 */
Subject?: AlertmanagerTemplate
[k: string]: AlertmanagerTemplate | undefined
}
/**
 * Lets messages about the same group appear as one thread. Needs Alertmanager 0.30.
 */
export interface MailThreads {
/**
 * Whether messages refer to each other.
 */
enabled?: boolean
/**
 * Whether a new day starts a new thread.
 */
thread_by_date?: ("daily" | "none")
}
/**
 * One Slack message per notification, through an incoming webhook or a bot token.
 */
export interface SlackConfig {
/**
 * Address of the incoming webhook; whoever has it can post. Absent, the global one.
 */
api_url?: Secret
/**
 * File holding the address of the webhook. Not together with `api_url`.
 */
api_url_file?: Path
/**
 * Bot token, the alternative to a webhook address.
 */
app_token?: Secret
/**
 * File holding the bot token. Not together with `app_token`.
 */
app_token_file?: Path
/**
 * API address used with a bot token. Absent, `global.slack_app_url`.
 */
app_url?: Url
/**
 * Channel `#name`, user `@name` or channel id. A webhook bound to one channel ignores it.
 */
channel?: AlertmanagerTemplate
/**
 * Name shown as the sender.
 */
username?: AlertmanagerTemplate
/**
 * Colour of the bar beside the message: `good`, `warning`, `danger` or `#rrggbb`.
 */
color?: AlertmanagerTemplate
/**
 * Title line. Absent, the built-in template is used.
 */
title?: AlertmanagerTemplate
/**
 * Address the title links to. Absent, the alert list of Alertmanager.
 */
title_link?: AlertmanagerTemplate
/**
 * Body of the attachment.
 */
text?: AlertmanagerTemplate
/**
 * Text of the message itself, above the attachment.
 */
message_text?: AlertmanagerTemplate
/**
 * Plain text for clients that can not show the attachment.
 */
fallback?: AlertmanagerTemplate
/**
 * Text before the attachment.
 */
pretext?: AlertmanagerTemplate
/**
 * Small line below the attachment.
 */
footer?: AlertmanagerTemplate
/**
 * Emoji shown as the picture of the sender.
 */
icon_emoji?: AlertmanagerTemplate
/**
 * Picture of the sender.
 */
icon_url?: AlertmanagerTemplate
/**
 * Large picture in the message.
 */
image_url?: AlertmanagerTemplate
/**
 * Small picture beside the message.
 */
thumb_url?: AlertmanagerTemplate
/**
 * Turns `@user` and `#channel` in the text into links.
 */
link_names?: boolean
/**
 * Whether fields without `short` stand side by side.
 */
short_fields?: boolean
/**
 * Parts that Slack renders as its markdown. Absent, `fallback`, `pretext` and `text`.
 */
mrkdwn_in?: string[]
/**
 * Identifier Slack sends back when a button is pressed.
 */
callback_id?: AlertmanagerTemplate
/**
 * Changes the first message of a group instead of posting new ones. Needs a bot token and Alertmanager 0.32.
 */
update_message?: boolean
/**
 * A request that takes longer fails and is tried again. Absent or `0s`, no limit. Needs Alertmanager 0.30.
 */
timeout?: Duration
/**
 * Buttons below the message.
 */
actions?: Button[]
/**
 * Small table below the text.
 */
fields?: MessageField[]
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * A link button (`url`) or one that sends `name` and `value` back to an app.
 */
export interface Button {
/**
 * Kind of action; in practice `button`.
 */
type: AlertmanagerTemplate
/**
 * Text on the button.
 */
text: AlertmanagerTemplate
/**
 * Address the button opens.
 */
url?: AlertmanagerTemplate
/**
 * Name sent to the app when the button is pressed.
 */
name?: AlertmanagerTemplate
/**
 * Value sent to the app when the button is pressed.
 */
value?: AlertmanagerTemplate
/**
 * Look of the button.
 */
style?: ("default" | "primary" | "danger")
confirm?: Confirmation
}
/**
 * Question asked before the action is carried out.
 */
export interface Confirmation {
/**
 * The question.
 */
text: AlertmanagerTemplate
/**
 * Title of the question.
 */
title?: AlertmanagerTemplate
/**
 * Text of the button that confirms.
 */
ok_text?: AlertmanagerTemplate
/**
 * Text of the button that cancels.
 */
dismiss_text?: AlertmanagerTemplate
}
/**
 * One cell of the table in a chat message.
 */
export interface MessageField {
/**
 * Heading of the cell.
 */
title: AlertmanagerTemplate
/**
 * Content of the cell.
 */
value: AlertmanagerTemplate
/**
 * Whether the cell stands beside its neighbour. Absent, `short_fields` decides.
 */
short?: boolean
}
/**
 * A JSON document posted to an address of your choice.
 */
export interface WebhookConfig {
/**
 * Address that gets the POST. An address that contains a token belongs in `url_file`.
 */
url?: TemplateUrl
/**
 * File holding the address. Not together with `url`. Needs Alertmanager 0.26.
 */
url_file?: Path
/**
 * Most alerts in one request; the rest is cut off and only counted. `0` sends all.
 */
max_alerts?: number
/**
 * A request that takes longer fails and is tried again. Absent or `0s`, no limit. Needs Alertmanager 0.28.
 */
timeout?: Duration
payload?: Payload
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Body sent instead of the standard document; texts in it may be templates. Needs Alertmanager 0.32.
 */
export interface Payload {
[k: string]: unknown
}
/**
 * Opens, updates and resolves PagerDuty incidents.
 */
export interface PagerdutyConfig {
/**
 * Integration key of a service with "Events API v2".
 */
routing_key?: Secret
/**
 * File holding the integration key. Not together with `routing_key`.
 */
routing_key_file?: Path
/**
 * Integration key of a service with the older "Prometheus" integration.
 */
service_key?: Secret
/**
 * File holding the older integration key. Not together with `service_key`.
 */
service_key_file?: Path
/**
 * Severity of the incident: `critical`, `error`, `warning` or `info`. Anything else is refused by PagerDuty.
 */
severity?: AlertmanagerTemplate
/**
 * Name of the monitoring tool shown in the incident. Absent, the built-in template is used.
 */
client?: AlertmanagerTemplate
/**
 * Link back to the monitoring tool.
 */
client_url?: AlertmanagerTemplate
/**
 * Title of the incident. Absent, the built-in template is used.
 */
description?: AlertmanagerTemplate
/**
 * System that is affected. Absent, the same as `client`.
 */
source?: AlertmanagerTemplate
details?: Details
/**
 * Part of the system that is broken.
 */
component?: AlertmanagerTemplate
/**
 * Logical group the part belongs to.
 */
group?: AlertmanagerTemplate
/**
 * Kind of problem.
 */
class?: AlertmanagerTemplate
/**
 * Pictures in the incident.
 */
images?: Image[]
/**
 * Links in the incident.
 */
links?: Link[]
/**
 * API address. Absent, `global.pagerduty_url`.
 */
url?: Url
/**
 * A request that takes longer fails and is tried again. Absent or `0s`, no limit. Needs Alertmanager 0.30.
 */
timeout?: Duration
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Further facts shown in the incident; texts in it may be templates. Four of them, such as `firing` and `num_firing`, are always added.
 */
export interface Details {
[k: string]: unknown
}
/**
 * One picture in the incident.
 */
export interface Image {
/**
 * Address the picture links to.
 */
href?: AlertmanagerTemplate
/**
 * Address of the picture.
 */
src?: AlertmanagerTemplate
/**
 * Text shown instead of the picture.
 */
alt?: AlertmanagerTemplate
}
/**
 * One link in the incident.
 */
export interface Link {
/**
 * Address of the link.
 */
href?: AlertmanagerTemplate
/**
 * Text of the link.
 */
text?: AlertmanagerTemplate
}
/**
 * Opens, updates and closes Opsgenie alerts.
 */
export interface OpsgenieConfig {
/**
 * Key of the API integration. Absent, the global one.
 */
api_key?: Secret
/**
 * File holding the key. Not together with `api_key`.
 */
api_key_file?: Path
/**
 * API address; EU accounts have their own. Absent, `global.opsgenie_api_url`.
 */
api_url?: Url
/**
 * Title of the alert, at most 130 characters; longer ones are cut.
 */
message?: AlertmanagerTemplate
/**
 * Text of the alert. Absent, the built-in template is used.
 */
description?: AlertmanagerTemplate
/**
 * Link back to the sender. Absent, the alert list of Alertmanager.
 */
source?: AlertmanagerTemplate
details?: Details1
/**
 * Who is notified. Absent, the routing of the integration decides.
 */
responders?: Responder[]
/**
 * Tags, separated by commas.
 */
tags?: AlertmanagerTemplate
/**
 * Note added to the alert.
 */
note?: AlertmanagerTemplate
/**
 * Priority `P1` (highest) to `P5`, or a template that yields one of them. Absent, Opsgenie uses `P3`.
 */
priority?: string
/**
 * Also updates title and text of an alert that exists. Absent, changes only show in its activity log.
 */
update_alerts?: boolean
/**
 * Part of the system the alert is about.
 */
entity?: AlertmanagerTemplate
/**
 * Actions offered in the alert, separated by commas.
 */
actions?: AlertmanagerTemplate
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Further facts shown in the alert. The common labels are added.
 */
export interface Details1 {
[k: string]: AlertmanagerTemplate
}
/**
 * One team, user, escalation or schedule, named in exactly one way.
 */
export interface Responder {
/**
 * Identifier of the responder.
 */
id?: AlertmanagerTemplate
/**
 * Name of the team, escalation or schedule; with `teams` a list separated by commas.
 */
name?: AlertmanagerTemplate
/**
 * Login name of a user.
 */
username?: AlertmanagerTemplate
/**
 * Kind of responder: `team`, `teams`, `user`, `escalation`, `schedule`, or a template that yields one of them.
 */
type?: string
}
/**
 * One card in a Microsoft Teams channel.
 */
export interface Msteamsv2Config {
/**
 * Address of the webhook; whoever has it can post.
 */
webhook_url?: Secret
/**
 * File holding the address. Not together with `webhook_url`.
 */
webhook_url_file?: Path
/**
 * Title of the card. Absent, the built-in template is used.
 */
title?: AlertmanagerTemplate
/**
 * Text of the card. Absent, the built-in template is used.
 */
text?: AlertmanagerTemplate
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One card in a Microsoft Teams channel.
 */
export interface MsteamsConfig {
/**
 * Address of the webhook; whoever has it can post.
 */
webhook_url?: Secret
/**
 * File holding the address. Not together with `webhook_url`.
 */
webhook_url_file?: Path
/**
 * Title of the card. Absent, the built-in template is used.
 */
title?: AlertmanagerTemplate
/**
 * Short text for the notification list. Absent, the built-in template is used.
 */
summary?: AlertmanagerTemplate
/**
 * Text of the card. Absent, the built-in template is used.
 */
text?: AlertmanagerTemplate
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One message in a Discord channel.
 */
export interface DiscordConfig {
/**
 * Address of the webhook; whoever has it can post.
 */
webhook_url?: Secret
/**
 * File holding the address. Not together with `webhook_url`.
 */
webhook_url_file?: Path
/**
 * Title of the embedded card. Absent, the built-in template is used.
 */
title?: AlertmanagerTemplate
/**
 * Text of the embedded card. Absent, the built-in template is used.
 */
message?: AlertmanagerTemplate
/**
 * Text above the card, at most 2000 characters; mentions only work here.
 */
content?: AlertmanagerTemplate
/**
 * Name shown as the sender. Absent, the one of the webhook.
 */
username?: string
/**
 * Picture of the sender. Absent, the one of the webhook.
 */
avatar_url?: string
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One message from a Telegram bot.
 */
export interface TelegramConfig {
/**
 * Token of the bot. Absent, the global one (Alertmanager 0.31).
 */
bot_token?: Secret
/**
 * File holding the token. Not together with `bot_token`.
 */
bot_token_file?: Path
/**
 * Chat that gets the messages; groups have negative numbers.
 */
chat_id?: number
/**
 * File holding the number of the chat. Not together with `chat_id`. Needs Alertmanager 0.31.
 */
chat_id_file?: Path
/**
 * Topic of a group with topics. Absent, the general one.
 */
message_thread_id?: number
/**
 * Text of the message. Absent, the built-in template is used.
 */
message?: AlertmanagerTemplate
/**
 * Markup used in the text. Absent, `HTML`.
 */
parse_mode?: ("MarkdownV2" | "Markdown" | "HTML" | "")
/**
 * Delivers silently, without sound on the phone.
 */
disable_notifications?: boolean
/**
 * API address. Absent, `global.telegram_api_url`.
 */
api_url?: Url
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Publishes to a topic, a phone number (SMS) or a mobile endpoint. Exactly one of the three destinations is set.
 */
export interface SnsConfig {
/**
 * Topic that is published to.
 */
topic_arn?: AlertmanagerTemplate
/**
 * Phone that gets an SMS.
 */
phone_number?: E164
/**
 * Endpoint of a mobile app that is notified.
 */
target_arn?: AlertmanagerTemplate
/**
 * AWS region and credentials.
 */
sigv4?: Sigv4
/**
 * Subject used when the topic delivers e-mail. Absent, the built-in template is used.
 */
subject?: AlertmanagerTemplate
/**
 * Text that is published. Absent, the built-in template is used.
 */
message?: AlertmanagerTemplate
attributes?: MessageAttributes
/**
 * Address of the SNS API. Absent, the SDK derives it from the region.
 */
api_url?: AlertmanagerTemplate
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Attributes of the SNS message, for filters of subscriptions.
 */
export interface MessageAttributes {
[k: string]: string
}
/**
 * Opens, reopens and resolves Jira issues. Needs Alertmanager 0.28.
 */
export interface JiraConfig {
/**
 * Address of the REST API with its full path. Absent, `global.jira_api_url`.
 */
api_url?: Url
/**
 * Which product answers at the address. Absent, it is guessed from the host name.
 */
api_type?: ("auto" | "cloud" | "datacenter")
/**
 * Key of the project issues are opened in.
 */
project: AlertmanagerTemplate
summary?: JiraText
description?: JiraText1
/**
 * Labels of the issue.
 */
labels?: AlertmanagerTemplate[]
/**
 * Priority of the issue. Absent, the built-in template is used.
 */
priority?: AlertmanagerTemplate
/**
 * Type of the issue.
 */
issue_type: AlertmanagerTemplate
/**
 * Transition that closes the issue when the alerts are over; its name depends on the language of the account.
 */
resolve_transition?: string
/**
 * Transition that reopens a closed issue when the alerts return.
 */
reopen_transition?: string
/**
 * Issues closed with this resolution are not reopened.
 */
wont_fix_resolution?: string
/**
 * Only issues closed less than this ago are reopened; older ones lead to a new issue.
 */
reopen_duration?: Duration
fields?: IssueFields
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Further fields of the issue, by the identifiers of Jira. Passed on unchanged.
 */
export interface IssueFields {
[k: string]: unknown
}
/**
 * One message in a Webex room. The token of the bot goes into `http_config.authorization`.
 */
export interface WebexConfig {
/**
 * HTTP client settings. `authorization` with the token of the bot is mandatory.
 */
http_config: HttpConfig
/**
 * API address. Absent, `global.webex_api_url`.
 */
api_url?: Url
/**
 * Room that gets the messages.
 */
room_id: AlertmanagerTemplate
/**
 * Text of the message. Absent, the built-in template is used.
 */
message?: AlertmanagerTemplate
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One push message to phones.
 */
export interface PushoverConfig {
/**
 * Key of the user or group that is notified.
 */
user_key?: Secret
/**
 * File holding the key. Not together with `user_key`.
 */
user_key_file?: Path
/**
 * Token of the application at Pushover.
 */
token?: Secret
/**
 * File holding the token. Not together with `token`.
 */
token_file?: Path
/**
 * Title of the message. Absent, the built-in template is used.
 */
title?: AlertmanagerTemplate
/**
 * Text of the message. Absent, the built-in template is used.
 */
message?: AlertmanagerTemplate
/**
 * Link shown with the message. Absent, the alert list of Alertmanager.
 */
url?: AlertmanagerTemplate
/**
 * Text of the link.
 */
url_title?: AlertmanagerTemplate
/**
 * Only this device of the user is notified. Absent, all.
 */
device?: string
/**
 * Sound that is played. Absent, the one the user chose.
 */
sound?: string
/**
 * Priority from -2 to 2; 2 must be acknowledged. Absent, 2 while firing and 0 afterwards.
 */
priority?: AlertmanagerTemplate
/**
 * With priority 2: time between two repetitions, at least 30 seconds. Absent, 1 minute.
 */
retry?: Duration
/**
 * With priority 2: repetitions end after this time. Absent, 1 hour.
 */
expire?: Duration
/**
 * The message is deleted from the devices after this time. Absent, never.
 */
ttl?: Duration
/**
 * Shows the text as HTML. Not together with `monospace`.
 */
html?: boolean
/**
 * Shows the text in a fixed-width font. Not together with `html`.
 */
monospace?: boolean
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Opens and resolves incidents in VictorOps (Splunk On-Call).
 */
export interface VictoropsConfig {
/**
 * Key of the integration. Absent, the global one.
 */
api_key?: Secret
/**
 * File holding the key. Not together with `api_key`.
 */
api_key_file?: Path
/**
 * API address. Absent, `global.victorops_api_url`.
 */
api_url?: Url
/**
 * Maps the incident to a team.
 */
routing_key: AlertmanagerTemplate
/**
 * What the incident is while firing: `CRITICAL`, `WARNING` or `INFO`. Absent, `CRITICAL`.
 */
message_type?: AlertmanagerTemplate
/**
 * Title of the incident. Absent, the built-in template is used.
 */
entity_display_name?: AlertmanagerTemplate
/**
 * Text of the incident. Absent, the built-in template is used.
 */
state_message?: AlertmanagerTemplate
/**
 * Name of the tool shown in the incident. Absent, the built-in template is used.
 */
monitoring_tool?: AlertmanagerTemplate
custom_fields?: CustomFields
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * Further fields of the incident. Names of the fields above are refused.
 */
export interface CustomFields {
[k: string]: AlertmanagerTemplate
}
/**
 * One message in WeChat Work.
 */
export interface WechatConfig {
/**
 * Secret of the application. Absent, the global one.
 */
api_secret?: Secret
/**
 * File holding the secret. Not together with `api_secret`.
 */
api_secret_file?: Path
/**
 * API address. Absent, `global.wechat_api_url`.
 */
api_url?: Url
/**
 * Identifier of the company. Absent, `global.wechat_api_corp_id`.
 */
corp_id?: string
/**
 * Text of the message. Absent, the built-in template is used.
 */
message?: AlertmanagerTemplate
/**
 * Form of the text. Absent, `text`.
 */
message_type?: ("text" | "markdown")
/**
 * Identifier of the application.
 */
agent_id?: AlertmanagerTemplate
/**
 * Users, separated by `|`.
 */
to_user?: AlertmanagerTemplate
/**
 * Departments, separated by `|`.
 */
to_party?: AlertmanagerTemplate
/**
 * Tags, separated by `|`.
 */
to_tag?: AlertmanagerTemplate
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One message in a Rocket.Chat channel. Needs Alertmanager 0.28.
 */
export interface RocketchatConfig {
/**
 * API address. Absent, `global.rocketchat_api_url`.
 */
api_url?: Url
/**
 * User id belonging to the access token. Absent, the global one.
 */
token_id?: Secret
/**
 * File holding the user id. Not together with `token_id`.
 */
token_id_file?: Path
/**
 * Personal access token. Absent, the global one.
 */
token?: Secret
/**
 * File holding the token. Not together with `token`.
 */
token_file?: Path
/**
 * Channel `#name` or user `@name`.
 */
channel?: AlertmanagerTemplate
/**
 * Colour of the bar beside the message.
 */
color?: AlertmanagerTemplate
/**
 * Title line. Absent, the built-in template is used.
 */
title?: AlertmanagerTemplate
/**
 * Address the title links to.
 */
title_link?: AlertmanagerTemplate
/**
 * Text of the message. Absent, the built-in template is used.
 */
text?: AlertmanagerTemplate
/**
 * Small table below the text.
 */
fields?: AttachmentField[]
/**
 * Whether fields without `short` stand side by side.
 */
short_fields?: boolean
/**
 * Emoji shown as the picture of the sender.
 */
emoji?: AlertmanagerTemplate
/**
 * Picture of the sender.
 */
icon_url?: AlertmanagerTemplate
/**
 * Large picture in the message.
 */
image_url?: AlertmanagerTemplate
/**
 * Small picture beside the message.
 */
thumb_url?: AlertmanagerTemplate
/**
 * Turns `@user` and `#channel` in the text into links.
 */
link_names?: boolean
/**
 * Buttons below the message.
 */
actions?: Button1[]
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One cell of the table in a chat message.
 */
export interface AttachmentField {
/**
 * Heading of the cell.
 */
title?: AlertmanagerTemplate
/**
 * Content of the cell.
 */
value?: AlertmanagerTemplate
/**
 * Whether the cell stands beside its neighbour. Absent, `short_fields` decides.
 */
short?: boolean
}
/**
 * One button; it opens `url` or posts `msg`. Further keys are passed on unchanged.
 */
export interface Button1 {
/**
 * Kind of action; only `button` exists.
 */
type?: AlertmanagerTemplate
/**
 * Text on the button.
 */
text?: AlertmanagerTemplate
/**
 * Address the button opens.
 */
url?: AlertmanagerTemplate
/**
 * Text posted to the channel when the button is pressed.
 */
msg?: AlertmanagerTemplate
[k: string]: unknown
}
/**
 * One message in a Mattermost channel. Needs Alertmanager 0.30.
 */
export interface MattermostConfig {
/**
 * Address of the incoming webhook. Absent, the global one.
 */
webhook_url?: Secret
/**
 * File holding the address. Not together with `webhook_url`.
 */
webhook_url_file?: Path
/**
 * Channel name or `@user`. Absent, the channel of the webhook.
 */
channel?: AlertmanagerTemplate
/**
 * Name shown as the sender.
 */
username?: AlertmanagerTemplate
/**
 * Text of the message. Absent, the built-in template is used.
 */
text?: AlertmanagerTemplate
/**
 * Picture of the sender.
 */
icon_url?: AlertmanagerTemplate
/**
 * Emoji shown as the picture of the sender.
 */
icon_emoji?: AlertmanagerTemplate
/**
 * Cards below the text.
 */
attachments?: Attachment[]
props?: Properties
priority?: Priority
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * One card below the text. Further keys are passed on unchanged.
 */
export interface Attachment {
/**
 * Plain text for clients that can not show the card.
 */
fallback?: AlertmanagerTemplate
/**
 * Colour of the bar beside the card.
 */
color?: AlertmanagerTemplate
/**
 * Text before the card.
 */
pretext?: AlertmanagerTemplate
/**
 * Author shown in the card.
 */
author_name?: AlertmanagerTemplate
/**
 * Address of the author.
 */
author_link?: AlertmanagerTemplate
/**
 * Picture of the author.
 */
author_icon?: AlertmanagerTemplate
/**
 * Title of the card.
 */
title?: AlertmanagerTemplate
/**
 * Address the title links to.
 */
title_link?: AlertmanagerTemplate
/**
 * Text of the card.
 */
text?: AlertmanagerTemplate
/**
 * Small table in the card.
 */
fields?: AttachmentField[]
/**
 * Small picture beside the card.
 */
thumb_url?: AlertmanagerTemplate
/**
 * Large picture in the card.
 */
image_url?: AlertmanagerTemplate
/**
 * Small line below the card.
 */
footer?: AlertmanagerTemplate
/**
 * Picture beside the footer.
 */
footer_icon?: AlertmanagerTemplate
[k: string]: unknown
}
/**
 * Extra properties of the post. Further keys are passed on unchanged.
 */
export interface Properties {
/**
 * Text shown in the side panel.
 */
card?: AlertmanagerTemplate
[k: string]: unknown
}
/**
 * Priority of the post. Further keys are passed on unchanged.
 */
export interface Priority {
/**
 * Priority: `standard`, `important` or `urgent`.
 */
priority?: AlertmanagerTemplate
/**
 * Asks readers to acknowledge.
 */
requested_ack?: boolean
/**
 * Notifies again until somebody acknowledges.
 */
persistent_notifications?: boolean
[k: string]: unknown
}
/**
 * Sends alerts to an alert source of incident.io. Needs Alertmanager 0.29.
 */
export interface IncidentioConfig {
/**
 * Address of the alert source.
 */
url?: Url
/**
 * File holding the address. Not together with `url`.
 */
url_file?: Path
/**
 * Token of the alert source.
 */
alert_source_token?: Secret
/**
 * File holding the token. Not together with `alert_source_token`.
 */
alert_source_token_file?: Path
/**
 * Most alerts in one request; `0` sends all.
 */
max_alerts?: number
/**
 * A request that takes longer fails and is tried again. Absent or `0s`, no limit.
 */
timeout?: Duration
/**
 * HTTP client settings for this entry. Absent, `global.http_config`.
 */
http_config?: HttpConfig
/**
 * Whether a message also goes out when the alerts are over.
 */
send_resolved?: boolean
}
/**
 * While a source alert fires, target alerts with the same values of the `equal` labels are not sent.
 */
export interface InhibitRule {
/**
 * Names the inhibition in metrics and logs.
 */
name?: string
/**
 * Conditions for the alerts that mute.
 */
source_matchers?: Matchers
/**
 * Conditions for the alerts that are muted. Without any, everything is.
 */
target_matchers?: Matchers
/**
 * @deprecated
 * Labels of the muting alerts, in the old notation.
 */
source_match?: MatchMap
/**
 * @deprecated
 * Patterns for labels of the muting alerts, in the old notation.
 */
source_match_re?: MatchReMap
/**
 * @deprecated
 * Labels of the muted alerts, in the old notation.
 */
target_match?: MatchMap
/**
 * @deprecated
 * Patterns for labels of the muted alerts, in the old notation.
 */
target_match_re?: MatchReMap
/**
 * Labels that must have the same value on both sides. A label missing on both sides counts as the same, so name labels that your rules set.
 */
equal?: LabelName[]
}
/**
 * Labels and the values they must have.
 */
export interface MatchMap {
[k: string]: string
}
/**
 * Labels and the patterns their values must match as a whole.
 */
export interface MatchReMap {
[k: string]: Re2
}
/**
 * A named set of calendar windows that routes can be muted or active in.
 */
export interface TimeInterval {
/**
 * Name that routes and channels refer to; unique.
 */
name: string
/**
 * Windows that belong to it; being in one of them is enough.
 */
time_intervals: IntervalSpec[]
}
/**
 * All given conditions must hold; within a list one entry is enough.
 */
export interface IntervalSpec {
/**
 * Times of the day.
 */
times?: TimeRange[]
/**
 * Days of the week or ranges of them; the week begins on Sunday.
 */
weekdays?: string[]
/**
 * Days of the month or ranges of them; negative numbers count from the end.
 */
days_of_month?: (number | string)[]
/**
 * Months by English name or number, or ranges of them.
 */
months?: (number | string)[]
/**
 * Years or ranges of them.
 */
years?: (number | string)[]
/**
 * Time zone of the IANA database in which the conditions are read, or `Local` for the zone of the machine.
 */
location?: string
}
/**
 * From the start inclusive to the end exclusive. A range can not pass midnight; write two.
 */
export interface TimeRange {
/**
 * Beginning, `HH:MM`.
 */
start_time: string
/**
 * End, `HH:MM`; `24:00` is the end of the day.
 */
end_time: string
}
/**
 * Where Alertmanager sends its own traces: `client_type`, `endpoint`, `sampling_fraction`, `insecure`, `headers`, `tls_config`. Passed on unchanged.
 */
export interface TracingOfAlertmanager {
[k: string]: unknown
}
/**
 * Where Alertmanager records its own events. Passed on unchanged.
 */
export interface EventRecorder {
[k: string]: unknown
}
/**
 * Entry of the tree that decides who is told. Every alert passes here, so it has a receiver and no conditions.
 */
export interface RootRoute {
/**
 * Receiver of everything no child route takes.
 */
receiver: string
/**
 * Alerts with the same values of these labels are put into one notification. `[...]` alone groups by all labels, so every alert is sent by itself. Absent, everything is one group.
 */
group_by?: GroupBy
/**
 * How long the first notification of a new group waits for more alerts. An alert that ends before is never sent.
 */
group_wait?: Duration
/**
 * Time before a notification about changes in a group that was already sent.
 */
group_interval?: PositiveDuration
/**
 * Time after which an unchanged notification is repeated; rounded up to a multiple of `group_interval`.
 */
repeat_interval?: PositiveDuration
labels?: RouteLabels
/**
 * Child routes, tried in order; the first that matches takes the alert unless it says `continue`.
 */
routes?: Route[]
}
/**
 * Labels added to the notifications of this route and of its children. Needs Alertmanager 0.34.
 */
export interface RouteLabels {
[k: string]: AlertmanagerTemplate
}
/**
 * A branch of the tree: which alerts it takes, and what differs from its parent.
 */
export interface Route {
/**
 * Receiver of alerts that stop here. Absent, the parent's value holds.
 */
receiver?: string
/**
 * Alerts with the same values of these labels are put into one notification. `[...]` alone groups by all labels, so every alert is sent by itself. Absent, the parent's value holds.
 */
group_by?: GroupBy
/**
 * How long the first notification of a new group waits for more alerts. An alert that ends before is never sent. Absent, the parent's value holds.
 */
group_wait?: Duration
/**
 * Time before a notification about changes in a group that was already sent. Absent, the parent's value holds.
 */
group_interval?: PositiveDuration
/**
 * Time after which an unchanged notification is repeated; rounded up to a multiple of `group_interval`. Absent, the parent's value holds.
 */
repeat_interval?: PositiveDuration
/**
 * Conditions an alert must all fulfil to enter this route. Absent, every alert enters. Needs Alertmanager 0.22.
 */
matchers?: Matchers
/**
 * @deprecated
 * Labels that must be equal, in the old notation.
 */
match?: MatchMap
/**
 * @deprecated
 * Labels that must match patterns, in the old notation.
 */
match_re?: MatchReMap
/**
 * Whether the following siblings are tried as well after this route took the alert.
 */
continue?: boolean
labels?: RouteLabels1
/**
 * Times in which this route sends nothing. Alerts still stop here.
 */
mute_time_intervals?: string[]
/**
 * The only times in which this route sends. Absent, always.
 */
active_time_intervals?: string[]
/**
 * Child routes, tried in order before this route itself.
 */
routes?: Route[]
}
/**
 * Labels added to the notifications of this route and of its children. Needs Alertmanager 0.34.
 */
export interface RouteLabels1 {
[k: string]: AlertmanagerTemplate
}
/**
 * Dashboards: the server, its data sources, and the panels generated for the tenant.
 */
export interface Grafana {
/**
 * Whether provisioning files for Grafana are generated.
 */
enabled?: boolean
/**
 * Oldest Grafana the files must work with.
 */
version?: Semver
config?: ServerSettings1
/**
 * Where panels read from. A source for Prometheus and one for Alertmanager are added when they are missing.
 */
datasources?: DataSource[]
/**
 * Folders of dashboard files that Grafana loads; these are its "providers", not single dashboards.
 */
dashboards?: DashboardProvider[]
generated_dashboards?: GeneratedDashboards
}
/**
 * Settings of the server, written as `GF_…` environment variables.
 */
export interface ServerSettings1 {
server?: WebServer
auth?: SignIn
database?: Database
security?: Security
}
/**
 * How the server is reached.
 */
export interface WebServer {
/**
 * Port the server listens on.
 */
http_port?: Port
/**
 * Host name in links and cookies.
 */
domain?: Host
/**
 * Address in the browser. It must be right for sign-in redirects and links in alerts to work.
 */
root_url?: Url
/**
 * Protocol the server itself speaks. Absent, `http`.
 */
protocol?: ("http" | "https")
}
/**
 * How people sign in.
 */
export interface SignIn {
/**
 * Hides the form for user name and password. Have another way to sign in ready.
 */
disable_login_form?: boolean
/**
 * Sends people straight to the only OAuth provider.
 */
oauth_auto_login?: boolean
/**
 * Lets everybody look at dashboards without signing in. Do not use it in production.
 */
anonymous_enabled?: boolean
}
/**
 * Where Grafana keeps users, dashboards and settings.
 */
export interface Database {
/**
 * Kind of database.
 */
type?: ("sqlite3" | "mysql" | "postgres")
/**
 * Address of the database server; not used with `sqlite3`.
 */
host?: HostPort
/**
 * Name of the database.
 */
name?: string
/**
 * User for the connection.
 */
user?: string
/**
 * Password for the connection.
 */
password?: Secret
/**
 * TLS setting of the connection; PostgreSQL: `disable`, `require`, `verify-ca`, `verify-full`, MySQL: `true`, `false`, `skip-verify`.
 */
ssl_mode?: string
/**
 * Database file, only with `sqlite3`.
 */
path?: Path
}
/**
 * First administrator and the key that protects stored secrets. The values Grafana ships with are refused.
 */
export interface Security {
/**
 * Login name of the first administrator; only read when the database is created.
 */
admin_user?: string
/**
 * Password of the first administrator; only read when the database is created. `admin`, the one Grafana ships with, is an error.
 */
admin_password?: Secret
/**
 * Key that encrypts secrets in the database. The key Grafana ships with is public and an error; changing it later makes stored secrets unreadable.
 */
secret_key?: Secret
/**
 * Sends the session cookie only over HTTPS. Switch it on wherever Grafana is reached that way.
 */
cookie_secure?: boolean
}
/**
 * One source that panels read from.
 */
export interface DataSource {
/**
 * Name shown in Grafana.
 */
name: string
/**
 * Identifier of the plugin. Any installed plugin is possible.
 */
type: string
/**
 * Identifier dashboards refer to; at most 40 letters, digits, `-` and `_`. Absent, derived from tenant and name.
 */
uid?: string
/**
 * Address of the source; databases take `host:port`.
 */
url?: string
/**
 * Who talks to the source.
 */
access?: ("proxy" | "direct")
/**
 * Preselected in new panels. Only one source of an organisation can be.
 */
isDefault?: boolean
/**
 * Organisation the source belongs to.
 */
orgId?: number
/**
 * User for databases.
 */
user?: string
/**
 * Database or index that is read.
 */
database?: string
/**
 * Signs in with basic authentication; the password belongs into `secureJsonData.basicAuthPassword`.
 */
basicAuth?: boolean
/**
 * User for basic authentication.
 */
basicAuthUser?: string
/**
 * Sends cookies and headers of the browser along, with `access: direct` only.
 */
withCredentials?: boolean
jsonData?: PluginSettings
secureJsonData?: PluginSecrets
/**
 * Counts changes: provisioning replaces the stored source only when this number is not lower.
 */
version?: number
/**
 * Whether people may change the source in the browser.
 */
editable?: boolean
}
/**
 * Settings of the plugin, for example `httpMethod` or `timeInterval`. Passed on unchanged; everybody who may edit the source can read them.
 */
export interface PluginSettings {
[k: string]: unknown
}
/**
 * Secrets of the plugin; stored encrypted. The only place where credentials belong.
 */
export interface PluginSecrets {
[k: string]: Secret
}
/**
 * A directory with dashboard files and the folder they appear in.
 */
export interface DashboardProvider {
/**
 * Names the provider.
 */
name: string
/**
 * Folder the dashboards appear in. Absent, the top level. Not together with `options.foldersFromFilesStructure`.
 */
folder?: string
/**
 * Identifier of that folder; keeps links stable when it is renamed.
 */
folderUid?: string
/**
 * Kind of provider.
 */
type?: string
/**
 * Keeps a dashboard when its file disappears.
 */
disableDeletion?: boolean
/**
 * Time between two looks at the directory.
 */
updateIntervalSeconds?: number
/**
 * Lets people save changes in the browser; the file overwrites them when it changes.
 */
allowUiUpdates?: boolean
/**
 * Organisation the dashboards belong to.
 */
orgId?: number
options?: ProviderOptions
}
/**
 * Where the files are. Needed for type `file`.
 */
export interface ProviderOptions {
/**
 * Directory with the dashboard files, read with its subdirectories.
 */
path: Path
/**
 * Makes a Grafana folder of every subdirectory. Excludes `folder` and `folderUid`.
 */
foldersFromFilesStructure?: boolean
}
/**
 * Dashboards made from this configuration; every query is limited to the tenant.
 */
export interface GeneratedDashboards {
/**
 * Whether dashboards are generated.
 */
enabled?: boolean
/**
 * Dashboards that are generated. Absent, all.
 */
include?: ("application" | "spotify" | "ai" | "latency" | "errors")[]
/**
 * Put before the identifiers of the dashboards instead of the tenant. An identifier has at most 40 characters.
 */
uid_prefix?: string
/**
 * How often open dashboards load new data.
 */
refresh?: Duration
/**
 * Language of titles and descriptions. Absent, the default locale of the tenant.
 */
locale?: Locale
metrics?: MetricNames
}
/**
 * Metrics to use instead of the usual ones, by the name of the metric they replace or their role in the panel.
 */
export interface MetricNames {
[k: string]: MetricName
}
/**
 * What this tenant adds in its own words: derived metrics, alerts and channels, without writing daemon configuration.
 */
export interface TenantSpecific {
/**
 * Tenant this section belongs to; must be the `tenant_id` of the tenant file.
 */
tenant_id?: TenantId
/**
 * Derived series, compiled to recording rules.
 */
custom_metrics?: CustomMetric[]
/**
 * Alerts of the tenant, compiled to alerting rules. The label `tenant` is added.
 */
custom_alerts?: CustomAlert[]
/**
 * Values allowed for the label `severity`, the most urgent first.
 */
severity_levels?: string[]
/**
 * Who is told, without writing Alertmanager configuration. Each channel becomes a receiver and a route before the tenant's own routes.
 */
notification_channels?: NotificationChannel[]
/**
 * Alert texts in several languages; a channel with a `locale` uses the one for it.
 */
alert_templates?: AlertText[]
/**
 * Further channels for alerts that are still firing after a while. Alertmanager knows no acknowledgement: only the end of the alert stops it.
 */
escalation?: EscalationStep[]
}
/**
 * A query whose result is stored as a new series.
 */
export interface CustomMetric {
/**
 * Name of the derived series in dashboards; may be the name of the metric it comes from. Stored as `tenant:<name>` unless `record` says otherwise.
 */
name: MetricName
/**
 * Expression whose result is stored.
 */
query: Promql
labels?: SeriesLabels
/**
 * Name the series is stored under. It must not be a name the query reads. Absent, `tenant:<name>`.
 */
record?: MetricName
/**
 * What the series means, shown in dashboards.
 */
help?: string
/**
 * Unit of the values, used for axes.
 */
unit?: string
}
/**
 * Labels of the stored series. `{{x}}` stands for a tenant variable or for a label the query keeps.
 */
export interface SeriesLabels {
[k: string]: string
}
/**
 * An alert that fires while its expression returns something.
 */
export interface CustomAlert {
/**
 * Name of the alert, its label `alertname`.
 */
name: string
/**
 * Condition. Every series it returns is one alert, so it normally ends in a comparison.
 */
expr: Promql
/**
 * How long the condition must hold before the alert fires. Absent, 5 minutes; the generator writes that out.
 */
for?: Duration
/**
 * How long the alert stays firing after its condition is gone; calms flapping. Needs Prometheus 2.42.
 */
keep_firing_for?: Duration
/**
 * Off keeps the alert in the file but does not generate it.
 */
enabled?: boolean
labels?: AlertLabels1
annotations?: Annotations1
}
/**
 * Labels of the alert; `severity` decides whom it reaches.
 */
export interface AlertLabels1 {
/**
 * Urgency of the alert, one of `tenant_specific.severity_levels`; routes and channels select by it.
 */
severity?: PrometheusTemplate
[k: string]: PrometheusTemplate | undefined
}
/**
 * Texts that travel with the alert but do not identify it; usually `summary` and `description`, and a `runbook_url`.
 */
export interface Annotations1 {
/**
 * One line that says what is wrong.
 */
summary?: PrometheusTemplate
/**
 * What is happening, with numbers, and what to do first.
 */
description?: PrometheusTemplate
/**
 * Where the instructions for this alert are.
 */
runbook_url?: PrometheusTemplate
[k: string]: PrometheusTemplate | undefined
}
/**
 * Sends e-mails; the mail server comes from `alertmanager.config.global`.
 */
export interface EMailChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Messages to e-mail addresses.
 */
type: "email"
settings: ChannelSettings
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `email`.
 */
export interface ChannelSettings {
/**
 * Recipients, as a list or as one text separated by commas.
 *
 * @minItems 1
 */
addresses: (string | Email[])
/**
 * Sender. Absent, `alertmanager.config.global.smtp_from`.
 */
from?: Email
}
/**
 * Posts to Slack; without address and token the global Slack settings are used.
 */
export interface SlackChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Messages in Slack.
 */
type: "slack"
settings: ChannelSettings1
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `slack`.
 */
export interface ChannelSettings1 {
/**
 * Address of the incoming webhook; whoever has it can post.
 */
url?: Secret
/**
 * File on the Alertmanager machine holding the address. Not together with `url`.
 */
url_file?: Path
/**
 * Bot token, the alternative to an address.
 */
token?: Secret
/**
 * Channel `#name`, user `@name` or channel id (`C…`).
 */
recipient: string
}
/**
 * Posts the alerts as JSON.
 */
export interface WebhookChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * JSON posted to an address of your choice.
 */
type: "webhook"
settings: ChannelSettings2
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `webhook`.
 */
export interface ChannelSettings2 {
/**
 * Address that gets the POST.
 */
url: Url
}
/**
 * Opens PagerDuty incidents.
 */
export interface PagerDutyChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * PagerDuty incidents.
 */
type: "pagerduty"
settings: ChannelSettings3
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `pagerduty`.
 */
export interface ChannelSettings3 {
/**
 * Integration key of a service with "Events API v2".
 */
integrationKey: Secret
/**
 * Severity of the incidents. Absent, `error`.
 */
severity?: ("critical" | "error" | "warning" | "info")
}
/**
 * Posts a card to a Microsoft Teams workflow.
 */
export interface TeamsChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Cards in Microsoft Teams.
 */
type: "teams"
settings: ChannelSettings4
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `teams`.
 */
export interface ChannelSettings4 {
/**
 * Address of the workflow; whoever has it can post.
 */
url: Secret
}
/**
 * Sends text messages; keep it for emergencies.
 */
export interface SMSChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Text messages through Amazon SNS or a gateway.
 */
type: "sms"
settings: ChannelSettings5
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `sms`.
 */
export interface ChannelSettings5 {
/**
 * Who sends the messages.
 */
provider: ("sns" | "webhook")
/**
 * Phones that get the message.
 */
phone_numbers: E164[]
/**
 * AWS region of SNS.
 */
region?: Region
/**
 * SNS topic that is published to instead of the single numbers.
 */
topic_arn?: string
/**
 * Address of the gateway, with provider `webhook`.
 */
url?: Url
}
/**
 * Opens Opsgenie alerts.
 */
export interface OpsgenieChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Opsgenie alerts.
 */
type: "opsgenie"
settings: ChannelSettings6
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `opsgenie`.
 */
export interface ChannelSettings6 {
/**
 * Key of the API integration.
 */
apiKey: Secret
/**
 * API address; EU accounts have their own. Absent, the US one.
 */
apiUrl?: Url
/**
 * Priority of the alerts. Absent, Opsgenie uses `P3`.
 */
priority?: ("P1" | "P2" | "P3" | "P4" | "P5")
}
/**
 * Sends messages from a Telegram bot.
 */
export interface TelegramChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Messages from a Telegram bot.
 */
type: "telegram"
settings: ChannelSettings7
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `telegram`.
 */
export interface ChannelSettings7 {
/**
 * Token of the bot.
 */
bottoken: Secret
/**
 * Chat that gets the messages; groups have negative numbers.
 */
chatid: (number | string)
}
/**
 * Posts to a Discord webhook.
 */
export interface DiscordChannel {
/**
 * Name of the channel, which escalations, audit and deployment settings refer to. Unique.
 */
name: ChannelName
/**
 * Messages in Discord.
 */
type: "discord"
settings: ChannelSettings8
/**
 * Alerts of these severities go to the channel. Absent, all of them.
 */
severities?: ChannelSeverities
/**
 * Whether a message also goes out when the alerts are over. Absent, as usual for the kind of receiver.
 */
send_resolved?: boolean
/**
 * Language of the texts, chosen from `alert_templates`.
 */
locale?: Locale
/**
 * The only times in which the channel is used. Absent, always.
 */
active_time_intervals?: string[]
}
/**
 * Settings of a channel of type `discord`.
 */
export interface ChannelSettings8 {
/**
 * Address of the webhook; whoever has it can post.
 */
url: Secret
}
/**
 * One text in all languages.
 */
export interface AlertText {
/**
 * Names the text; the generated templates carry it.
 */
name: string
/**
 * Kinds of channel the text is for. Absent, all.
 */
channels?: ChannelType[]
texts: Texts
}
/**
 * Title and body by locale. Each supported locale of the tenant should be there.
 */
export interface Texts {
[k: string]: LocalisedText
}
/**
 * Title and body in one language.
 */
export interface LocalisedText {
/**
 * Title or subject line.
 */
title: AlertmanagerTemplate
/**
 * Text of the message.
 */
body: AlertmanagerTemplate
}
/**
 * Adds channels after a time.
 */
export interface EscalationStep {
/**
 * Severity the step is for.
 */
severity: string
/**
 * Time since the alert began firing. Compiled to the `group_wait` of an extra route.
 */
after: Duration
/**
 * Channels that are told then.
 */
channels: string[]
}
/**
 * Distributed tracing with OpenTelemetry: where spans go, which are kept, and how metrics link to them.
 */
export interface Tracing {
/**
 * Whether tracing is configured for the tenant.
 */
enabled?: boolean
/**
 * Backend that stores the traces.
 */
provider?: ("jaeger" | "otlp" | "tempo" | "zipkin")
/**
 * Address spans are sent to: `host:port` or a URL. Usual ports are 4317 for `grpc` and 4318 for `http/protobuf`; the Jaeger agent ports 6831 and 6832 no longer exist.
 */
endpoint: string
/**
 * Protocol spoken with the endpoint.
 */
protocol?: ("grpc" | "http/protobuf")
/**
 * Sends spans without TLS. They often hold personal data, so not in production.
 */
insecure?: boolean
headers?: Headers1
/**
 * Trust and client certificate for the connection to the endpoint.
 */
tls_config?: TlsConfig
/**
 * Which traces are kept at the source.
 */
sampler?: ("always_on" | "always_off" | "traceidratio" | "parentbased_always_on" | "parentbased_always_off" | "parentbased_traceidratio" | "jaeger_remote" | "parentbased_jaeger_remote")
/**
 * Share of traces kept, from 0 to 1. Mandatory with a `traceidratio` sampler.
 */
sampler_arg?: number
/**
 * Headers by which services pass the trace on.
 */
propagators?: ("tracecontext" | "baggage" | "b3" | "b3multi" | "jaeger" | "xray" | "ottrace" | "none")[]
resource_attributes?: ResourceAttributes
collector?: Collector
/**
 * Derives request rate, errors and duration from spans; the latency dashboard then shows them.
 */
span_metrics?: boolean
/**
 * Links metrics to traces through exemplars.
 */
exemplars?: boolean
prometheus?: TracingOfPrometheus
/**
 * How long the backend keeps traces.
 */
retention?: Duration
/**
 * Address at which traces are searched; data sources and links use it.
 */
query_url?: Url
}
/**
 * Headers sent with the spans, for example an access token.
 */
export interface Headers1 {
[k: string]: Secret
}
/**
 * Attributes of every span. `service.name`, `deployment.environment` and `tenant.id` are added.
 */
export interface ResourceAttributes {
[k: string]: string | number | boolean
}
/**
 * Settings of the OpenTelemetry collector between the services and the backend.
 */
export interface Collector {
batch?: Batching
/**
 * The collector refuses data when it needs more memory than this.
 */
memory_limit_mib?: number
tail_sampling?: TailSampling
}
/**
 * How spans are put together before they are sent.
 */
export interface Batching {
/**
 * A batch is sent after this time even when it is not full.
 */
timeout?: Duration
/**
 * A batch is sent when it has this many spans.
 */
send_batch_size?: number
}
/**
 * Decides about whole traces after they are complete.
 */
export interface TailSampling {
/**
 * Time to wait for the spans of a trace before deciding.
 */
decision_wait?: Duration
/**
 * A trace is kept when one of the policies says so.
 */
policies?: SamplingPolicy[]
}
/**
 * One reason to keep a trace. Further settings of the type are passed on unchanged.
 */
export interface SamplingPolicy {
/**
 * Names the policy.
 */
name: string
/**
 * What the policy looks at.
 */
type?: ("latency" | "status_code" | "probabilistic" | "string_attribute")
latency?: Latency
status_code?: Status
probabilistic?: Share
string_attribute?: Attribute
[k: string]: unknown
}
/**
 * Settings of type `latency`.
 */
export interface Latency {
/**
 * Traces at least this long are kept.
 */
threshold_ms?: number
[k: string]: unknown
}
/**
 * Settings of type `status_code`.
 */
export interface Status {
/**
 * Results that are kept.
 */
status_codes?: ("OK" | "ERROR" | "UNSET")[]
[k: string]: unknown
}
/**
 * Settings of type `probabilistic`.
 */
export interface Share {
/**
 * Share of traces kept.
 */
sampling_percentage?: number
[k: string]: unknown
}
/**
 * Settings of type `string_attribute`.
 */
export interface Attribute {
/**
 * Attribute that is compared.
 */
key?: string
/**
 * Values that are kept.
 */
values?: string[]
[k: string]: unknown
}
/**
 * Traces of Prometheus itself, sent to the same endpoint.
 */
export interface TracingOfPrometheus {
/**
 * Share of its operations Prometheus traces, from 0 to 1. Absent, none.
 */
sampling_fraction?: number
}
