// Generated from schemas/draft-07/environment.schema.json by scripts/generate-schemas.ts. Do not edit.


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
 * Name of an environment. `dev` and `prod` are short spellings of `development` and `production`; more names come from the setting `tenantConfig.extraEnvironments`.
 */
export type EnvironmentName = ("development" | "staging" | "production" | "test" | "dev" | "prod")
/**
 * A region of the cloud provider.
 */
export type Region = string
/**
 * An amount of memory or storage: a number with `B`, or with `K M G T P`, optionally followed by `i` and `B`.
 */
export type Size = string
/**
 * A Prometheus duration (`5m`), a whole number of seconds (`300`) or an ISO 8601 duration (`PT5M`).
 */
export type ExtendedDuration = (number | string)
/**
 * A PromQL expression.
 */
export type Promql = string
/**
 * A cron expression of five fields (minute, hour, day of month, month, day of week), or `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`.
 */
export type Cron = string
/**
 * A time zone of the IANA database.
 */
export type TimeZone = string
/**
 * A TCP or UDP port number.
 */
export type Port = number
/**
 * An IPv4 or IPv6 prefix in CIDR notation.
 */
export type Cidr = string
/**
 * IP protocol a rule lets through.
 */
export type SecurityProtocol = ("tcp" | "udp" | "icmp" | "icmpv6" | "all" | "-1" | -1)
/**
 * A port number, an ICMP type or code, or `-1` for every one.
 */
export type SecurityPort = number
/**
 * An address, a prefix, `sg:` and the name of a security group, `self` for the group itself, or a list of these.
 */
export type SecurityPeer = (string | string[])
/**
 * An absolute `http` or `https` address.
 */
export type Url = string
/**
 * The least severe entries that are still written.
 */
export type LogLevel = ("DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL")
/**
 * A single IP address, or a prefix in CIDR notation.
 */
export type IpCidr = string
/**
 * A legal or industry regime that applies.
 */
export type Framework = ("gdpr" | "ccpa" | "hipaa" | "sox" | "iso27001" | "pci_dss" | "pci" | "soc2" | "lgpd" | "uk_gdpr" | "coppa")
/**
 * Provider and account the environment runs at, its regions, and what takes over on failure.
 */
export type Cloud = (AWS | GoogleCloud | Azure | OnPremises)
/**
 * Regions in use at a provider.
 */
export type CloudRegions = CloudRegion[]
/**
 * A further provider with its account and regions.
 */
export type SecondaryCloud = (AWSSecondary | GoogleCloudSecondary | AzureSecondary | OnPremisesSecondary)
/**
 * Further providers used beside the main one.
 */
export type SecondaryClouds = SecondaryCloud[]
/**
 * A Prometheus duration: whole numbers with the units `y w d h m s ms`, largest first, each at most once. `m` is minutes.
 */
export type Duration = string
/**
 * A secret. Write a reference to it, never the value itself: `vault:path#key`, `aws-sm:name#key`, `gcp-sm:project/name#version`, `azure-kv:vault/name`, `k8s:namespace/secret#key`, `file:/path` or `${env:NAME}`.
 */
export type Secret = string

/**
 * The infrastructure of one environment of a tenant: servers, network, databases, storage, messaging, platform monitoring and security. A tenant has one such file per environment.
 */
export interface EnvironmentFile {
/**
 * Keys of your own; kept and ignored.
 */
[k: `x-${string}`]: unknown
/**
 * Names the schema this file follows, for editors that look for it. `tenant-config:environment` also fixes the kind of the file.
 */
$schema?: SchemaUri
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
schema_version?: SchemaVersion
/**
 * Tenant this environment belongs to. Only needed when the file does not stand in that tenant's folder.
 */
tenant_id?: TenantId
environment: Environment
infrastructure: Infrastructure
databases: Databases
storage: Storage
messaging?: Messaging
monitoring: PlatformMonitoring
security: PlatformSecurity
feature_flags?: FeatureFlags
compliance?: Compliance
/**
 * Provider and account the environment runs at, its regions, and what takes over on failure.
 */
cloud?: Cloud
mlops?: MachineLearningOperations
edge?: EdgeComputing
}
/**
 * Which environment this file describes, its service level and its place.
 */
export interface Environment {
/**
 * The one environment described here. The tenant file should list and enable the same environment; `dev` and `prod` mean the same as their long spellings. Rules for production apply when this is `production` or `prod`.
 */
name: EnvironmentName
/**
 * Free text for people: what the environment is for, who may use it.
 */
description?: string
/**
 * Service level promised for this environment.
 */
tier: ("basic" | "standard" | "premium" | "enterprise")
/**
 * Home region of everything below that names no region of its own. Must be among `compliance.data_residency.regions` unless transfers across borders are allowed.
 */
region: Region
/**
 * Main zone inside the region. One zone is a single point of failure in production; spread servers with `zones` and subnets instead.
 */
availability_zone?: string
tags?: Tags
}
/**
 * Key and value pairs put on every resource, typically for cost reports and ownership.
 */
export interface Tags {
/**
 * Value of the tag.
 */
[k: string]: string
}
/**
 * Servers and the network between them.
 */
export interface Infrastructure {
compute?: Compute
networking?: Networking
}
/**
 * Server groups and the load balancer in front of them.
 */
export interface Compute {
/**
 * Groups of servers, one entry per role such as web or worker.
 */
instances?: ServerGroup[]
load_balancer?: LoadBalancer
}
/**
 * A group of equal servers: size of each, how many, and where.
 */
