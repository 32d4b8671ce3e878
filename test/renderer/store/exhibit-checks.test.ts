import { beforeEach, expect, test, vi } from 'vitest';
import { useExhibitChecks } from '../../../renderer/store/exhibit-checks.ts';
import { runJob, useJobs } from '../../../renderer/store/jobs.ts';
import { useLock } from '../../../renderer/store/lock.ts';
import { useSession } from '../../../renderer/store/session.ts';
import { useStatus } from '../../../renderer/store/status.ts';
import { goTo, resetViews } from '../../../renderer/store/views.ts';
import { verifyBundle } from '../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';

const { engine } = vi.hoisted(() => {
  const nothing = async (): Promise<void> => {};
  const state = { due: 0, dataState: 'one', checks: [] as unknown[], answer: nothing, other: nothing() };
  const call = async ({ name }: { name: string }, args: unknown) => {
    const known = { findings: 1, exhibits: 2, match: 2, drift: 0, cannot: 0, moved: [], unknown: 0 };
    if (name === 'bundles.verify') return state.other;
    if (name !== 'findings.rerun') return { ...known, due: state.due, dataState: state.dataState };
    state.checks.push(args);
    await state.answer();
    state.due = 0;
    return known;
  };
  return { engine: { ...state, state, call, onEngineState: () => {} } };
});
vi.mock('../../../renderer/engine.ts', () => ({ engine }));

const { state } = engine;
const info = { id: 'case', readOnly: null };
type Info = NonNullable<ReturnType<typeof useSession.getState>['case']>;

function dataChange(dataState: string, due = 2, readOnly: string | null = null): void {
  Object.assign(state, { dataState, due });
  useSession.setState(({ dataVersion }) => ({
    case: { ...info, readOnly } as Info,
    dataVersion: dataVersion + 1,
  }));
}

const settled = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

beforeEach(() => {
  useSession.setState({ case: null });
  useStatus.setState({ text: '' });
  Object.assign(state, { due: 0, checks: [], answer: async () => {} });
});

test('exhibits whose data changed are worked out once no other job runs, and how many moved is said', async () => {
  const running = { end: () => {} };
  state.other = new Promise((resolve) => {
    running.end = resolve;
  });
  const other = runJob('Verifying b.zip', '', verifyBundle, { grant: 'b', key: null, recompute: false });
  dataChange('two');
  await settled();
  expect(state.checks).toEqual([]);
  running.end();
  await other;
  await settled();
  expect(state.checks).toEqual([{ finding: null, changedOnly: true }]);
  expect(useJobs.getState().jobs).toEqual([]);
  expect(useStatus.getState().text).toBe('No finding moved: 2 exhibits are what was pinned.');
});

test('nothing is worked out where nothing is due, or the case is read only', async () => {
  dataChange('three', 0);
  await settled();
  dataChange('four', 2, 'The file is write-protected.');
  await settled();
  expect(state.checks).toEqual([]);
});

test('what a person cancelled waits for the next change of the data', async () => {
  state.answer = async () => {
    throw new StillwatchError('CANCELLED', 'Cancelled.');
  };
  dataChange('five');
  await settled();
  expect(useExhibitChecks.getState()).toMatchObject({ running: false, cancelled: true });
  dataChange('five');
  await settled();
  expect(state.checks).toHaveLength(1);
  dataChange('six');
  await settled();
  expect(state.checks).toHaveLength(2);
});

test('data that change under a check have it made again, and that is no error', async () => {
  state.answer = async () => {
    state.answer = async () => {};
    dataChange('eight');
    throw new StillwatchError('CONFLICT', 'The data of the case changed.');
  };
  dataChange('seven');
  await settled();
  expect(state.checks).toHaveLength(2);
  expect(useExhibitChecks.getState()).toMatchObject({ running: false, error: null });
});

test('a case that is being locked is not kept open by a check', async () => {
  const file = { grant: 'g', name: 'a.swcase' };
  useLock.setState({ screen: { file, encrypted: true, author: 'Mara', closing: true, whyUnsaved: null } });
  dataChange('nine');
  await settled();
  expect(state.checks).toEqual([]);
  useLock.setState({ screen: null });
  dataChange('nine');
  await settled();
  expect(state.checks).toHaveLength(1);
});

test('whoever codes blind is not told of findings that moved', async () => {
  goTo({ name: 'coding-sheet', sample: 's' });
  dataChange('ten');
  await settled();
  expect(state.checks).toHaveLength(1);
  expect(useStatus.getState().text).toBe('');
  resetViews();
});
