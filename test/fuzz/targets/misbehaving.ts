import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { demand, type Target } from '../target.ts';

/** By the number of the case. */
export const MISDEEDS: readonly string[] = [
  'nothing',
  'throws',
  'says no sentence',
  'breaks its own rule',
  'leaves a file',
  'pollutes',
  'loses an error',
  'loops',
  'ends the process',
  'fills the memory',
];

/** Does one after the other of what must be found, so that it is known to be found. Not one of the targets. */
export const misbehaving: Target = {
  name: 'misbehaving',
  about: 'nothing of the product',
  share: 1,
  async start(folder) {
    return {
      make: (_rng, number) => Buffer.from([number]),
      run: async ([number]) => {
        switch (MISDEEDS[number]) {
          case 'throws':
            throw new TypeError('x is not a function');
          case 'says no sentence':
            throw new StillwatchError('BAD_ARGS', 'oops');
          case 'breaks its own rule':
            return demand(1 + 1 === 3, 'counts otherwise') as unknown as string;
          case 'leaves a file':
            writeFileSync(join(folder, 'stranger'), '');
            break;
          case 'pollutes':
            Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true });
            break;
          case 'loses an error':
            void Promise.reject(new Error('lost'));
            await new Promise((resolve) => setImmediate(resolve));
            break;
          case 'loops':
            for (;;);
          case 'ends the process':
            process.abort();
            break;
          case 'fills the memory':
            for (const held: unknown[] = []; ; ) held.push(new Array(20_000_000).fill(held.length));
          default:
        }
        return 'nothing';
      },
    };
  },
};
