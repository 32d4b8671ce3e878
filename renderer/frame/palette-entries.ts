import { type Command, isAvailable } from './commands/command.ts';
import { rankByMatch } from './commands/fuzzy.ts';

/** One thing the palette can do or open. */
export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  /** Letters of the title that were typed; none for titles from the data. */
  readonly positions: readonly number[];
  /** What kind of thing it is, or how large. */
  readonly about: string;
  readonly key: string | null;
  /** The title is an identifier. */
  readonly mono: boolean;
  readonly act: () => unknown;
}

export interface PaletteSection {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** The commands that can act now and answer the query, best first; all in their order for an empty query. */
export function commandEntries(query: string, commands: readonly Command[]): readonly PaletteEntry[] {
  const open = commands.filter((command) => isAvailable(command) && command.id !== 'help.palette');
  return rankByMatch(query, open, ({ title }) => title).map(({ item, match }) => ({
    id: item.id,
    title: item.title,
    positions: match.positions,
    about: item.chosen?.() ? `${item.group}, in force` : item.group,
    key: item.keys?.[0] ?? null,
    mono: false,
    act: item.act,
  }));
}

const PAGE = 8;

/** Which entry a key goes to, or null for keys that are text. It goes round at both ends, pages do not. */
export function nextEntry(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + PAGE);
  return key === 'PageUp' ? Math.max(0, at - PAGE) : null;
}
