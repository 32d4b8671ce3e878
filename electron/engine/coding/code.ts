import type { Code } from '../../../shared/contract/coding.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { shortened } from '../commands/shortened.ts';
import { codesOf, maySeeResult, mustReadSample } from './read.ts';

/** Codes an account as the person at work; the same code and note again write nothing. @throws StillwatchError NOT_FOUND */
export function codeAccount(open: Case, id: string, account: string, code: Code, note: string): void {
  const { db, author } = open;
  const sample = mustReadSample(db, id);
  if (!sample.accounts.some((one) => one.account === account))
    throw new StillwatchError(
      'NOT_FOUND',
      'This account is not in the sample. Nothing was coded. Code the accounts that the sample shows.',
    );
  const codes = codesOf(db, id, sample);
  const before = codes.get(author)?.get(account);
  const wellFormed = note.toWellFormed();
  if (before?.code === code && before.note === wellFormed) return;
  const name = shortened(account);
  act(open, {
    action: 'coding.code',
    // The history is read by other coders too, so it does not tell the code.
    title: before ? `change how ${name} is coded` : `code ${name}`,
    changes: [
      {
        kind: 'code',
        id: `${id}/${account}/${author}`,
        body: {
          sample: id,
          account,
          code,
          note: wellFormed,
          afterResult: (before?.afterResult ?? false) || maySeeResult(sample, codes, author),
          coder: author,
          atUs: nowUs(),
        },
      },
    ],
  });
}
