import { HOUR_US } from '../coordination/bin-counts.ts';
import { synchronisedLoad } from '../coordination/synchronised-load.ts';
import { templateName } from '../template-name.ts';
import { busiestAccounts, isBusyOperator } from './busiest.ts';
import { pText } from './evidence-words.ts';
import { operatorRng } from './operator-rng.ts';
import { peersOf } from './peers.ts';
import type { Signal } from './signal.ts';
import { commonTemplate, hourlyCounts, outsideUsers } from './sub-stream.ts';
import { timeWindow, tooShort } from './time-window.ts';
import { counted } from './words.ts';

const LEAST_DAYS = 4;
const LEAST_REFERENCE = 20;
/** So many stand for a cohort. */
const MOST_REFERENCE = 200;

export const synchronisedLoadSignal: Signal = {
  id: 'S14',
  title: 'Synchronised load',
  family: 'coordination',
  measures:
    'Mean correlation of hourly requests over pairs of the operator’s accounts, in the template most of their common work goes by (all traffic where there is none), after removing each account’s hour-of-week profile and the mean course of other accounts; p is the larger of two, from days in other orders and from random groups of its accounts and others.',
  unit: 'correlation',
  direction: 'high',
  innocent: [
    'One firm’s keys serve one product, whose users come and go together.',
    'Jobs of unrelated customers start when an outside event happens that the comparison accounts do not follow.',
    'A class or hackathon works at the same irregular hours.',
  ],
  disabled(context) {
    return tooShort(context, LEAST_DAYS);
  },
  test(context, members) {
    const window = timeWindow(context);
    if (!window || !isBusyOperator(context, members)) return undefined;
    const rng = operatorRng(context, 'S14', members);
    const accounts = busiestAccounts(context, members);
    const template = commonTemplate(context, accounts);
    const users = template > 0 ? outsideUsers(context, members, template) : new Uint32Array(0);
    const sameTemplate = users.length >= LEAST_REFERENCE;
    const others = sameTemplate ? users : peersOf(context, members);
    const chosen = rng.sample(Array.from(others), MOST_REFERENCE);
    const found = synchronisedLoad(
      {
        counts: hourlyCounts(context, accounts, template, window),
        binUs: HOUR_US,
        reference: hourlyCounts(context, chosen, sameTemplate ? template : 0, window),
      },
      rng,
    );
    if (!found) return undefined;
    const stream =
      template > 0
        ? `in requests that follow ${templateName(context.digests.templates[template - 1])}`
        : 'in all requests';
    const beside = `${counted(found.reference, 'other account')} ${sameTemplate ? 'on the same template' : 'of the cohort'}`;
    const tests =
      found.pGroups === undefined
        ? `${pText(found.pDays)} against days in other orders; too few other accounts for random groups`
        : `${pText(found.pDays)} against days in other orders, ${pText(found.pGroups)} against random groups with ${beside}`;
    return {
      value: found.meanCorrelation,
      n: found.accounts,
      p: found.meanCorrelation > 0 ? found.p : 1,
      detail: `Mean correlation ${(Math.round(100 * found.meanCorrelation) / 100).toFixed(2)} of hourly counts over ${counted(found.accounts, 'account')} ${stream}, ${found.rhythm} profile removed: ${tests}.`,
    };
  },
};
