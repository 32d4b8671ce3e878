import type {
  Agreement,
  Code,
  CoderResult,
  CodingProgress,
  CodingResult,
} from '../../../shared/contract/coding.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { agreementOf, codedShare } from './agreement.ts';
import { countStrata } from './draw.ts';
import { type Codes, codesOf, maySeeResult, mustReadSample, progressOf } from './read.ts';

/** Progress, and the result for who may see it; see the contract. @throws StillwatchError NOT_FOUND */
export function readResult(
  { db, author }: Case,
  id: string,
): { total: number; coded: number; progress: CodingProgress[]; result: CodingResult | null } {
  const sample = mustReadSample(db, id);
  const codes = codesOf(db, id, sample);
  return {
    total: sample.accounts.length,
    coded: codes.get(author)?.size ?? 0,
    progress: progressOf(sample, codes),
    result: maySeeResult(sample, codes, author) ? resultOf(sample, codes) : null,
  };
}

/** What those who coded all accounts of the sample found, each, against each other, and against the analysis. */
export function resultOf(sample: RecordBody<'sample'>, codes: ReadonlyMap<string, Codes>): CodingResult {
  const finished = [...codes]
    .filter(([, own]) => own.size === sample.accounts.length)
    .map(([coder, own]) => ({ coder, own, list: inOrder(sample, own) }));
  const computed = sample.accounts.map(
    ({ stratum }): Code => (stratum === 'operator' ? 'together' : 'apart'),
  );
  const pairs = finished.flatMap((one, at) =>
    finished.slice(at + 1).map((other): { a: string; b: string; agreement: Agreement } => ({
      a: one.coder,
      b: other.coder,
      agreement: agreementOf(one.list, other.list),
    })),
  );
  return {
    operator: sample.operator,
    seed: sample.seed,
    frame: sample.frame,
    drawn: countStrata(sample.accounts),
    coders: finished.map(
      ({ coder, own, list }): CoderResult => ({
        coder,
        drew: coder === sample.drawnBy,
        afterResult: [...own.values()].filter(({ afterResult }) => afterResult).length,
        operator: codedShare(list.filter((_, at) => sample.accounts[at].stratum === 'operator')),
        cohort: codedShare(list.filter((_, at) => sample.accounts[at].stratum === 'cohort')),
        withComputed: agreementOf(list, computed),
      }),
    ),
    pairs,
  };
}

function inOrder({ accounts }: RecordBody<'sample'>, own: Codes): Code[] {
  return accounts.flatMap(({ account }) => own.get(account)?.code ?? []);
}
