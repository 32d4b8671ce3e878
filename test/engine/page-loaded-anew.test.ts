import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EngineChild } from '../../electron/dev/bench/engine-child.ts';
import { caseInfo, createCase, openCase } from '../../shared/contract/cases.ts';
import { tempFolder } from './support.ts';

test('a page that is loaded anew finds no case open, and opens it again', async () => {
  const folder = tempFolder();
  const engine = await EngineChild.start(folder);
  onTestFinished(() => engine.stop());
  const grant = engine.grant(join(folder, 'case.swcase'));
  const passphrase = 'right horse';
  const settings = { name: 'Orchard', reference: '', handling: 'TLP:AMBER', timeZone: 'UTC' } as const;
  await engine.call(createCase, { grant, author: 'A. Investigator', passphrase, ...settings });
  expect((await engine.call(caseInfo, {})).name).toBe('Orchard');

  engine.loadPage();
  await expect(engine.call(caseInfo, {})).rejects.toMatchObject({ code: 'NO_CASE' });
  await engine.call(openCase, { grant, author: 'A. Investigator', passphrase });
  expect((await engine.call(caseInfo, {})).name).toBe('Orchard');
});
