import { isMainThread } from 'node:worker_threads';

/** Loaded before the engine: on the message 'soak' it tells what the process holds, after its garbage was collected. */
export interface Held {
  readonly type: 'soak';
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly externalBytes: number;
  /** What keeps the process alive, by kind: timers, message ports, threads. */
  readonly resources: Readonly<Record<string, number>>;
}

function held(): Held {
  (globalThis as { gc?: () => void }).gc?.();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  const { rss, heapUsed, external } = process.memoryUsage();
  return { type: 'soak', rssBytes: rss, heapBytes: heapUsed, externalBytes: external, resources };
}

if (isMainThread)
  process.on('message', (message: { type?: string }) => {
    if (message.type === 'soak') process.send?.(held());
  });
