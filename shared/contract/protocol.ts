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
  /** The answer to 'print' of that id: the PDF, or why there is none. */
  | { readonly type: 'printed'; readonly id: number; readonly pdf: Uint8Array }
  | { readonly type: 'printed'; readonly id: number; readonly reason: string }
  /** Where the application keeps files of its own. */
  | { readonly type: 'folder'; readonly path: string }
  /** A secret from the system's keychain, which the page names by its id, once. */
  | { readonly type: 'secret'; readonly id: string; readonly secret: string }
  | { readonly type: 'stop' };

/** What the engine tells the main process. */
export type HostReply =
  | { readonly type: 'ready' }
  | { readonly type: 'stopped' }
  /** Asks for a PDF of an HTML document; `id` is chosen by the engine. */
  | { readonly type: 'print'; readonly id: number; readonly html: string };
