import { expect, test } from 'vitest';
import { dropPlan } from '../../../renderer/frame/drop-plan.ts';

const file = (name: string) => ({ grant: name, name });

test('a case opens when none is open, and is refused with a reason when one is', () => {
  expect(dropPlan([file('a.swcase')], false)).toEqual({ act: 'open', file: file('a.swcase') });
  expect(dropPlan([file('A.SWCASE')], true)).toMatchObject({
    act: 'nothing',
    why: expect.stringContaining('Close it'),
  });
});

test('logs are imported, into a new case when none is open', () => {
  const logs = [file('a.csv'), file('b.csv.gz')];
  expect(dropPlan(logs, true)).toEqual({ act: 'import', logs });
  expect(dropPlan(logs, false)).toEqual({ act: 'new-case', logs });
});

test('a bundle is verified, with a case open or not', () => {
  expect(dropPlan([file('x.zip')], true)).toEqual({ act: 'verify', file: file('x.zip') });
  expect(dropPlan([file('x.zip')], false)).toEqual({ act: 'verify', file: file('x.zip') });
});

test('mixtures and nothing do nothing and say why', () => {
  expect(dropPlan([file('a.swcase'), file('b.csv')], false).act).toBe('nothing');
  expect(dropPlan([], false).act).toBe('nothing');
});