export interface ServerGroup {
/**
 * Names the group; other settings and the outline use it. Must be unique in the list.
 */
name: string
/**
 * Machine type as the cloud provider spells it.
 */
type: string
/**
 * Processor cores of one server, fractions allowed.
 */
cpu?: number
/**
 * Memory of one server.
 */
memory?: Size
/**
 * Local disk of one server. Data that must survive the server belongs on a volume or in a bucket.
 */
storage?: Size
/**
 * Fewest servers kept running. `0` lets the group go to sleep, which suits test environments; production wants at least 2.
 */
min_instances: number
/**
 * Most servers the group may grow to, and with it the ceiling of the bill. Not below `min_instances`.
 */
max_instances: number
/**
 * Availability zones the servers are spread over. All of them must belong to the region.
 *
 * Items: An availability zone of the region.
 */
zones?: string[]
/**
 * Uses spare capacity that the provider may take back at short notice: cheaper, but only for work that tolerates interruption.
 */
spot?: boolean
auto_scaling?: AutoScaling
}
/**
 * When the group grows and shrinks between `min_instances` and `max_instances`.
 */
export interface AutoScaling {
/**
 * Lets the group follow its load. When `false` it stays at its current size.
 */
enabled?: boolean
/**
 * Average CPU use of the group above which a server is added. Values below 20 or above 95 rarely do anything useful.
 */
cpu_threshold?: number
/**
 * Average memory use of the group above which a server is added.
 */
memory_threshold?: number
/**
 * Pause after growing before the group may grow again; it should cover the time a new server needs to take load.
 */
scale_up_cooldown?: ExtendedDuration
/**
 * Pause after a change before the group may shrink. Keep it longer than `scale_up_cooldown`, otherwise the group grows and shrinks in turns.
 */
scale_down_cooldown?: ExtendedDuration
/**
 * Further load signals besides CPU and memory, each a query with the value to hold.
 */
custom_metrics?: ScalingMetric[]
/**
 * Planned sizes for known peaks and quiet hours. A schedule replaces the limits of the group from its moment until the next schedule fires.
 */
schedules?: ScalingSchedule[]
}
/**
 * A PromQL query and the value the group is sized to keep it at.
 */
export interface ScalingMetric {
/**
 * PromQL expression that returns a single number for the group.
 */
query: Promql
/**
 * Value the query should stay at; above it the group grows.
 */
target: number
}
/**
 * New size limits from a moment on.
 */
export interface ScalingSchedule {
/**
 * When the new limits take effect, read in `timezone`.
 */
cron: Cron
/**
 * Fewest servers from then on; `0` stops the group.
 */
min?: number
/**
 * Most servers from then on. Not below `min`.
 */
max?: number
/**
 * Time zone of `cron`. Name one when the schedule follows office hours, so that it moves with daylight saving time.
 */
timezone?: TimeZone
}
/**
 * Entry point that spreads requests over healthy servers.
 */
export interface LoadBalancer {
/**
 * Puts a load balancer in front of the servers.
 */
enabled?: boolean
/**
 * Kind of load balancer.
 */
type?: ("application" | "network" | "classic" | "gateway")
health_check?: HealthCheck
/**
 * Ports that are open to callers.
 */
listeners?: Listener[]
}
/**
 * Probe that decides which servers receive traffic.
 */
export interface HealthCheck {
/**
 * Path requested on each server. Must start with `/` and should not need a login.
 */
path?: string
/**
 * Time between two probes of the same server.
 */
interval?: ExtendedDuration
/**
 * How long one probe may take before it counts as failed. Must be shorter than `interval`.
 */
timeout?: ExtendedDuration
/**
 * Successful probes in a row until a server gets traffic.
 */
healthy_threshold?: number
/**
 * Failed probes in a row until a server stops getting traffic.
 */
unhealthy_threshold?: number
/**
 * Port that is probed. When absent, the port that receives the traffic.
 */
port?: Port
/**
 * Protocol of the probe. A bare TCP probe only shows that something is listening, not that it works.
 */
protocol?: string
/**
 * Response codes that count as healthy: one code, a range or a comma-separated list.
 */
matcher?: (number | string)
}
/**
 * One open port and how its traffic is treated.
 */
export interface Listener {
/**
 * Port callers connect to.
 */
port: Port
/**
 * Protocol spoken on the port.
 */
protocol: ("HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP")
/**
 * Certificate presented to callers: its identifier at the provider. Needed for `HTTPS` and `TLS`.
 */
certificate?: string
/**
 * Answers every request with a redirect to HTTPS. For the `HTTP` listener on port 80.
 */
redirect_https?: boolean
}
/**
 * Address space, its slices, the way out, neighbours and the rules between servers.
 */
export interface Networking {
vpc?: VirtualNetwork
/**
 * Slices of the network. Each lies inside `vpc.cidr`; none may overlap another or a peering.
 */
subnets?: Subnet[]
nat?: OutboundGateway
/**
 * Networks connected directly to this one.
 */
peerings?: Peering[]
/**
 * Named sets of stateful rules that are attached to servers.
 */
security_groups?: SecurityGroup[]
}
/**
 * The private network everything below lives in.
 */
export interface VirtualNetwork {
/**
 * IPv4 address range. Choose a private one that no peered network uses; it can hardly be changed later.
 */
cidr?: Cidr
/**
 * IPv6 address range, when the network is dual-stack.
 */
ipv6_cidr?: Cidr
/**
 * Gives servers with public addresses a DNS name. Needs `enable_dns_support`.
 */
enable_dns_hostnames?: boolean
/**
 * Answers DNS questions inside the network.
 */
enable_dns_support?: boolean
/**
 * Records which connections were accepted and refused. Expected in production, where an incident can not be traced without them.
 */
flow_logs?: boolean
}
/**
 * A slice of the address range in one zone, with its exposure.
 */
export interface Subnet {
/**
 * Names the slice. Must be unique in the list.
 */
name?: string
/**
 * How far the slice can be reached.
 */
type?: ("public" | "private" | "isolated")
/**
 * Address range of the slice, part of `vpc.cidr`.
 */
cidr?: Cidr
/**
 * Zone the slice is in. Use at least two zones in production.
 */
availability_zone?: string
}
/**
 * The way private subnets reach the internet.
 */
