import type { ExhibitCell } from '../../../../shared/contract/exhibits.ts';
import { readTemplate } from '../../analysis/stored-templates.ts';
import { accountIds } from '../account-ids.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/**
 * How a prompt template is spread and what fills its slots, never its wording. Behind it stand all requests of the
 * accounts kept of it: which of them fill it, the case does not keep.
 */
export const template = defineQuery('template', {
  version: 1,
  ofAnalysis: true,
  run({ db }, args) {
    const { template: row, accounts } = readTemplate(db, args.template);
    const totals: [string, number | null][] = [
      ['requests', row.requests],
      ['accounts', row.accounts],
      ['accounts that use it regularly', row.regulars],
      ['customers', row.customers],
      ['fillings', row.fillings],
      ['fresh (fillings a request)', row.fresh],
      ['first request (us since 1970 UTC)', row.firstUs],
      ['last request (us since 1970 UTC)', row.lastUs],
    ];
    const slots = row.slots.flatMap((slot, k): ExhibitCell[][] =>
      slot
        ? [
            [`slot ${k + 1}: texts`, slot.type, slot.texts],
            [`slot ${k + 1}: different fillings`, slot.type, slot.distinct],
          ]
        : [[`slot ${k + 1}: not told apart`, null, null]],
    );
    const users = accounts.flatMap(({ account, requests, askedFirst, firstUs }): ExhibitCell[][] => [
      ['account: requests', account, requests],
      ['account: fillings asked first', account, askedFirst],
      ['account: first request (us since 1970 UTC)', account, firstUs],
    ]);
    return {
      columns: ['what', 'of', 'number'],
      rows: [...totals.map(([name, value]) => [name, null, value]), ...slots, ...users],
      figures: totals.map(([name, value]) => figure(name, value)),
      behind: allRequestsOf(
        accountIds(
          db,
          accounts.map(({ account }) => account),
        ),
      ),
    };
  },
});
