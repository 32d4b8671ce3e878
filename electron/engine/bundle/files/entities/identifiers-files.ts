import { z } from 'zod';
import { utcOrNull } from '../../json-text.ts';
import type { FilesOf } from '../../published/published.ts';
import { count, text, usOrNull, utcOrNull as utcOrNullShape } from '../field-shapes.ts';
import { csvFile, ndjsonFile } from '../file-of.ts';
import { carriedValues } from './identifier-rows.ts';
import { seenValues } from './seen-values.ts';

/** A line of `data/entities/identifiers.ndjson`. */
export const identifierShape = z.strictObject({
  kind: text,
  value: text.describe('in the form it is compared in; as spelt where it has none'),
  accounts: count.min(1).describe('of this bundle that carry it'),
  carriers: z.array(
    z.strictObject({
      account: text,
      inRecords: z.boolean().describe('a table of accounts says so'),
      originals: z.array(text).describe('as the table spells it'),
      requests: z.number().min(0).describe('of this bundle with the value'),
      first: utcOrNullShape,
      firstUs: usOrNull,
      last: utcOrNullShape,
      lastUs: usOrNull,
    }),
  ),
});

export const identifiersFiles: FilesOf = async ({ open: { db } }, job) => {
  const seenIn = await seenValues(db, job);
  return [
    ndjsonFile('data/entities/identifiers.ndjson', identifierShape, function* () {
      for (const { kind, value, carriers } of carriedValues(db, seenIn))
        yield {
          kind,
          value,
          accounts: carriers.length,
          carriers: carriers.map(({ account, originals, seen }) => ({
            account,
            inRecords: originals.length > 0,
            originals,
            requests: seen?.requests ?? 0,
            first: utcOrNull(seen?.firstUs ?? null),
            firstUs: seen?.firstUs ?? null,
            last: utcOrNull(seen?.lastUs ?? null),
            lastUs: seen?.lastUs ?? null,
          })),
        };
    }),
    csvFile('data/entities/identifiers.csv', HEADER, function* () {
      for (const { kind, value, carriers } of carriedValues(db, seenIn))
        for (const { account, originals, seen } of carriers)
          yield [
            kind,
            value,
            carriers.length,
            account,
            originals.length > 0 ? 'yes' : 'no',
            originals.join('; '),
            seen?.requests ?? 0,
            utcOrNull(seen?.firstUs ?? null),
            utcOrNull(seen?.lastUs ?? null),
          ];
    }),
  ];
};

/** A row for each account that carries it. */
const HEADER = [
  'kind',
  'value',
  'accounts_with_value',
  'account',
  'in_records',
  'as_recorded',
  'requests',
  'first_utc',
  'last_utc',
];