export interface OutboundGateway {
/**
 * Creates the gateway. Without it, servers in private subnets can not download updates or call outside services.
 */
enabled?: boolean
/**
 * One gateway in each zone instead of a shared one: survives the loss of a zone, costs more.
 */
per_zone?: boolean
}
/**
 * A neighbouring network.
 */
export interface Peering {
/**
 * Names the neighbour.
 */
name: string
/**
 * Address range of the neighbour. Overlapping ranges can not be routed.
 */
cidr: Cidr
}
/**
 * Rules for the traffic of the servers that carry this group. Answers to permitted connections always pass.
 */
export interface SecurityGroup {
/**
 * Names the group; rules refer to it as `sg:<name>`. Must be unique in the list.
 */
name?: string
/**
 * What the servers in this group have in common.
 */
description?: string
/**
 * Connections servers of this group accept. Everything not listed is refused.
 */
ingress_rules?: IngressRule[]
/**
 * Connections servers of this group may open. What happens without a list is up to the provider; AWS then allows everything.
 */
egress_rules?: EgressRule[]
}
/**
 * Connections that are accepted.
 */
export interface IngressRule {
/**
 * IP protocol the rule lets through.
 */
protocol?: SecurityProtocol
/**
 * First port of the range; the ICMP type for `icmp` and `icmpv6`. `-1` means every type, and goes with protocol `all`.
 */
from_port?: SecurityPort
/**
 * Last port of the range, equal to `from_port` for a single port; the ICMP code for `icmp` and `icmpv6`.
 */
to_port?: SecurityPort
/**
 * Who may connect: an address, a prefix, `sg:` and a security group, `self`, or a list of these. `0.0.0.0/0` and `::/0` open the ports to the whole internet.
 */
source?: SecurityPeer
/**
 * Why the rule exists, for the next person who reads it.
 */
description?: string
}
/**
 * Connections that may be opened.
 */
export interface EgressRule {
/**
 * IP protocol the rule lets through.
 */
protocol?: SecurityProtocol
/**
 * First port of the range; the ICMP type for `icmp` and `icmpv6`. `-1` means every type, and goes with protocol `all`.
 */
from_port?: SecurityPort
/**
 * Last port of the range, equal to `from_port` for a single port; the ICMP code for `icmp` and `icmpv6`.
 */
to_port?: SecurityPort
/**
 * Where connections may go: an address, a prefix, `sg:` and a security group, `self`, or a list of these.
 */
destination?: SecurityPeer
/**
 * Why the rule exists, for the next person who reads it.
 */
description?: string
}
/**
 * The main database, its copies for reading, and the cache.
 */
export interface Databases {
primary: PrimaryDatabase
/**
 * Copies that serve reads. They lag behind the primary, so a value just written may not be visible there yet.
 */
read_replicas?: ReadReplica[]
cache?: CacheCluster
}
/**
 * The database that takes all writes.
 */
export interface PrimaryDatabase {
/**
 * Database product.
 */
engine: ("postgresql" | "mysql" | "mariadb" | "oracle" | "mssql" | "mongodb" | "aurora-postgresql" | "aurora-mysql")
/**
 * Engine version, in quotes: unquoted, `15.10` is read as the number 15.1.
 */
version: string
/**
 * Machine type of the database as the provider spells it.
 */
instance_class: string
/**
 * Disk space at the start. Most providers can enlarge it later but never shrink it.
 */
allocated_storage?: number
/**
 * Size up to which the disk grows by itself. Not below `allocated_storage`; when absent it does not grow.
 */
max_allocated_storage?: number
/**
 * Kind of disk.
 */
storage_type?: ("standard" | "gp2" | "gp3" | "io1" | "io2")
/**
 * Disk operations per second that are reserved. Required with `io1` and `io2`, not possible with `standard` and `gp2`.
 */
iops?: number
/**
 * Keeps a standby in a second zone that takes over on failure. Expected in production; it does not serve reads.
 */
multi_az?: boolean
/**
 * Encrypts the disk and its backups. On most services this can only be chosen at creation.
 */
encrypted?: boolean
/**
 * Most connections the server accepts. The connection pools of all tenants on this server together have to stay below it.
 */
max_connections?: number
backup?: Backup
monitoring?: DatabaseMonitoring
}
/**
 * Automatic copies and the hours for service work.
 */
export interface Backup {
/**
 * Days automatic backups are kept. `0` turns them off, and point-in-time recovery with them.
 */
retention_period?: number
/**
 * Daily time span in UTC in which the backup runs, at least 30 minutes, outside `maintenance_window`.
 */
backup_window?: string
/**
 * Weekly time span in UTC for patches and restarts, at least 30 minutes, outside `backup_window`.
 */
maintenance_window?: string
/**
 * Keeps the transaction log so that any moment within `retention_period` can be restored. Needs a retention above 0.
 */
point_in_time_recovery?: boolean
/**
 * Second region that receives a copy of every backup. Counts as a transfer for the data residency rules.
 */
cross_region_copy?: Region
}
/**
 * What the provider measures inside the database.
 */
export interface DatabaseMonitoring {
/**
 * Collects the basic figures: CPU, connections, disk.
 */
enabled?: boolean
/**
 * Adds figures of the operating system at intervals of seconds.
 */
enhanced_monitoring?: boolean
/**
 * Adds an analysis of load by query and wait reason.
 */
performance_insights?: boolean
}
/**
 * One copy for reading.
 */
export interface ReadReplica {
/**
 * Names the copy. Must be unique in the list.
 */
identifier?: string
/**
 * Machine type of the copy. One much smaller than the primary falls behind under load.
 */
instance_class?: string
/**
 * Region of the copy, when it differs from that of the environment. Counts for the data residency rules.
 */
region?: Region
/**
 * Zone of the copy, inside its region.
 */
availability_zone?: string
}
/**
 * In-memory store in front of the database.
 */
