import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PendingBytes } from '../../../../electron/engine/import/containers/pending-bytes.ts';

test('what is pushed and not taken is pending, one behind the other', () => {
  const step = fc.record({ block: fc.uint8Array({ maxLength: 20 }), take: fc.nat(25) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const pending = new PendingBytes();
      let expected: number[] = [];
      for (const { block, take } of steps) {
        pending.push(block);
        expected.push(...block);
        // Who reads a file overwrites its block with the next.
        block.fill(0xee);
        expect([...pending.bytes]).toEqual(expected);
        const count = Math.min(take, expected.length);
        pending.take(count);
        expected = expected.slice(count);
        expect([...pending.bytes]).toEqual(expected);
      }
    }),
    { numRuns: 300, seed: 2 },
  );
});
