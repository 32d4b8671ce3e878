import { HOUR_US } from '../coordination/bin-counts.ts';
import { loadEquality } from '../coordination/load-equality.ts';
import { templateName } from '../template-name.ts';
import { busiestAccounts, isBusyOperator } from './busiest.ts';
import { pText } from './evidence-words.ts';
import type { Signal } from './signal.ts';
import { commonTemplate, hourlyCounts } from './sub-stream.ts';
import { timeWindow } from './time-window.ts';
import { counted } from './words.ts';

/** Above, counts are not so equal that a dispatcher is the reading, however small p is. */
const MOST_RATIO = 0.5;

export const loadEqualitySignal: Signal = {
  id: 'S15',
  title: 'Load-balancer equality',
  family: 'coordination',
  measures:
    'Variance over mean of hourly requests among the operator’s accounts at work, pooled over hours with four accounts or more; 1 for chance, near 0 where a dispatcher takes turns. The more equal of all traffic and the template of their common work counts; p, doubled for the choice, is the lower tail of the dispersion index. Values from 0.5 up give no bits.',
  unit: 'variance / mean',
  direction: 'low',
  innocent: [
    'An enterprise or a licensed gateway spreads its own work evenly over several keys or accounts.',
    'A hobbyist lets software take turns between a few paid seats.',
    'Unrelated accounts run jobs on fixed timers, so that each sends the same number every hour.',
  ],
  disabled(context) {
    return timeWindow(context) ? null : 'No request has a time that can be read.';
  },
  test(context, members) {
    const window = timeWindow(context);
    if (!window || members.length < 4 || !isBusyOperator(context, members)) return undefined;
    const accounts = busiestAccounts(context, members);
    const template = commonTemplate(context, accounts);
    const streams = template > 0 ? [0, template] : [0];
    const found = streams
      .flatMap((stream) => {
        const load = loadEquality(hourlyCounts(context, accounts, stream, window), HOUR_US);
        return load ? [{ stream, ...load }] : [];
      })
      .sort((one, other) => one.p - other.p)[0];
    if (!found) return undefined;
    const p = Math.min(1, streams.length * found.p);
    const of =
      found.stream > 0
        ? `requests that follow ${templateName(context.digests.templates[found.stream - 1])}`
        : 'all requests';
    return {
      value: found.varianceToMean,
      n: found.counts,
      p: found.varianceToMean < MOST_RATIO ? p : 1,
      detail: `Variance over mean ${found.varianceToMean.toFixed(2)} in ${of}, from ${counted(found.counts, 'count')} of ${counted(accounts.length, 'account')} in ${counted(found.bins, 'hour')} with four or more at work; ${pText(p)} for so equal by chance.`,
    };
  },
};
