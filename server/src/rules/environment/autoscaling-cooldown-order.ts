import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { formatDuration, parseDuration } from "../../values/duration.ts";
import { parseExtendedDuration } from "../../values/extended-duration.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "autoscaling-cooldown-order",
  severity: "warning",
  at: { environment: ["infrastructure.compute.instances.*.auto_scaling"] },
  check: (place, report) => {
    const grow = place.get("scale_up_cooldown");
    const shrink = place.get("scale_down_cooldown");
    const [up, down] = [lengthOf(grow), lengthOf(shrink)];
    if (!grow || !shrink || up === undefined || down === undefined || down > up) return;
    const [growText, shrinkText] = [grow.scalarText ?? "", shrink.scalarText ?? ""];
    const change = changeFor(shrink, up, down);
    report(shrink, {
      message:
        down === up
          ? l10n.t`\`scale_down_cooldown\` is as short as \`scale_up_cooldown\` (\`${growText}\`): the fleet shrinks as hastily as it grows, and flaps at every peak. Wait longer before shrinking.`
          : l10n.t`\`scale_down_cooldown\` (\`${shrinkText}\`) is shorter than \`scale_up_cooldown\` (\`${growText}\`): nodes are removed before new ones are added, and the fleet flaps at every peak. Wait longer before shrinking.`,
      related: [{ place: grow, message: l10n.t`The pause after growing stands here.` }],
      ...(change && { fix: { fix: "change", path: place.path, changes: [change] } }),
    });
  },
});

function lengthOf(place: Place | undefined): number | undefined {
  const text = place?.scalarText;
  return text === undefined ? undefined : parseExtendedDuration(text);
}

function changeFor(shrink: Place, up: number, down: number): Change | undefined {
  if (down < up)
    return {
      title: l10n.t`Swap \`scale_up_cooldown\` and \`scale_down_cooldown\``,
      operations: [{ do: "swap", path: ["scale_up_cooldown"], with: ["scale_down_cooldown"] }],
    };
  const twice = up * 2;
  const text = formatDuration(twice);
  if (up === 0 || parseDuration(text) === undefined) return undefined;
  const value = shrink.number === undefined ? text : twice / 1000;
  return {
    title: l10n.t`Set \`scale_down_cooldown\` to \`${value}\``,
    operations: [{ do: "set", path: ["scale_down_cooldown"], value }],
  };
}

const SCALING = (up: string, down: string): string =>
  `infrastructure:\n  compute:\n    instances:\n      - name: api\n        auto_scaling:\n          enabled: true\n          scale_up_cooldown: ${up}\n          scale_down_cooldown: ${down}\n`;

export const page: RulePage = {
  title: "A fleet that shrinks at least as hastily as it grows.",
  why: "Load comes in waves. A group that removes nodes sooner than it adds them drops capacity in every trough and has to start it again for the next peak, while users wait for nodes to boot. Growing quickly and shrinking slowly costs a few node-minutes and avoids the swing.",
  fix: "Swap the two pauses; double the pause after shrinking when both are the same",
  examples: {
    failing: {
      what: "a short pause after shrinking",
      text: SCALING("10m", "5m # cheap"),
      reports: [
        "warning 8 «5m» `scale_down_cooldown` (`5m`) is shorter than `scale_up_cooldown` (`10m`): nodes are removed before new ones are added, and the fleet flaps at every peak. Wait longer before shrinking.",
      ],
      fixed: SCALING("5m", "10m # cheap"),
    },
    passing: { what: "a longer pause after shrinking", text: SCALING("300", "10m"), reports: [] },
    placeholder: { what: "a pause that only the deployment knows", text: SCALING("${UP}", "1m"), reports: [] },
    disabled: {
      what: "auto scaling that is switched off",
      text: SCALING("10m", "5m").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "two pauses of the same length, in different notations",
        text: SCALING("PT5M", "300"),
        reports: [
          "warning 8 «300» `scale_down_cooldown` is as short as `scale_up_cooldown` (`PT5M`): the fleet shrinks as hastily as it grows, and flaps at every peak. Wait longer before shrinking.",
        ],
        fixed: SCALING("PT5M", "600"),
      },
      {
        what: "two pauses of the same length",
        text: SCALING("90s", "90s"),
        reports: [
          "warning 8 «90s» `scale_down_cooldown` is as short as `scale_up_cooldown` (`90s`): the fleet shrinks as hastily as it grows, and flaps at every peak. Wait longer before shrinking.",
        ],
        fixed: SCALING("90s", "3m"),
      },
      { what: "a pause that is none", text: SCALING("5 min", "1m"), reports: [] },
      { what: "a pause alone", text: SCALING("20m", ""), reports: [] },
    ],
  },
};
