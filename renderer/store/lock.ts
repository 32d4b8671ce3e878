import { create } from 'zustand';
import { DEFAULT_LOCK_MINUTES, type Grant, type LockMinutes, type PowerEvent } from '../../shared/bridge.ts';
import { closeCase, type LockReason, lockCase, openCase } from '../../shared/contract/cases.ts';
import { callsAnswered, engine } from '../engine.ts';
import { closeDialog } from './dialogs.ts';
import { watchIdle } from './idle.ts';
import { pauseQueue } from './import-queue.ts';
import { resumeImports } from './imports.ts';
import { useJobs } from './jobs.ts';
import { useSaving } from './saving.ts';
import { enterCase, forgetCase, useSession } from './session.ts';
import { say } from './status.ts';
import { saveAll, useUnsaved } from './unsaved.ts';
import type { Trail } from './view-history.ts';
import { restoreTrail, useViews } from './views.ts';

/** What is shown in place of a case that is locked. */
export interface LockScreen {
  readonly file: Grant;
  readonly encrypted: boolean;
  /** Who had it open. */
  readonly author: string;
  /** A job still runs, or something is still being saved: the case is closed once that has ended. */
  readonly closing: boolean;
  /** Why something typed or chosen could not be saved, where that tells nothing of the case; null for nothing to tell. */
  readonly whyUnsaved: string | null;
}

interface Lock {
  readonly screen: LockScreen | null;
  /** After how many minutes without input the case is locked; null for never. */
  readonly minutes: LockMinutes;
  /** Nobody has been there for that long, but a job still runs. */
  readonly waiting: boolean;
}

export const useLock = create<Lock>(() => ({
  screen: null,
  minutes: DEFAULT_LOCK_MINUTES,
  waiting: false,
}));

/**
 * Where the window was when it was locked. It names accounts, so it is kept in memory alone, is not drawn while the
 * window is locked, and goes with the lock screen.
 */
let trail: Trail | null = null;

const INPUT = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const MINUTE_MS = 60_000;
/** Between two files of a queue no job runs for a moment: a lock for want of input waits for them all. */
const QUEUE_MS = 10_000;

const idle = watchIdle(() => void lock('idle'));

/** Watches for input and for what the computer does from then on. Called once. */
export function startLock(): void {
  const touch = () => {
    if (useLock.getState().waiting) useLock.setState({ waiting: false });
    idle.touch();
  };
  for (const input of INPUT) window.addEventListener(input, touch, { capture: true, passive: true });
  void window.stillwatch.lockMinutes().then(lockAfter);
  window.stillwatch.onPower((event: PowerEvent) => void lock(event));
  let quiet: ReturnType<typeof setTimeout> | undefined;
  useJobs.subscribe(({ jobs }) => {
    clearTimeout(quiet);
    if (jobs.length > 0) return;
    quiet = setTimeout(() => {
      if (useLock.getState().waiting) void lock('idle');
    }, QUEUE_MS);
  });
}

export function chooseLockMinutes(minutes: LockMinutes): void {
  lockAfter(minutes);
  void window.stillwatch.setLockMinutes(minutes);
}

function lockAfter(minutes: LockMinutes): void {
  useLock.setState({ minutes });
  idle.setAfter(minutes === null ? null : minutes * MINUTE_MS);
}

export const lockNow = () => lock('asked');

/**
 * Locks the case: nothing of it is shown from now on, and it is closed as soon as no job runs and all that was typed is
 * saved. What the case refuses is kept in memory, behind the lock, and saved after it. For want of input alone the case
 * is locked only once no job runs.
 */
export async function lock(why: LockReason): Promise<void> {
  const { case: open, file, author } = useSession.getState();
  if (!open || !file || useLock.getState().screen) return;
  if (why === 'idle' && useJobs.getState().jobs.length > 0) {
    useLock.setState({ waiting: true });
    return;
  }
  trail = useViews.getState().trail;
  closeDialog();
  say('');
  useLock.setState({
    screen: { file, encrypted: open.encrypted, author, closing: true, whyUnsaved: null },
    waiting: false,
  });
  pauseQueue();
  await nothingUnderWay();
  const { failure, failureOfFile } = useSaving.getState();
  try {
    await engine.call(lockCase, { why });
  } catch {
    // The log could not be written, or there is no case any more: what matters is that none is open.
    await engine.call(closeCase, {}).catch(() => undefined);
  }
  forgetCase(null, open.id);
  const whyUnsaved = failureOfFile ? failure : null;
  useLock.setState(({ screen }) => ({ screen: screen && { ...screen, closing: false, whyUnsaved } }));
}

/** Opens the locked case again, where it was left. Throws as the call does. */
export async function unlock(author: string, passphrase: string | null): Promise<void> {
  const { screen } = useLock.getState();
  if (!screen) return;
  const { file } = screen;
  const info = await engine.call(openCase, { grant: file.grant, author, passphrase });
  const entered = enterCase(info, file, author);
  if (trail) restoreTrail(trail);
  leaveLockScreen();
  await entered;
  const wasUnsaved = useUnsaved.getState().refused.length > 0;
  if (wasUnsaved && (await saveAll())) say('What could not be saved before the lock is saved now.');
  await resumeImports();
}

/** Leaves the case closed, for the start screen, and drops what was kept behind the lock. */
export function leaveLockScreen(): void {
  trail = null;
  useLock.setState({ screen: null });
  useSession.setState({ locked: null });
}

/** Resolves once no job runs and all that fields hold is saved or refused. */
async function nothingUnderWay(): Promise<void> {
  const isQuiet = () => {
    const { writing, waiting } = useSaving.getState();
    return writing === 0 && waiting === 0 && useJobs.getState().jobs.length === 0;
  };
  do {
    await saveAll();
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!isQuiet()) return;
        for (const stop of stops) stop();
        resolve();
      };
      const stops = [useSaving.subscribe(look), useJobs.subscribe(look)];
      look();
    });
    await callsAnswered();
  } while (!isQuiet());
}
