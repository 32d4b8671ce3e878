import type { Grant } from '../../../shared/bridge.ts';
import { openBundle } from '../../../shared/contract/cases.ts';
import { engine } from '../../engine.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { enterCase, refreshRecent, useSession } from '../../store/session.ts';

/** Opens a bundle as a case in which nothing can be changed, in place of the case that is open. Throws as the call does. */
export async function openBundleAsCase(file: Grant): Promise<void> {
  const author = useSession.getState().appInfo?.userName || 'Reader';
  const info = await engine.call(openBundle, { grant: file.grant, author });
  closeDialog();
  await enterCase(info, file);
  // What opens cases cannot open a bundle.
  await window.stillwatch.forgetCase(file.grant);
  await refreshRecent();
}
