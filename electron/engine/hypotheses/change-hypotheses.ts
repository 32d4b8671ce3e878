import { v7 as uuidv7 } from 'uuid';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { nextOrder } from './prefill.ts';
import { mustRead, orderedOf, ratingsOf } from './read.ts';
import { quoted } from './words.ts';

/** @returns its id. @throws StillwatchError NOT_FOUND for the finding */
export function addHypothesis(open: Case, finding: string, title: string, text: string): string {
  mustRead(open.db, 'finding', finding);
  const id = uuidv7();
  const body = {
    finding,
    title: title.toWellFormed(),
    text: text.toWellFormed(),
    order: nextOrder(orderedOf(open.db, 'hypothesis', finding)),
    alternative: null,
    author: open.author,
    createdUs: nowUs(),
  };
  act(open, {
    action: 'hypothesis.add',
    title: `add the hypothesis ${quoted(body.title)}`,
    changes: [{ kind: 'hypothesis', id, body }],
  });
  return id;
}

/** @throws StillwatchError NOT_FOUND */
export function editHypothesis(open: Case, id: string, title: string, text: string): void {
  const before = mustRead(open.db, 'hypothesis', id);
  act(open, {
    action: 'hypothesis.edit',
    title: `change the hypothesis ${quoted(before.title)}`,
    changes: [
      {
        kind: 'hypothesis',
        id,
        body: { ...before, title: title.toWellFormed(), text: text.toWellFormed() },
      },
    ],
  });
}

/** Takes it away with its ratings, which come back with it. @throws StillwatchError NOT_FOUND */
export function removeHypothesis(open: Case, id: string): void {
  const before = mustRead(open.db, 'hypothesis', id);
  const cells = [...ratingsOf(open.db, before.finding).keys()].filter((cell) => cell.endsWith(`/${id}`));
  act(open, {
    action: 'hypothesis.remove',
    title: `remove the hypothesis ${quoted(before.title)}`,
    changes: [
      { kind: 'hypothesis', id, body: null },
      ...cells.map((cell) => ({ kind: 'rating' as const, id: cell, body: null })),
    ],
  });
}
