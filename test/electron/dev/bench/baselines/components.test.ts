import { describe, expect, it } from 'vitest';
import {
  components,
  sharedPaymentComponents,
} from '../../../../../electron/dev/bench/baselines/components.ts';

describe('components', () => {
  it('joins over chains and leaves loners out', () => {
    // 0 and 1 share value 5, 1 and 2 share 6; 3 has a value of its own; 4 and 5 share only the absent value.
    const found = components(6, { account: [0, 1, 1, 2, 3, 4, 5], value: [5, 5, 6, 6, 7, 0, 0] });
    expect(found[0]).not.toBeNull();
    expect(new Set(found.slice(0, 3)).size).toBe(1);
    expect(found.slice(3)).toEqual([null, null, null]);
  });

  it('does not join accounts without a payment', () => {
    const found = sharedPaymentComponents(['', '', 'a', 'b', 'a']);
    expect(found.map((one) => one !== null)).toEqual([false, false, true, false, true]);
  });
});
