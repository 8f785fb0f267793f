import type { Place } from "../place.ts";

/** What a job of Prometheus scrapes, as far as it matters for asking whether it scrapes an address. */
export interface ScrapeJob {
  /** Undefined when any path may be scraped. */
  readonly path: string | undefined;
  /** Host and port of its fixed targets, in small letters; undefined when others may be found while it runs. */
  readonly targets: readonly string[] | undefined;
}

/** The jobs of the `prometheus` section; undefined when some of them stand elsewhere. */
export function scrapeJobs(prometheus: Place): readonly ScrapeJob[] | undefined {
  const files = prometheus.get("scrape_config_files");
  const jobs = prometheus.get("scrape_configs");
  if (!jobs?.isList || (files && (files.isUnresolved || files.size > 0))) return undefined;
  return jobs.items().map(scrapeJob);
}

function scrapeJob(job: Place): ScrapeJob {
  const relabelled = (job.get("relabel_configs")?.items() ?? []).map((step) => step.get("target_label")?.text);
  const path = job.get("metrics_path");
  return {
    path: relabelled.includes("__metrics_path__") ? undefined : path ? path.text : "/metrics",
    targets: relabelled.includes("__address__") ? undefined : fixedTargets(job),
  };
}

function fixedTargets(job: Place): readonly string[] | undefined {
  const discovers = job.entries().some(({ name }) => name.endsWith("_sd_configs"));
  const items = (job.get("static_configs")?.items() ?? []).flatMap((group) => group.get("targets")?.items() ?? []);
  const targets = items.map((target) => target.text?.toLowerCase());
  return discovers || !areKnown(targets) ? undefined : targets;
}

function areKnown(texts: readonly (string | undefined)[]): texts is readonly string[] {
  return !texts.includes(undefined);
}

/** true when one of the jobs scrapes a path, or may scrape an address. */
export function isScraped(endpoint: string, jobs: readonly ScrapeJob[]): boolean {
  if (endpoint.startsWith("/")) return jobs.some(({ path }) => isSamePath(path, endpoint));
  const url = URL.parse(endpoint);
  if (!url) return true;
  const host = url.hostname.toLowerCase();
  const names = url.port === "" ? [host, `${host}:${url.protocol === "https:" ? 443 : 80}`] : [`${host}:${url.port}`];
  return jobs.some(
    ({ path, targets }) => isSamePath(path, url.pathname) && (!targets || names.some((name) => targets.includes(name))),
  );
}

function isSamePath(scraped: string | undefined, path: string): boolean {
  const [plain = path] = path.split("?");
  return scraped === undefined || withoutSlash(scraped) === withoutSlash(plain);
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
