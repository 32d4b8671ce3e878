import { create } from 'zustand';
import type { AppInfo, EngineState, Grant, RecentCase } from '../../shared/bridge.ts';
import { type CaseInfo, caseInfo, closeCase } from '../../shared/contract/cases.ts';
import { verifyCustody } from '../../shared/contract/custody.ts';
import { type HistoryState, historyState } from '../../shared/contract/history.ts';
import { engine } from '../engine.ts';
import { nowUs } from '../ui/format.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import { clearAccountRows } from './account-rows.ts';
import { resetAnalysis } from './analysis-run.ts';
import { say } from './status.ts';
import { resetTexts } from './texts.ts';
import { resetViews } from './views.ts';

export interface CustodyCheck {
  readonly entries: number;
  readonly firstBad: number | null;
  readonly atUs: number;
}

interface Session {
  readonly case: CaseInfo | null;
  readonly file: Grant | null;
  readonly history: HistoryState;
  readonly custody: CustodyCheck | null;
  /** When something was last written to the case; null when nothing was in this session. */
  readonly savedUs: number | null;
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
  history: NO_HISTORY,
  custody: null,
  savedUs: null,
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
export async function enterCase(info: CaseInfo, file: Grant): Promise<void> {
  clearAccountRows();
  resetViews();
  resetAnalysis();
  resetTexts();
  useSession.setState((state) => ({
    case: info,
    file,
    history: NO_HISTORY,
    custody: null,
    savedUs: null,
    notice: null,
    dataVersion: state.dataVersion + 1,
    notesVersion: state.notesVersion + 1,
  }));
  say(info.readOnly ? '' : `Opened ${info.name}.`);
  await window.stillwatch.rememberCase(file.grant);
  await Promise.all([refreshHistory(), checkCustody(), refreshRecent()]);
}

export async function leaveCase(): Promise<void> {
  try {
    await engine.call(closeCase, {});
    forgetCaseState(null);
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
  useSession.setState((state) => ({
    dataVersion: state.dataVersion + 1,
    notesVersion: state.notesVersion + 1,
    savedUs: nowUs(),
  }));
  await refreshCase();
}

/** After a command: annotations, their counts and the undo names are read again. */
export async function notesChanged(): Promise<void> {
  useSession.setState((state) => ({ notesVersion: state.notesVersion + 1, savedUs: nowUs() }));
  await Promise.all([refreshCase(), refreshHistory()]);
}

/** After an assumption was made or taken back: all that may rest on it is read again, and shown as it was meanwhile. */
export async function assumptionsChanged(): Promise<void> {
  useSession.setState((state) => ({
    dataVersion: state.dataVersion + 1,
    notesVersion: state.notesVersion + 1,
    savedUs: nowUs(),
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
  const info = await engine.call(caseInfo, {});
  useSession.setState((state) => (state.case ? { case: info } : {}));
}

async function refreshHistory(): Promise<void> {
  const history = await engine.call(historyState, {});
  useSession.setState({ history });
}

function onEngineState(state: EngineState, detail: string): void {
  const { case: open } = useSession.getState();
  useSession.setState({ engineState: state, engineDetail: detail });
  if (open && (state === 'restarting' || state === 'stopped')) {
    const kept = 'Everything saved before is kept; an import or export that was running is not.';
    const next =
      state === 'stopped' ? 'Start Stillwatch again, then open the case.' : 'Open the case again to go on.';
    forgetCaseState(`The engine stopped while ${open.name} was open. ${kept} ${next}`);
  }
}

function forgetCaseState(notice: string | null): void {
  clearAccountRows();
  resetViews();
  resetAnalysis();
  resetTexts();
  useSession.setState({ case: null, file: null, history: NO_HISTORY, custody: null, savedUs: null, notice });
  say('');
  void refreshRecent();
}
