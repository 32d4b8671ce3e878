import type { Grant } from '../../../shared/bridge.ts';
import { openCase } from '../../../shared/contract/cases.ts';
import { engine } from '../../engine.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { enterCase, readyToLeave, useSession } from '../../store/session.ts';

/** Opens a bundle as a case in which nothing can be changed, in place of the case that is open. Throws as the call does. */
export async function openBundleAsCase(file: Grant): Promise<void> {
  if (!(await readyToLeave())) return;
  const author = useSession.getState().appInfo?.userName || 'Reader';
  const info = await engine.call(openCase, { grant: file.grant, author, passphrase: null });
  closeDialog();
  await enterCase(info, file, author);
}
