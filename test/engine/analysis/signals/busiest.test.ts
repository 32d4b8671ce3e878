import { describe, expect, it } from 'vitest';
import { busiestAccounts, isBusyOperator } from '../../../../electron/engine/analysis/signals/busiest.ts';
import { tiny } from './tiny.ts';

describe('busiest', () => {
  it('are the 60 operators with most requests', () => {
    const names = Array.from({ length: 62 }, (_, o) => `o${String(o).padStart(2, '0')}`);
    const requests = names.flatMap((name, o) =>
      [`${name} a`, `${name} b`].flatMap((account) => Array.from({ length: 1 + o }, () => ({ account }))),
    );
    const context = tiny(requests, { operators: names.map((name) => [`${name} a`, `${name} b`]) });
    const busy = context.operators.map((members) => isBusyOperator(context, members));
    expect(busy).toEqual(names.map((_, o) => o >= 2));
  });

  it('are the 100 accounts with most requests, in order', () => {
    const accounts = Array.from({ length: 103 }, (_, i) => `a${String(i).padStart(3, '0')}`);
    const requests = accounts.flatMap((account, i) =>
      Array.from({ length: i % 40 === 7 ? 1 : 2 }, () => ({ account })),
    );
    const context = tiny(requests);
    const members = Uint32Array.from(accounts, (_, a) => a);
    const chosen = Array.from(busiestAccounts(context, members));
    expect(chosen).toHaveLength(100);
    expect(chosen).toEqual(Array.from(members).filter((a) => ![7, 47, 87].includes(a)));
    expect(busiestAccounts(context, members.subarray(0, 5))).toHaveLength(5);
  });
});
