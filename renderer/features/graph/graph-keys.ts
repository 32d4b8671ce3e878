import type { Direction } from './walk.ts';

/** What a key asks of the picture. */
export type GraphKey =
  | { readonly act: 'walk'; readonly direction: Direction }
  | { readonly act: 'zoom'; readonly factor: number }
  | {
      readonly act:
        | 'open'
        | 'expand'
        | 'fold'
        | 'lock'
        | 'remove'
        | 'path'
        | 'fit'
        | 'clear'
        | 'undo'
        | 'redo';
    };

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const ACTS: Readonly<Record<string, GraphKey>> = {
  ArrowLeft: { act: 'walk', direction: 'left' },
  ArrowRight: { act: 'walk', direction: 'right' },
  ArrowUp: { act: 'walk', direction: 'up' },
  ArrowDown: { act: 'walk', direction: 'down' },
  Enter: { act: 'open' },
  e: { act: 'expand' },
  f: { act: 'fold' },
  l: { act: 'lock' },
  p: { act: 'path' },
  Delete: { act: 'remove' },
  Backspace: { act: 'remove' },
  Escape: { act: 'clear' },
  '+': { act: 'zoom', factor: 1.4 },
  '=': { act: 'zoom', factor: 1.4 },
  '-': { act: 'zoom', factor: 1 / 1.4 },
  '0': { act: 'fit' },
};

/** The act of a key press while the picture has the focus; null leaves the key to others. */
export function graphKey({ key, shiftKey, ctrlKey, altKey, metaKey }: Press): GraphKey | null {
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (letter === 'z') return { act: shiftKey ? 'redo' : 'undo' };
    return letter === 'y' ? { act: 'redo' } : null;
  }
  return Object.hasOwn(ACTS, letter) ? ACTS[letter] : null;
}
