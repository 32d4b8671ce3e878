import { expect, it } from 'vitest';
import { GrowingUint32 } from '../../../../electron/engine/analysis/templates/growing-uint32.ts';

it('keeps values over the edge of a block', () => {
  const grown = new GrowingUint32();
  const count = 2 ** 20 + 3;
  for (let i = 0; i < count; i++) grown.push(2 ** 32 - 1 - i);
  expect(grown.count).toBe(count);
  expect(grown.at(0)).toBe(2 ** 32 - 1);
  expect(grown.at(count - 1)).toBe(2 ** 32 - count);
  const values = grown.values();
  expect(values).toHaveLength(count);
  expect(values[2 ** 20]).toBe(grown.at(2 ** 20));
  expect(new GrowingUint32().values()).toHaveLength(0);
});