export interface CacheCluster {
/**
 * Cache product. Should match the cache the tenant file expects.
 */
engine?: ("redis" | "memcached" | "valkey")
/**
 * Engine version, in quotes so that it is not read as a number.
 */
version?: string
/**
 * Machine type of a node as the provider spells it.
 */
node_type?: string
/**
 * Number of nodes. With a replication group the size follows from its shards and copies instead.
 */
num_cache_nodes?: number
/**
 * Encrypts the data on the nodes and the traffic between them.
 */
encrypted?: boolean
replication_group?: ReplicationGroup
}
/**
 * Shards of the key space and copies of each shard. Not for `memcached`.
 */
export interface ReplicationGroup {
/**
 * Turns sharding and replication on.
 */
enabled?: boolean
/**
 * Number of shards the keys are spread over.
 */
num_node_groups?: number
/**
 * Copies of each shard. `0` means that the loss of a node loses its keys.
 */
replicas_per_node_group?: number
}
/**
 * Object stores and disks.
 */
export interface Storage {
object_storage?: ObjectStorage
block_storage?: BlockStorage
}
/**
 * Where the buckets live, and the buckets.
 */
export interface ObjectStorage {
/**
 * Service that holds the buckets; decides which storage class names are valid.
 */
provider?: ("s3" | "gcs" | "azure_blob" | "minio")
/**
 * Storage account the containers belong to; used by `azure_blob`.
 */
account?: string
/**
 * Address of the service when it is not the provider's own; used by `minio`.
 */
endpoint?: Url
/**
 * Buckets of this environment.
 */
buckets?: Bucket[]
}
/**
 * One bucket (container at Azure): what it holds and how that is protected.
 */
export interface Bucket {
/**
 * Name at the provider. On S3 and GCS nobody else in the world may use the same one, so start with the company. Must be unique in the list.
 */
name?: string
/**
 * What the bucket holds; decides which protections are expected.
 */
purpose?: ("uploads" | "backups" | "logs" | "static" | "media" | "models" | "audit")
/**
 * Class new objects are stored in. Names depend on the provider: `STANDARD`, `STANDARD_IA` … on S3, `STANDARD`, `NEARLINE` … on GCS, `Hot`, `Cool` … on Azure.
 */
storage_class?: string
/**
 * Keeps old versions when objects are overwritten or deleted. Old versions cost until `noncurrent_expiration_days` removes them.
 */
versioning?: boolean
encryption?: BucketEncryption
/**
 * Lets anyone read without signing in. Only for files meant for everybody.
 */
public_access?: boolean
/**
 * Days during which nobody can change or delete an object, administrators included. On S3 it needs versioning, and shortening it later may not be possible.
 */
object_lock_days?: number
lifecycle_policy?: Lifecycle
}
/**
 * Encryption on the provider's side.
 */
export interface BucketEncryption {
/**
 * Encrypts new objects; those already stored stay as they are.
 */
enabled?: boolean
/**
 * Key to encrypt with. When absent, `security.encryption.kms_key_id`, else the provider's own key. Tenants should not share a key.
 */
kms_key_id?: string
}
/**
 * How objects age: into cheaper classes, then deletion.
 */
export interface Lifecycle {
/**
 * Moves to cheaper classes, earliest first.
 */
transitions?: Transition[]
expiration?: Expiration
/**
 * Days an overwritten or deleted version is kept. Without it a versioned bucket only grows.
 */
noncurrent_expiration_days?: number
/**
 * Days after which unfinished multi-part uploads are thrown away. They cost storage but are invisible in listings.
 */
abort_multipart_days?: number
}
/**
 * A move to another storage class at a certain age.
 */
export interface Transition {
/**
 * Age of the object at the move. Below 30 days, `STANDARD_IA` and `ONEZONE_IA` of S3 save nothing.
 */
days: number
/**
 * Class to move to, colder than the one before. Archive classes bill a minimum of 90 or 180 days.
 */
storage_class: string
/**
 * Only objects whose key starts with this text. When absent, all objects.
 */
prefix?: string
}
/**
 * Deletion of current objects at a certain age.
 */
export interface Expiration {
/**
 * Age at which an object is deleted. Must be later than the last transition.
 */
days: number
}
/**
 * Disks that outlive the server they are attached to.
 */
export interface BlockStorage {
/**
 * Disks of this environment.
 */
volumes?: Volume[]
}
/**
 * One disk.
 */
export interface Volume {
/**
 * Names the disk. Must be unique in the list.
 */
name?: string
/**
 * Capacity. Usually it can be enlarged, never reduced.
 */
size?: Size
/**
 * Kind of disk.
 */
type?: ("standard" | "gp2" | "gp3" | "io1" | "io2")
/**
 * Disk operations per second that are reserved. Meant for `io1`, `io2` and `gp3`.
 */
iops?: number
/**
 * Encrypts the disk and its snapshots.
 */
encrypted?: boolean
/**
 * When snapshots are taken: `daily`, `weekly`, `monthly`, or a cron expression of five fields. When absent, none are taken.
 */
snapshot_schedule?: string
}
/**
 * Queues, dead-letter queues and topics.
 */
export interface Messaging {
/**
 * Queues of this environment.
 */
queues?: Queue[]
/**
 * Topics of this environment: one message, many receivers.
 */
topics?: Topic[]
}
/**
 * Messages waiting for a worker, and what happens to those that fail.
 */
