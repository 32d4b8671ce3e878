import {
  addAnnotation,
  editAnnotation,
  listAnnotations,
  removeAnnotation,
  setStar,
} from '../../shared/contract/annotations.ts';
import { goToAct, type HistoryState, redo, undo } from '../../shared/contract/history.ts';
import { engine } from '../engine.ts';
import { formatUnits } from '../ui/format.ts';
import { messageOf } from '../ui/message-of.ts';
import { watchingAssumptions } from './assumptions.ts';
import { dataChanged, notesChanged, useSession } from './session.ts';
import { say } from './status.ts';
import { isBlind } from './view-frame.ts';
import { currentView } from './view-history.ts';
import { useViews } from './views.ts';

/** Each act below writes one command; it throws as the call does, so that a form can keep its text. */
export async function annotate(on: string, kind: 'tag' | 'comment', text: string): Promise<void> {
  await engine.call(addAnnotation, { on, kind, text });
  say(kind === 'tag' ? 'Tag added.' : 'Comment added.');
  await notesChanged();
}

export async function changeAnnotation(id: string, text: string): Promise<void> {
  await engine.call(editAnnotation, { id, text });
  say('Annotation changed.');
  await notesChanged();
}

export async function dropAnnotation(id: string): Promise<void> {
  await engine.call(removeAnnotation, { id });
  say('Annotation removed. Undo brings it back.');
  await notesChanged();
}

/** Puts a star on what the reference names, or takes it away; says why where it cannot. */
export async function toggleStar(on: string): Promise<void> {
  try {
    const notes = await engine.call(listAnnotations, { account: null, on: [on] });
    const starred = notes.some((note) => note.kind === 'star' && note.on === on);
    await engine.call(setStar, { on, starred: !starred });
    say(starred ? 'Star removed.' : 'Star added.');
  } catch (error) {
    say(messageOf(error));
  }
  await notesChanged();
}

export const undoLast = () => stepHistory('undo');
export const redoLast = () => stepHistory('redo');

async function stepHistory(direction: keyof HistoryState): Promise<void> {
  const what = useSession.getState().history[direction];
  if (what === null) return;
  try {
    await watchingAssumptions(async () => {
      await engine.call(direction === 'undo' ? undo : redo, {});
    });
    // What others did last may tell what they make of an account.
    const told = isBlind(currentView(useViews.getState().trail)) ? 'the last act' : what;
    say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${told}.`);
  } catch (error) {
    say(messageOf(error));
  }
  await anythingChanged();
}

/** Undoes or redoes as far as right after an act of the history; `direction` tells which of the two it takes. */
export async function goToPast(seq: number, direction: keyof HistoryState): Promise<void> {
  try {
    let steps = 0;
    await watchingAssumptions(async () => {
      steps = await engine.call(goToAct, { seq });
    });
    say(`${formatUnits(steps, 'act')} ${direction === 'undo' ? 'undone' : 'done again'}.`);
  } catch (error) {
    say(messageOf(error));
  }
  await anythingChanged();
}

/**
 * After an act that may have changed anything people write: a mark or a decision can change what accounts are listed
 * and what is stale.
 */
export async function anythingChanged(): Promise<void> {
  await Promise.all([notesChanged(), dataChanged()]);
}
