interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * How commands spell a key: modifiers in the order Ctrl, Alt, Shift, then the key. The command key of a Mac counts as
 * Ctrl. Shift is part of how a sign such as `?` is typed, so it is said with letters and named keys only.
 */
export function pressedKey(press: KeyPress): string {
  const named = press.key.length > 1;
  const key = named ? press.key : letterOf(press);
  const withShift = press.shiftKey && (named || /^[A-Z]$/.test(key));
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    withShift ? 'Shift' : '',
    key === ' ' ? 'Space' : key,
  ]
    .filter(Boolean)
    .join('+');
}

/** On a keyboard of another script the key beside Ctrl is known by its place. */
function letterOf({ key, code, ctrlKey, metaKey }: KeyPress): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return (ctrlKey || metaKey) && place && key > '\u007f' ? place : key.toUpperCase();
}

const WORDS: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key as people read it: `Ctrl+Shift+Z`, `Alt+Left`; on a Mac with the names of its own keys. */
export function keyWords(key: string, isMac = false): string {
  const parts = key.split(/\+(?=.)/).map((part) => WORDS[part] ?? part);
  return (isMac ? parts.map((part) => MAC_WORDS[part] ?? part) : parts).join('+');
}

const MAC_WORDS: Readonly<Record<string, string>> = { Ctrl: 'Cmd', Alt: 'Option' };

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: readonly string[] | undefined): string | undefined {
  return keys?.map((key) => key.replace('Ctrl', 'Control')).join(' ');
}
