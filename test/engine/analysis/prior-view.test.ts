import { join } from 'node:path';
import { expect, test } from 'vitest';
import { orderAccounts } from '../../../electron/engine/accounts/order.ts';
import { accountRows } from '../../../electron/engine/accounts/rows.ts';
import {
  readAccount,
  readAccounts,
  readOperator,
  readOperatorRows,
  readOperators,
} from '../../../electron/engine/analysis/results.ts';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { readInfo } from '../../../electron/engine/analysis/store.ts';
import { assume } from '../../../electron/engine/assumptions/assume.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { writeSample } from '../../../electron/engine/sample/write-sample.ts';
import { newCase, tempFolder } from '../support.ts';

/** All that is shown of an analysis and could rest on the prior, in the order in which it is shown. */
function shown(open: Case) {
  const { db } = open;
  const { accounts } = readAccounts(db, 0, 1000);
  const operators = readOperators(db);
  return {
    accounts,
    operators,
    list: readOperatorRows(db),
    pages: operators.map(({ id }) => readOperator(db, id)),
    lone: readAccount(db, accounts[0].account),
    table: accountRows(open, [...orderAccounts(open, 'score', true, '').ids]).map(
      ({ account, analysis }) => ({
        account,
        analysis,
      }),
    ),
  };
}

test('an analysis shown at another prior is what analysing with that prior gives', async () => {
  const folder = tempFolder();
  await writeSample(folder, { size: 'S', seed: 6 });
  const open = await newCase();
  for (const name of ['requests.csv', 'accounts.csv', 'context.csv']) {
    const file = join(folder, name);
    await importFile(open, file, await completeMapping(open.db, file, null), unwatched);
  }
  const [p1, p2] = [0.01, 0.3];
  await runAnalysis(open, { seed: 1, priorShare: p1 }, unwatched);
  const atFirst = shown(open);

  assume(open, { name: 'prior', value: p2 });
  const moved = shown(open);
  expect(readInfo(open.db)).toMatchObject({
    priorShare: p1,
    prior: { share: p2, assumed: { author: 'tester' }, movable: true },
  });
  const words = (one: typeof moved) =>
    one.accounts.map(({ account, likelihood }) => `${account} ${likelihood}`);
  expect(words(moved)).not.toEqual(words(atFirst));
  // Held scores fall behind others as the prior rises, so the order is another one, though it was asked for before.
  const order = (one: typeof moved) => one.table.map(({ account }) => account);
  expect(order(moved)).not.toEqual(order(atFirst));
  // What the prior does not enter stays to the letter.
  const findings = (one: typeof moved) =>
    Object.fromEntries(one.operators.map(({ id, findings: found, evidence }) => [id, { found, evidence }]));
  expect(findings(moved)).toEqual(findings(atFirst));

  assume(open, { name: 'prior', value: null });
  expect(shown(open)).toEqual(atFirst);
  undo(open);
  expect(shown(open)).toEqual(moved);
  undo(open);

  await runAnalysis(open, { seed: 1, priorShare: p2 }, unwatched);
  expect(readInfo(open.db)?.prior).toEqual({ share: p2, assumed: null, movable: true });
  expect(shown(open)).toEqual(moved);

  assume(open, { name: 'prior', value: p1 });
  expect(shown(open)).toEqual(atFirst);
});

test('an analysis made before its basis was kept stands at its own prior', async () => {
  const open = await newCase();
  open.db.exec(
    `INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals)
     VALUES (1, 1, 1, 1, 0.02, '1', 'x', '[]');
     INSERT INTO analysis_account (account, rank, score, body)
     VALUES ('a', 0, 0.6, '{"account":"a","score":0.6,"likelihood":"likely","signals":[]}')`,
  );
  assume(open, { name: 'prior', value: 0.3 });
  expect(readInfo(open.db)?.prior).toEqual({ share: 0.02, assumed: null, movable: false });
  expect(readAccount(open.db, 'a').score).toMatchObject({ score: 0.6, likelihood: 'likely' });
});
