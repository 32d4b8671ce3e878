import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inputHash } from '../../../electron/engine/analysis/store.ts';
import { dataHash } from '../../../electron/engine/case/data-hash.ts';
import { setLeftOut } from '../../../electron/engine/cohorts/decide.ts';
import { COHORT_TRAITS } from '../../../shared/contract/cohorts.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('the data and the inputs of an analysis are named by sources, mappings and decisions, alike in every version', async () => {
  const open = await newCase();
  expect(dataHash(open.db)).toBe(sha256('[]'));
  const mapping = canonical('timestamp', 'account_id');
  const source = await importCsv(open, 'timestamp,account_id\n2026-05-04T08:00:00Z,ac_1\n', mapping);
  const { stored } = open.db.prepare('SELECT mapping AS stored FROM source').get() as { stored: string };
  const sources = JSON.stringify([[source.sha256, stored]]);
  expect(dataHash(open.db)).toBe(sha256(sources));
  expect(inputHash(open.db)).toBe(sha256(sources));

  setLeftOut(open, ['ac_1'], true);
  const rule = JSON.stringify({ leastMembers: 30, traits: COHORT_TRAITS });
  expect(inputHash(open.db)).toBe(
    sha256(`[${sources},{"leftOut":["ac_1"],"moved":[],"reference":[],"rule":${rule}}]`),
  );
  expect(dataHash(open.db)).toBe(sha256(sources));
});
