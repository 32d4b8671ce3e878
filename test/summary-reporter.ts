import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  /** Each skipped test as `file > suite > test`, with the reason it gave; null when it gave none. */
  readonly skipped: readonly { readonly name: string; readonly reason: string | null }[];
  /**
   * Files that were not finished because the process that ran them ended without a word, where that is all that went
   * wrong outside tests. What they had done is not counted.
   */
  readonly cutShort: readonly string[];
}

/** How vitest begins the message of an error of a process that runs tests, not of a test. */
const OF_PROCESS = /^\[vitest-pool\]/;

/**
 * The counts of test files, what was skipped, and what was cut short. Tests that never started count as skipped.
 * @param errors messages of errors outside tests.
 */
export function summarize(modules: readonly TestModule[], errors: readonly string[]): TestSummary {
  const died = errors.length > 0 && errors.every((message) => OF_PROCESS.test(message));
  let passed = 0;
  let failed = 0;
  const skipped: { name: string; reason: string | null }[] = [];
  const cutShort: string[] = [];
  for (const module of modules) {
    const file = relative(process.cwd(), module.moduleId);
    const tests = [...module.children.allTests()];
    if (died && (tests.length === 0 || tests.some((test) => test.result().state === 'pending'))) {
      cutShort.push(file);
      continue;
    }
    for (const test of tests) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      else if (result.state === 'failed') failed += 1;
      else {
        const reason = result.state === 'skipped' ? (result.note ?? null) : 'it did not get to run';
        skipped.push({ name: `${file} > ${test.fullName}`, reason });
      }
    }
  }
  return { passed, failed, skipped, cutShort };
}

/** Writes the run's summary as JSON where STILLWATCH_TEST_SUMMARY says; test/run.mjs adds the stages up. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    const target = process.env.STILLWATCH_TEST_SUMMARY;
    const messages = errors.map(({ message }) => message);
    if (target) writeFileSync(target, JSON.stringify(summarize(modules, messages)));
  }
}
