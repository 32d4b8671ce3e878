import { readFile, rm } from 'node:fs/promises';
import type { Investigator } from '../../investigator.ts';

/** What the page's main thread had to do for its frames, in milliseconds of processor time. */
export interface FrameWork {
  readonly medianMs: number;
  /** 95th percentile. */
  readonly highMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time that the thread had used by then, microseconds. */
  readonly tts?: number;
}

const FRAME = 'ProxyMain::BeginMainFrame';

/** The work per frame while `work` runs, by Chromium's trace of all processes. */
export async function traceFrameWork(
  app: Investigator['app'],
  work: () => Promise<unknown>,
): Promise<FrameWork> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['cc'], excluded_categories: ['*'] }),
  );
  await work();
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  try {
    return frameWork(JSON.parse(await readFile(path, 'utf8')).traceEvents);
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Processor time that a main thread used from each of its frames to the next, of the thread with most frames: also what
 * is done between frames and what no event tells, such as filling in canvases. Zeros where the trace has no two frames.
 */
export function frameWork(events: readonly TraceEvent[]): FrameWork {
  const threads = new Map<string, number[]>();
  for (const { name, ph, pid, tid, tts } of events) {
    if (name !== FRAME || ph !== 'X' || tts === undefined) continue;
    const thread = `${pid} ${tid}`;
    const starts = threads.get(thread);
    if (starts) starts.push(tts);
    else threads.set(thread, [tts]);
  }
  const [starts = []] = [...threads.values()].sort((one, other) => other.length - one.length);
  starts.sort((one, other) => one - other);
  const workMs = starts.slice(1).map((us, i) => (us - starts[i]) / 1000);
  workMs.sort((one, other) => one - other);
  const at = (share: number) => workMs[Math.min(workMs.length - 1, Math.floor(workMs.length * share))] ?? 0;
  return { medianMs: at(0.5), highMs: at(0.95) };
}
