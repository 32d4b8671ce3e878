import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  /** Each skipped test as `file > suite > test`, with the reason it gave; null when it gave none. */
  readonly skipped: readonly { readonly name: string; readonly reason: string | null }[];
}

/** The counts of finished test files, and what was skipped. Tests that never started count as skipped. */
export function summarize(modules: readonly TestModule[]): TestSummary {
  let passed = 0;
  let failed = 0;
  const skipped: { name: string; reason: string | null }[] = [];
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      else if (result.state === 'failed') failed += 1;
      else {
        const reason = result.state === 'skipped' ? (result.note ?? null) : 'it did not get to run';
        skipped.push({ name: `${relative(process.cwd(), module.moduleId)} > ${test.fullName}`, reason });
      }
    }
  }
  return { passed, failed, skipped };
}

/** Writes the run's summary as JSON where STILLWATCH_TEST_SUMMARY says; test/run.mjs adds the stages up. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const target = process.env.STILLWATCH_TEST_SUMMARY;
    if (target) writeFileSync(target, JSON.stringify(summarize(modules)));
  }
}
