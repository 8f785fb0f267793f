// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as autoscalingCooldownOrder } from "./autoscaling-cooldown-order.ts";
import { rule as cidrOverlap } from "./cidr-overlap.ts";
import { rule as healthCheckTiming } from "./health-check-timing.ts";
import { rule as lifecycleOrder } from "./lifecycle-order.ts";
import { rule as prodHardening } from "./prod-hardening.ts";
import { rule as queueLimits } from "./queue-limits.ts";
import { rule as residencyViolation } from "./residency-violation.ts";
import { rule as subnetOutsideVpc } from "./subnet-outside-vpc.ts";

export const ENVIRONMENT_RULES: readonly Rule[] = [
  autoscalingCooldownOrder,
  cidrOverlap,
  healthCheckTiming,
  lifecycleOrder,
  prodHardening,
  queueLimits,
  residencyViolation,
  subnetOutsideVpc,
];
