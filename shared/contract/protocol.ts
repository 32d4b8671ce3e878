import type { ErrorCode } from './errors.ts';

/** What travels over the message port between page and engine. `id` is chosen by the page, per call. */
export type PageMessage =
  | { readonly id: number; readonly name: string; readonly args: unknown }
  | { readonly id: number; readonly cancel: true };

export type EngineMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: ErrorCode; readonly message: string }
  | { readonly id: number; readonly progress: Progress };

/** How far a job has come. `total` is undefined while it cannot be known. */
export interface Progress {
  /** What is being done, in words for people: 'reading', 'hashing', 'writing the report'. */
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
  /** Rows read so far, where the unit is another. */
  readonly rows?: number;
  readonly unit: 'rows' | 'bytes' | 'files' | 'entries' | 'texts';
  /** Units of work finished per second, over the whole run so far. */
  readonly perSecond?: number;
  readonly rowsPerSecond?: number;
}

/** What the main process tells the engine, on the channel that only the two of them share. */
export type HostMessage =
  | { readonly type: 'page-port' }
  | { readonly type: 'grant'; readonly grant: string; readonly path: string }
  | { readonly type: 'stop' };

/** What the engine tells the main process. */
export type HostReply = { readonly type: 'ready' } | { readonly type: 'stopped' };
