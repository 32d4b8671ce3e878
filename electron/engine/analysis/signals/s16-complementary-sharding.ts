import { cellInformation } from '../coordination/cell-information.ts';
import { disjointness, referencePool } from '../coordination/disjointness.ts';
import { crossProducts, type ItemSets, sharedPairs } from '../coordination/item-sets.ts';
import { templateName } from '../template-name.ts';
import { busiestAccounts, isBusyOperator } from './busiest.ts';
import { pText } from './evidence-words.ts';
import { itemsOf, joined, sessionCells } from './item-slices.ts';
import { operatorRng } from './operator-rng.ts';
import { topicWords } from './readable.ts';
import type { Signal, SignalContext } from './signal.ts';
import { commonTemplate, outsideUsers } from './sub-stream.ts';
import { count, counted } from './words.ts';

/** Fewer shared pairs leave the size of the pool too uncertain. */
const LEAST_SHARED = 20;
const LEAST_SESSIONS = 20;

export const complementarySharding: Signal = {
  id: 'S16',
  title: 'Complementary sharding',
  family: 'coordination',
  measures:
    'How far the operator’s accounts keep out of each other’s way, 0 to 1. Where other accounts use the same template and draw on the same items: 1 less the pairs of accounts that share an item over the pairs expected (sum of n times n over the pool of items, the pool from the others); p is the Poisson probability of so few. Else the information that the account gives on the topic of a session, less its mean over shuffles, over the smaller entropy; this gives no bits, for unrelated accounts differ in their topics too.',
  unit: 'share',
  direction: 'high',
  innocent: [
    'One organisation splits a batch over several keys, each with its own part of the documents.',
    'Teams or products that use one prompt each have their own subject.',
    'Items are naturally unique (tickets, files, customers), so that no two accounts could share any.',
  ],
  disabled({ data, digests }) {
    if (digests.templates.length === 0)
      return 'No template was found, so it is not known what requests differ in.';
    return data.prompts > 0 ? null : 'The requests carry neither prompts nor their hashes.';
  },
  test(context, members) {
    if (!isBusyOperator(context, members)) return undefined;
    const accounts = busiestAccounts(context, members);
    const template = commonTemplate(context, accounts);
    if (template === 0) return undefined;
    const text = templateName(context.digests.templates[template - 1]);
    const group = itemsOf(context, accounts, template);
    const reference = itemsOf(context, outsideUsers(context, members, template), template);
    const pool = commonPool(group, reference);
    const cells = topicSplit(context, members, accounts, template);
    const asked = `${counted(group.items.length, 'item')} asked under ${text} by ${counted(accounts.length, 'account')}`;
    if (pool === undefined) {
      if (!cells) return undefined;
      return {
        value: cells.share,
        n: cells.sessions,
        p: Number.NaN,
        detail: `${asked}; other accounts share too few of them to tell how large the list is. ${cells.detail}`,
      };
    }
    const { observed, expected, p } = disjointness(group, pool);
    return {
      value: Math.max(0, 1 - observed / expected),
      n: group.items.length,
      p: observed < expected ? p : 1,
      detail: `${asked}; ${counted(observed, 'pair')} of accounts share an item, ${expected.toFixed(1)} would by chance from a list of ${count(Math.round(pool))} (${pText(p)}).${cells ? ` ${cells.detail}` : ''}`,
    };
  },
};

/**
 * The pool that a group and others draw on: the larger of what the others share among themselves and what they share
 * with the group, for only items that outsiders ask too could have been asked twice in the group. Undefined where
 * either shares fewer than 20 pairs.
 */
function commonPool(group: ItemSets, reference: ItemSets): number | undefined {
  const own = referencePool(reference);
  if (own === undefined || sharedPairs(reference) < LEAST_SHARED) return undefined;
  const both = joined(group, reference);
  const across = sharedPairs(both) - sharedPairs(group) - sharedPairs(reference);
  if (across < LEAST_SHARED) return undefined;
  return Math.max(own, (crossProducts(both) - crossProducts(group) - crossProducts(reference)) / across);
}

function topicSplit(context: SignalContext, members: Uint32Array, accounts: Uint32Array, template: number) {
  if (context.topics.source === 'none') return undefined;
  const { account, cell } = sessionCells(context, accounts, template);
  if (account.length < LEAST_SESSIONS) return undefined;
  const found = cellInformation(account, cell, operatorRng(context, 'S16', members));
  return {
    share: Math.max(0, found.share),
    sessions: account.length,
    detail: `The account gives ${found.bits.toFixed(2)} bits on the ${topicWords(context)} of ${counted(account.length, 'session')}, ${found.nullBits.toFixed(2)} by chance (${pText(found.p)}); accounts of ordinary use differ in this as well.`,
  };
}
