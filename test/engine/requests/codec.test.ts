import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addActivities,
  packActivity,
  unpackActivity,
} from '../../../electron/engine/requests/activity-codec.ts';
import {
  decodeNumbers,
  decodeText,
  encodeNumbers,
  encodeText,
  textValues,
} from '../../../electron/engine/requests/codec.ts';

const number = fc.oneof(
  fc.integer(),
  fc.integer({ min: 0, max: 255 }),
  fc.maxSafeInteger(),
  fc.double({ noDefaultInfinity: true }),
  fc.constant(Number.NaN),
  fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map((s) => s * 1_000_000),
);

test('numbers come back as they were, absent ones too', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 300 }), (list) => {
      const values = Float64Array.from(list);
      expect(decodeNumbers(encodeNumbers(values), values.length)).toEqual(values);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('texts come back as they were', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 300 }),
      fc.nat(),
      (texts, salt) => {
        const encoded = texts.map((text) => new TextEncoder().encode(text));
        const ends = Uint32Array.from(encoded, (_, i) => Buffer.concat(encoded.slice(0, i + 1)).length);
        const codes = Uint32Array.from(
          { length: texts.length * 2 + 1 },
          (_, i) => (i * 7 + salt) % (texts.length + 1),
        );
        const column = decodeText(encodeText({ bytes: Buffer.concat(encoded), ends, codes }), codes.length);
        expect(Array.from(column.codes)).toEqual(Array.from(texts.length === 0 ? codes.fill(0) : codes));
        expect(textValues(column)).toEqual([
          null,
          ...encoded.map((bytes) => new TextDecoder().decode(bytes)),
        ]);
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

test('times of a second or a millisecond take four bytes, not eight', () => {
  const times = Float64Array.from({ length: 4096 }, (_, i) => 1_777_000_000_000_000 + i * 37_000_000);
  expect(encodeNumbers(times).length).toBeLessThan(4096 * 4.1);
});

test('activity comes back as it was', () => {
  const count = fc.integer({ min: 0, max: 2 ** 31 });
  const bin = fc.record({
    step: fc.integer({ min: 1, max: 1e6 }),
    r: count,
    f: count,
    i: fc.maxSafeNat(),
    o: count,
  });
  fc.assert(
    fc.property(
      fc.array(bin, { maxLength: 50 }),
      fc.integer({ min: -1000, max: 2_000_000 }),
      (list, first) => {
        const bins: number[] = [];
        for (const { step } of list) bins.push(bins.length === 0 ? first : (bins.at(-1) ?? 0) + step);
        const activity = {
          bin: Int32Array.from(bins),
          requests: Uint32Array.from(list, ({ r }) => r),
          failed: Uint32Array.from(list, ({ f }) => f),
          inputTokens: Float64Array.from(list, ({ i }) => i),
          outputTokens: Float64Array.from(list, ({ o }) => o),
        };
        expect(unpackActivity(packActivity(activity))).toEqual(activity);
      },
    ),
    { seed: 1 },
  );
});

test('activities are summed bin by bin', () => {
  const bins = fc.uniqueArray(fc.integer({ min: -5, max: 20 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(bins, { minLength: 1, maxLength: 5 }), (parts) => {
      const activities = parts.map((part, k) => {
        const bin = Int32Array.from(part).sort();
        return {
          bin,
          requests: Uint32Array.from(bin, (_, i) => i + 1),
          failed: Uint32Array.from(bin, (_, i) => i * k),
          inputTokens: Float64Array.from(bin, (at) => at * 1e10),
          outputTokens: Float64Array.from(bin, () => k),
        };
      });
      const sum = addActivities(activities);
      expect([...sum.bin]).toEqual([...new Set(parts.flat())].sort((a, b) => a - b));
      for (const name of ['requests', 'failed', 'inputTokens', 'outputTokens'] as const) {
        const expected = Array.from(sum.bin, (bin) =>
          activities.reduce((all, part) => {
            const at = part.bin.indexOf(bin);
            return all + (at < 0 ? 0 : part[name][at]);
          }, 0),
        );
        expect([...sum[name]]).toEqual(expected);
      }
    }),
    { numRuns: 300, seed: 6 },
  );
});
