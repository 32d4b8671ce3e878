import { expect, it } from 'vitest';
import { FrequencySketch } from '../../../../electron/engine/analysis/templates/frequency-sketch.ts';

it('never counts too low, hardly ever too high, and stops at 255', () => {
  const sketch = new FrequencySketch();
  for (let value = 0; value < 50_000; value++) for (let k = 0; k <= value % 4; k++) sketch.add(value * 7_919);
  let wrong = 0;
  for (let value = 0; value < 50_000; value++) {
    const count = sketch.count(value * 7_919);
    expect(count).toBeGreaterThanOrEqual((value % 4) + 1);
    if (count > (value % 4) + 1) wrong++;
  }
  expect(wrong).toBeLessThan(5);
  for (let k = 0; k < 400; k++) sketch.add(1);
  expect(sketch.count(1)).toBe(255);
});
