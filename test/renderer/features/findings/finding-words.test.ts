import { expect, test } from 'vitest';
import {
  filterFindings,
  knownWords,
  rerunWords,
  verdictCounts,
} from '../../../../renderer/features/findings/finding-words.ts';
import type { Rerun } from '../../../../shared/contract/exhibits.ts';
import type { FindingRow } from '../../../../shared/contract/findings.ts';

const RERUN: Rerun = {
  state: 'match',
  reason: null,
  dataChanged: false,
  rowsChanged: false,
  versionChanged: false,
  stale: false,
  figures: [
    { name: 'requests', before: 4210, after: 4330 },
    { name: 'score', before: 0.25, after: 0.25 },
  ],
};

const ROW: FindingRow = {
  id: '0192',
  claim: 'One operator stands behind them',
  scope: ['operator:op_7'],
  likelihood: null,
  confidence: null,
  status: 'draft',
  author: 'A. Investigator',
  createdUs: 1,
  changedBy: 'B. Reviewer',
  changedUs: 2,
  exhibits: 0,
  drifted: 0,
  unchecked: 0,
  agrees: 0,
  dissents: 0,
  outdated: 0,
};

test('a drift says how many figures moved, and a match does not hide what changed behind it', () => {
  expect(rerunWords({ ...RERUN, state: 'drift' })).toBe('Drift: 1 of 2 figures moved.');
  expect(rerunWords({ ...RERUN, state: 'drift', figures: [RERUN.figures[1]] })).toBe(
    'Drift: rows of the result differ, its figures do not.',
  );
  expect(rerunWords({ ...RERUN, dataChanged: true, stale: true })).toMatch(
    /^Match: .* Note: the sources of the case .*; it rests on a stale analysis\.$/,
  );
  expect(rerunWords({ ...RERUN, state: 'cannot', reason: 'No such account.' })).toBe(
    'Cannot be worked out now. No such account.',
  );
});

test('a report and verdicts are counted in words', () => {
  const known = {
    findings: 1,
    exhibits: 4,
    match: 3,
    drift: 1,
    cannot: 0,
    moved: [],
    unknown: 0,
    due: 0,
    dataState: '',
  };
  expect(knownWords(known)).toBe(
    '4 exhibits of 1 finding, as last worked out: 3 match, 1 drifted, 0 cannot be worked out.',
  );
  expect(knownWords({ ...known, match: 1, unknown: 2 })).toBe(
    '4 exhibits of 1 finding, as last worked out: 1 match, 1 drifted, 0 cannot be worked out, 2 not worked out from the data as they are now.',
  );
  expect(verdictCounts(ROW)).toBe('');
  expect(verdictCounts({ ...ROW, agrees: 1, dissents: 2, outdated: 1 })).toBe(
    '1 agrees, 2 dissent, 1 on an older state',
  );
});

test('findings are found by claim, scope and people, and by status', () => {
  const other = { ...ROW, id: '0193', claim: 'Another', scope: [], status: 'agreed' as const };
  const ids = (status: FindingRow['status'] | null, text: string) =>
    filterFindings([ROW, other], status, text).map(({ id }) => id);
  expect(ids(null, ' OP_7 ')).toEqual(['0192']);
  expect(ids(null, 'reviewer')).toEqual(['0192', '0193']);
  expect(ids('agreed', '')).toEqual(['0193']);
  expect(ids('agreed', 'operator')).toEqual([]);
});
