import { expect, test } from 'vitest';
import {
  agreementBits,
  countEntities,
  vouchedBits,
} from '../../../../electron/engine/analysis/links/base-rates.ts';
import type { IdentifierList } from '../../../../electron/engine/analysis/links/identifier-list.ts';
import type { IdentifierKind } from '../../../../electron/engine/analysis/links/kinds.ts';

/** Two accounts of a hundred carry value 0; of 40 strangers of a reference that carry any, `holders` do. */
function bits(kind: IdentifierKind, holders?: number): { agreement: number; vouched: number } {
  const list: IdentifierList = {
    kind,
    from: Uint32Array.of(0, 2, 100),
    accounts: Uint32Array.from({ length: 100 }, (_, a) => a),
    rows: new Uint32Array(100),
    ...(holders !== undefined && { reference: { entitiesWith: Uint32Array.of(holders, 0), entities: 40 } }),
  };
  const rates = countEntities(
    list,
    Uint32Array.from({ length: 100 }, (_, a) => a),
  );
  return { agreement: agreementBits(list, rates, 0, 0), vouched: vouchedBits(list, 0) };
}

test('what is common in a reference is common: its share there takes the place of a smaller one', () => {
  // Of a header fingerprint m is 0.5 and u at least 0.001.
  expect(bits('header_fingerprint').agreement).toBeCloseTo(Math.log2(0.5 / 0.001), 12);
  expect(bits('header_fingerprint', 10).agreement).toBeCloseTo(Math.log2(0.5 / 0.25), 12);
  expect(bits('template', 10).vouched).toBeCloseTo(Math.log2(0.7 / 0.25), 12);
});

test('to be absent from a reference makes nothing rare', () => {
  expect(bits('header_fingerprint', 0)).toEqual(bits('header_fingerprint'));
  expect(bits('template', 0)).toEqual(bits('template'));
});

test('holders in a reference of what belongs to one count as further holders', () => {
  // Of a payment method m is 0.6 and u at least 1e-7, once for each other holder.
  expect(bits('payment_fingerprint', 3).agreement).toBeCloseTo(Math.log2(0.6 / 4e-7), 12);
});
