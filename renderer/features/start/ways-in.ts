import { openDialog } from '../../store/dialogs.ts';

/** Asks for a case file, then how to open it. */
export async function openPicked(): Promise<void> {
  const [file] = await window.stillwatch.pick('open-case');
  if (file) openDialog({ name: 'open-case', file });
}

/** Asks for a bundle and verifies it. */
export async function verifyPicked(): Promise<void> {
  const [file] = await window.stillwatch.pick('open-bundle');
  if (file) openDialog({ name: 'verify', file });
}
