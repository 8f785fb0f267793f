import { KINDS, type Kind } from "../protocol.ts";
import type { FixData } from "../schema/problem.ts";
import type { OffsetRange } from "../text/line-index.ts";
import type { ProblemSeverity } from "../yaml/node.ts";
import type { Place } from "./place.ts";
import type { RuleContext } from "./rule-context.ts";

/**
 * Which places of a file a rule looks at:
 * - a path such as `environments.*.database`, in which `*` stands for any key or item; the empty text is the file as a whole;
 * - `format:NAME`: every scalar whose schema has that format;
 * - `**`: every value of a file whose text passes {@link Rule.holds}.
 */
export type Selector = string;

/** What a rule has to say about a place. */
export interface Finding {
  /** What is wrong, what it leads to, and what to do, in whole sentences. */
  readonly message: string;
  /** The rule's own severity when undefined. */
  readonly severity?: ProblemSeverity;
  /** What of the place is marked: by default the value of a scalar, and the key of a mapping or list. */
  readonly on?: "key" | "value";
  /** Marked instead; offsets in the text of the file. */
  readonly range?: OffsetRange;
  /** Other places that the finding is about, of this file or another one of the tenant. */
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ("deprecated" | "unnecessary")[];
  /** What the quick fix needs to know. */
  readonly fix?: FixData;
}

/** Another place that a finding is about. */
export interface RelatedPlace {
  readonly place: Place;
  readonly on?: "key" | "value";
  readonly message: string;
}

/** Takes a finding about a place, which is always one of the file that is being checked. */
export type Report = (place: Place, finding: Finding) => void;

/** A rule about what a schema can not see. `Facts` is what it has to know beside the place. */
export interface Rule<Facts = unknown> {
  /** The code of its diagnostics, and the name of its file and of its page. */
  readonly id: string;
  readonly severity: ProblemSeverity;
  /** The kinds of files that it looks at, and where. */
  readonly at: Readonly<Partial<Record<Kind, readonly Selector[]>>>;
  /** For the selector `**`: what the text of a part of a file has to hold for the rule to look at its values. */
  readonly holds?: RegExp;
  /** true for a rule that also looks at what is switched off by `enabled: false`. */
  readonly seesDisabled?: true;
  /**
   * What the rule has to know that stands elsewhere: in this file, in another one, in the variables. `check` must not look at anything but
   * its place and the facts: parts of a file that did not change are not checked again while the facts are the same.
   */
  readonly facts?: (context: RuleContext) => Facts;
  readonly check: (place: Place, report: Report, facts: Facts) => void;
}

/** The kinds of files that a rule speaks about, in their usual order. */
export function kindsOf(rule: Rule): readonly Kind[] {
  return KINDS.filter((kind) => rule.at[kind] !== undefined);
}

/** Declares a rule; infers what its facts are. */
export function defineRule<Facts = undefined>(rule: Rule<Facts>): Rule {
  return rule as Rule;
}

/** Declares a rule whose findings come from the schema: the format or keyword that finds the fault carries its id. */
export function schemaRule(id: string, severity: ProblemSeverity, kinds: readonly Kind[]): Rule {
  const at = Object.fromEntries(kinds.map((kind) => [kind, []]));
  return { id, severity, at, check: () => undefined };
}

/** A file, or the files of a tenant by name, and what the rule says about the first one. */
export interface RuleExample {
  /** Behind "A file …" or alone: what the example shows, for the page and the name of the test. */
  readonly what: string;
  /** Kind of the file; the first kind of the rule when undefined. */
  readonly kind?: Kind;
  /** The file that is checked. Keys that are required around what matters are left out. */
  readonly text: string;
  /** Other files by path below the tenant's folder (`tenant.yaml`), or below the workspace when it begins with `/` (`/.env`). */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * What the rule reports, in order: severity, line (from 1), the marked text and the message, as in
   * `error 3 «5» The message.` Empty: nothing.
   */
  readonly reports: readonly string[];
  /** The file after the preferred quick fix of the first report; absent when there is none. */
  readonly fixed?: string;
  /** Other rules that have something to say once it is fixed: what is asked for is then looked at. */
  readonly reveals?: readonly string[];
}

/** What the page of a rule says; for people only, so nothing that runs loads it. */
export interface RulePage {
  /** One line: what is reported. */
  readonly title: string;
  /** Why it matters: what happens in production. Markdown. */
  readonly why: string;
  /** What the quick fix does: "Swap the two values"; absent when there is none. */
  readonly fix?: string;
  readonly examples: {
    /** The failing example of the specification. */
    readonly failing: RuleExample;
    /** Its passing twin. */
    readonly passing: RuleExample;
    /** With placeholders in the place; or why there is none. */
    readonly placeholder: RuleExample | string;
    /** In a part that is switched off; or why there is none. */
    readonly disabled: RuleExample | string;
    readonly more?: readonly RuleExample[];
  };
}

/** Kind of the file that an example is about: the first that the rule names, unless the example names another one. */
export function kindOfExample(rule: Rule, { kind }: RuleExample): Kind {
  const [first = "tenant"] = Object.keys(rule.at) as Kind[];
  return kind ?? first;
}
