import { describe, expect, it } from 'vitest';
import { CoverageReader, cellsAt, cellsOf } from '../../../../electron/engine/analysis/signals/cells.ts';
import { type TinyRequest, tiny } from './tiny.ts';

const send = (account: string, topic: string, times: number, template?: string): TinyRequest[] =>
  Array.from({ length: times }, () => ({ account, topic, template }));

function reader(requests: readonly TinyRequest[]) {
  const context = tiny(requests);
  return new CoverageReader(context.data, cellsOf(context));
}

describe('cells', () => {
  it('are topics with templates; a request of which nothing is known has none', () => {
    const context = tiny([
      ...send('a', 'law', 2),
      ...send('a', 'law', 1, 'X'),
      ...send('a', 'art', 1, 'X'),
      { account: 'b' },
    ]);
    const { of, cells } = cellsOf(context);
    expect(cells).toBe(3);
    expect([...of]).toEqual([1, 1, 2, 3, 0]);
  });
});

describe('coverage of unions', () => {
  it('draws 50 requests from each account', () => {
    const own = reader([...send('a', 't', 100), ...send('a', 'u', 2), ...send('b', 't', 50)]);
    const [a, b] = [own.missed(0), own.missed(1)];
    if (!a || !b) throw new Error('too few');
    // Of 102 requests 2 are of the second cell; 50 miss both with (52 * 51) / (102 * 101).
    expect(own.union([a])).toBeCloseTo(2 - (52 * 51) / (102 * 101), 12);
    expect(own.union([a, b])).toBeCloseTo(2 - (52 * 51) / (102 * 101), 12);
    expect(own.union([b])).toBeCloseTo(1, 12);
  });

  it('is the sum where accounts keep apart, more than pooled requests cover', () => {
    const half = (account: string, topics: string[]) => topics.flatMap((topic) => send(account, topic, 50));
    const own = reader([...half('a', ['t', 'u']), ...half('b', ['v', 'w'])]);
    const both = [own.missed(0), own.missed(1)].filter((found) => found !== undefined);
    expect(own.union(both)).toBeCloseTo(own.union([both[0]]) + own.union([both[1]]), 12);
    expect(own.union(both)).toBeGreaterThan(cellsAt(own.frequencies([0, 1]), 4));
  });

  it('leaves out accounts below 50 requests', () => {
    expect(reader(send('a', 't', 49)).missed(0)).toBeUndefined();
  });
});
