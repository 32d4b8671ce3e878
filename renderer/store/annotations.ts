import { addAnnotation, editAnnotation, removeAnnotation } from '../../shared/contract/annotations.ts';
import { type HistoryState, redo, undo } from '../../shared/contract/history.ts';
import { engine } from '../engine.ts';
import { messageOf } from '../ui/message-of.ts';
import { watchingAssumptions } from './assumptions.ts';
import { dataChanged, notesChanged, useSession } from './session.ts';
import { say } from './status.ts';

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

export const undoLast = () => stepHistory('undo');
export const redoLast = () => stepHistory('redo');

async function stepHistory(direction: keyof HistoryState): Promise<void> {
  const what = useSession.getState().history[direction];
  if (what === null) return;
  try {
    await watchingAssumptions(async () => {
      await engine.call(direction === 'undo' ? undo : redo, {});
    });
    say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${what}.`);
  } catch (error) {
    say(messageOf(error));
  }
  // What was undone may be a mark or a decision that changes what accounts are listed and what is stale.
  await Promise.all([notesChanged(), dataChanged()]);
}
