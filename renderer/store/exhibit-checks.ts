import { create } from 'zustand';
import { StillwatchError } from '../../shared/contract/errors.ts';
import { type ExhibitTable, type Rerun, rerunExhibit } from '../../shared/contract/exhibits.ts';
import { type KnownChecks, knownChecks, rerunFindings } from '../../shared/contract/findings.ts';
import { engine } from '../engine.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import { jobsEnded, runJob } from './jobs.ts';
import { useLock } from './lock.ts';
import { movedWords } from './moved-words.ts';
import { useSession, whenCaseGoes } from './session.ts';
import { say } from './status.ts';
import { isBlind } from './view-frame.ts';
import { currentView } from './view-history.ts';
import { useViews } from './views.ts';

/** Title of the job that works exhibits out again, by which views find it. */
export const CHECK_TITLE = 'Checking exhibits';
const CANCEL_EFFECT = 'What was found so far is kept in the list.';

interface ExhibitChecks {
  readonly running: boolean;
  readonly error: unknown;
  readonly cancelled: boolean;
  /** Rises with every check: what was found is part of what findings are read with. */
  readonly version: number;
}

const NOTHING = { running: false, error: null, cancelled: false };

/** How the check of several exhibits goes, or how the last one ended. */
export const useExhibitChecks = create<ExhibitChecks>(() => ({ ...NOTHING, version: 0 }));

whenCaseGoes(() => useExhibitChecks.setState(NOTHING));
useSession.subscribe((now, before) => {
  if (now.case && now.dataVersion !== before.dataVersion) void checkChangedExhibits();
});

const changed = (by: Partial<ExhibitChecks>) =>
  useExhibitChecks.setState(({ version }) => ({ ...by, version: version + 1 }));

/** Works one exhibit out again; null where that was refused, which is said. */
export async function checkExhibit(
  id: string,
): Promise<(Rerun & { readonly now: ExhibitTable | null }) | null> {
  try {
    const rerun = await engine.call(rerunExhibit, { id });
    changed({});
    return rerun;
  } catch (error) {
    if (!isCancelled(error)) say(messageOf(error));
    return null;
  }
}

/** Works all exhibits out again, as a job; once at a time. */
export async function checkAllExhibits(): Promise<void> {
  if (!useExhibitChecks.getState().running) await check(false);
}

/** Whether the check came to its end. */
async function check(changedOnly: boolean): Promise<boolean> {
  const { file } = useSession.getState();
  useExhibitChecks.setState({ ...NOTHING, running: true });
  const end = (by: Partial<ExhibitChecks>) => {
    // The case may have been closed meanwhile.
    if (useSession.getState().file === file) changed({ running: false, ...by });
  };
  try {
    await runJob(CHECK_TITLE, CANCEL_EFFECT, rerunFindings, { finding: null, changedOnly });
    end({});
    return true;
  } catch (error) {
    // Data that changed under a check nobody asked for have it begin again by themselves.
    if (changedOnly && error instanceof StillwatchError && error.code === 'CONFLICT') end({});
    else end(isCancelled(error) ? { cancelled: true } : { error });
    return false;
  }
}

let waiting = false;
/** What a person did not want exhibits worked out from. */
let cancelledOf: string | null = null;
let changedSince = false;

/**
 * After data came or went, or were analysed, and where the case was closed before this was done: once no job runs,
 * works out the exhibits whose data changed, and says how many findings moved. What a person cancelled is not begun
 * again before the data change once more, a case that is read only is left as it is, and one that is being locked until
 * it is opened again: a job would keep it open.
 */
async function checkChangedExhibits(): Promise<void> {
  changedSince = true;
  if (waiting) return;
  waiting = true;
  try {
    while (changedSince) {
      await jobsEnded();
      changedSince = false;
      if (useSession.getState().case?.readOnly !== null || useLock.getState().screen) return;
      const { due, dataState } = await engine.call(knownChecks, {});
      if (due === 0 || dataState === cancelledOf) continue;
      if (await check(true)) sayMoved(await engine.call(knownChecks, {}));
      else if (useExhibitChecks.getState().cancelled) cancelledOf = dataState;
    }
  } catch (error) {
    // The case was closed meanwhile; nothing that a person asked for failed.
    if (useSession.getState().case !== null && !isCancelled(error)) say(messageOf(error));
  } finally {
    waiting = false;
  }
}

/** Whoever codes blind is not told of what others found. */
function sayMoved(known: KnownChecks): void {
  if (!isBlind(currentView(useViews.getState().trail))) say(movedWords(known));
}
