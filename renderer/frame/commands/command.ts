import { create } from 'zustand';

/** Parts of the menu and of the list of keys, in order. */
export const COMMAND_GROUPS = ['Case', 'Edit', 'Go', 'View', 'Help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * One thing a person can ask for. Shortcuts, the palette, the menu, the list of keys and the buttons of the frame
 * all come from these.
 */
export interface Command {
  /** Unique, `area.act`. */
  readonly id: string;
  /** What it does, in sentence case; three dots where it asks before it acts. */
  readonly title: string;
  readonly group: CommandGroup;
  /** Keys as `pressedKey` spells them (`Ctrl+Shift+Z`, `?`, `Alt+ArrowLeft`), the one to show first. */
  readonly keys?: readonly string[];
  /** Whether it can act now; absent for always. */
  readonly when?: () => boolean;
  /** Its keys hold while somebody types and behind a dialog too. */
  readonly anywhere?: true;
  /** For one of several choices: whether it is the one in force. */
  readonly chosen?: () => boolean;
  readonly act: () => unknown;
}

/** All commands there are, in the order of their registration. */
export const useCommands = create<{ all: readonly Command[] }>(() => ({ all: [] }));

/** Adds commands and gives the way to take them back, so that an effect can return it. An id taken twice throws. */
export function registerCommands(commands: readonly Command[]): () => void {
  const all = [...useCommands.getState().all, ...commands];
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size < all.length) throw new Error('A command is registered already.');
  useCommands.setState({ all });
  return () => useCommands.setState((state) => ({ all: state.all.filter((one) => !commands.includes(one)) }));
}

export function isAvailable({ when }: Command): boolean {
  return when === undefined || when();
}

/** The command that a key asks for now, or undefined. */
export function commandOf(key: string): Command | undefined {
  return useCommands.getState().all.find((one) => one.keys?.includes(key) && isAvailable(one));
}

/** The command of an id; one that is not registered throws. */
export function commandById(id: string): Command {
  const command = useCommands.getState().all.find((one) => one.id === id);
  if (!command) throw new Error(`There is no command ${id}.`);
  return command;
}

export function commandKeys(id: string): readonly string[] {
  return commandById(id).keys ?? [];
}
