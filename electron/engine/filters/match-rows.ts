import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { Database } from '../case/database.ts';
import type { AccountStretch } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf } from '../requests/columns.ts';
import { readText } from '../requests/read-chunk.ts';
import { type FilterAnswer, isOfRequests } from './answer.ts';
import { MET } from './failures.ts';

/** Whether the row at an index of a stretch meets a filter. */
export type RowMatch = (index: number) => boolean;

const NONE: RowMatch = () => false;

/**
 * Tells of single requests of an account whether they meet a filter: time, model, endpoint, status and topic of the
 * request itself, and what is asked of its account. Of each chunk it reads the columns that are asked of.
 */
export function rowMatcher(
  db: Database,
  { data, filter, failures }: FilterAnswer,
  accountId: number,
): (stretch: AccountStretch) => RowMatch {
  const place = data.accounts.place(accountId);
  if (place === undefined || failures.ofAccount[place] !== MET) return () => NONE;
  const chips = filter.chips.filter(({ field }) => isOfRequests(field));
  const { range } = filter;
  return ({ chunk, rows, timeUs }) => {
    const columns = new Map(
      REQUEST_FIELDS.filter((field) => chips.some((chip) => chip.field === field)).map((field) => [
        field as string,
        readText(db, chunk, columnOf(field).number, rows),
      ]),
    );
    const tests = chips.map(({ field, values, negate }) => {
      const column = columns.get(field);
      const known = column ? textValues(column) : [null];
      const meets = Uint8Array.from(known, (value) => (values.includes(value) === negate ? 0 : 1));
      return { codes: column?.codes, meets };
    });
    return (index) => {
      const us = timeUs[index];
      if (range && (us >= range.fromUs && us < range.toUs) === range.negate) return false;
      return tests.every(({ codes, meets }) => meets[codes ? codes[index] : 0] === 1);
    };
  };
}