export interface Queue {
/**
 * Name at the broker. Must be unique in the list; SQS allows 80 characters, and FIFO queues there end in `.fifo`.
 */
name?: string
/**
 * Broker that holds the queue; its limits apply to the settings below.
 */
type?: ("sqs" | "rabbitmq" | "kafka" | "redis" | "nats" | "azure_service_bus" | "gcp_pubsub")
/**
 * Moves messages that fail too often to a dead-letter queue. Without it they are retried until they expire, or lost.
 */
dlq_enabled?: boolean
/**
 * Deliveries of the same message before it counts as failed and goes to the dead-letter queue. `1` leaves no room for a passing error.
 */
max_receive_count?: number
/**
 * Time a message stays hidden from other workers while one processes it. Shorter than the work takes means that messages are processed twice.
 */
visibility_timeout?: ExtendedDuration
/**
 * How long an unread message is kept before it disappears. Longer than `visibility_timeout`.
 */
message_retention?: ExtendedDuration
/**
 * Delivers messages in the order they came in, each once, at lower throughput.
 */
fifo?: boolean
/**
 * Number of partitions, the limit for workers that read in parallel. Kafka can add partitions but not remove them.
 */
partitions?: number
/**
 * Copies of each partition on different brokers; not above the number of brokers.
 */
replication_factor?: number
dlq?: DeadLetterQueue
}
/**
 * Where failed messages wait, from when on that is an alarm, and how they return.
 */
export interface DeadLetterQueue {
/**
 * Names the dead-letter queue. Subscriptions may use it as well.
 */
name?: string
/**
 * How long failed messages are kept. Keep it longer than that of the queue: on SQS the age counts from the first send.
 */
message_retention?: ExtendedDuration
/**
 * Number of waiting messages from which somebody should be told.
 */
alert_threshold?: number
/**
 * How failed messages get back into the queue.
 */
redrive?: ("manual" | "auto")
}
/**
 * A channel that hands each message to all its subscriptions.
 */
export interface Topic {
/**
 * Name at the broker. Must be unique in the list.
 */
name?: string
/**
 * Service that holds the topic.
 */
type?: ("sns" | "kafka" | "eventbridge" | "gcp_pubsub")
/**
 * Who receives the messages.
 */
subscriptions?: Subscription[]
}
/**
 * One receiver of the topic.
 */
export interface Subscription {
/**
 * How messages are delivered; decides what `endpoint` looks like.
 */
protocol?: ("email" | "http" | "https" | "sqs" | "sms" | "lambda" | "kafka")
/**
 * Where messages go: an e-mail address, a URL, an ARN or a phone number with `+`, as `protocol` demands.
 */
endpoint?: string
filter_policy?: FilterPolicy
/**
 * Queue that takes messages this receiver could not be given: the name of a queue or dead-letter queue above.
 */
dlq?: string
}
/**
 * Conditions on message attributes; only matching messages are delivered. Passed on to the service unchanged.
 */
export interface FilterPolicy {
[k: string]: unknown
}
/**
 * What the platform itself collects. Scrape jobs, alerts and dashboards are in the monitoring file.
 */
export interface PlatformMonitoring {
metrics?: PlatformMetrics
logging?: PlatformLogging
alerting?: PlatformAlerting
}
/**
 * Where figures of the infrastructure go.
 */
export interface PlatformMetrics {
/**
 * System that stores the figures. Should agree with the monitoring file when that one enables Prometheus.
 */
provider?: ("cloudwatch" | "prometheus" | "datadog" | "newrelic")
/**
 * Days the figures are kept.
 */
retention_days?: number
/**
 * Figures published in addition to the provider's own.
 */
custom_metrics?: PlatformMetric[]
}
/**
 * A figure of your own at the metrics provider.
 */
export interface PlatformMetric {
/**
 * How the provider lists the figure, in the provider's own spelling.
 */
name?: string
/**
 * Group the provider files it under.
 */
namespace?: string
dimensions?: Dimensions
}
/**
 * Keys and values that tell the series of the figure apart. Every combination is billed as a metric of its own.
 */
export interface Dimensions {
/**
 * Value of the dimension.
 */
[k: string]: string
}
/**
 * Where logs of the infrastructure go.
 */
export interface PlatformLogging {
/**
 * System that stores or forwards the logs.
 */
provider?: ("cloudwatch" | "elasticsearch" | "splunk" | "fluentd" | "loki" | "opensearch")
/**
 * Groups of logs with a lifetime of their own.
 */
log_groups?: LogGroup[]
}
/**
 * Logs that share lifetime and verbosity.
 */
export interface LogGroup {
/**
 * Names the group. Must be unique in the list.
 */
name?: string
/**
 * Days entries are kept. Logs with personal data should not outlive the retention the tenant file promises.
 */
retention_days?: number
/**
 * Least severe entries that are kept.
 */
log_level?: LogLevel
}
/**
 * Who hears about alarms of the platform.
 */
export interface PlatformAlerting {
/**
 * System that raises and delivers the alarms.
 */
provider?: ("cloudwatch" | "prometheus" | "pagerduty" | "opsgenie")
/**
 * Where alarms are sent, by severity.
 */
notification_channels?: PlatformChannel[]
}
/**
 * One destination for alarms.
 */
export interface PlatformChannel {
/**
 * How the message travels.
 */
type?: ("email" | "slack" | "webhook" | "sms" | "pagerduty")
/**
 * Address, URL, phone number or integration, as `type` demands. Webhook addresses that contain a token are secrets: write a reference.
 */
endpoint?: string
/**
 * Severities this destination hears about. An alarm of a severity no destination lists reaches nobody.
 *
 * Items: A severity of a platform alarm.
 */
severity?: ("critical" | "high" | "medium" | "low")[]
}
/**
 * Cloud keys, machine identities and protection at the edge.
 */
export interface PlatformSecurity {
encryption?: Encryption
access_control?: MachineIdentities
network_security?: EdgeProtection
}
/**
 * Protection of stored and moving data. Must agree with the tenant and security files.
 */
