import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { orderAccounts } from '../../../../shared/contract/accounts.ts';
import { runAnalysis } from '../../../../shared/contract/analysis.ts';
import { exportBundle } from '../../../../shared/contract/bundles.ts';
import { lockCase, openCase } from '../../../../shared/contract/cases.ts';
import { type Filter, NO_FILTER, viewFilter } from '../../../../shared/contract/filters.ts';
import { importSource, removeSource } from '../../../../shared/contract/imports.ts';
import { getActivity, getRequests } from '../../../../shared/contract/timeline.ts';
import type { EngineChild } from '../engine-child.ts';
import { REDACTED } from '../kills/operations.ts';
import { MAPPING, type Scene } from '../kills/scene.ts';

const VIEWS = 20;
const ACTS = 40;

/** What somebody does in a day, as fast as the engine answers: it ends as it began, but for what was written. */
export async function workADay(scene: Scene, engine: EngineChild): Promise<void> {
  const { person, rng, path, passphrase, log } = scene;
  await engine.call(openCase, { grant: engine.grant(path), author: 'tester', passphrase });
  for (let i = 0; i < VIEWS; i++) {
    const account = `base_${rng.int(0, 39)}`;
    const filter: Filter = {
      ...NO_FILTER,
      chips: [{ field: 'model', values: [`m-${rng.int(0, 3)}`], negate: false }],
    };
    await engine.call(viewFilter, { filter });
    await engine.call(orderAccounts, { sort: 'requests', descending: true, search: '', filter });
    await engine.call(getActivity, { account, filter });
    await engine.call(getRequests, { account, fromUs: 0, toUs: 4e15, limit: 500 });
  }
  await person.acts(engine, ACTS);
  const { sources } = await engine.call(importSource, { grant: engine.grant(log), mapping: MAPPING });
  await engine.call(viewFilter, { filter: NO_FILTER });
  await engine.call(removeSource, { sha256: sources[0].sha256 });
  await engine.call(runAnalysis, { seed: 1, priorShare: 0.01 });
  const bundle = join(scene.folder, 'bundle.zip');
  await engine.call(exportBundle, { grant: engine.grant(bundle), choice: REDACTED, sign: null });
  rmSync(bundle);
  await person.acts(engine, ACTS);
  await engine.call(lockCase, { why: 'asked' });
}
