import { expect, test } from 'vitest';
import { soak } from '../../electron/dev/bench/soak/soak.ts';

const DAYS = 4;
const SIZES = { accounts: 40, requests: 400, imported: 1000, oldAnnotations: 1 };

test('after each day of work an engine holds no more files, threads and timers than after the first', async () => {
  const samples = await soak(
    (_, days) => days === DAYS,
    { seed: 1, sizes: SIZES },
    () => undefined,
  );
  expect(samples).toHaveLength(DAYS);
  const [first, ...later] = samples.map(({ files, resources }) => ({ files, resources }));
  expect(first.resources.Timeout ?? 0).toBe(0);
  for (const sample of later) expect(sample).toEqual(first);
  // Heap that is never given back would add up; what one day leaves does not.
  const heapMb = samples.map(({ heapBytes }) => heapBytes / 1e6);
  expect((heapMb.at(-1) ?? 0) - heapMb[1]).toBeLessThan(10);
});