export interface Encryption {
/**
 * Encrypts disks, buckets and backups. Required in production.
 */
at_rest?: boolean
/**
 * Encrypts connections between services.
 */
in_transit?: boolean
/**
 * Key of the provider's key service used where no other is named. Tenants should not share a key.
 */
kms_key_id?: string
}
/**
 * Rights of services and servers. Rights of people are in the security file.
 */
export interface MachineIdentities {
/**
 * Roles that servers and functions take on at the cloud provider.
 */
iam_roles?: CloudRole[]
/**
 * Accounts that programs sign in with.
 */
service_accounts?: ServiceAccount[]
}
/**
 * A role and the policies attached to it.
 */
export interface CloudRole {
/**
 * Name of the role at the provider. Must be unique in the list and should not be shared by tenants.
 */
name?: string
/**
 * Policies attached to the role: names or ARNs. Prefer several narrow ones to one broad one.
 *
 * Items: A policy, by name or ARN.
 */
policies?: string[]
}
/**
 * An account of a program and its permissions.
 */
export interface ServiceAccount {
/**
 * Name of the account. Must be unique in the list.
 */
name?: string
/**
 * Permissions granted, spelled as the platform does.
 *
 * Items: A permission of the platform.
 */
permissions?: string[]
}
/**
 * What stands between the internet and the load balancer.
 */
export interface EdgeProtection {
/**
 * Filters requests with a web application firewall. Its rules are in the security file. Required in production.
 */
waf_enabled?: boolean
/**
 * Turns on the provider's protection against floods of traffic.
 */
ddos_protection?: boolean
/**
 * @deprecated
 * Earlier spelling of `ip_allowlist`: addresses and prefixes that may connect. Use one of the two, not both.
 *
 * Items: A permitted address or prefix.
 */
ip_whitelist?: IpCidr[]
/**
 * Addresses and prefixes that may connect. When absent, everybody may; an entry `0.0.0.0/0` makes the list pointless.
 *
 * Items: A permitted address or prefix.
 */
ip_allowlist?: IpCidr[]
}
/**
 * Switches that turn functions on for some or all users without a deployment.
 */
export interface FeatureFlags {
/**
 * System that answers whether a flag is on.
 */
provider?: ("launchdarkly" | "split" | "flagsmith" | "internal")
/**
 * Flags known in this environment.
 */
flags?: FeatureFlag[]
}
/**
 * One switch and who gets the function.
 */
export interface FeatureFlag {
/**
 * Key the application asks for. Must be unique in the list.
 */
name?: string
/**
 * Main switch. While off, percentage and conditions mean nothing.
 */
enabled?: boolean
/**
 * Share of users who get the function. The same user always gets the same answer.
 */
rollout_percentage?: number
/**
 * Who gets the function, as comparisons on the user or the request.
 */
conditions?: FlagCondition[]
/**
 * Date by which the flag should be gone from code and configuration.
 */
expires?: string
}
/**
 * A comparison on an attribute of the user or request.
 */
export interface FlagCondition {
/**
 * Attribute that is compared.
 */
attribute?: string
/**
 * How it is compared, spelled as the flag provider does.
 */
operator?: string
/**
 * What it is compared with: a text, number, boolean, or a list for operators such as `in`.
 */
value?: {
[k: string]: unknown
}
}
/**
 * Regimes that apply, where data may live and how long traces stay.
 */
export interface Compliance {
/**
 * Laws and standards this environment is held to. Keep the list equal to that of the security file.
 *
 * Items: A legal or industry regime that applies.
 */
frameworks?: Framework[]
data_residency?: DataResidency
audit_logging?: AuditLogging
}
/**
 * Where data may be stored and processed.
 */
export interface DataResidency {
/**
 * Regions where data may live. Every region in this file, including replicas and backup copies, is checked against the list.
 *
 * Items: A region where data may live.
 */
regions?: Region[]
/**
 * Permits regions outside the list. Only with a legal basis for the transfer.
 */
cross_border_transfer?: boolean
}
/**
 * Traces of who did what on the platform.
 */
export interface AuditLogging {
/**
 * Records administrative actions. Expected by every framework above.
 */
enabled?: boolean
/**
 * Years the records are kept. Should agree with the audit retention of the security file.
 */
retention_years?: number
}
/**
 * Amazon Web Services.
 */
