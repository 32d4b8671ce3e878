import type { ExhibitQuestion } from '../../../../shared/contract/exhibits.ts';
import type { Filter } from '../../../../shared/contract/filters.ts';
import type { RecordBody } from '../../../../shared/records/records.ts';
import type { Database } from '../../case/database.ts';

/**
 * Operators whose results an exhibit is read from: those that it names, and of the link of two accounts those that the
 * two are in. Without them it could not be worked out again.
 */
export function operatorsOfExhibit(db: Database, exhibit: RecordBody<'exhibit'>): string[] {
  const { query, args } = exhibit as unknown as ExhibitQuestion;
  switch (query) {
    case 'operator':
      return [args.operator];
    case 'link':
      return db
        .prepare(
          'SELECT DISTINCT operator FROM analysis_account WHERE account IN (?, ?) AND operator IS NOT NULL',
        )
        .pluck()
        .all(args.a, args.b) as string[];
    case 'partition':
      if ('operator' in args.of) return [args.of.operator];
      return 'filter' in args.of ? operatorsOfChips(args.of.filter) : [];
    case 'filter':
      return operatorsOfChips(args.filter);
    default:
      return [];
  }
}

function operatorsOfChips({ chips }: Filter): string[] {
  return chips
    .filter(({ field }) => field === 'operator')
    .flatMap(({ values }) => values.filter((value) => value !== null));
}
