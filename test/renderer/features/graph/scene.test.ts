import { expect, test } from 'vitest';
import { seenBy, timesOf } from '../../../../renderer/features/graph/in-time.ts';
import { expanded, OVERVIEW, opened, removed } from '../../../../renderer/features/graph/picture-state.ts';
import { buildScene } from '../../../../renderer/features/graph/scene.ts';
import type { GraphOperator, GraphPicture } from '../../../../shared/contract/graph.ts';

const operator = (id: string, accounts: number): GraphOperator => ({
  id,
  accounts,
  matching: accounts,
  requests: 1,
  score: 0,
  likelihood: 'likely',
  together: 'likely',
  firstUs: 0,
});
const OPERATORS = [operator('O-1', 4), operator('O-2', 2)];

const account = (name: string, at: number, tiedTo: number) => ({
  account: name,
  operator: 'O-1',
  matches: true,
  score: 0,
  likelihood: 'likely' as const,
  requests: 1,
  firstUs: at * 10,
  part: 0,
  tiedTo,
});

/** a, b and c share an address, c and d a card; one link alone ties d. */
const PICTURE: GraphPicture = {
  accounts: [account('a', 1, 2), account('b', 2, 2), account('c', 3, 3), account('d', 4, 1)],
  links: [
    { a: 0, b: 1, bits: 9, values: [0] },
    { a: 1, b: 2, bits: 8, values: [0] },
    { a: 0, b: 2, bits: 7, values: [0] },
    { a: 2, b: 3, bits: 5, values: [1] },
  ],
  allLinks: 4,
  values: [
    { kind: 'ip', family: 'identity', value: 'i', bits: 12, holders: [0, 1, 2], tied: 3, accounts: 6 },
    {
      kind: 'payment_fingerprint',
      family: 'identity',
      value: 'p',
      bits: 20,
      holders: [2, 3],
      tied: 2,
      accounts: 2,
    },
  ],
  kinds: [],
  operators: [
    {
      operator: 'O-1',
      accounts: 4,
      parts: [4],
      kept: 4,
      total: 4,
      counted: 4,
      weakest: { a: 'c', b: 'd', bits: 5, splits: true },
    },
  ],
  ofFilter: null,
  unknown: [],
};
const NOTHING: GraphPicture = { ...PICTURE, accounts: [], links: [], allLinks: 0, values: [], operators: [] };
const OPEN = opened(OVERVIEW, 'O-1');

const brief = (scene: ReturnType<typeof buildScene>) =>
  scene.edges.map(({ a, b, type }) => `${scene.nodes[a].name} ${scene.nodes[b].name} ${type}`).sort();

test('the overview is bubbles alone', () => {
  const { nodes, edges, areas } = buildScene(OVERVIEW, OPERATORS, NOTHING, []);
  expect(nodes.map(({ id, closed }) => [id, closed])).toEqual([
    ['operator:O-1', true],
    ['operator:O-2', true],
  ]);
  expect(edges).toEqual([]);
  expect(areas).toEqual([
    { id: 'operator:O-1', accounts: 4 },
    { id: 'operator:O-2', accounts: 2 },
  ]);
});

test('an open operator shows its accounts and the lines that hold them together, its bridge marked', () => {
  const scene = buildScene(OPEN, OPERATORS, PICTURE, []);
  expect(brief(scene)).toEqual(['a b link', 'b c link', 'c d link']);
  expect(scene.edges.filter(({ weakest }) => weakest)).toHaveLength(1);
  expect([scene.links, scene.drawn]).toEqual([4, 3]);
  expect(scene.nodes.find(({ id }) => id === 'operator:O-1')?.closed).toBe(false);
  expect(brief(buildScene({ ...OPEN, lines: 'all' }, OPERATORS, PICTURE, []))).toHaveLength(4);
});

test('a cut of several links marks none of them', () => {
  const [group] = PICTURE.operators;
  const cut = { ...PICTURE, operators: [{ ...group, weakest: { a: 'a', b: 'c', bits: 15, splits: false } }] };
  const scene = buildScene(OPEN, OPERATORS, cut, []);
  expect(scene.edges.some(({ weakest }) => weakest)).toBe(false);
});

test('what shared values show needs no lines, except the bridge and a path', () => {
  const state = expanded(OPEN, { at: 'operator:O-1', kind: 'ip', accounts: ['a', 'b', 'c'] });
  const scene = buildScene(state, OPERATORS, PICTURE, []);
  expect(brief(scene)).toEqual(['a i shares', 'b i shares', 'c d link', 'c i shares']);
  const value = scene.nodes.find(({ type }) => type === 'value');
  expect(value).toMatchObject({
    id: 'value:["ip","i"]',
    area: 'operator:O-1',
    accounts: 6,
    sinceUs: 20,
    hidden: 0,
  });
  expect(brief(buildScene(state, OPERATORS, PICTURE, [['c', 'a']]))).toContain('a c link');
  expect(brief(buildScene({ ...state, without: ['ip'] }, OPERATORS, PICTURE, [])).join()).not.toContain(
    'shares',
  );
});

test('what is removed takes its lines along, and what is behind it is counted as not shown', () => {
  const scene = buildScene(removed(OPEN, 'account:c'), OPERATORS, PICTURE, []);
  expect(brief(scene)).toEqual(['a b link']);
  expect(
    scene.nodes.filter(({ type }) => type === 'account').map(({ name, hidden }) => [name, hidden]),
  ).toEqual([
    ['a', 1],
    ['b', 1],
    ['d', 1],
  ]);
});

test('accounts appear when they are first seen, lines with their second end', () => {
  const scene = buildScene(OPEN, OPERATORS, PICTURE, []);
  const { nodes, edges } = seenBy(scene, 25);
  expect(scene.nodes.filter((_, at) => nodes[at]).map(({ name }) => name)).toEqual(['O-1', 'O-2', 'a', 'b']);
  expect(brief({ ...scene, edges: scene.edges.filter((_, at) => edges[at]) })).toEqual(['a b link']);
  expect(seenBy(scene, null).edges).toEqual([true, true, true]);
  expect(timesOf(scene)).toEqual({ fromUs: 0, toUs: 40 });
  expect(timesOf({ nodes: [] })).toBeNull();
});

test('what is outside the filter is told from the rest, and hidden on request', () => {
  const accounts = PICTURE.accounts.map((one) => ({ ...one, matches: one.account === 'd' }));
  const filtered = { ...PICTURE, accounts };
  const operators = [OPERATORS[0], { ...OPERATORS[1], matching: 0 }];
  const state = expanded(OPEN, { at: 'operator:O-1', kind: 'ip', accounts: ['a', 'b', 'c'] });
  const dimmed = buildScene(state, operators, filtered, []);
  expect(dimmed.nodes.filter(({ outside }) => outside).map(({ name }) => name)).toEqual([
    'O-2',
    'a',
    'b',
    'c',
    'i',
  ]);
  expect(dimmed.hiddenOutside).toBe(0);
  const hidden = buildScene({ ...state, hideOutside: true }, operators, filtered, []);
  expect(hidden.nodes.map(({ name }) => name)).toEqual(['O-1', 'd']);
  expect(hidden.edges).toEqual([]);
  expect(hidden.hiddenOutside).toBe(4);
});
