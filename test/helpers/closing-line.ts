import type { Reporter, TestCase, TestModule } from "vitest/node";

/** How a run of the tests went. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Ends a run with one plain line that people and machines can read; before it, why tests were skipped. */
export const closingLineReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failures = modules.reduce((sum, module) => sum + countFailures(module), unhandledErrors.length);
    const tally = {
      passed: tests.filter((test) => test.result().state === "passed").length,
      failed: failures,
      skipped: tests.filter((test) => test.result().state === "skipped").length,
    };
    process.stdout.write(`${[...skipReasons(tests), closingLine(tally)].join("\n")}\n`);
  },
};

/** The last line of a run. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Failed tests, and failures outside of tests: a file that does not load, a hook of a suite that throws. */
function countFailures(module: TestModule): number {
  const tests = [...module.children.allTests("failed")];
  const brokenSuites = [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  return tests.length + brokenSuites.length;
}

function skipReasons(tests: readonly TestCase[]): string[] {
  return tests.flatMap((test) => {
    const result = test.result();
    const note = result.state === "skipped" ? result.note : undefined;
    return note === undefined ? [] : [`skipped: ${test.fullName}: ${note}`];
  });
}
