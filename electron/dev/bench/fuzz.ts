import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../../test/fuzz/main.ts');

/**
 * Gives hostile inputs to the product and reports what became of them. Its code stands with the tests, which run the
 * same on fewer inputs. Returns 1 where something was found.
 */
export function fuzz(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
