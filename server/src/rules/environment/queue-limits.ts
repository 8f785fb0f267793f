import * as l10n from "@vscode/l10n";
import type { JsonValue } from "../../schema/problem.ts";
import { formatDuration } from "../../values/duration.ts";
import { parseExtendedDuration } from "../../values/extended-duration.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type Report, type RulePage } from "../rule.ts";

// Quotas of Amazon SQS, https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html and quotas-queues.html (August 2026).
const SECOND = 1000;
const LONGEST_VISIBILITY = 12 * 3600 * SECOND;
const SHORTEST_RETENTION = 60 * SECOND;
const LONGEST_RETENTION = 14 * 24 * 3600 * SECOND;
const MOST_RECEIVES = 1000;
const LONGEST_NAME = 80;
const FIFO = ".fifo";

export const rule = defineRule({
  id: "queue-limits",
  severity: "error",
  at: { environment: ["messaging.queues.*"] },
  check: (queue, report) => {
    checkOrder(queue, report);
    if (queue.get("type")?.text !== "sqs") return;
    checkVisibility(queue, report);
    checkRetention(queue.get("message_retention"), report);
    checkReceives(queue, report);
    const isFifo = queue.get("fifo")?.boolean;
    checkName(queue.get("name"), isFifo, report);
    if (queue.get("dlq_enabled")?.boolean === false) return;
    checkRetention(queue.get("dlq", "message_retention"), report);
    checkName(queue.get("dlq", "name"), isFifo, report);
  },
});

function lengthOf(place: Place | undefined): number | undefined {
  const text = place?.scalarText;
  return text === undefined ? undefined : parseExtendedDuration(text);
}

function checkOrder(queue: Place, report: Report): void {
  const visibility = queue.get("visibility_timeout");
  const retention = queue.get("message_retention");
  const [hidden, kept] = [lengthOf(visibility), lengthOf(retention)];
  if (!visibility || !retention || hidden === undefined || kept === undefined || hidden < kept) return;
  report(visibility, {
    message: l10n.t`A message is hidden for \`${visibility.scalarText ?? ""}\` while it is processed, and deleted after \`${retention.scalarText ?? ""}\`: one that fails is gone before it is tried again. Shorten \`visibility_timeout\` or lengthen \`message_retention\`.`,
    related: [{ place: retention, message: l10n.t`How long messages are kept stands here.` }],
    ...(hidden > kept && {
      fix: {
        fix: "change",
        path: queue.path,
        changes: [
          {
            title: l10n.t`Swap \`visibility_timeout\` and \`message_retention\``,
            preferred: false,
            operations: [{ do: "swap", path: ["visibility_timeout"], with: ["message_retention"] }],
          },
        ],
      },
    }),
  });
}

function checkVisibility(queue: Place, report: Report): void {
  const visibility = queue.get("visibility_timeout");
  const hidden = lengthOf(visibility);
  if (!visibility || hidden === undefined || hidden <= LONGEST_VISIBILITY) return;
  report(visibility, {
    message: l10n.t`SQS hides a message for 12 hours at most, so it refuses a queue with \`visibility_timeout: ${visibility.scalarText ?? ""}\`. Use \`12h\`, and extend it while a message is processed.`,
    ...setTo(visibility, LONGEST_VISIBILITY),
  });
}

function checkRetention(retention: Place | undefined, report: Report): void {
  const kept = lengthOf(retention);
  if (!retention || kept === undefined) return;
  if (kept < SHORTEST_RETENTION)
    report(retention, {
      message: l10n.t`SQS keeps messages for 60 seconds at least, so it refuses a queue with \`message_retention: ${retention.scalarText ?? ""}\`.`,
      ...setTo(retention, SHORTEST_RETENTION),
    });
  else if (kept > LONGEST_RETENTION)
    report(retention, {
      message: l10n.t`SQS keeps messages for 14 days at most, so it refuses a queue with \`message_retention: ${retention.scalarText ?? ""}\`. Store what has to last longer elsewhere.`,
      ...setTo(retention, LONGEST_RETENTION),
    });
}

function checkReceives(queue: Place, report: Report): void {
  const receives = queue.get("max_receive_count");
  const count = receives?.number;
  if (!receives || count === undefined || count <= MOST_RECEIVES) return;
  report(receives, {
    message: l10n.t`SQS moves a message to the dead-letter queue after 1000 attempts at most, so it refuses \`max_receive_count: ${count}\`.`,
    ...changeTo(receives, MOST_RECEIVES, MOST_RECEIVES),
  });
}

function checkName(place: Place | undefined, isFifo: boolean | undefined, report: Report): void {
  const name = place?.text;
  if (!place || name === undefined || name === "") return;
  if (name.length > LONGEST_NAME)
    report(place, {
      message: l10n.t`SQS takes names of 80 characters at most, and this one has ${name.length}.`,
    });
  const named = name.endsWith(FIFO);
  if (isFifo === true && !named) {
    const right = `${name}${FIFO}`;
    report(place, {
      message: l10n.t`The name of a FIFO queue of SQS, and that of its dead-letter queue, ends in \`.fifo\`: AWS refuses \`${name}\`.`,
      ...(right.length <= LONGEST_NAME && place.placeholders.state === "none" && changeTo(place, right, right)),
    });
  } else if (isFifo === false && named) {
    report(place, {
      message: l10n.t`Only names of FIFO queues may end in \`.fifo\`, and this queue has \`fifo: false\`: AWS refuses \`${name}\`.`,
    });
  }
}

