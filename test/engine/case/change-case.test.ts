import { expect, test } from 'vitest';
import { changeCase } from '../../../electron/engine/case/change-case.ts';
import { listHistory } from '../../../electron/engine/commands/list.ts';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { caseSettings } from '../../../shared/contract/cases.ts';
import { NEW_CASE, newCase } from '../support.ts';

const titles = (open: Awaited<ReturnType<typeof newCase>>) =>
  listHistory(open.db, null, 10).map(({ title }) => title);

test('only what is given and differs is changed, told in words, and undone', async () => {
  const open = await newCase();
  changeCase(open, { ...NEW_CASE, handling: 'TLP:RED' });
  changeCase(open, { name: 'Orchard II', pap: 'PAP:AMBER', question: 'Who asks?', retention: '90 days' });
  expect(open.info()).toMatchObject({
    name: 'Orchard II',
    reference: NEW_CASE.reference,
    handling: 'TLP:RED',
    pap: 'PAP:AMBER',
    question: 'Who asks?',
    retention: '90 days',
  });
  expect(titles(open).slice(0, 2)).toEqual([
    'change the name, permissible actions, question and authority and retention note of the case',
    'change the handling marking of the case to TLP:RED',
  ]);
  undo(open);
  expect(open.info()).toMatchObject({ name: NEW_CASE.name, handling: 'TLP:RED', pap: '', question: '' });
});

test('what is as it was, or empty where nothing was set, is no act', async () => {
  const open = await newCase();
  const before = titles(open).length;
  changeCase(open, {});
  changeCase(open, { ...NEW_CASE, pap: '', retention: '' });
  expect(titles(open)).toHaveLength(before);
  changeCase(open, { reference: '' });
  expect(titles(open)[0]).toBe('clear the reference of the case');
});

test('markings, zones and names that are none are refused before they are written', () => {
  const takes = (settings: object) => caseSettings.safeParse(settings).success;
  expect(takes({ pap: 'PAP:CLEAR', handling: 'TLP:AMBER+STRICT', timeZone: 'Europe/Paris' })).toBe(true);
  expect(takes({ pap: 'PAP:WHITE' })).toBe(false);
  expect(takes({ handling: 'TLP:WHITE' })).toBe(false);
  expect(takes({ timeZone: 'Mars/Olympus' })).toBe(false);
  expect(takes({ name: '  ' })).toBe(false);
  expect(takes({ id: 'another' })).toBe(false);
});
