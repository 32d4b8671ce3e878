import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { CaseKey } from '../../../electron/engine/case/key.ts';
import { Context } from '../../../electron/engine/context.ts';
import { searchCustody } from '../../../electron/engine/custody/search.ts';
import { Dispatcher, loadHandlers } from '../../../electron/engine/dispatch.ts';
import type { EngineMessage } from '../../../shared/contract/protocol.ts';
import { newCase, tempFolder } from '../support.ts';

// Deriving a key takes half a second, on purpose; what is tested here is what is done with the key.
vi.mock('../../../electron/engine/case/key.ts', async (original) => ({
  ...(await original<object>()),
  deriveKey: async (passphrase: string, salt: Uint8Array): Promise<CaseKey> => ({
    keyHex: Buffer.from(passphrase.padEnd(32, '.')).toString('hex').slice(0, 64),
    saltHex: Buffer.from(salt).toString('hex'),
  }),
}));

/** An engine whose keychain gave a secret for the case `path`, spoken to as the page does. */
async function engineWith(path: string) {
  const context = new Context();
  onTestFinished(() => context.setCase(null));
  context.ownFolder = tempFolder();
  const grant = randomUUID();
  context.grant(grant, path);
  const handlers = await loadHandlers();
  const secret = randomBytes(32).toString('hex');
  const call = async (name: string, args: object): Promise<Extract<EngineMessage, { ok: boolean }>> => {
    const answers: EngineMessage[] = [];
    await new Dispatcher(context, handlers, (message) => answers.push(message)).receive({
      id: 1,
      name,
      args,
    });
    return answers.at(-1) as Extract<EngineMessage, { ok: boolean }>;
  };
  /** As the main process hands a secret over, for one use. */
  const handed = (given = secret) => {
    const id = randomUUID();
    context.giveSecret(id, given);
    return id;
  };
  const open = (by: object) => call('cases.open', { grant, author: 'tester', passphrase: null, ...by });
  const keys = () => readdirSync(join(context.ownFolder as string, 'case-keys'));
  return { context, grant, call, handed, open, keys };
}

test('a key kept on this computer opens the case beside the passphrase, until it is removed', async () => {
  const made = await newCase(undefined, 'right horse');
  const { id } = made.info();
  const { keyHex } = made.access().key as CaseKey;
  await made.close();
  const { context, grant, call, handed, open, keys } = await engineWith(made.path);
  const probe = () => call('cases.probe', { grant });
  expect(await probe()).toMatchObject({ value: { keptCase: null } });
  await open({ passphrase: 'right horse' });
  expect(await call('cases.keyKept', {})).toMatchObject({ value: false });
  expect(await call('cases.keepKey', { secret: handed() })).toMatchObject({ ok: true });
  expect(await call('cases.keyKept', {})).toMatchObject({ value: true });
  expect(keys()).toEqual([`${id}.json`]);
  const file = join(context.ownFolder as string, 'case-keys', `${id}.json`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  for (const secret of [keyHex, 'right horse', Buffer.from('right horse').toString('hex')])
    expect(text).not.toContain(secret);
  await context.setCase(null);

  expect(await probe()).toMatchObject({ value: { encrypted: true, keptCase: id } });
  expect(await open({ secret: handed() })).toMatchObject({ ok: true, value: { id } });
  expect(await open({ passphrase: 'right horse' })).toMatchObject({ ok: true });
  expect(await open({ secret: handed('00'.repeat(32)) })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  expect(await open({ secret: randomUUID() })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  await open({ passphrase: 'right horse' });
  await call('cases.forgetKey', {});
  expect(keys()).toEqual([]);
  expect(await open({ secret: handed() })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  await open({ passphrase: 'right horse' });
  for (const action of ['case.keepKey', 'case.forgetKey'])
    expect(searchCustody(context.case.db, { action }, null, 10), action).toHaveLength(1);
});

test('a change of the passphrase removes it, and a case without one has none to keep', async () => {
  const made = await newCase(undefined, 'right horse');
  await made.close();
  const { call, handed, open, keys, context } = await engineWith(made.path);
  await open({ passphrase: 'right horse' });
  await call('cases.keepKey', { secret: handed() });
  expect(keys()).toHaveLength(1);
  expect(await call('cases.changePassphrase', { current: 'right horse', next: null })).toMatchObject({
    ok: true,
  });
  expect(keys()).toEqual([]);
  expect(await call('cases.keepKey', { secret: handed() })).toMatchObject({ ok: false, code: 'BAD_ARGS' });
  expect(existsSync(context.case.path)).toBe(true);
});

test('what is no kept key is none', async () => {
  const made = await newCase(undefined, 'right horse');
  const { id } = made.info();
  await made.close();
  const { call, grant, handed, open, context } = await engineWith(made.path);
  await open({ passphrase: 'right horse' });
  await call('cases.keepKey', { secret: handed() });
  await context.setCase(null);
  const file = join(context.ownFolder as string, 'case-keys', `${id}.json`);
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...kept, sealed: `00${kept.sealed.slice(2)}` }));
  expect(await open({ secret: handed() })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  writeFileSync(file, '{"salt":');
  expect(await call('cases.probe', { grant })).toMatchObject({ value: { keptCase: null } });
});
