import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildTask, FromChild } from './child.ts';
import { STARTING, type Stretch } from './plan.ts';

const LOOK_MS = 200;
const HEAP_MB = 1024;
/** For a process to start and a target to make ready, on a machine that has other work. */
const START_MS = 180_000;

/** Where a child was when it ended. */
export interface Ended {
  readonly stretch: number;
  readonly number: number;
  /** 'hang', or how the process ended. */
  readonly why: string;
}

/**
 * Runs cases in a process of its own, which is killed when one case takes longer than it may. Null when it came to its end
 * by itself.
 */
export async function runChild(
  seed: number,
  stretches: readonly Stretch[],
  deadlineMs: number,
  onMessage: (message: FromChild) => void,
): Promise<Ended | null> {
  const folder = mkdtempSync(join(tmpdir(), 'stillwatch-fuzz-'));
  const work = join(folder, 'work');
  for (const name of ['', 'tmp', 'home']) mkdirSync(join(work, name));
  const progress = join(folder, 'progress');
  const mark = Buffer.alloc(12);
  mark.writeDoubleLE(STARTING, 4);
  writeFileSync(progress, mark);
  const place = openSync(progress, 'r');
  const task: ChildTask = { seed, stretches, folder: work, progress };
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, join(import.meta.dirname, 'child.ts'), JSON.stringify(task)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: join(work, 'home'),
      env: { PATH: process.env.PATH, HOME: join(work, 'home'), TMPDIR: join(work, 'tmp'), TZ: 'UTC' },
    },
  );
  const heard = readLines(child, onMessage);
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said = `${said}${bytes}`.slice(-2000);
  });
  const at = () => {
    readSync(place, mark, 0, 12, 0);
    return { stretch: mark.readUInt32LE(0), number: mark.readDoubleLE(4) };
  };
  let seen = at();
  let sinceMs = performance.now();
  let hung = false;
  const watch = setInterval(() => {
    const now = at();
    if (now.stretch !== seen.stretch || now.number !== seen.number) {
      seen = now;
      sinceMs = performance.now();
    } else if (performance.now() - sinceMs > (now.number === STARTING ? START_MS : deadlineMs)) {
      hung = true;
      child.kill('SIGKILL');
    }
  }, LOOK_MS);
  try {
    const [code, signal] = await ended(child);
    await heard;
    if (code === 0) return null;
    return { ...at(), why: hung ? 'hang' : `${signal ?? `exit ${code}`} ${said.trim().slice(-600)}`.trim() };
  } finally {
    clearInterval(watch);
    closeSync(place);
    rmSync(folder, { recursive: true, force: true });
  }
}

function ended(child: ChildProcess): Promise<readonly [code: number | null, signal: string | null]> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve([code, signal]));
  });
}

async function readLines(child: ChildProcess, onMessage: (message: FromChild) => void): Promise<void> {
  if (!child.stdout) return;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) onMessage(JSON.parse(line) as FromChild);
  }
}
