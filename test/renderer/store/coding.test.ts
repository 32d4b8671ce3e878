import { beforeEach, expect, test, vi } from 'vitest';

const calls: { name: string; args: unknown }[] = [];
let refuses = false;
vi.mock('../../../renderer/engine.ts', () => ({
  engine: {
    call: async ({ name }: { name: string }, args: unknown) => {
      calls.push({ name, args });
      if (refuses && name === 'coding.code') throw new Error('no');
      return null;
    },
    onEngineState: () => () => undefined,
  },
  callsAnswered: () => Promise.resolve(),
}));

const { draftNote, giveCode, noteOf, showAccount, takeSheet, useCoding } = await import(
  '../../../renderer/store/coding.ts'
);
await import('../../../renderer/store/blind.ts');
const { forgetCase, useSession } = await import('../../../renderer/store/session.ts');
const { say, useStatus } = await import('../../../renderer/store/status.ts');
const { dropUnsaved, saveAll } = await import('../../../renderer/store/unsaved.ts');
const { goTo } = await import('../../../renderer/store/views.ts');

vi.stubGlobal('window', { stillwatch: { recentCases: async () => [] } });
const open = { case: { id: 'case' } as never, file: { grant: 'g', name: 'a.swcase' }, author: 'B. Coder' };
const coded = { account: 'ac_1', code: 'together', note: 'before' } as const;
const uncoded = { account: 'ac_2', code: null, note: '' } as const;
const written = () => calls.filter(({ name }) => name === 'coding.code').map(({ args }) => args);
const note = (account: string) => noteOf(useCoding.getState(), account);

beforeEach(() => {
  refuses = false;
  dropUnsaved();
  useSession.setState({ ...open, locked: null });
  useCoding.setState(useCoding.getInitialState());
  takeSheet('sample', [coded, uncoded], 'ac_2');
  calls.length = 0;
});

test('the note of a code is saved with all else that is typed, and once', async () => {
  draftNote('ac_1', 'after');
  expect(written()).toEqual([]);
  expect(await saveAll()).toBe(true);
  expect(written()).toEqual([{ sample: 'sample', account: 'ac_1', code: 'together', note: 'after' }]);
  await saveAll();
  expect(written()).toHaveLength(1);
  draftNote('ac_1', 'x');
  draftNote('ac_1', 'before');
  await saveAll();
  expect(written()).toHaveLength(1);
});

test('a code that the case refused is tried again, and its note goes where it is dropped', async () => {
  refuses = true;
  showAccount('ac_1');
  draftNote('ac_1', 'after');
  await giveCode('apart');
  expect(await saveAll()).toBe(false);
  refuses = false;
  expect(await saveAll()).toBe(true);
  expect(written().at(-1)).toEqual({ sample: 'sample', account: 'ac_1', code: 'apart', note: 'after' });
  draftNote('ac_1', 'again');
  draftNote('ac_2', 'no code yet');
  dropUnsaved();
  expect([note('ac_1'), note('ac_2')]).toEqual(['before', 'no code yet']);
});

test('a note without a code outlasts a lock, for the one who typed it alone', () => {
  draftNote('ac_2', 'mine');
  forgetCase(null, 'case');
  useSession.setState({ ...open, locked: null });
  takeSheet('sample', [coded, uncoded], 'ac_2');
  expect(note('ac_2')).toBe('mine');
  forgetCase(null, 'case');
  useSession.setState({ ...open, author: 'C. Coder', locked: null });
  takeSheet('sample', [coded, uncoded], 'ac_2');
  expect(note('ac_2')).toBe('');
});

test('what was said before is gone from the window of somebody who codes', () => {
  say('Undone: tag ac_1 as distiller.');
  goTo({ name: 'coding-sheet', sample: 'sample' });
  expect(useStatus.getState().text).toBe('');
  say('Coded: apart.');
  goTo({ name: 'coding-sheet', sample: 'other' });
  expect(useStatus.getState().text).toBe('Coded: apart.');
});
