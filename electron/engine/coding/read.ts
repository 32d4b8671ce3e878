import type { Code, CodingProgress, CodingSheet, SampleRow } from '../../../shared/contract/coding.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { listRecords, readRecord } from '../records/read.ts';

/** Codes of one coder, by account of the sample. */
export type Codes = ReadonlyMap<string, RecordBody<'code'>>;

/** @throws StillwatchError NOT_FOUND */
export function mustReadSample(db: Database, id: string): RecordBody<'sample'> {
  const found = readRecord(db, 'sample', id);
  if (found) return found;
  throw new StillwatchError('NOT_FOUND', 'The case holds no such sample. Nothing was changed.');
}

/** Codes of a sample's accounts by coder, coders by name. */
export function codesOf(
  db: Database,
  id: string,
  { accounts }: RecordBody<'sample'>,
): ReadonlyMap<string, Codes> {
  const bodies = db
    .prepare(`SELECT body FROM record WHERE kind = 'code' AND body ->> '$.sample' = ? ORDER BY id`)
    .pluck()
    .all(id) as string[];
  const inSample = new Set(accounts.map(({ account }) => account));
  const byCoder = new Map<string, Map<string, RecordBody<'code'>>>();
  for (const body of bodies) {
    const code = JSON.parse(body) as RecordBody<'code'>;
    if (!inSample.has(code.account)) continue;
    const codes = byCoder.get(code.coder) ?? new Map();
    byCoder.set(code.coder, codes.set(code.account, code));
  }
  return new Map([...byCoder].sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function progressOf(
  { drawnBy }: RecordBody<'sample'>,
  codes: ReadonlyMap<string, Codes>,
): CodingProgress[] {
  return [...codes].map(([coder, own]) => ({ coder, coded: own.size, drew: coder === drawnBy }));
}

/** Whether somebody may see what a sample is about and came to; see `codingResult`. */
export function maySeeResult(
  { drawnBy, accounts }: RecordBody<'sample'>,
  codes: ReadonlyMap<string, Codes>,
  who: string,
): boolean {
  const coded = codes.get(who)?.size ?? 0;
  if (coded === accounts.length) return true;
  return who === drawnBy && coded === 0 && [...codes.values()].some((own) => own.size === accounts.length);
}

export function listSamples({ db, author }: Case): SampleRow[] {
  return listRecords(db, 'sample')
    .map(([id, sample]): SampleRow => {
      const codes = codesOf(db, id, sample);
      return {
        id,
        question: sample.question,
        drawnBy: sample.drawnBy,
        drawnUs: sample.drawnUs,
        total: sample.accounts.length,
        progress: progressOf(sample, codes),
        coded: codes.get(author)?.size ?? 0,
        drew: sample.drawnBy === author,
        operator: maySeeResult(sample, codes, author) ? sample.operator : null,
      };
    })
    .sort((one, other) => one.drawnUs - other.drawnUs || (one.id < other.id ? -1 : 1));
}

/** What a coder is given: accounts, and what they said of them. @throws StillwatchError NOT_FOUND */
export function readSheet({ db, author }: Case, id: string): CodingSheet {
  const sample = mustReadSample(db, id);
  const own: Codes = codesOf(db, id, sample).get(author) ?? new Map();
  const accounts = sample.accounts.map(({ account }) => {
    const given = own.get(account);
    return { account, code: (given?.code ?? null) as Code | null, note: given?.note ?? '' };
  });
  return {
    question: sample.question,
    accounts,
    next: accounts.find(({ code }) => code === null)?.account ?? null,
  };
}
