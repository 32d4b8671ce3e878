/**
 * Keys that a widget takes while it has the focus, for the list behind `?`. Keys that hold everywhere belong to
 * commands (renderer/frame/commands/) and are not repeated here.
 */
export const KEY_HELP: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
}[] = [
  {
    title: 'Dialogs, separators',
    keys: [
      ['Esc', 'close a dialog or the menu'],
      ['Left, Right, Up, Down', 'move a separator; with Shift further'],
      ['Enter', 'hide or show its panel'],
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
      ['Space, Ctrl+A, Esc', 'select, all that are listed, none'],
      ['Shift with those that move', 'select as far as there'],
    ],
  },
  {
    title: 'Filter',
    keys: [
      ['N, D, P, Del', 'on a condition: negate, disable, pin, remove'],
      ['T', 'on the time: type it anew'],
      ['Left, Right', 'to the condition beside; on the strip of time: propose a range and move it'],
      ['Shift+Left, Shift+Right', 'on the strip: move the end of the range'],
      ['Alt+Enter', 'on a value: take its opposite'],
    ],
  },
  {
    title: 'Comments',
    keys: [
      ['@', 'mention an account, operator or template'],
      ['Ctrl+Enter', 'add the comment'],
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
    title: 'Linked accounts',
    keys: [
      ['Left, Right, Up, Down', 'walk to a neighbour'],
      ['Enter', 'open the page of the operator or account'],
      ['E, F', 'expand by a kind of evidence, fold'],
      ['L', 'lock in its place, or let go'],
      ['P', 'path from here, then to here'],
      ['Del', 'remove from the picture'],
      ['+, -, 0', 'zoom in and out, show all'],
      ['Ctrl+Z, Ctrl+Y', 'take an act on the picture back, do it again'],
      ['Esc', 'select nothing'],
    ],
  },
  {
    title: 'Competing hypotheses',
    keys: [
      ['Left, Right, Up, Down', 'walk over cells and heads'],
      ['1 to 6, -, 0, +', 'rate the cell, which confirms it'],
      ['Enter', 'confirm what is proposed; on a head: change it'],
      ['Del', 'take the rating away'],
      ['Shift+Left, Shift+Right', 'on the head of a column: move it'],
      ['Shift+Up, Shift+Down', 'on the head of a row: move it'],
    ],
  },
  {
    title: 'Coverage',
    keys: [
      ['Left, Right, Up, Down', 'walk over cells, topics and tiles, or along the requests'],
      ['PageDown, PageUp, End, Home', 'move by ten, to the end, to the start'],
      ['Enter', 'list the requests behind it'],
      ['Esc', 'close that list'],
    ],
  },
  {
    title: 'Findings',
    keys: [
      ['@, [[', 'while writing: name an account, operator or template'],
      ['Esc', 'end writing; what was written is kept'],
    ],
  },
  {
    title: 'Review',
    keys: [
      ['1 to 9', 'go to that finding'],
      ['Shift+Up, Shift+Down', 'while choosing: move the finding'],
      ['Esc', 'in a chart, its table or the notes: back to the steps'],
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
  {
    title: 'Lanes',
    keys: [
      ['Down, Up, Home, End', 'look at the next, previous, first, last lane'],
      ['Enter', 'open its account, or apply the proposed filter'],
      ['P', 'pin it on top, or let it go'],
      ['H', 'hide it'],
      ['W, S, A, D, F, Del, Esc', 'as on a timeline'],
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
