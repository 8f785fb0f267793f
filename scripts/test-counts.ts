/** What came of some tests. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Nothing was tested. */
export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two counts. */
export function addCounts(a: TestCounts, b: TestCounts): TestCounts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Counts as people read them: `3 passed, 0 failed`, with skipped tests only when there are any. */
export function countsText({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Whether an unknown value is counts, for messages between processes. */
export function isTestCounts(value: unknown): value is TestCounts {
  return (
    typeof value === "object" &&
    value !== null &&
    ["passed", "failed", "skipped"].every((name) => typeof (value as Record<string, unknown>)[name] === "number")
  );
}
