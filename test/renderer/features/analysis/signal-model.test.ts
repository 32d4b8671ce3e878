import { expect, test } from 'vitest';
import {
  bitsScale,
  commonCohort,
  groupSignals,
  ordinal,
  signalValue,
} from '../../../../renderer/features/analysis/signal-model.ts';
import type { SignalId, SignalInfo, SignalValue } from '../../../../shared/contract/analysis.ts';

const value = (id: SignalId, by: Partial<SignalValue> = {}): SignalValue => ({
  id,
  value: 1,
  n: 1,
  cohort: 'all',
  percentile: null,
  bits: 0,
  detail: '',
  ...by,
});
const info = (id: SignalId, disabled: string | null = null): SignalInfo => ({
  id,
  title: id,
  family: 'content',
  measures: '',
  unit: 'bits',
  direction: 'high',
  innocent: [],
  disabled,
});

test('shares in percent of what they are shares of, all else in three digits', () => {
  expect(signalValue(0.746, 'share of requests')).toEqual({ text: '74.6 %', unit: 'of requests' });
  expect(signalValue(0.0004, 'share')).toEqual({ text: '< 0.1 %', unit: '' });
  expect(signalValue(0, 'share of 100 requests')).toEqual({ text: '0 %', unit: 'of 100 requests' });
  expect(signalValue(17.7207, 'bits')).toEqual({ text: '17.7', unit: 'bits' });
  expect(signalValue(-0.0336, 'correlation')).toEqual({ text: '−0.0336', unit: 'correlation' });
  expect(signalValue(12345.6, 'cells')).toEqual({ text: '12,346', unit: 'cells' });
});

test('places in a cohort as ordinals', () => {
  expect([0, 1, 2, 3, 11, 12, 13, 21, 90.4, 100].map(ordinal)).toEqual([
    '0th',
    '1st',
    '2nd',
    '3rd',
    '11th',
    '12th',
    '13th',
    '21st',
    '90th',
    '100th',
  ]);
});

test('weak signals do not fill the bars', () => {
  expect(bitsScale([value('S1', { bits: 0.5 })])).toBe(4);
  expect(bitsScale([value('S1', { bits: 3 }), value('S2', { bits: -8 })])).toBe(8);
  expect(bitsScale([])).toBe(4);
});

test('one cohort is said once, several with each signal', () => {
  expect(commonCohort([value('S1'), value('S2')])).toBe('all');
  expect(commonCohort([value('S1'), value('S2', { cohort: 'some' })])).toBeNull();
  expect(commonCohort([])).toBeNull();
});

test('every signal stands in one group: measured, too little to measure, or not carried by the data', () => {
  const groups = groupSignals(
    [value('S3'), value('S1')],
    [info('S1'), info('S2'), info('S3'), info('S4', 'No events.')],
  );
  expect(groups.measured.map(({ value: { id }, info: { title } }) => [id, title])).toEqual([
    ['S3', 'S3'],
    ['S1', 'S1'],
  ]);
  expect(groups.silent.map(({ id }) => id)).toEqual(['S2']);
  expect(groups.disabled.map(({ id }) => id)).toEqual(['S4']);
});
