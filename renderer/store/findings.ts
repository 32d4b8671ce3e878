import { create } from 'zustand';
import {
  type ExhibitTable,
  orderExhibits,
  pinExhibit,
  type Rerun,
  renameExhibit,
  rerunExhibit,
  unpinExhibit,
} from '../../shared/contract/exhibits.ts';
import {
  changeFinding,
  createFinding,
  type FindingFields,
  type FindingStatus,
  giveVerdict,
  type RerunReport,
  removeFinding,
  rerunFindings,
  setFindingStatus,
  type Verdict,
} from '../../shared/contract/findings.ts';
import { engine } from '../engine.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';
import type { ToPin } from './dialogs.ts';
import { runJob } from './jobs.ts';
import { notesChanged, useSession } from './session.ts';
import { say } from './status.ts';
import { goTo } from './views.ts';

/** Title of the job that works all exhibits out again, by which views find it. */
export const CHECK_TITLE = 'Checking all exhibits';
const CANCEL_EFFECT = 'What was found so far is kept in the list.';

interface Checks {
  readonly running: boolean;
  /** What the last check of all exhibits found, and for which opened case; null before any. */
  readonly report: RerunReport | null;
  readonly reportOf: string | null;
  readonly error: unknown;
  readonly cancelled: boolean;
  /** Rises with every check: what was found is part of what findings are read with, and nothing is written by it. */
  readonly version: number;
  /** A new finding whose claim is to be written at once. */
  readonly fresh: string | null;
}

export const useFindingChecks = create<Checks>(() => ({
  running: false,
  report: null,
  reportOf: null,
  error: null,
  cancelled: false,
  version: 0,
  fresh: null,
}));

/** Each write of a finding rises it, and each check. */
export function useFindingsVersion(): number {
  const notes = useSession((state) => state.notesVersion);
  const data = useSession((state) => state.dataVersion);
  return notes + data + useFindingChecks((state) => state.version);
}

/** Writes; true when it was written. A refusal is said in the status line. */
async function write(call: () => Promise<unknown>, said: string): Promise<boolean> {
  try {
    await call();
  } catch (error) {
    say(messageOf(error));
    return false;
  }
  say(said);
  await notesChanged();
  return true;
}

/** What a new finding says until its claim is written. */
export const NEW_CLAIM = 'New finding';

/** Makes a draft and shows it, its claim ready to be written. */
export async function newFinding(scope: readonly string[] = []): Promise<void> {
  const id = await makeFinding(NEW_CLAIM, scope);
  if (id === null) return;
  useFindingChecks.setState({ fresh: id });
  openFinding(id);
}

/** Makes a draft; null where that was refused, which is said. */
export async function makeFinding(claim: string, scope: readonly string[]): Promise<string | null> {
  let id: string | null = null;
  await write(async () => {
    id = (await engine.call(createFinding, { claim, scope: [...scope] })).id;
  }, 'Finding made. Undo takes it back.');
  return id;
}

export function openFinding(finding: string): void {
  goTo({ name: 'finding', finding });
}

export function changeFields(id: string, fields: Partial<FindingFields>): Promise<boolean> {
  return write(() => engine.call(changeFinding, { id, fields }), 'Finding saved.');
}

export function markFinding(id: string, status: FindingStatus): Promise<boolean> {
  return write(() => engine.call(setFindingStatus, { id, status }), `Finding marked: ${status}.`);
}

export async function dropFinding(id: string): Promise<void> {
  if (await write(() => engine.call(removeFinding, { id }), 'Finding removed. Undo brings it back.'))
    goTo({ name: 'findings' });
}

export function sayVerdict(id: string, verdict: Verdict['verdict'] | null, reason: string): Promise<boolean> {
  const said = verdict === null ? 'You have no verdict on this finding now.' : 'Verdict recorded.';
  return write(() => engine.call(giveVerdict, { id, verdict, reason }), said);
}

export function pinTo(finding: string, { title, question, picture }: ToPin): Promise<boolean> {
  return write(() => engine.call(pinExhibit, { finding, title, question, picture }), 'Exhibit pinned.');
}

export function renamePinned(id: string, title: string): Promise<boolean> {
  return write(() => engine.call(renameExhibit, { id, title }), 'Exhibit renamed.');
}

export function unpin(id: string): Promise<boolean> {
  return write(() => engine.call(unpinExhibit, { id }), 'Exhibit unpinned. Undo brings it back.');
}

export function putInOrder(finding: string, exhibits: readonly string[]): Promise<boolean> {
  return write(
    () => engine.call(orderExhibits, { finding, exhibits: [...exhibits] }),
    'Exhibits put in another order.',
  );
}

const checked = (by: Partial<Checks>) =>
  useFindingChecks.setState(({ version }) => ({ ...by, version: version + 1 }));

/** Works one exhibit out again; null where that was refused, which is said. */
export async function checkExhibit(
  id: string,
): Promise<(Rerun & { readonly now: ExhibitTable | null }) | null> {
  try {
    const rerun = await engine.call(rerunExhibit, { id });
    checked({});
    return rerun;
  } catch (error) {
    if (!isCancelled(error)) say(messageOf(error));
    return null;
  }
}

/** Works all exhibits out again, as a job; once at a time. */
export async function checkAllExhibits(): Promise<void> {
  if (useFindingChecks.getState().running) return;
  const reportOf = useSession.getState().file?.grant ?? null;
  useFindingChecks.setState({ running: true, error: null, cancelled: false, report: null, reportOf });
  try {
    const report = await runJob(CHECK_TITLE, CANCEL_EFFECT, rerunFindings, { finding: null });
    checked({ running: false, report });
  } catch (error) {
    checked({ running: false, ...(isCancelled(error) ? { cancelled: true } : { error }) });
  }
}
