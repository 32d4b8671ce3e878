import { expect, test } from 'vitest';
import { recomputeWords } from '../../../../renderer/features/export/recompute-words.ts';

const exhibit = (state: 'match' | 'drift') => ({ id: state, number: 1, title: 'x', state, figures: [] });

test('the same to the byte is claimed only where nothing came out otherwise', () => {
  const found = { files: 70, exhibits: [exhibit('match')], notCompared: [], problems: [] };
  expect(recomputeWords(found)).toBe(
    '70 files were made again from the tables of the bundle, each the same to the byte. 1 of 1 exhibit came out the same.',
  );
  const drifted = {
    ...found,
    exhibits: [exhibit('match'), exhibit('drift')],
    problems: [{ file: 'data/x.json', problem: 'is another' }],
  };
  expect(recomputeWords(drifted)).toBe(
    '70 files were made again from the tables of the bundle. 1 of 2 exhibits came out the same.',
  );
  expect(recomputeWords({ ...found, files: 1, exhibits: [] })).toBe(
    '1 file was made again from the tables of the bundle, each the same to the byte. The bundle has no exhibits.',
  );
});
