import { v7 as uuidv7 } from 'uuid';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { placeOf } from './place.ts';
import { changeOf, thingWords } from './words.ts';

/**
 * Puts a star on what a reference names unless it has one, or takes all from it: copies that were merged can leave two.
 * @throws StillwatchError BAD_ARGS for no reference, NOT_FOUND when the case does not hold what is to be starred
 */
export function setStar(open: Case, on: string, starred: boolean): void {
  const stars = open.db
    .prepare("SELECT id FROM annotation WHERE kind = 'star' AND target = ?")
    .pluck()
    .all(on) as string[];
  if (!starred) {
    act(open, {
      action: 'annotation.remove',
      title: `take the star from ${thingWords(on)}`,
      changes: stars.map((id) => changeOf(id, null)),
    });
    return;
  }
  const place = placeOf(open.db, on);
  if (stars.length > 0) return;
  const atUs = nowUs();
  const star = { kind: 'star' as const, text: '', author: open.author, createdUs: atUs, changedUs: atUs };
  act(open, {
    action: 'annotation.add',
    title: `add a star to ${thingWords(place.on)}`,
    changes: [changeOf(uuidv7(), { ...place, ...star })],
  });
}
