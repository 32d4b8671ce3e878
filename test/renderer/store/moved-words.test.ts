import { expect, test } from 'vitest';
import { movedWords } from '../../../renderer/store/moved-words.ts';

const KNOWN = {
  findings: 2,
  exhibits: 4,
  match: 4,
  drift: 0,
  cannot: 0,
  moved: [],
  unknown: 0,
  due: 0,
  dataState: '',
};
const moved = [{ finding: '0193', claim: 'a', exhibits: [] }];

test('how many findings moved is said beside how many there are, and none only where all is known', () => {
  expect(movedWords({ ...KNOWN, match: 1, drift: 2, cannot: 1, moved })).toBe(
    '1 of 2 findings moved: 3 exhibits are not what was pinned.',
  );
  expect(movedWords({ ...KNOWN, match: 3, drift: 1, moved })).toBe(
    '1 of 2 findings moved: 1 exhibit is not what was pinned.',
  );
  expect(movedWords(KNOWN)).toBe('No finding moved: 4 exhibits are what was pinned.');
  expect(movedWords({ ...KNOWN, match: 3, unknown: 1 })).toBe(
    '0 of 2 findings moved: 3 of 4 exhibits are what was pinned. Of 1 it is not known.',
  );
});
