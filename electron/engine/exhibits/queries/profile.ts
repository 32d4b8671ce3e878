import { VALUE_FIELDS, type ValueField } from '../../../../shared/contract/accounts.ts';
import type { ExhibitCell } from '../../../../shared/contract/exhibits.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';
import { breakdown } from '../../accounts/breakdown.ts';
import { type AccountTotal, mustFindAccount, totalsOf } from '../../accounts/totals.ts';
import type { Database } from '../../case/database.ts';
import { activeDays, readActivity } from '../../timeline/activity.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/** Values of a field that are listed; the others are counted together. */
const MOST_VALUES = 50;

/** Totals of an account, then its requests by model, topic, status and endpoint, most first. */
export const profile = defineQuery('profile', {
  version: 1,
  run({ db, timeZone }, { account }) {
    const id = mustFindAccount(db, account);
    const total = totalsOf(db, id) as AccountTotal;
    const totals: [string, number | null][] = [
      ['requests', total.requests],
      ['failed requests', total.failed],
      ['requests without a valid time', total.withoutTime],
      ['input tokens', total.inputTokens],
      ['output tokens', total.outputTokens],
      ['active days', activeDays(readActivity(db, id), zoneOf(timeZone))],
      ['first request (us since 1970 UTC)', total.firstUs],
      ['last request (us since 1970 UTC)', total.lastUs],
    ];
    return {
      columns: ['what', 'value', 'count'],
      rows: [
        ...totals.map(([name, value]) => [name, name === 'active days' ? timeZone : null, value]),
        ...VALUE_FIELDS.flatMap((field) => valuesOf(db, id, field)),
      ],
      figures: totals.map(([name, value]) => figure(name, value)),
      behind: allRequestsOf([id]),
    };
  },
});

function valuesOf(db: Database, id: number, field: ValueField): ExhibitCell[][] {
  const { entries, further, other, absent, uncounted } = breakdown(db, id, field, MOST_VALUES);
  const rest: [string, number][] = [
    [`${field}: further values`, further.requests],
    [`${field}: not told apart`, other.requests],
    [`${field}: none stated`, absent.requests],
    [`${field}: not counted`, uncounted.requests],
  ];
  return [
    ...entries.map(({ value, requests }) => [`${field}: requests`, value, requests]),
    ...rest.filter(([, requests]) => requests > 0).map(([what, requests]) => [what, null, requests]),
  ];
}