export interface AWS {
/**
 * Amazon Web Services.
 */
provider: "aws"
/**
 * AWS account the resources belong to, and how to get in.
 */
account?: AwsAccount
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Further providers used beside this one, for failover or single services.
 */
secondary?: SecondaryClouds
/**
 * How work moves when a region or provider fails.
 */
failover?: Failover
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Account number and the role used to act in it.
 */
export interface AwsAccount {
/**
 * Account number, 12 digits, in quotes: leading zeros are lost otherwise.
 */
account_id?: string
/**
 * Role that deployments take on in the account.
 */
role_arn?: string
}
/**
 * A region and its part.
 */
export interface CloudRegion {
/**
 * The region, as the provider spells it.
 */
name: Region
/**
 * Part the region plays.
 */
role?: ("primary" | "secondary" | "dr")
}
/**
 * Amazon Web Services.
 */
export interface AWSSecondary {
/**
 * Amazon Web Services.
 */
provider: "aws"
/**
 * AWS account the resources belong to, and how to get in.
 */
account?: AwsAccount
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Key and value pairs put on everything created at a provider.
 */
export interface CloudTags {
/**
 * Value of the tag.
 */
[k: string]: string
}
/**
 * Google Cloud.
 */
export interface GoogleCloudSecondary {
/**
 * Google Cloud.
 */
provider: "gcp"
/**
 * Google Cloud project the resources belong to, and how to get in.
 */
account?: GcpAccount
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Project and the identity used to act in it.
 */
export interface GcpAccount {
/**
 * Project id: 6 to 30 lower-case letters, digits and hyphens, starting with a letter. Not the display name or the project number.
 */
project_id?: string
/**
 * Service account that deployments use.
 */
service_account?: string
}
/**
 * Microsoft Azure.
 */
export interface AzureSecondary {
/**
 * Microsoft Azure.
 */
provider: "azure"
/**
 * Azure subscription the resources belong to.
 */
account?: AzureAccount
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Subscription, directory and resource group.
 */
export interface AzureAccount {
/**
 * Id of the subscription.
 */
subscription_id?: string
/**
 * Id of the Microsoft Entra directory the subscription trusts.
 */
directory_id?: string
/**
 * Resource group that holds the resources.
 */
resource_group?: string
}
/**
 * Your own data centre; there is no account.
 */
export interface OnPremisesSecondary {
/**
 * Your own data centre; there is no account.
 */
provider: "on_prem"
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * How work moves when a region or provider fails.
 */
export interface Failover {
/**
 * Which sides work in normal times, and who switches.
 */
mode?: ("active_active" | "active_passive" | "manual")
/**
 * Recovery time objective: how long an outage may last.
 */
rto?: Duration
/**
 * Recovery point objective: how much recent data may be lost. Can not be shorter than the time between backups.
 */
rpo?: Duration
dns?: DNSFailover
}
/**
 * The DNS entry that points to the living side.
 */
export interface DNSFailover {
/**
 * Service that holds the entry.
 */
provider?: string
/**
 * How long resolvers remember the old answer; part of the recovery time.
 */
ttl?: number
}
/**
 * Google Cloud.
 */
export interface GoogleCloud {
/**
 * Google Cloud.
 */
provider: "gcp"
/**
 * Google Cloud project the resources belong to, and how to get in.
 */
account?: GcpAccount
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Further providers used beside this one, for failover or single services.
 */
secondary?: SecondaryClouds
/**
 * How work moves when a region or provider fails.
 */
failover?: Failover
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Microsoft Azure.
 */
export interface Azure {
/**
 * Microsoft Azure.
 */
provider: "azure"
/**
 * Azure subscription the resources belong to.
 */
account?: AzureAccount
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Further providers used beside this one, for failover or single services.
 */
secondary?: SecondaryClouds
/**
 * How work moves when a region or provider fails.
 */
failover?: Failover
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Your own data centre; there is no account.
 */
export interface OnPremises {
/**
 * Your own data centre; there is no account.
 */
provider: "on_prem"
/**
 * Regions in use at this provider, with the part each plays.
 */
regions?: CloudRegions
/**
 * Further providers used beside this one, for failover or single services.
 */
secondary?: SecondaryClouds
/**
 * How work moves when a region or provider fails.
 */
failover?: Failover
/**
 * Key and value pairs put on everything created at this provider.
 */
tags?: CloudTags
}
/**
 * Experiment tracking, pipelines, model serving and graphics processors.
 */
export interface MachineLearningOperations {
mlflow?: MLflow
kubeflow?: Kubeflow
gpu?: GraphicsProcessors
}
/**
 * Tracking server and model registry.
 */
export interface MLflow {
/**
 * Uses MLflow in this environment.
 */
enabled?: boolean
/**
 * Address of the tracking server that runs report to.
 */
tracking_uri: Url
/**
 * Address of the model registry. When absent, the tracking server.
 */
registry_uri?: Url
/**
 * Database of the tracking server, as a connection address with login; write a reference. PostgreSQL is recommended, a file store does not stand parallel runs.
 */
backend_store_uri?: Secret
/**
 * Where models and files of runs are stored: `s3://`, `gs://`, `wasbs://`, `abfss://` or a file path. The bucket should be listed under object storage; a file path does not suit production.
 */
artifacts_destination?: string
/**
 * Lets the tracking server pass files through, so that clients need no access to the bucket.
 */
serve_artifacts?: boolean
/**
 * Experiment for runs that name none.
 */
default_experiment?: string
models?: RegisteredModels
auth?: MLflowSignIn
}
/**
 * Registered models with their aliases and the rule for moving up. Models named here should be allowed by `features.ai_processing.models` of the tenant file.
 */
export interface RegisteredModels {
[k: string]: RegisteredModel
}
/**
 * Aliases of one model and how versions are promoted.
 */
export interface RegisteredModel {
aliases?: ModelAliases
promotion?: Promotion
}
/**
 * Moving names for fixed versions; applications ask for the alias.
 */
export interface ModelAliases {
/**
 * Version the alias points to.
 */
[k: string]: number
}
/**
 * When a version may take over from another.
 */
export interface Promotion {
/**
 * Alias a version comes from.
 */
from?: string
/**
 * Alias a version moves to.
 */
to?: string
/**
 * Logged figure that decides.
 */
metric?: string
/**
 * Least value of the figure; below it the version stays where it is.
 */
min?: number
}
/**
 * Login at the tracking server: user and password, or a token.
 */
export interface MLflowSignIn {
/**
 * User that signs in; goes with `password`.
 */
username?: string
/**
 * Password of the user.
 */
password?: Secret
/**
 * Bearer token, instead of a password.
 */
token?: Secret
}
/**
 * Pipelines, model serving and training on Kubernetes.
 */
export interface Kubeflow {
/**
 * Uses Kubeflow in this environment.
 */
enabled?: boolean
/**
 * Kubernetes namespace of the tenant's profile. Two tenants must not share one.
 */
namespace: string
/**
 * Pipelines that run on demand or by schedule.
 */
pipelines?: Pipeline[]
/**
 * Models that answer requests.
 */
serving?: ServedModel[]
/**
 * Distributed training jobs.
 */
training?: TrainingJob[]
profiles?: KubeflowProfile
}
/**
 * A compiled pipeline and how it is run.
 */
export interface Pipeline {
/**
 * Names the pipeline. Must be unique in the list.
 */
name: string
/**
 * Compiled pipeline: a path in the repository or an address.
 */
package: string
/**
 * When it runs, read in `timezone`. When absent, only on demand.
 */
schedule?: Cron
/**
 * Time zone of `schedule`.
 */
timezone?: TimeZone
parameters?: PipelineParameters
/**
 * Most runs at the same time; further ones wait.
 */
max_concurrency?: number
/**
 * How often a failed step is tried again.
 */
retries?: number
/**
 * Reuses results of steps whose inputs have not changed. Turn it off for steps that read data which changes outside.
 */
caching?: boolean
}
/**
 * Values for the parameters of the pipeline, passed on unchanged.
 */
export interface PipelineParameters {
[k: string]: unknown
}
/**
 * A model behind an address, with its size limits.
 */
export interface ServedModel {
/**
 * Names the service. Must be unique in the list.
 */
name: string
/**
 * Framework the model was saved with; decides the server that loads it.
 */
model_format: ("sklearn" | "xgboost" | "pytorch" | "tensorflow" | "onnx" | "huggingface")
/**
 * Where the model files are.
 */
storage_uri: string
/**
 * Fewest servers kept running. `0` sleeps without requests and makes the first one slow.
 */
min_replicas?: number
/**
 * Most servers. Not below `min_replicas`.
 */
max_replicas?: number
/**
 * Share of requests the newest version gets while it is tried out.
 */
canary_percent?: number
/**
 * What one server of the model asks for.
 */
resources?: WorkloadResources
}
/**
 * Processor, memory and graphics processors of a workload.
 */
export interface WorkloadResources {
/**
 * Processor cores, as a number or with `m` for thousandths.
 */
cpu?: (number | string)
/**
 * Amount of memory.
 */
memory?: Size
/**
 * Number of graphics processors.
 */
gpu?: number
}
/**
 * A job that trains on several workers.
 */
export interface TrainingJob {
/**
 * Names the job.
 */
name: string
/**
 * Kind of job, by the framework that talks between workers.
 */
kind?: ("PyTorchJob" | "TFJob" | "MPIJob")
/**
 * Number of workers.
 */
workers?: number
/**
 * What one worker asks for.
 */
resources?: WorkloadResources
}
/**
 * Limits of the tenant's namespace.
 */
export interface KubeflowProfile {
/**
 * Most the namespace may use in total.
 */
quota?: WorkloadResources
}
/**
 * Graphics processors the tenant may use; shown on the AI dashboard.
 */
export interface GraphicsProcessors {
/**
 * Permits graphics processors in this environment.
 */
enabled?: boolean
/**
 * Permitted models, spelled as the cluster labels them.
 *
 * Items: A model of graphics processor.
 */
types?: string[]
/**
 * Most processors in use at the same time.
 */
max?: number
}
/**
 * Sites near the user or the machine that run part of the system.
 */
export interface EdgeComputing {
/**
 * Uses edge sites in this environment.
 */
enabled?: boolean
/**
 * Places that run part of the system, one entry each.
 */
sites: EdgeSite[]
updates?: EdgeUpdates
}
/**
 * One place: what runs there, how it is connected, what it may hold.
 */
export interface EdgeSite {
/**
 * Names the site. Must be unique in the list.
 */
name: string
/**
 * Cloud region the site reports to.
 */
region?: Region
location?: Location
/**
 * What runs the containers at the site.
 */
runtime?: ("k3s" | "microk8s" | "kubeedge" | "docker")
/**
 * How reliable the line to the cloud is.
 */
connectivity?: ("always" | "intermittent" | "offline")
resources?: SiteResources
cache?: SiteCache
sync?: Synchronisation
monitoring?: SiteMonitoring
data?: SiteData
}
/**
 * Where the site stands, for maps and for choosing the nearest one.
 */
export interface Location {
/**
 * Latitude, north positive.
 */
lat?: number
/**
 * Longitude, east positive.
 */
lon?: number
}
/**
 * What the machines of the site offer.
 */
export interface SiteResources {
/**
 * Processor cores, as a number or with `m` for thousandths.
 */
cpu?: (number | string)
/**
 * Memory in total.
 */
memory?: Size
/**
 * Disk space in total.
 */
storage?: Size
}
/**
 * Data kept at the site for quick answers.
 */
export interface SiteCache {
/**
 * Space for cached data.
 */
size?: Size
/**
 * How long an entry may be used. Shorter than `sync.max_offline` means empty answers while the line is down.
 */
ttl?: Duration
}
/**
 * Exchange of data with the cloud.
 */
export interface Synchronisation {
/**
 * Time between two exchanges. Not above `max_offline`.
 */
interval?: Duration
/**
 * How long the site may go without an exchange before it counts as failed.
 */
max_offline?: Duration
/**
 * Which change wins when both sides altered the same record.
 */
conflict?: ("central_wins" | "edge_wins" | "last_write_wins" | "manual")
}
/**
 * How figures of the site reach the cloud.
 */
export interface SiteMonitoring {
/**
 * Way the figures travel.
 */
mode?: ("agent" | "federation" | "pushgateway")
/**
 * Address the agent writes to.
 */
remote_write?: Url
/**
 * How much is kept at the site while the line is down. Should cover `sync.max_offline`.
 */
buffer?: Duration
}
/**
 * What may be kept at the site.
 */
export interface SiteData {
/**
 * Classification levels that may be kept here, from the security file.
 *
 * Items: A classification level.
 */
allowed?: string[]
/**
 * Data taken at the site never leaves it, not even for backups.
 */
stays_on_site?: boolean
}
/**
 * How new versions reach the sites.
 */
export interface EdgeUpdates {
/**
 * Release channel the sites follow.
 */
channel?: string
/**
 * Daily time span in which sites may update, read in `timezone`.
 */
window?: string
/**
 * Time zone of `window`.
 */
timezone?: TimeZone
/**
 * How many sites may be down for an update at once: a number, or a share of all sites with `%`.
 */
max_unavailable?: (number | string)
}
