import { beforeEach, expect, test, vi } from 'vitest';
import type { Job } from '../../../renderer/store/jobs.ts';

const calls: { name: string; args: unknown }[] = [];
const answers: Record<string, (args: never) => unknown> = {};
vi.mock('../../../renderer/engine.ts', () => ({
  engine: {
    call: async ({ name }: { name: string }, args: never) => {
      calls.push({ name, args });
      return answers[name]?.(args) ?? null;
    },
    onEngineState: () => () => undefined,
  },
  callsAnswered: () => Promise.resolve(),
}));

const { leaveLockScreen, lock, startLock, unlock, useLock } = await import('../../../renderer/store/lock.ts');
const { useAccountFilter, searchFor } = await import('../../../renderer/store/accounts.ts');
const { useDialogs, openDialog } = await import('../../../renderer/store/dialogs.ts');
const { showRows, useDrawer } = await import('../../../renderer/store/drawer.ts');
const { useJobs } = await import('../../../renderer/store/jobs.ts');
const { useSaving, fieldToSave } = await import('../../../renderer/store/saving.ts');
const { useSelection } = await import('../../../renderer/store/selection.ts');
const { enterCase, useSession } = await import('../../../renderer/store/session.ts');
const { searchTextsFor, useTexts } = await import('../../../renderer/store/texts.ts');
const { useStatus } = await import('../../../renderer/store/status.ts');
const { openAccount, useViews } = await import('../../../renderer/store/views.ts');

const SECRET = 'ac_secret';
const file = { grant: 'g', name: 'orchard.swcase' };
const info = { id: 'case', name: SECRET, encrypted: true, readOnly: null } as never;
const job = { id: 1, title: SECRET } as Job;
const inputs = new Map<string, () => void>();
let power: (event: 'suspend' | 'screen') => void = () => undefined;

vi.stubGlobal('window', {
  addEventListener: (type: string, listener: () => void) => inputs.set(type, listener),
  stillwatch: {
    lockMinutes: async () => 5,
    onPower: (listener: typeof power) => {
      power = listener;
    },
    rememberCase: async () => undefined,
    recentCases: async () => [],
    setLayout: async () => undefined,
  },
});
answers['cases.open'] = () => info;
answers['custody.verify'] = () => ({ entries: 1, firstBad: null, badBranches: [] });
answers['history.state'] = () => ({ undo: SECRET, redo: null });
startLock();

const names = () => calls.map(({ name }) => name);
const settle = () => new Promise((resolve) => setTimeout(resolve));
/** Everything that stores hold, as text. */
const held = () =>
  JSON.stringify(
    [useSession, useViews, useDrawer, useSelection, useAccountFilter, useTexts, useDialogs, useStatus].map(
      (store) => store.getState(),
    ),
  );

beforeEach(async () => {
  leaveLockScreen();
  useJobs.setState({ jobs: [] });
  await enterCase(info, file, 'Mara');
  openAccount(SECRET);
  calls.length = 0;
});

test('nothing of a locked case is held by the stores, and it opens again where it was left', async () => {
  searchFor(SECRET);
  searchTextsFor(SECRET);
  showRows({ title: SECRET, account: SECRET, range: null });
  openDialog({ name: 'identity', accounts: [SECRET] });
  expect(held()).toContain(SECRET);
  await lock('asked');
  expect(calls).toContainEqual({ name: 'cases.lock', args: { why: 'asked' } });
  expect(useLock.getState().screen).toEqual({ file, encrypted: true, author: 'Mara', closing: false });
  expect(held()).not.toContain(SECRET);

  await unlock('Mara', 'right horse');
  expect(calls).toContainEqual({
    name: 'cases.open',
    args: { grant: 'g', author: 'Mara', passphrase: 'right horse' },
  });
  expect(useLock.getState().screen).toBeNull();
  expect(JSON.stringify(useViews.getState().trail)).toContain(SECRET);
});

test('for want of input a case is locked only once no job runs, unless somebody comes back', async () => {
  useJobs.setState({ jobs: [job] });
  await lock('idle');
  expect(useLock.getState()).toMatchObject({ screen: null, waiting: true });
  inputs.get('pointermove')?.();
  expect(useLock.getState().waiting).toBe(false);
  useJobs.setState({ jobs: [] });
  expect(useLock.getState().screen).toBeNull();

  vi.useFakeTimers();
  useJobs.setState({ jobs: [job] });
  await lock('idle');
  // The next file of a queue begins.
  useJobs.setState({ jobs: [] });
  await vi.advanceTimersByTimeAsync(1000);
  useJobs.setState({ jobs: [job] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(useLock.getState()).toMatchObject({ screen: null, waiting: true });
  useJobs.setState({ jobs: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(calls).toContainEqual({ name: 'cases.lock', args: { why: 'idle' } });
});

test('going to sleep hides the case at once and closes it after the job', async () => {
  useJobs.setState({ jobs: [job] });
  power('suspend');
  await settle();
  expect(useLock.getState().screen?.closing).toBe(true);
  expect(names()).not.toContain('cases.lock');
  useJobs.setState({ jobs: [] });
  await settle();
  expect(calls).toContainEqual({ name: 'cases.lock', args: { why: 'suspend' } });
  expect(useSession.getState().case).toBeNull();
});

test('what was typed is saved before the case is closed', async () => {
  const field = fieldToSave();
  field('waiting');
  const locking = lock('asked');
  await settle();
  expect(names()).not.toContain('cases.lock');
  useSaving.setState({ writing: 1 });
  field(null);
  await settle();
  expect(names()).not.toContain('cases.lock');
  useSaving.setState({ writing: 0 });
  await locking;
  expect(names()).toContain('cases.lock');
});

test('a case that cannot be locked by the log is closed all the same, and left closed on demand', async () => {
  answers['cases.lock'] = () => {
    throw new Error('no');
  };
  await lock('screen');
  delete answers['cases.lock'];
  expect(names()).toContain('cases.close');
  expect(useSession.getState().case).toBeNull();
  leaveLockScreen();
  await unlock('Mara', null);
  expect(names()).not.toContain('cases.open');
});
