import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { mustFindAccount } from '../../accounts/totals.ts';
import { readLink } from '../../graph/stored-ties.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/** The link of two accounts taken apart: what each shared value adds in bits, strongest first, after the prior. */
export const link = defineQuery('link', {
  version: 1,
  ofAnalysis: true,
  run({ db }, { a, b }) {
    const ids = [a, b].map((account) => mustFindAccount(db, account));
    const found = readLink(db, a, b);
    if (!found)
      throw new StillwatchError(
        'NOT_FOUND',
        'The last analysis of this case links these two accounts no more.',
      );
    return {
      columns: ['kind', 'family', 'value', 'bits', 'accounts with the value'],
      rows: [
        ['prior', null, null, found.priorBits, null],
        ...found.items.map(({ kind, family, value, bits, accountsWithValue }) => [
          kind,
          family,
          value,
          bits,
          accountsWithValue,
        ]),
        ['link', null, null, found.bits, null],
      ],
      figures: [
        figure('bits', found.bits),
        figure('prior bits', found.priorBits),
        figure('shared values', found.items.length),
      ],
      behind: allRequestsOf(ids),
    };
  },
});
