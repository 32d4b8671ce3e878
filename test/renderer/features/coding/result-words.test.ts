import { expect, test } from 'vitest';
import { intervalsSize } from '../../../../renderer/features/coding/draw-intervals.ts';
import { intervalGroups } from '../../../../renderer/features/coding/interval-rows.ts';
import {
  caveats,
  fewerWords,
  halfWords,
  intervalWords,
  kappaWords,
  leftOutWords,
  notBlindWords,
  shareWords,
} from '../../../../renderer/features/coding/result-words.ts';
import { whyNoResult } from '../../../../renderer/features/coding/sample-words.ts';
import type { Agreement, CodedShare, CoderResult, CodingResult } from '../../../../shared/contract/coding.ts';

const AGREEMENT: Agreement = {
  decided: 9,
  leftOut: 1,
  table: [
    [3, 1],
    [1, 4],
  ],
  observed: 7 / 9,
  kappa: 0.55,
  standardError: 0.277,
  interval: [0.007, 1],
};
const SHARE: CodedShare = { together: 3, apart: 1, cannotTell: 0, share: 0.75, interval: [0.3, 0.954] };
const NONE: CodedShare = { together: 0, apart: 0, cannotTell: 4, share: null, interval: null };
const coder = (name: string, by: Partial<CoderResult> = {}): CoderResult => ({
  ...{ coder: name, drew: false, afterResult: 0, operator: SHARE, cohort: NONE, withComputed: AGREEMENT },
  ...by,
});
const RESULT: CodingResult = {
  ...{ operator: 'O-7', seed: 1, frame: { operator: 4, cohort: 60 }, drawn: { operator: 4, cohort: 4 } },
  ...{ coders: [coder('ada'), coder('bo')], pairs: [] },
};

test('kappa is told with its interval, and where there is none, why', () => {
  expect(kappaWords(AGREEMENT)).toBe('Cohen’s kappa 0.55, standard error 0.28, 95 % interval 0.01 to 1.00.');
  expect(kappaWords({ ...AGREEMENT, kappa: -0.2, interval: [-0.9, 0.5] })).toMatch(/kappa −0.20.*−0.90 to/);
  expect(kappaWords({ ...AGREEMENT, kappa: 1, standardError: 0, interval: null })).toMatch(
    /^Cohen’s kappa 1.00\. Its standard error comes out as 0/,
  );
  const same = { kappa: null, standardError: null, interval: null };
  const table = (together: number, apart: number): Agreement['table'] => [
    [together, 0],
    [0, apart],
  ];
  expect(kappaWords({ ...AGREEMENT, ...same, table: table(9, 0) })).toMatch(/^Both say together of every/);
  expect(kappaWords({ ...AGREEMENT, ...same, table: table(0, 9) })).toMatch(/^Both say apart of every/);
  expect(kappaWords({ ...AGREEMENT, ...same, decided: 0, table: table(0, 0) })).toMatch(/nothing to agree/);
});

test('shares, intervals and what is left out are in words', () => {
  expect(shareWords(SHARE)).toBe('75.0 %, 3 of 4 decided');
  expect(shareWords(NONE)).toBe('none decided');
  expect(intervalWords(SHARE.interval)).toBe('30 % to 95 %');
  expect(intervalWords(null)).toBe('none');
  expect(leftOutWords(AGREEMENT)).toMatch(/^1 account left out/);
  expect(leftOutWords({ ...AGREEMENT, leftOut: 0 })).toBeNull();
});

test('who was not blind throughout is said', () => {
  expect(notBlindWords(coder('ada'))).toBeNull();
  expect(notBlindWords(coder('ada', { drew: true, afterResult: 2 }))).toBe(
    'drew the sample, so knew the operator; gave or changed 2 codes when the result could be seen',
  );
});

test('each half says out of how many it was drawn, and why it is smaller than asked for', () => {
  expect(halfWords('operator', RESULT.drawn, RESULT.frame)).toBe('4 of the 4 accounts of the operator');
  expect(fewerWords(RESULT.drawn, 8)).toBeNull();
  expect(fewerWords(RESULT.drawn, 20)).toMatch(/^You asked for 20\./);
});

test('what the figures do not say names the widest interval and a half that was mostly drawn', () => {
  const narrow = coder('bo', { operator: { ...SHARE, interval: [0.6, 0.9] } });
  const said = caveats({ ...RESULT, coders: [narrow, coder('ada')] }).join(' ');
  expect(said).toMatch(/75 % of 4 decided accounts is compatible with any share from 30 % to 95 %/);
  expect(said).toMatch(/More than half of the operator’s accounts was drawn/);
  const none = caveats({ ...RESULT, frame: { operator: 50, cohort: 60 }, coders: [] }).join(' ');
  expect(none).not.toMatch(/small|More than half/);
});

test('why there is no result yet depends on who asks', () => {
  expect(whyNoResult({ drew: true, coded: 0, total: 20 })).toMatch(/once one of them has coded all/);
  expect(whyNoResult({ drew: true, coded: 3, total: 20 })).toMatch(/coded 3 of its 20 accounts/);
  expect(whyNoResult({ drew: false, coded: 3, total: 20 })).toMatch(/3 of 20 are coded/);
});

test('the picture has a line for each coder in each half', () => {
  const groups = intervalGroups(RESULT);
  expect(groups.map(({ half, rows }) => [half, rows.length])).toEqual([
    ['operator', 2],
    ['cohort', 2],
  ]);
  const more = intervalGroups({ coders: [...RESULT.coders, coder('cy')] });
  expect(intervalsSize(more).heightPx).toBe(intervalsSize(groups).heightPx + 48);
});
