import type { NamedList } from './identifier-values.ts';
import { traitsOf } from './links/kinds.ts';
import type { Links } from './links/link-accounts.ts';

/**
 * Accounts (a flag each) that more than like prompts ties to another of their operator: some link inside carries
 * evidence of another family. Who merely asks alike may have read the same page.
 * @param inside links within each operator.
 */
export function tiedByIdentity(
  links: Links,
  lists: readonly NamedList[],
  inside: readonly (readonly number[])[],
  accounts: number,
): Uint8Array {
  const isContent = lists.map(({ list }) => traitsOf(list.kind).family === 'content');
  const tied = new Uint8Array(accounts);
  for (const link of inside.flat()) {
    for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
      if (isContent[links.itemList[at]] || links.itemCredit[at] === 0) continue;
      tied[links.a[link]] = tied[links.b[link]] = 1;
      break;
    }
  }
  return tied;
}
