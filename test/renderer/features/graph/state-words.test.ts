import { expect, test } from 'vitest';
import { OVERVIEW, type PictureState } from '../../../../renderer/features/graph/picture-state.ts';
import type { Scene, SceneNode } from '../../../../renderer/features/graph/scene.ts';
import { matchWords, ofFilterWords, stateWords } from '../../../../renderer/features/graph/state-words.ts';

const node = (type: SceneNode['type'], closed: boolean, outside: boolean) => ({ type, closed, outside });
const SCENE = {
  nodes: [node('operator', true, false), node('operator', true, true), node('account', false, true)],
  edges: [{}, {}],
  links: 9,
  drawn: 9,
  hiddenOutside: 3,
} as unknown as Scene;
const SEEN = { nodes: [true, true, false], edges: [false, true] };
const words = (change: Partial<PictureState>, untilUs: number | null = null) =>
  stateWords({ ...OVERVIEW, ...change }, SCENE, SEEN, untilUs, 'UTC');

test('a whole picture leaves nothing to say', () => {
  expect(words({})).toEqual([]);
});

test('where the slider stands and which evidence is left out are named, hidden characters shown', () => {
  expect(words({ without: ['payment_fingerprint', 'x\u202e'] }, Date.UTC(2026, 4, 4, 12) * 1000)).toEqual([
    'As of 2026-05-04 12:00 UTC: 2 of 3 nodes and 1 of 2 lines are there by then.',
    expect.stringMatching(/^Evidence left out: payment.*, x\\u\{202e\}; links are weighed without it\.$/),
  ]);
  expect(words({ leastBits: 12, hideOutside: true, removed: ['account:a'] })).toEqual([
    'Only links of at least 12 bits.',
    '1 node removed by hand.',
    '3 accounts and operators outside the filter hidden.',
  ]);
});

test('matches are counted out of what is shown, accounts of the filter out of all of them', () => {
  expect(matchWords(SCENE)).toBe(
    '0 of 1 account shown match the filter, 1 of 2 bubbles have accounts that match',
  );
  expect(ofFilterWords(null)).toMatch(/^No filter/);
  expect(ofFilterWords({ accounts: 3, ofAccounts: 3 })).toBe(
    '3 of 3 analysed accounts of the filter are in the picture.',
  );
  expect(ofFilterWords({ accounts: 2000, ofAccounts: 4112 })).toMatch(/^2,000 of 4,112 .* highest scores/);
});
