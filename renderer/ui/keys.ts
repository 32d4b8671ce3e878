/** What the keys do, for the list behind `?`. Written once, here, beside the names the help shows. */
export const KEY_HELP: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
}[] = [
  {
    title: 'Everywhere',
    keys: [
      ['?', 'this list'],
      ['Ctrl+Z', 'undo'],
      ['Ctrl+Shift+Z, Ctrl+Y', 'redo'],
      ['Alt+Left, Alt+Right', 'back and forward through views'],
      ['1, 2, 3, 4, 5, 6, 7', 'accounts, operators, templates, search, sources, annotations, custody'],
      ['Esc', 'close a dialog'],
    ],
  },
  {
    title: 'Import',
    keys: [
      ['Enter', 'import under the mapping shown'],
      ['Esc', 'leave the file out'],
    ],
  },
  {
    title: 'Accounts',
    keys: [
      ['/', 'search'],
      ['j, k, Down, Up', 'next and previous account'],
      ['PageDown, PageUp, End, Home', 'move by pages, to the end, to the start'],
      ['Enter', 'open the account'],
    ],
  },
  {
    title: 'Operators, templates',
    keys: [
      ['j, k, Down, Up', 'next and previous row'],
      ['PageDown, PageUp, End, Home', 'move by ten, to the end, to the start'],
      ['Enter', 'open the operator or template'],
    ],
  },
  {
    title: 'Timeline',
    keys: [
      ['W, S', 'zoom in and out'],
      ['A, D', 'pan'],
      [', .', 'previous and next activity'],
      ['Shift+Left, Shift+Right', 'propose a time filter'],
      ['Enter', 'apply the proposed filter'],
      ['Esc', 'drop the proposed filter'],
      ['Del', 'remove the filter in force'],
      ['F', 'whole range'],
    ],
  },
];

const TEXT_INPUTS = /^(?:text|search|password|email|url|number|tel|date|time|datetime-local)$/;

/** True when a key pressed there is meant as text, so that no shortcut may act on it. */
export function isTyping(
  target: { tagName: string; type?: string; isContentEditable?: boolean } | null,
): boolean {
  if (!target) return false;
  const tag = target.tagName.toLowerCase();
  if (tag === 'input') return TEXT_INPUTS.test(target.type ?? 'text');
  return tag === 'textarea' || tag === 'select' || target.isContentEditable === true;
}
