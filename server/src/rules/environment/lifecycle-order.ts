import * as l10n from "@vscode/l10n";
import type { Change, FixData, Operation } from "../../schema/problem.ts";
import { MINIMUM_BILLED_DAYS, STORAGE_CLASSES } from "../../values/data/storage-classes.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** Providers whose classes are known; the tiers of MinIO have the names that its operators gave them. */
type Provider = keyof typeof STORAGE_CLASSES;

/** Days that S3 wants objects to be in STANDARD before they move to a class for infrequent access. */
const DAYS_BEFORE_IA = 30;
const INFREQUENT_ACCESS: readonly string[] = ["STANDARD_IA", "ONEZONE_IA"];

/** A move of the objects with a prefix to another class. */
interface Transition {
  readonly place: Place;
  readonly days: Place;
  readonly day: number;
  /** As it is written; undefined while it is not known. */
  readonly className: string | undefined;
  readonly prefix: string;
}

export const rule = defineRule({
  id: "lifecycle-order",
  severity: "error",
  at: { environment: ["storage.object_storage.buckets.*"] },
  facts: ({ file }) => providerOf(file),
  check: (bucket, report, provider) => {
    const policy = bucket.get("lifecycle_policy");
    if (!policy) return;
    const transitions = (policy.get("transitions")?.items() ?? [])
      .map(transitionOf)
      .filter((transition) => transition !== undefined);
    const start = bucket.get("storage_class");
    for (const group of Map.groupBy(transitions, ({ prefix }) => prefix).values()) {
      for (const [index, transition] of group.entries()) {
        const previous = group[index - 1];
        if (previous) checkPair(policy, previous, transition, { report, provider });
        else if (start) checkStart(start, transition, { report, provider });
      }
    }
    for (const transition of transitions)
      if (provider === "s3") checkInfrequent(policy, transition, transitions, report);
    checkExpiration(policy, transitions, start, { report, provider });
  },
});

/** S3 where nothing is written; undefined for a provider whose classes have no order. */
function providerOf(file: Place | undefined): Provider | undefined {
  const provider = file?.get("storage", "object_storage", "provider");
  const name = provider ? provider.text : "s3";
  return name !== undefined && Object.hasOwn(STORAGE_CLASSES, name) ? (name as Provider) : undefined;
}

function transitionOf(place: Place): Transition | undefined {
  const days = place.get("days");
  const day = days?.number;
  const prefix = place.get("prefix");
  if (!days || day === undefined || (prefix && prefix.text === undefined)) return undefined;
  return { place, days, day, className: place.get("storage_class")?.text, prefix: prefix?.text ?? "" };
}

interface Checking {
  readonly report: Report;
  readonly provider: Provider | undefined;
}

/** How cold a class is; undefined for one that the provider does not have. */
function rank(provider: Provider | undefined, className: string | undefined): number | undefined {
  if (provider === undefined || className === undefined) return undefined;
  const index = STORAGE_CLASSES[provider].findIndex((name) => name.toUpperCase() === className.toUpperCase());
  return index === -1 ? undefined : index;
}

function checkPair(policy: Place, previous: Transition, next: Transition, { report, provider }: Checking): void {
  const [before, after] = [rank(provider, previous.className), rank(provider, next.className)];
  const related = [{ place: previous.days, message: l10n.t`The transition before it stands here.` }];
  if (next.day <= previous.day) {
    const isColder = before === undefined || after === undefined ? undefined : after > before;
    const change = next.day < previous.day ? orderChange(policy, previous, next, isColder) : undefined;
    report(next.days, {
      message:
        next.day === previous.day
          ? l10n.t`Two transitions happen after ${next.day} days, and an object can only be moved to one class. Give each its own day.`
          : l10n.t`This transition happens after ${next.day} days, before the one above it (${previous.day} days). Write transitions in the order in which they happen, each to a colder class.`,
      related,
      ...(change && { fix: change }),
    });
  } else if (before !== undefined && after !== undefined && after < before) {
    report(next.place.get("storage_class") ?? next.days, {
      message: l10n.t`Objects are already in \`${previous.className ?? ""}\` after ${previous.day} days and can not move back to the warmer \`${next.className ?? ""}\`: the provider refuses the policy.`,
      related,
    });
  }
}

/** Days that were exchanged are put right; else the transitions themselves are. */
function orderChange(
  policy: Place,
  previous: Transition,
  next: Transition,
  isColder: boolean | undefined,
): FixData | undefined {
  const [first, second] = [previous.place.path, next.place.path].map((path) => path.slice(policy.path.length));
  if (!first || !second || isColder === undefined) return undefined;
  const swap = (key: string): Operation => ({ do: "swap", path: [...first, key], with: [...second, key] });
  // Transitions of one prefix differ in nothing else, so exchanging both values exchanges them.
  const change: Change = isColder
    ? { title: l10n.t`Swap the days of the two transitions`, operations: [swap("days")] }
    : { title: l10n.t`Swap the two transitions`, operations: [swap("days"), swap("storage_class")] };
  return { fix: "change", path: policy.path, changes: [change] };
}

