import { decideConflict, type MergeResult, mergeCopy } from '../../shared/contract/merge.ts';
import { engine } from '../engine.ts';
import { messageOf } from '../ui/message-of.ts';
import { anythingChanged } from './annotations.ts';
import { watchingAssumptions } from './assumptions.ts';
import { openDialog } from './dialogs.ts';
import { say } from './status.ts';

/** Asks for another copy of the open case, then what to do with it. */
export async function pickCopy(): Promise<void> {
  const [file] = await window.stillwatch.pick('open-copy');
  if (file) openDialog({ name: 'merge', file });
}

/** Joins the copy into the open case; throws as the call does. */
export async function mergePicked(grant: string, passphrase: string | null): Promise<MergeResult> {
  let result: MergeResult | undefined;
  await watchingAssumptions(async () => {
    result = await engine.call(mergeCopy, { grant, passphrase, dry: false });
  });
  say('The copy was merged. Undo takes all of it back.');
  await anythingChanged();
  return result!;
}

/** Decides a conflict for one side, or with null for what stands now; says why where it cannot. */
export async function decideFor(conflict: string, side: number | null): Promise<void> {
  try {
    await watchingAssumptions(async () => {
      await engine.call(decideConflict, { conflict, side });
    });
    say('Decided. Undo brings the conflict back.');
  } catch (error) {
    say(messageOf(error));
  }
  await anythingChanged();
}
