import { expect, it } from 'vitest';
import { linkAccounts } from '../../../electron/engine/analysis/links/link-accounts.ts';
import { tiedByIdentity } from '../../../electron/engine/analysis/tied-by-identity.ts';
import { listBy } from './links/worlds.ts';

it('tells accounts that share more than prompts from those that only ask alike', () => {
  const lists = [
    listBy('template', 1000, (a) => (a < 12 ? 'template' : `own ${a}`)),
    listBy('payment_fingerprint', 1000, (a) => (a < 4 ? `card ${a >> 1}` : `own ${a}`)),
  ];
  const links = linkAccounts({ accounts: 1000, lists }, { seed: 1 });
  const named = lists.map((list) => ({ list, values: [] }));
  const inside = [[...links.a.keys()]];
  expect([...tiedByIdentity(links, named, inside, 1000)].flatMap((flag, a) => (flag ? [a] : []))).toEqual([
    0, 1, 2, 3,
  ]);
});
