import type { AccountRow } from '../../../shared/contract/accounts.ts';
import { CALIBRATION_NOTE } from '../../../shared/contract/analysis.ts';
import { orderAccounts } from '../../engine/accounts/order.ts';
import { accountRow, accountRows } from '../../engine/accounts/rows.ts';
import { readAccounts } from '../../engine/analysis/results.ts';
import { readInfo } from '../../engine/analysis/store.ts';
import type { Case } from '../../engine/case/case.ts';
import { type Command, required, UsageError } from '../command.ts';
import { priorWords } from '../prior-words.ts';
import { table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'accounts CASE [--limit N]',
  about: 'Lists accounts by score; before an analysis, nothing is scored and most requests come first.',
  options: { ...CASE_OPTIONS, limit: { type: 'string' } },
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const limit = options.limit === undefined ? 100 : Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1.');
    const { info, accounts } = await withCase(path, options, (open) => {
      const last = readInfo(open.db);
      return { info: last, accounts: last ? scored(open, limit) : unscored(open, limit) };
    });
    const text = table(
      ['account', 'score', 'likelihood', 'operator', 'requests', 'tags'],
      accounts.map(({ account, score, likelihood, operator, requests, tags }) => [
        account,
        score?.toFixed(3),
        likelihood,
        operator,
        requests,
        tags.join(', '),
      ]),
    );
    if (!info) return { json: { accounts }, text };
    return {
      json: { accounts, prior: info.prior },
      text: `${text}\n${CALIBRATION_NOTE} ${priorWords(info)}`,
    };
  },
};

function scored(open: Case, limit: number) {
  return readAccounts(open.db, 0, limit).accounts.map((score) => ({
    ...score,
    ...measures(accountRow(open, score.account)),
  }));
}

function unscored(open: Case, limit: number) {
  const { ids } = orderAccounts(open, 'requests', true, '');
  return accountRows(open, [...ids.subarray(0, limit)]).map((row) => ({
    account: row.account,
    score: null,
    likelihood: null,
    operator: null,
    signals: [],
    ...measures(row),
  }));
}

function measures({ requests, failed, inputTokens, outputTokens, firstUs, lastUs, tags }: AccountRow) {
  return { requests, failed, inputTokens, outputTokens, firstUs, lastUs, tags };
}