function checkStart(start: Place, { place, days, className }: Transition, { report, provider }: Checking): void {
  const [before, after] = [rank(provider, start.text), rank(provider, className)];
  if (before === undefined || after === undefined || after >= before) return;
  report(place.get("storage_class") ?? days, {
    message: l10n.t`Objects are stored in \`${start.text ?? ""}\` from the beginning and can not move to the warmer \`${className ?? ""}\`: the provider refuses the policy.`,
    related: [{ place: start, message: l10n.t`The class of the bucket stands here.` }],
  });
}

function checkInfrequent(policy: Place, transition: Transition, all: readonly Transition[], report: Report): void {
  const { days, day, className, prefix } = transition;
  if (className === undefined || !INFREQUENT_ACCESS.includes(className) || day >= DAYS_BEFORE_IA) return;
  const isFree = !all.some((other) => other !== transition && other.prefix === prefix && other.day <= DAYS_BEFORE_IA);
  const expires = policy.get("expiration", "days")?.number ?? Number.POSITIVE_INFINITY;
  const operations: readonly Operation[] = [{ do: "set", path: [], value: DAYS_BEFORE_IA }];
  report(days, {
    severity: "warning",
    message: l10n.t`S3 moves objects to \`${className}\` after 30 days at the earliest and may refuse a policy with ${day}. Every object there is paid for at least 30 days.`,
    ...(isFree &&
      expires > DAYS_BEFORE_IA && {
        fix: { fix: "change", path: days.path, changes: [{ title: l10n.t`Set \`days\` to 30`, operations }] },
      }),
  });
}

function checkExpiration(
  policy: Place,
  transitions: readonly Transition[],
  start: Place | undefined,
  { report, provider }: Checking,
): void {
  const expiration = policy.get("expiration", "days");
  const deleted = expiration?.number;
  if (!expiration || deleted === undefined) return;
  const last = transitions.reduce<Transition | undefined>((a, b) => (a && a.day >= b.day ? a : b), undefined);
  const billed = minimumDays(provider, last ? last.className : start?.text);
  const since = last?.day ?? 0;
  const raised = since + (billed ?? DAYS_BEFORE_IA);
  const raise: Change = {
    title: l10n.t`Delete objects after ${raised} days`,
    operations: [{ do: "set", path: ["expiration", "days"], value: raised }],
  };
  if (last && deleted <= last.day) {
    const remove: Change = {
      title: l10n.t`Remove the transition that never happens`,
      preferred: false,
      operations: [{ do: "remove", path: last.place.path.slice(policy.path.length) }],
    };
    report(expiration, {
      message: l10n.t`Objects are deleted after ${deleted} days, so the transition after ${last.day} days never happens, and the provider refuses the policy. Delete them later, or remove the transition.`,
      related: [{ place: last.days, message: l10n.t`The last transition stands here.` }],
      fix: { fix: "change", path: policy.path, changes: [raise, remove] },
    });
  } else if (billed !== undefined && deleted - since < billed) {
    const place = last ? (last.place.get("storage_class") ?? last.days) : start;
    report(expiration, {
      severity: "warning",
      message: l10n.t`Objects are deleted after ${deleted - since} days in \`${place?.text ?? ""}\`, where each is paid for at least ${billed} days: archiving them costs more than it saves. Delete them after ${raised} days, or do not archive them.`,
      ...(place && { related: [{ place, message: l10n.t`The archive class stands here.` }] }),
      fix: { fix: "change", path: policy.path, changes: [raise] },
    });
  }
}

function minimumDays(provider: Provider | undefined, className: string | undefined): number | undefined {
  return provider === undefined || className === undefined
    ? undefined
    : MINIMUM_BILLED_DAYS[provider].get(className.toUpperCase());
}

const BUCKET = (lines: readonly string[], provider = "s3"): string =>
  `storage:\n  object_storage:\n    provider: ${provider}\n    buckets:\n      - name: logs\n${lines.map((line) => `        ${line}\n`).join("")}`;
const POLICY = (transitions: readonly string[], expiration?: string): readonly string[] => [
  "lifecycle_policy:",
  ...(transitions.length === 0 ? [] : ["  transitions:", ...transitions.map((transition) => `    - ${transition}`)]),
  ...(expiration === undefined ? [] : ["  expiration:", `    days: ${expiration}`]),
];

