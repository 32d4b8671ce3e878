import { create } from 'zustand';
import type { AppInfo, EngineState, Grant, RecentCase } from '../../shared/bridge.ts';
import { type CaseInfo, caseInfo, closeCase } from '../../shared/contract/cases.ts';
import { type BadBranch, verifyCustody } from '../../shared/contract/custody.ts';
import { type HistoryState, historyState } from '../../shared/contract/history.ts';
import { engine } from '../engine.ts';
import { nowUs } from '../ui/format.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import { clearAccountRows } from './account-rows.ts';
import { resetAnalysis } from './analysis-run.ts';
import { openDialog } from './dialogs.ts';
import { forgetSaving, saved } from './saving.ts';
import { say } from './status.ts';
import { resetTexts } from './texts.ts';
import { dropUnsaved, saveAll } from './unsaved.ts';
import { resetViews } from './views.ts';

export interface CustodyCheck {
  readonly entries: number;
  readonly firstBad: number | null;
  /** Of the logs of merged copies. */
  readonly badBranches: readonly BadBranch[];
  readonly atUs: number;
}

interface Session {
  readonly case: CaseInfo | null;
  readonly file: Grant | null;
  /** The id of the case that is closed behind the lock screen, and comes back after it; null while none is. */
  readonly locked: string | null;
  /** Who has the case open, as the custody log names them. */
  readonly author: string;
  readonly history: HistoryState;
  readonly custody: CustodyCheck | null;
  /** Rises with every change of imported data, and of annotations: reads are asked again with it. */
  readonly dataVersion: number;
  readonly notesVersion: number;
  readonly engineState: EngineState;
  readonly engineDetail: string;
  /** Why the case was closed without anybody asking; said on the start screen. */
  readonly notice: string | null;
  readonly appInfo: AppInfo | null;
  readonly recent: readonly RecentCase[];
}

const NO_HISTORY: HistoryState = { undo: null, redo: null };

export const useSession = create<Session>(() => ({
  case: null,
  file: null,
  locked: null,
  author: '',
  history: NO_HISTORY,
  custody: null,
  dataVersion: 0,
  notesVersion: 0,
  engineState: 'starting',
  engineDetail: '',
  notice: null,
  appInfo: null,
  recent: [],
}));

/** Asks who and what is here, and follows the engine from then on. Called once. */
export function startSession(): void {
  engine.onEngineState(onEngineState);
  window.stillwatch.appInfo().then((appInfo) => useSession.setState({ appInfo }));
  void refreshRecent();
}

export async function refreshRecent(): Promise<void> {
  useSession.setState({ recent: await window.stillwatch.recentCases() });
}

/** Shows a case the engine has just opened or made. */
export async function enterCase(info: CaseInfo, file: Grant, author: string): Promise<void> {
  resetStores();
  useSession.setState((state) => ({
    case: info,
    file,
    locked: null,
    author,
    history: NO_HISTORY,
    custody: null,
    notice: null,
    dataVersion: state.dataVersion + 1,
    notesVersion: state.notesVersion + 1,
  }));
  say(info.readOnly ? '' : `Opened ${info.name}.`);
  await window.stillwatch.rememberCase(file.grant);
  await Promise.all([refreshHistory(), checkCustody(), refreshRecent()]);
}

/** Saves what fields hold, and asks where the case refuses it. @returns whether the case may be closed */
export async function readyToLeave(): Promise<boolean> {
  const isReady = await saveAll();
  if (!isReady) openDialog({ name: 'unsaved', next: 'leave' });
  return isReady;
}

/** Closes the case; it stays open while something cannot be saved, until a person has decided about that. */
export async function leaveCase(): Promise<void> {
  if (!(await readyToLeave())) return;
  try {
    await engine.call(closeCase, {});
    forgetCase(null);
  } catch (error) {
    say(messageOf(error));
  }
}

/**
 * After data came or went, or was analysed: counts, tables and charts are read again, and what annotations say of
 * their objects.
 */
export async function dataChanged(): Promise<void> {
  clearAccountRows();
  saved();
  useSession.setState((state) => ({
    dataVersion: state.dataVersion + 1,
    notesVersion: state.notesVersion + 1,
  }));
  await refreshCase();
}

/** After a command: annotations, their counts and the undo names are read again. */
export async function notesChanged(): Promise<void> {
  useSession.setState((state) => ({ notesVersion: state.notesVersion + 1 }));
  await Promise.all([refreshCase(), refreshHistory()]);
}

/** After an assumption was made or taken back: all that may rest on it is read again, and shown as it was meanwhile. */
export async function assumptionsChanged(): Promise<void> {
  useSession.setState((state) => ({
    dataVersion: state.dataVersion + 1,
    notesVersion: state.notesVersion + 1,
  }));
  await Promise.all([refreshCase(), refreshHistory()]);
}

/** Recomputes the custody chain and shows the result in the status line. */
export async function checkCustody(): Promise<void> {
  try {
    const result = await engine.call(verifyCustody, {});
    useSession.setState({ custody: { ...result, atUs: nowUs() } });
  } catch (error) {
    if (!isCancelled(error)) say(messageOf(error));
  }
}

export async function refreshCase(): Promise<void> {
  const info = await ofOpenCase(engine.call(caseInfo, {}));
  useSession.setState((state) => (state.case && info ? { case: info } : {}));
}

async function refreshHistory(): Promise<void> {
  const history = await ofOpenCase(engine.call(historyState, {}));
  useSession.setState((state) => (state.case && history ? { history } : {}));
}

/** null where the case was left before the engine could answer: nobody wants to know any more. */
async function ofOpenCase<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (useSession.getState().case === null) return null;
    throw error;
  }
}

function onEngineState(state: EngineState, detail: string): void {
  const { case: open } = useSession.getState();
  useSession.setState({ engineState: state, engineDetail: detail });
  if (open && (state === 'restarting' || state === 'stopped')) {
    const kept = 'Everything saved before is kept; an import or export that was running is not.';
    const next =
      state === 'stopped' ? 'Start Stillwatch again, then open the case.' : 'Open the case again to go on.';
    forgetCase(`The engine stopped while ${open.name} was open. ${kept} ${next}`);
  }
}

/** Drops all that the page holds of the case, which is closed; of one that is `locked` some is kept until it comes back. */
export function forgetCase(notice: string | null, locked: string | null = null): void {
  resetStores();
  useSession.setState({
    case: null,
    file: null,
    locked,
    author: '',
    history: NO_HISTORY,
    custody: null,
    notice,
  });
  say('');
  void refreshRecent();
}

/** Calls `forget` whenever the case on screen goes: what a store keeps of a case must not outlive it. */
export function whenCaseGoes(forget: () => void): void {
  useSession.subscribe((now, before) => {
    if (now.case?.id !== before.case?.id) forget();
  });
}

/** Calls `forget` once the case is left for good: not for a lock, after which it comes back. */
export function whenCaseLeft(forget: () => void): void {
  useSession.subscribe((now, before) => {
    if ((now.case?.id ?? now.locked) !== (before.case?.id ?? before.locked)) forget();
  });
}

whenCaseLeft(dropUnsaved);

/** Stores that this file needs itself, and so cannot watch it. */
function resetStores(): void {
  clearAccountRows();
  resetViews();
  resetAnalysis();
  resetTexts();
  forgetSaving();
}
