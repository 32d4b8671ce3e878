import { perContext } from './per-context.ts';
import type { SignalContext } from './signal.ts';

/**
 * Customer of each account as far as it is known without its requests: accounts of one established firm, else of one
 * declared organisation, have the same number; all others have one of their own.
 */
export const customersOf = perContext(({ data, traits, lists }: SignalContext): Uint32Array => {
  const accounts = data.accounts.length;
  const customers = new Uint32Array(accounts);
  const first = new Map<string, number>();
  const firm = lists.find(({ list }) => list.kind === 'firm')?.list;
  const firmOf = new Uint32Array(accounts);
  for (let x = 0; firm && x + 1 < firm.from.length; x++) {
    for (let at = firm.from[x]; at < firm.from[x + 1]; at++) firmOf[firm.accounts[at]] = x + 1;
  }
  for (let a = 0; a < accounts; a++) {
    const { organization } = traits[a];
    const name = firmOf[a] > 0 ? `firm ${firmOf[a]}` : organization ? `organization ${organization}` : '';
    if (name !== '' && !first.has(name)) first.set(name, a);
    customers[a] = first.get(name) ?? a;
  }
  return customers;
});

/**
 * Whom each account counts as when it is asked how common content is: what identifiers, apart from content, join is
 * one, so that a campaign does not make its own content look common.
 */
export const contentEntities = perContext((context: SignalContext): Uint32Array => {
  const k = context.lists.findIndex(({ list }) => list.kind === 'template');
  return k < 0 ? customersOf(context) : context.links.rates[k].entityOf;
});