export const page: RulePage = {
  title: "A lifecycle policy whose steps contradict each other.",
  why: "Providers refuse a policy that moves objects backwards or deletes them before they are moved, and the bucket then has no policy at all: it grows until somebody reads the bill. Archive classes are paid for a minimum time, so deleting from them early costs more than never having moved the objects.",
  fix: "Put the steps in order, or delete the objects later",
  examples: {
    failing: {
      what: "objects that are deleted before they are archived",
      text: BUCKET(POLICY(["{ days: 90, storage_class: GLACIER }"], "60 # legal")),
      reports: [
        "error 10 «60» Objects are deleted after 60 days, so the transition after 90 days never happens, and the provider refuses the policy. Delete them later, or remove the transition.",
      ],
      fixed: BUCKET(POLICY(["{ days: 90, storage_class: GLACIER }"], "180 # legal")),
    },
    passing: {
      what: "steps in order",
      text: BUCKET(POLICY(["{ days: 30, storage_class: STANDARD_IA }", "{ days: 90, storage_class: GLACIER }"], "180")),
      reports: [],
    },
    placeholder: {
      what: "days that only the deployment knows",
      text: BUCKET(POLICY(["{ days: 90, storage_class: GLACIER }"], "${KEPT_DAYS}")),
      reports: [],
    },
    disabled: "lifecycle policies can not be switched off",
    more: [
      {
        what: "days that were exchanged",
        text: BUCKET(POLICY(["{ days: 90, storage_class: STANDARD_IA }", "{ days: 30, storage_class: GLACIER }"])),
        reports: [
          "error 9 «30» This transition happens after 30 days, before the one above it (90 days). Write transitions in the order in which they happen, each to a colder class.",
        ],
        fixed: BUCKET(POLICY(["{ days: 30, storage_class: STANDARD_IA }", "{ days: 90, storage_class: GLACIER }"])),
      },
      {
        what: "transitions in the wrong order",
        text: BUCKET(POLICY(["{ days: 90, storage_class: GLACIER }", "{ days: 30, storage_class: STANDARD_IA }"])),
        reports: [
          "error 9 «30» This transition happens after 30 days, before the one above it (90 days). Write transitions in the order in which they happen, each to a colder class.",
        ],
        fixed: BUCKET(POLICY(["{ days: 30, storage_class: STANDARD_IA }", "{ days: 90, storage_class: GLACIER }"])),
      },
      {
        what: "two transitions on one day",
        text: BUCKET(POLICY(["{ days: 90, storage_class: GLACIER_IR }", "{ days: 90, storage_class: GLACIER }"])),
        reports: [
          "error 9 «90» Two transitions happen after 90 days, and an object can only be moved to one class. Give each its own day.",
        ],
      },
      {
        what: "transitions of different objects",
        text: BUCKET(
          POLICY([
            "{ days: 90, storage_class: GLACIER, prefix: audit/ }",
            "{ days: 30, storage_class: STANDARD_IA, prefix: media/ }",
          ]),
        ),
        reports: [],
      },
      {
        what: "a transition back to a warmer class",
        text: BUCKET(POLICY(["{ days: 30, storage_class: GLACIER }", "{ days: 90, storage_class: STANDARD_IA }"])),
        reports: [
          "error 9 «STANDARD_IA» Objects are already in `GLACIER` after 30 days and can not move back to the warmer `STANDARD_IA`: the provider refuses the policy.",
        ],
      },
      {
        what: "a transition to a class that is warmer than the bucket",
        text: BUCKET(["storage_class: COLDLINE", ...POLICY(["{ days: 30, storage_class: nearline }"])], "gcs"),
        reports: [
          "error 9 «nearline» Objects are stored in `COLDLINE` from the beginning and can not move to the warmer `nearline`: the provider refuses the policy.",
        ],
      },
      {
        what: "infrequent access that comes too early",
        text: BUCKET(POLICY(["{ days: 7, storage_class: STANDARD_IA }"])),
        reports: [
          "warning 8 «7» S3 moves objects to `STANDARD_IA` after 30 days at the earliest and may refuse a policy with 7. Every object there is paid for at least 30 days.",
        ],
        fixed: BUCKET(POLICY(["{ days: 30, storage_class: STANDARD_IA }"])),
      },
      {
        what: "objects that are deleted soon after they were archived",
        text: BUCKET(POLICY(["{ days: 30, storage_class: DEEP_ARCHIVE }"], "60")),
        reports: [
          "warning 10 «60» Objects are deleted after 30 days in `DEEP_ARCHIVE`, where each is paid for at least 180 days: archiving them costs more than it saves. Delete them after 210 days, or do not archive them.",
        ],
        fixed: BUCKET(POLICY(["{ days: 30, storage_class: DEEP_ARCHIVE }"], "210")),
      },
      {
        what: "objects that are deleted soon from a bucket of an archive class",
        text: BUCKET(["storage_class: Archive", ...POLICY([], "30")], "azure_blob"),
        reports: [
          "warning 9 «30» Objects are deleted after 30 days in `Archive`, where each is paid for at least 180 days: archiving them costs more than it saves. Delete them after 180 days, or do not archive them.",
        ],
        fixed: BUCKET(["storage_class: Archive", ...POLICY([], "180")], "azure_blob"),
      },
      {
        what: "the tiers of MinIO, whose names say nothing",
        text: BUCKET(
          POLICY(["{ days: 30, storage_class: GLACIER }", "{ days: 90, storage_class: STANDARD }"]),
          "minio",
        ),
        reports: [],
      },
    ],
  },
};
