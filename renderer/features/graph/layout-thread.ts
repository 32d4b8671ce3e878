import type { LayoutTask } from './layout.ts';
import type { LayoutAnswer, LayoutQuestion } from './layout-worker.ts';
import workerUrl from './layout-worker.ts?worker&url';

interface TrustedScripts {
  createScriptURL(url: string): URL;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedScripts;
}

/**
 * The one exception to what the page may run: the worker that was built with it. The policy is made as the page is
 * loaded and its name can be used once, so no script can make another; it takes no other address.
 */
const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('layout-worker', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError('Only the layout worker may be started.');
    return url;
  },
});

/** Starts the worker: one lays out, another draws lines, so that neither waits for the other. */
export function startWorker(): Worker {
  return new Worker(trusted ? trusted.createScriptURL(workerUrl) : workerUrl, { type: 'module' });
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, { resolve(answer: LayoutAnswer): void; reject(error: Error): void }>();

/** Lays areas out on the worker; it is started at the first question and stays. */
export function layOutAside(tasks: readonly LayoutTask[]): Promise<LayoutAnswer['places']> {
  if (!worker) {
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      waiting.get(data.number)?.resolve(data);
      waiting.delete(data.number);
    };
    worker.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error('The layout worker failed.'));
      waiting.clear();
      worker?.terminate();
      worker = null;
    };
  }
  const question: LayoutQuestion = { number: ++last, tasks };
  worker.postMessage(question);
  return new Promise((resolve, reject) => {
    waiting.set(question.number, { resolve: ({ places }) => resolve(places), reject });
  });
}
