import type { Worker } from 'node:worker_threads';

/** Of the five seconds that an engine has to close the case when it is told to stop, most. */
const LEAVING_MS = 4000;

/**
 * Resolves when a thread that is done, or was told to leave, has ended. One that has not after four seconds is stopped
 * wherever it is, which is the last resort: a thread that is stopped while it starts or leaves, or in native code, has
 * taken the whole process with it.
 * @param ended resolves at the thread's 'exit'.
 */
export async function untilLeft(thread: Worker, ended: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), LEAVING_MS);
  });
  if (await Promise.race([ended, late])) await thread.terminate();
  clearTimeout(timer);
}

/** When a thread has ended; to be asked for before it can have. */
export function endOf(thread: Worker): Promise<void> {
  return new Promise((resolve) => thread.once('exit', () => resolve()));
}
