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
const { useSaving, watchWrite } = await import('../../../renderer/store/saving.ts');
const { useSelection } = await import('../../../renderer/store/selection.ts');
const { enterCase, leaveCase, useSession } = await import('../../../renderer/store/session.ts');
const { searchTextsFor, useTexts } = await import('../../../renderer/store/texts.ts');
const { useStatus } = await import('../../../renderer/store/status.ts');
const { dropUnsaved, hold, isHeld } = await import('../../../renderer/store/unsaved.ts');
const { openAccount, useViews } = await import('../../../renderer/store/views.ts');
const { setMapping, useImports } = await import('../../../renderer/store/import-queue.ts');
const { runImports } = await import('../../../renderer/store/import-run.ts');
const { beginImport } = await import('../../../renderer/store/imports.ts');
const { StillwatchError } = await import('../../../shared/contract/errors.ts');

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
  expect(useLock.getState().screen).toEqual({
    file,
    encrypted: true,
    author: 'Mara',
    closing: false,
    whyUnsaved: null,
  });
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

const REASONING = { of: 'finding:1', what: 'Reasoning of a finding' };
const full = new StillwatchError('DISK_FULL', 'The disk is full. Nothing was changed.');

test('what was typed is saved before the case is closed', async () => {
  const answers: ((taken: boolean) => void)[] = [];
  hold(REASONING, 'text', () => new Promise((resolve) => answers.push(resolve)), 600);
  const locking = lock('asked');
  await settle();
  expect(answers).toHaveLength(1);
  expect(names()).not.toContain('cases.lock');
  useSaving.setState({ writing: 1 });
  answers[0](true);
  await settle();
  expect(names()).not.toContain('cases.lock');
  useSaving.setState({ writing: 0 });
  await locking;
  expect(names()).toContain('cases.lock');
});

test('what the case refuses is hidden and kept by a lock, and saved once the case is unlocked', async () => {
  let isFull = true;
  const write = () => watchWrite(isFull ? Promise.reject(full) : Promise.resolve(true)).catch(() => false);
  hold(REASONING, SECRET, write, 600);
  await lock('idle');
  expect(names()).toContain('cases.lock');
  expect(held()).not.toContain(SECRET);
  expect(useLock.getState().screen?.whyUnsaved).toBe(full.message);
  await unlock('Mara', 'right horse');
  expect(isHeld(REASONING)).toBe(true);
  await lock('suspend');
  isFull = false;
  await unlock('Mara', 'right horse');
  expect(isHeld(REASONING)).toBe(false);
  expect(useStatus.getState().text).toBe('What could not be saved before the lock is saved now.');
});

test('a reason that may tell of the case is not said on the lock screen', async () => {
  const gone = new StillwatchError('NOT_FOUND', `There is no ${SECRET}.`);
  hold(REASONING, 'text', () => watchWrite(Promise.reject(gone)).catch(() => false), 600);
  await lock('asked');
  expect(JSON.stringify(useLock.getState())).not.toContain(SECRET);
  expect(isHeld(REASONING)).toBe(true);
  leaveLockScreen();
  expect(isHeld(REASONING)).toBe(false);
});

test('a case is not closed while it refuses something, until a person drops that', async () => {
  hold(REASONING, 'text', async () => false, 600);
  await leaveCase();
  expect(names()).not.toContain('cases.close');
  expect(useDialogs.getState().open).toEqual({ name: 'unsaved', next: 'leave' });
  dropUnsaved();
  await leaveCase();
  expect(names()).toContain('cases.close');
});

test('a choice made a moment before the case is closed is saved', async () => {
  const said: string[] = [];
  const write = async () => {
    said.push(names().includes('cases.close') ? 'late' : 'in time');
    return true;
  };
  hold(REASONING, 'likely', write, 500);
  await leaveCase();
  expect(said).toEqual(['in time']);
  expect(names()).toContain('cases.close');
});

const log = (grant: string) => ({ grant, name: `${grant}.csv`, isFolder: false }) as never;
const detection = {
  mapping: { columns: { timestamp: 'when' }, timeFormat: 'iso', timeZone: null },
  columns: [{ name: SECRET }],
  timeChoices: [],
  zoneNeeded: false,
  kind: 'requests',
};
const waiting = () =>
  useImports.getState().items.map(({ file: { grant }, stage, mapping }) => [grant, stage, mapping?.timeZone]);

test('files that wait in a queue wait again after a lock, with what was said of them and nothing of what is in them', async () => {
  answers['imports.detect'] = () => detection;
  await beginImport([log('april'), log('may')]);
  setMapping('may', { ...detection.mapping, timeZone: '+02:00' } as never);
  await lock('asked');
  expect(waiting()).toEqual([
    ['april', 'detecting', null],
    ['may', 'detecting', '+02:00'],
  ]);
  expect(JSON.stringify(useImports.getState())).not.toContain(SECRET);
  await unlock('Mara', null);
  expect(waiting()).toEqual([
    ['april', 'mapping', null],
    ['may', 'mapping', '+02:00'],
  ]);
  await lock('asked');
  leaveLockScreen();
  expect(waiting()).toEqual([]);
});

test('a lock lets the file under way end and stops the queue, whose next file waits with the same mapping', async () => {
  answers['imports.detect'] = () => detection;
  let end: () => void = () => undefined;
  answers['imports.run'] = () => new Promise((resolve) => (end = () => resolve({})));
  await beginImport([log('april'), log('may')]);
  const { items } = useImports.getState();
  const running = runImports({ ...items[0], mapping: { ...items[0].mapping!, timeZone: '+02:00' } }, [
    items[1],
  ]);
  const locking = lock('suspend');
  await settle();
  expect(names()).not.toContain('cases.lock');
  end();
  await Promise.all([running, locking]);
  expect(names().filter((name) => name === 'imports.run')).toHaveLength(1);
  expect(waiting()).toEqual([['may', 'detecting', '+02:00']]);
  await unlock('Mara', null);
  expect(waiting()).toEqual([['may', 'mapping', '+02:00']]);
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
