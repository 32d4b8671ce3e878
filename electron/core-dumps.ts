import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Where Linux writes down the memory of a process that crashed, it leaves all of it out for this one and those it starts:
 * prompts and keys are in there. Pages are started by processes that are there before this one says anything, so those
 * are told too. Windows and macOS offer no such thing; there it is up to the system whether crashes are kept.
 */
export function keepMemoryOutOfDumps(): void {
  if (process.platform !== 'linux') return;
  for (const pid of ownProcesses(process.pid)) {
    // A bit for each kind of memory that goes into a dump (core(5)).
    unlessRefused(() => writeFileSync(`/proc/${pid}/coredump_filter`, '0'));
  }
}

function ownProcesses(pid: number): readonly number[] {
  const threads = unlessRefused(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const children = threads.flatMap((thread) => {
    const listed = unlessRefused(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1')) ?? '';
    return listed.split(' ').filter(Boolean).map(Number);
  });
  return [pid, ...children.flatMap(ownProcesses)];
}

/** A process may have ended, or be one of which nothing is dumped anyway, and which lets nobody in. */
function unlessRefused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
