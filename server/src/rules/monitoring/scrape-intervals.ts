import { formatDuration, parseDuration } from "../../values/duration.ts";
import type { PromqlMatcher, PromqlSelector } from "../../values/promql-expression.ts";
import { re2Engine } from "../../values/re2.ts";
import type { Place } from "../place.ts";
import type { RuleContext } from "../rule-context.ts";

/**
 * How often something is scraped. As a fact it is its length alone: where it is written moves with each line above, and findings that
 * point there are made anew at each check, because they point out of their part.
 */
export class ScrapeInterval {
  /** Value of the label `job`; undefined for one that is not known. */
  readonly job: string | undefined;
  /** Undefined when it is not known. */
  readonly milliseconds: number | undefined;
  readonly #place: Place | undefined;

  constructor(job: string | undefined, milliseconds: number | undefined, place: Place | undefined) {
    this.job = job;
    this.milliseconds = milliseconds;
    this.#place = place;
  }

  /** Where it is written; undefined for the default of Prometheus. */
  get place(): Place | undefined {
    return this.#place;
  }
}

/** The intervals that a file says something about. */
export interface ScrapeIntervals {
  readonly jobs: readonly ScrapeInterval[];
  /** What applies to jobs of other files; undefined when all jobs stand in this one. */
  readonly others: ScrapeInterval | undefined;
}

/** What Prometheus takes when nobody says anything. */
const DEFAULT_MILLISECONDS = 60_000;

/** How often the jobs of a monitoring file are scraped. */
export function scrapeIntervals({ file }: RuleContext): ScrapeIntervals | undefined {
  const global = file?.get("global");
  if (!file || !global) return undefined;
  const common = intervalAt(global, undefined) ?? new ScrapeInterval(undefined, DEFAULT_MILLISECONDS, undefined);
  const jobs = (file.get("prometheus", "scrape_configs")?.items() ?? []).map((job) => {
    const name = writesJob(job) ? undefined : job.get("job_name")?.text;
    return intervalAt(job, name) ?? new ScrapeInterval(name, common.milliseconds, common.place);
  });
  const isComplete = jobs.length > 0 && !file.get("prometheus", "scrape_config_files");
  return { jobs, others: isComplete ? undefined : common };
}

function intervalAt(owner: Place, job: string | undefined): ScrapeInterval | undefined {
  const place = owner.get("scrape_interval");
  if (!place || place.isNull) return undefined;
  const text = place.scalarText;
  return new ScrapeInterval(job, text === undefined ? undefined : parseDuration(text), place);
}

/** true for a job whose series get another label `job` than its name. */
function writesJob(job: Place): boolean {
  const steps = ["relabel_configs", "metric_relabel_configs"].flatMap((key) => job.get(key)?.items() ?? []);
  const isRewritten = steps.some((step) => {
    const action = step.get("action")?.text;
    return step.get("target_label")?.text === "job" || action === "labelmap";
  });
  const groups = job.get("static_configs")?.items() ?? [];
  return (
    isRewritten || job.get("honor_labels")?.boolean === true || groups.some((group) => group.get("labels")?.has("job"))
  );
}

/**
 * The shortest interval at which what a selector selects can be scraped: that of the jobs which its matchers for `job` let through.
 * Undefined when it is not known.
 */
export function intervalOf(selector: PromqlSelector, { jobs, others }: ScrapeIntervals): ScrapeInterval | undefined {
  const matchers = selector.matchers.filter(({ label }) => label === "job");
  const named = jobs.filter(({ job }) => job === undefined || matchers.every((matcher) => lets(matcher, job)));
  if (matchers.length > 0 && named.length === 0) return undefined;
  const possible = matchers.length === 0 && others ? [...named, others] : named;
  if (possible.some(({ milliseconds }) => milliseconds === undefined)) return undefined;
  return possible.reduce<ScrapeInterval | undefined>(
    (shortest, interval) =>
      shortest && (shortest.milliseconds ?? 0) <= (interval.milliseconds ?? 0) ? shortest : interval,
    undefined,
  );
}

function lets({ operator, value }: PromqlMatcher, job: string): boolean {
  if (operator === "=") return value === job;
  if (operator === "!=") return value !== job;
  const engine = re2Engine.get();
  return !engine || engine.matchesRe2(value, job) === (operator === "=~");
}

/** Milliseconds of the longest interval that is known. */
export function longestInterval({ jobs, others }: ScrapeIntervals): number {
  return jobs.reduce((longest, { milliseconds = 0 }) => Math.max(longest, milliseconds), others?.milliseconds ?? 0);
}

/** How many scrapes a range should hold, so that one that fails leaves no gap. */
export const SCRAPES_IN_RANGE = 4;

const USUAL_RANGE = 300_000;

/** A range for a selector that has none: five minutes, or longer for what is scraped seldom. */
export function usualRange(selector: PromqlSelector, intervals: ScrapeIntervals | undefined): string {
  const interval = intervals && intervalOf(selector, intervals)?.milliseconds;
  return formatDuration(Math.max(USUAL_RANGE, SCRAPES_IN_RANGE * (interval ?? 0)));
}