function setTo(place: Place, milliseconds: number): Pick<Finding, "fix"> {
  const text = formatDuration(milliseconds);
  return changeTo(place, place.number === undefined ? text : milliseconds / SECOND, text);
}

function changeTo(place: Place, value: JsonValue, shown: string | number): Pick<Finding, "fix"> {
  const title = l10n.t`Change it to \`${shown}\``;
  return {
    fix: { fix: "change", path: place.path, changes: [{ title, operations: [{ do: "set", path: [], value }] }] },
  };
}

const QUEUE = (...lines: readonly string[]): string =>
  `messaging:\n  queues:\n    - name: jobs\n${lines.map((line) => `      ${line}\n`).join("")}`;

export const page: RulePage = {
  title: "A queue beyond the limits of its broker.",
  why: "SQS refuses the whole queue when one attribute is out of range, so the deployment stops there. A message that stays hidden for as long as it is kept is lost silently: when its consumer fails, it expires before anybody sees it again.",
  fix: "Use the limit that is exceeded, or add `.fifo` to the name",
  examples: {
    failing: {
      what: "a message hidden for too long",
      text: QUEUE("type: sqs", "visibility_timeout: 13h # long reports"),
      reports: [
        "error 5 «13h» SQS hides a message for 12 hours at most, so it refuses a queue with `visibility_timeout: 13h`. Use `12h`, and extend it while a message is processed.",
      ],
      fixed: QUEUE("type: sqs", "visibility_timeout: 12h # long reports"),
    },
    passing: {
      what: "a queue at all limits",
      text: QUEUE("type: sqs", "visibility_timeout: 12h", "message_retention: 14d", "max_receive_count: 1000"),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: QUEUE("type: sqs", "fifo: ${FIFO}", "visibility_timeout: ${HIDDEN}", "message_retention: ${KEPT}"),
      reports: [],
    },
    disabled: {
      what: "a dead-letter queue that is switched off",
      text: QUEUE("type: sqs", "dlq_enabled: false", "dlq:", "  message_retention: 30d"),
      reports: [],
    },
    more: [
      {
        what: "limits that other brokers do not have",
        text: QUEUE("type: rabbitmq", "visibility_timeout: 13h", "message_retention: 30d", "max_receive_count: 5000"),
        reports: [],
      },
      {
        what: "seconds",
        text: QUEUE("type: sqs", "visibility_timeout: 46800"),
        reports: [
          "error 5 «46800» SQS hides a message for 12 hours at most, so it refuses a queue with `visibility_timeout: 46800`. Use `12h`, and extend it while a message is processed.",
        ],
        fixed: QUEUE("type: sqs", "visibility_timeout: 43200"),
      },
      {
        what: "messages that are kept for too long, also those that failed",
        text: QUEUE("type: sqs", "message_retention: 15d", "dlq:", "  message_retention: P30D"),
        reports: [
          "error 5 «15d» SQS keeps messages for 14 days at most, so it refuses a queue with `message_retention: 15d`. Store what has to last longer elsewhere.",
          "error 7 «P30D» SQS keeps messages for 14 days at most, so it refuses a queue with `message_retention: P30D`. Store what has to last longer elsewhere.",
        ],
        fixed: QUEUE("type: sqs", "message_retention: 2w", "dlq:", "  message_retention: P30D"),
      },
      {
        what: "messages that are kept for too short",
        text: QUEUE("type: sqs", "message_retention: 30s"),
        reports: [
          "error 5 «30s» SQS keeps messages for 60 seconds at least, so it refuses a queue with `message_retention: 30s`.",
        ],
        fixed: QUEUE("type: sqs", "message_retention: 1m"),
      },
      {
        what: "too many attempts",
        text: QUEUE("type: sqs", "max_receive_count: 5000"),
        reports: [
          "error 5 «5000» SQS moves a message to the dead-letter queue after 1000 attempts at most, so it refuses `max_receive_count: 5000`.",
        ],
        fixed: QUEUE("type: sqs", "max_receive_count: 1000"),
      },
      {
        what: "a FIFO queue without its ending",
        text: QUEUE("type: sqs", "fifo: true", "dlq:", "  name: jobs-dlq.fifo"),
        reports: [
          "error 3 «jobs» The name of a FIFO queue of SQS, and that of its dead-letter queue, ends in `.fifo`: AWS refuses `jobs`.",
        ],
        fixed: QUEUE("type: sqs", "fifo: true", "dlq:", "  name: jobs-dlq.fifo").replace("jobs\n", "jobs.fifo\n"),
      },
      {
        what: "an ending that only FIFO queues have",
        text: QUEUE("type: sqs", "fifo: false").replace("jobs", "jobs.fifo"),
        reports: [
          "error 3 «jobs.fifo» Only names of FIFO queues may end in `.fifo`, and this queue has `fifo: false`: AWS refuses `jobs.fifo`.",
        ],
      },
      {
        what: "a long name",
        text: QUEUE("type: sqs").replace("jobs", "j".repeat(81)),
        reports: [`error 3 «${"j".repeat(81)}» SQS takes names of 80 characters at most, and this one has 81.`],
      },
      {
        what: "messages that expire while they are processed",
        text: QUEUE("type: kafka", "visibility_timeout: 2h", "message_retention: 1h"),
        reports: [
          "error 5 «2h» A message is hidden for `2h` while it is processed, and deleted after `1h`: one that fails is gone before it is tried again. Shorten `visibility_timeout` or lengthen `message_retention`.",
        ],
        fixed: QUEUE("type: kafka", "visibility_timeout: 1h", "message_retention: 2h"),
      },
    ],
  },
};
