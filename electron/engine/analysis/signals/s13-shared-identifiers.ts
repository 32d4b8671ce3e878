import { kindWords } from '../../../../shared/evidence-kinds.ts';
import { median } from '../link-evidence.ts';
import { traitsOf } from '../links/kinds.ts';
import { type WaterfallBar, waterfallOf } from '../links/waterfall.ts';
import { quoted } from './evidence-words.ts';
import { perContext } from './per-context.ts';
import type { Signal, SignalContext } from './signal.ts';
import { counted } from './words.ts';

/** Log-odds in bits of each link without what its accounts share in content. */
const identityBits = perContext(({ lists, links }: SignalContext): Float64Array => {
  const isContent = lists.map(({ list }) => traitsOf(list.kind).family === 'content');
  return links.bits.map((bits, link) => {
    let left = bits;
    for (let at = links.itemFrom[link]; at < links.itemFrom[link + 1]; at++) {
      if (isContent[links.itemList[at]]) left -= links.itemBits[at] * links.itemCredit[at];
    }
    return left;
  });
});

/** The link of each account that identifiers alone carry furthest; -1 where it has none above even odds. */
const strongestLinks = perContext((context: SignalContext): Int32Array => {
  const { a, b } = context.links;
  const bits = identityBits(context);
  const best = new Int32Array(context.data.accounts.length).fill(-1);
  bits.forEach((own, link) => {
    if (!(own > 0)) return;
    for (const account of [a[link], b[link]]) {
      if (best[account] < 0 || own > bits[best[account]]) best[account] = link;
    }
  });
  return best;
});

/** Links between two accounts of one operator, by operator. */
const insideLinks = perContext(({ links: { a, b }, operatorOf }): Map<number, number[]> => {
  const inside = new Map<number, number[]>();
  for (let link = 0; link < a.length; link++) {
    const o = operatorOf[a[link]];
    if (o < 0 || o !== operatorOf[b[link]]) continue;
    const known = inside.get(o);
    if (known) known.push(link);
    else inside.set(o, [link]);
  }
  return inside;
});

/** Identifier values that each account carries. */
function valuesCarried({ lists, links }: SignalContext, account: number): number {
  let values = 0;
  lists.forEach(({ list }, k) => {
    if (traitsOf(list.kind).family !== 'content') values += links.rates[k].valuesOf[account];
  });
  return values;
}

export const sharedIdentifiers: Signal = {
  id: 'S13',
  title: 'Shared identifiers',
  family: 'identity',
  measures:
    'Log-odds, in bits, that an account and another belong to one operator, for its strongest link by identifiers: the prior plus, for each family of identifiers, log2 of m over u of the rarest shared value and 0.3 of the second; shared templates are left out. 0 where identifiers leave the odds below even. For an operator: the median over its links.',
  unit: 'bits',
  direction: 'high',
  innocent: [
    'Strangers share an address behind a carrier’s or a firm’s network translation, a VPN or a proxy.',
    'One firm pays for the accounts of all its staff with one card.',
    'A reseller or relay puts its own keys, cards or addresses on the accounts of unrelated customers.',
    'Software sets the same device id or end-user id for everybody who runs that version.',
  ],
  disabled({ lists }) {
    return lists.some(({ list }) => traitsOf(list.kind).family !== 'content')
      ? null
      : 'Neither the requests nor the account records carry identifiers.';
  },
  accounts(context) {
    const { data, links, lists } = context;
    const bits = identityBits(context);
    const best = strongestLinks(context);
    const n = Uint32Array.from(best, (_, a) => valuesCarried(context, a));
    return {
      values: Float64Array.from(best, (link, a) => (n[a] === 0 ? Number.NaN : link < 0 ? 0 : bits[link])),
      n,
      detail(a) {
        const carried = `The account carries ${counted(n[a], 'identifier value')}`;
        const link = best[a];
        if (link < 0)
          return `${carried}; none of them ties it to another account more than chance would allow.`;
        const other = data.accounts[links.a[link] === a ? links.b[link] : links.a[link]];
        const { bars, priorBits } = waterfallOf(
          links,
          lists.map(({ list }) => list),
          link,
        );
        const identity = bars.filter(({ family }) => family !== 'content').map(barText);
        return `${carried}; its strongest link is to ${quoted(other)}: ${identity.join(', ')}, prior ${priorBits.toFixed(1)} bits.`;
      },
    };
  },
  operator(context, members) {
    const all = identityBits(context);
    const inside = insideLinks(context).get(context.operatorOf[members[0]]) ?? [];
    if (inside.length === 0) return undefined;
    const value = median(inside.map((link) => all[link]));
    return {
      value,
      n: inside.length,
      bits: 0,
      detail: `Median of ${counted(inside.length, 'link')} among ${counted(members.length, 'account')}, shared templates left out: ${value.toFixed(1)} bits. The operator was found by these links, so they add no bits to it here.`,
    };
  },
};

function barText({ items, bits }: WaterfallBar): string {
  return `${kindWords(items[0].kind)} ${bits >= 0 ? '+' : ''}${bits.toFixed(1)} bits`;
}
