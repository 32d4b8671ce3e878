import { beforeEach, expect, test } from 'vitest';
import {
  type Command,
  commandById,
  commandOf,
  registerCommands,
  useCommands,
} from '../../../../renderer/frame/commands/command.ts';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'View',
  act: () => undefined,
  ...more,
});

beforeEach(() => useCommands.setState({ all: [] }));

test('commands come and go together', () => {
  const take = registerCommands([command('a.one'), command('a.two')]);
  registerCommands([command('b.one')]);
  expect(useCommands.getState().all.map(({ id }) => id)).toEqual(['a.one', 'a.two', 'b.one']);
  take();
  expect(useCommands.getState().all.map(({ id }) => id)).toEqual(['b.one']);
  expect(() => commandById('a.one')).toThrow('a.one');
});

test('an id is taken once', () => {
  registerCommands([command('a.one')]);
  expect(() => registerCommands([command('a.one')])).toThrow();
  expect(useCommands.getState().all).toHaveLength(1);
});

test('a key asks for the first command that can act', () => {
  let first = false;
  registerCommands([
    command('a.one', { keys: ['R'], when: () => first }),
    command('a.two', { keys: ['Ctrl+R', 'R'] }),
  ]);
  expect(commandOf('R')?.id).toBe('a.two');
  first = true;
  expect(commandOf('R')?.id).toBe('a.one');
  expect(commandOf('Ctrl+R')?.id).toBe('a.two');
  expect(commandOf('X')).toBeUndefined();
});
