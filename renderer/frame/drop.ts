import type { Grant } from '../../shared/bridge.ts';
import { closeDialog, openDialog, useDialogs } from '../store/dialogs.ts';
import { beginImport } from '../store/imports.ts';
import { useLock } from '../store/lock.ts';
import { useSession } from '../store/session.ts';
import { say } from '../store/status.ts';
import { messageOf } from '../ui/message-of.ts';
import { dropPlan } from './drop-plan.ts';

/** Takes dropped files: a case opens, logs are imported (into a new case when none is open), a bundle is verified. */
export async function onDrop(files: readonly File[]): Promise<void> {
  if (useDialogs.getState().open) {
    say('Close the dialog first, then drop the files again.');
    return;
  }
  try {
    actOn(await window.stillwatch.grantDropped(files));
  } catch (error) {
    say(messageOf(error));
  }
}

/** Does with chosen files what their kind asks for. */
export function actOn(grants: readonly Grant[]): void {
  // A window that is locked shows nothing, so it does nothing either.
  if (useLock.getState().screen) return;
  const plan = dropPlan(grants, useSession.getState().case !== null);
  closeDialog();
  switch (plan.act) {
    case 'nothing':
      say(plan.why);
      break;
    case 'open':
      openDialog({ name: 'open-case', file: plan.file });
      break;
    case 'verify':
      openDialog({ name: 'verify', file: plan.file });
      break;
    case 'new-case':
      openDialog({ name: 'new-case', logs: plan.logs });
      break;
    case 'import':
      void beginImport(plan.logs);
  }
}
