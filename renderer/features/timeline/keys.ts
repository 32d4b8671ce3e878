/** What a key asks of the timeline. */
export type KeyAct =
  | { readonly act: 'zoom'; readonly factor: number }
  /** Share of the visible span, negative for earlier. */
  | { readonly act: 'pan'; readonly share: number }
  | { readonly act: 'fit' }
  | { readonly act: 'step'; readonly direction: 1 | -1 }
  | { readonly act: 'extend'; readonly direction: 1 | -1 }
  | { readonly act: 'commit' }
  | { readonly act: 'clear' }
  | { readonly act: 'uncommit' };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const ZOOM = 1.5;
const PAN = 0.2;

/** The act of a key press while the chart has the focus; null leaves the key to others. */
export function keyAct(press: KeyPress): KeyAct | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.shiftKey && press.key === 'ArrowLeft') return { act: 'extend', direction: -1 };
  if (press.shiftKey && press.key === 'ArrowRight') return { act: 'extend', direction: 1 };
  switch (press.key.length === 1 ? press.key.toLowerCase() : press.key) {
    case 'w':
    case '+':
    case '=':
    case 'ArrowUp':
      return { act: 'zoom', factor: 1 / ZOOM };
    case 's':
    case '-':
    case 'ArrowDown':
      return { act: 'zoom', factor: ZOOM };
    case 'a':
    case 'ArrowLeft':
      return { act: 'pan', share: -PAN };
    case 'd':
    case 'ArrowRight':
      return { act: 'pan', share: PAN };
    case 'PageUp':
      return { act: 'pan', share: -1 };
    case 'PageDown':
      return { act: 'pan', share: 1 };
    case 'f':
    case '0':
      return { act: 'fit' };
    case '.':
      return { act: 'step', direction: 1 };
    case ',':
      return { act: 'step', direction: -1 };
    case 'Enter':
      return { act: 'commit' };
    case 'Escape':
      return { act: 'clear' };
    case 'Delete':
    case 'Backspace':
      return { act: 'uncommit' };
    default:
      return null;
  }
}
