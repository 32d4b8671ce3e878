import { expect, test } from 'vitest';
import {
  loweredMarking,
  namesNothing,
  typedLimit,
  whyNotReady,
  withItems,
  withTemplate,
} from '../../../../renderer/features/export/choice-model.ts';
import type { BundleChoice } from '../../../../shared/contract/bundles.ts';

const CHOICE: BundleChoice = {
  whole: false,
  findings: [],
  operators: [],
  accounts: [],
  template: 'internal',
  redaction: false,
  prompts: true,
  rowLimit: null,
  handling: 'TLP:AMBER',
  pap: 'PAP:AMBER',
  recipients: '',
};

test('a partner gets neither names nor prompts, and going back to another report opens neither by itself', () => {
  const partner = withTemplate(CHOICE, 'partner');
  expect(partner).toMatchObject({ template: 'partner', redaction: true, prompts: false });
  expect(withTemplate(partner, 'internal')).toMatchObject({ redaction: true, prompts: false });
  expect(withTemplate(CHOICE, 'regulator')).toMatchObject({ redaction: false, prompts: true });
});

test('a marking more open than that of the case is told, a stricter or equal one is not', () => {
  const ofCase = { handling: 'TLP:AMBER', pap: 'PAP:AMBER' } as const;
  expect(loweredMarking(ofCase, ofCase)).toBeNull();
  expect(loweredMarking({ handling: 'TLP:RED', pap: 'PAP:RED' }, ofCase)).toBeNull();
  expect(loweredMarking({ handling: 'TLP:GREEN', pap: 'PAP:AMBER' }, ofCase)).toBe(
    'TLP:GREEN instead of TLP:AMBER',
  );
  expect(loweredMarking({ handling: 'TLP:CLEAR', pap: '' }, ofCase)).toBe(
    'TLP:CLEAR instead of TLP:AMBER, no PAP marking instead of PAP:AMBER',
  );
});

test('a choice names nothing only where no list and not everything is chosen', () => {
  expect(namesNothing(CHOICE)).toBe(true);
  expect(namesNothing({ ...CHOICE, whole: true })).toBe(false);
  expect(namesNothing({ ...CHOICE, accounts: ['a'] })).toBe(false);
});

test('things are added once, behind those that are there', () => {
  expect(withItems(['b', 'a'], ['c', 'a'])).toEqual(['b', 'a', 'c']);
});

test.each([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['12,000', 12_000],
  ['1 000', 1000],
  ['10000000', 10_000_000],
  ['10000001', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['all', undefined],
])('a limit of %j requests is %j', (typed, limit) => {
  expect(typedLimit(typed)).toBe(limit);
});

test('an export that cannot begin says why, the marking first', () => {
  expect(whyNotReady(null, false, true)).toBeNull();
  expect(whyNotReady('TLP:CLEAR instead of TLP:AMBER', true, true)).toBeNull();
  expect(whyNotReady('TLP:CLEAR instead of TLP:AMBER', false, false)).toMatch(/^Marked more open/);
  expect(whyNotReady(null, false, false)).toMatch(/passphrase/);
});
