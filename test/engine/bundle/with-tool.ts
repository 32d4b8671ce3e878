import { spawnSync } from 'node:child_process';
import { it } from 'vitest';

/** A test that needs a program of the system; where that is missing it is skipped, with the reason. */
export function withTool(tool: string, name: string, test: () => void | Promise<void>): void {
  const isMissing = spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined;
  it(name, async ({ skip }) => {
    skip(isMissing, `Not installed here: ${tool}.`);
    await test();
  });
}
