import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestSummary {
  readonly results: readonly TestOutcome[];
  /**
   * Files that were not finished because the process that ran them ended without a word, where that is all that went
   * wrong outside tests. What they had done is not among the results.
   */
  readonly cutShort: readonly string[];
}

export interface TestOutcome {
  /** `file > suite > test`, with forward slashes in the file's path. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped; null when it gave no reason, and for all others. */
  readonly reason: string | null;
}

/** How vitest begins the message of an error of a process that runs tests, not of a test. */
const OF_PROCESS = /^\[vitest-pool\]/;

/**
 * What became of the tests of these files, and what was cut short. Tests that never started count as skipped.
 * @param errors messages of errors outside tests.
 */
export function summarize(modules: readonly TestModule[], errors: readonly string[]): TestSummary {
  const died = errors.length > 0 && errors.every((message) => OF_PROCESS.test(message));
  const cutShort: string[] = [];
  const results: TestOutcome[] = [];
  for (const module of modules) {
    const file = relative(process.cwd(), module.moduleId).replaceAll(sep, '/');
    const tests = [...module.children.allTests()];
    if (died && (tests.length === 0 || tests.some((test) => test.result().state === 'pending'))) {
      cutShort.push(file);
      continue;
    }
    for (const test of tests) {
      const result = test.result();
      const name = `${file} > ${test.fullName}`;
      if (result.state === 'passed' || result.state === 'failed')
        results.push({ name, state: result.state, reason: null });
      else {
        const reason = result.state === 'skipped' ? (result.note ?? null) : 'it did not get to run';
        results.push({ name, state: 'skipped', reason });
      }
    }
  }
  return { results, cutShort };
}

/** Writes the run's summary as JSON where STILLWATCH_TEST_SUMMARY says; test/run.mjs adds the stages up. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    const target = process.env.STILLWATCH_TEST_SUMMARY;
    const messages = errors.map(({ message }) => message);
    if (target) writeFileSync(target, JSON.stringify(summarize(modules, messages)));
  }
}
