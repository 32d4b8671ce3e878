import { create } from 'zustand';
import type { Grant } from '../../shared/bridge.ts';
import {
  type BackUp,
  backUpCase,
  changePassphrase as changeCall,
  compactCase,
  type Rewritten,
} from '../../shared/contract/cases.ts';
import { whileCallsWait } from '../engine.ts';
import { fileNamePart } from '../ui/file-name.ts';
import { formatDay, nowUs } from '../ui/format.ts';
import { isCancelled } from '../ui/message-of.ts';
import { openDialog } from './dialogs.ts';
import { runJob } from './jobs.ts';
import { leaveCase, notesChanged, useSession, whenCaseGoes } from './session.ts';
import { say } from './status.ts';

/** Titles of the jobs, by which views find them. */
export const REWRITE_TITLE = 'Writing the case anew';
export const BACKUP_TITLE = 'Backing up the case';

interface Keeping {
  /** The last backup of this session, and the file that holds it. */
  readonly backUp: { readonly file: Grant; readonly made: BackUp } | null;
  readonly backingUp: boolean;
  /** Why the last one failed; null where it did not. */
  readonly error: unknown;
}

const NOTHING: Keeping = { backUp: null, backingUp: false, error: null };

export const useKeeping = create<Keeping>(() => NOTHING);

whenCaseGoes(() => useKeeping.setState(NOTHING));

/** Gives the case another passphrase, null for none. Throws as the call does. */
export async function changePassphrase(current: string | null, next: string | null): Promise<void> {
  const info = await whileCallsWait(() =>
    runJob(REWRITE_TITLE, 'The case stays as it was.', changeCall, { current, next }),
  );
  useSession.setState((state) => (state.case ? { case: info } : {}));
  // What it opened is gone already.
  void window.stillwatch.forgetKeychainSecret(`case-${info.id}`);
  say(next === null ? 'The case is not encrypted any more.' : 'The case opens with the new passphrase now.');
  await notesChanged();
}

/** Writes the case anew without the room of removed data. Throws as the call does. */
export async function compact(): Promise<Rewritten> {
  const rewritten = await whileCallsWait(() =>
    runJob(REWRITE_TITLE, 'The case stays as it was.', compactCase, {}),
  );
  say('The case file was compacted.');
  await notesChanged();
  return rewritten;
}

/** Asks for a place and copies the case there; once at a time. */
export async function backUp(): Promise<void> {
  const { case: open } = useSession.getState();
  if (!open || useKeeping.getState().backingUp) return;
  const day = formatDay(open.timeZone, nowUs());
  const [file] = await window.stillwatch.pick(
    'save-backup',
    `${fileNamePart(open.name)} backup ${day}.swcase`,
  );
  if (!file) return;
  useKeeping.setState({ ...NOTHING, backingUp: true });
  try {
    const made = await runJob(BACKUP_TITLE, 'No backup is left; the case is as it was.', backUpCase, {
      grant: file.grant,
    });
    useKeeping.setState({ ...NOTHING, backUp: { file, made } });
    say('The backup was written and read whole.');
    await notesChanged();
  } catch (error) {
    useKeeping.setState({ ...NOTHING, error: isCancelled(error) ? null : error });
  }
}

/** Closes the case and asks how to open another, such as a backup of it. */
export async function openInstead(file: Grant): Promise<void> {
  await leaveCase();
  if (useSession.getState().case === null) openDialog({ name: 'open-case', file });
}

/** Closes the case, which turned out damaged, and asks where to save what is intact. */
export async function saveIntact(): Promise<void> {
  const { file } = useSession.getState();
  await leaveCase();
  if (file && useSession.getState().case === null) openDialog({ name: 'recover', file });
}

/** Asks for a backup, which is a case, and opens it in place of this one. */
export async function restore(): Promise<void> {
  const [file] = await window.stillwatch.pick('open-case');
  if (file) await openInstead(file);
}
