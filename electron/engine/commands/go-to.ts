import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { foldOf, forgetFold, redo, undo } from './undo.ts';

/**
 * Goes to the state right after an act by undoing or redoing, each a command of its own, all or nothing.
 * @param seq of the act
 * @returns how many were undone or redone
 * @throws StillwatchError NOT_FOUND for what is no act, or one that can no longer be done again
 */
export function goToAct(open: Case, seq: number): number {
  const { db } = open;
  const target = db.prepare('SELECT id, final FROM command WHERE seq = ? AND undoes IS NULL').get(seq) as
    | { id: string; final: number }
    | undefined;
  const reached = target && foldOf(db).reaches(target.id);
  if (!target || (!reached && target.final === 0)) {
    throw new StillwatchError(
      'NOT_FOUND',
      'There is no way back to this act: it was undone, and something else was done since. Nothing was changed.',
    );
  }
  const seqOf = db.prepare('SELECT seq FROM command WHERE id = ?').pluck();
  const isAfter = (act: string | null) => act !== null && (seqOf.get(act) as number) > seq;
  let steps = 0;
  try {
    db.transaction(() => {
      if (reached === 'redo') {
        for (; foldOf(db).reaches(target.id) === 'redo'; steps++) redo(open);
      } else {
        for (; isAfter(foldOf(db).newestAct); steps++) undo(open);
      }
    }).immediate();
  } catch (error) {
    forgetFold(db);
    throw error;
  }
  return steps;
}
