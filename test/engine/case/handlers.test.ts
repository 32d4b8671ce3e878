import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Case } from '../../../electron/engine/case/case.ts';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { Context } from '../../../electron/engine/context.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { Dispatcher, loadHandlers } from '../../../electron/engine/dispatch.ts';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import type { EngineMessage } from '../../../shared/contract/protocol.ts';
import { newCase } from '../support.ts';

type Answer = Exclude<EngineMessage, { progress: unknown }>;

const all = await loadHandlers();

/** An engine with a case open, as the page reaches it. */
async function engineWith(passphrase: string | null) {
  const context = new Context();
  const open = await newCase(undefined, passphrase);
  await context.setCase(open);
  onTestFinished(() => context.setCase(null));
  const waiting = new Map<number, (answer: Answer) => void>();
  const page = new Dispatcher(context, all, (message) => {
    if ('ok' in message) waiting.get(message.id)?.(message);
  });
  let id = 0;
  const call = (name: string, args: object): Promise<Answer> => {
    id += 1;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    void page.receive({ id, name, args });
    return answer;
  };
  return { context, open, call };
}

test('after a change of passphrase the case is open again', async () => {
  const { context, open, call } = await engineWith('right horse');
  const changing = call('cases.changePassphrase', { current: 'right horse', next: 'new horse' });
  const changed = await changing;
  expect(changed).toMatchObject({ ok: true, value: { encrypted: true, readOnly: null } });
  expect(JSON.stringify(changed)).not.toContain('horse');
  expect(context.case).not.toBe(open);
  expect(await call('cases.change', { pap: 'PAP:RED' })).toMatchObject({
    ok: true,
    value: { pap: 'PAP:RED' },
  });
});

test('while its file is written anew, the case is busy', async () => {
  const { open, call } = await engineWith(null);
  await open.close();
  expect(await call('cases.info', {})).toMatchObject({ ok: false, code: 'BUSY' });
});

test('a change that is refused leaves the case open as it was', async () => {
  const { context, open, call } = await engineWith('right horse');
  const refused = await call('cases.changePassphrase', { current: 'wrong horse', next: 'new horse' });
  expect(refused).toMatchObject({ ok: false, code: 'WRONG_PASSPHRASE' });
  expect(context.case).toBe(open);
  expect(open.db.open).toBe(true);
});

test('compacting says sizes and nothing of the key, a backup its hash', async () => {
  const { context, open, call } = await engineWith('right horse');
  const compacted = await call('cases.compact', {});
  expect(compacted).toEqual({
    id: expect.any(Number),
    ok: true,
    value: { bytesBefore: expect.any(Number), bytesAfter: expect.any(Number) },
  });
  const grant = randomUUID();
  context.grant(grant, join(dirname(open.path), 'copy.swcase'));
  expect(await call('cases.backUp', { grant })).toMatchObject({
    ok: true,
    value: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), fault: null },
  });
});

test('a case that was closed while it was written anew stays closed', async () => {
  const { call } = await engineWith(null);
  const compacting = call('cases.compact', {});
  expect(await call('cases.close', {})).toMatchObject({ ok: true });
  await compacting;
  const info = await call('cases.info', {});
  expect(info).toMatchObject({ ok: false, code: 'NO_CASE' });
});

test('people and the values of the custody log are answered', async () => {
  const { call } = await engineWith(null);
  expect(await call('people.put', { name: 'Ada', role: 'lead' })).toMatchObject({ ok: true });
  expect(await call('people.list', {})).toMatchObject({ value: [{ name: 'Ada', role: 'lead' }] });
  expect(await call('people.remove', { name: 'Ada' })).toMatchObject({ ok: true });
  expect(await call('custody.values', {})).toMatchObject({
    value: { authors: [{ value: 'tester', entries: 3 }] },
  });
  const filter = { text: 'ada', action: 'person.put' };
  expect(await call('custody.list', { before: null, limit: 5, filter })).toMatchObject({
    value: [{ action: 'person.put' }],
  });
  const { value } = (await call('cases.info', {})) as { value: CaseInfo };
  expect(value).toMatchObject({ retention: '', question: '' });
});

test('a case that is locked is closed, and its log says when and why', async () => {
  const { context, open, call } = await engineWith(null);
  expect(await call('cases.lock', { why: 'sunshine' })).toMatchObject({ ok: false, code: 'BAD_ARGS' });
  expect(await call('cases.lock', { why: 'suspend' })).toMatchObject({ ok: true, value: null });
  expect(open.db.open).toBe(false);
  expect(await call('cases.info', {})).toMatchObject({ ok: false, code: 'NO_CASE' });
  await context.setCase(await openCase(open.path, 'Mara', null));
  const log = await call('custody.list', { before: null, limit: 2 });
  expect(log).toMatchObject({
    value: [
      { action: 'case.open', author: 'Mara' },
      { action: 'case.lock', author: 'tester', detail: '{"why":"suspend"}' },
    ],
  });
});

test('a case that is open for reading only is locked without an entry', async () => {
  const { context, open, call } = await engineWith(null);
  const before = verifyChain(open.db).entries;
  await context.setCase(null);
  const db = openDatabase(open.path, { key: null, readOnly: true });
  await context.setCase(new Case(open.path, db, 'tester', null, 'It is write-protected.'));
  expect(await call('cases.lock', { why: 'asked' })).toMatchObject({ ok: true });
  const again = openDatabase(open.path, { key: null, readOnly: true });
  expect(verifyChain(again).entries).toBe(before);
  again.close();
});
