import { app } from 'electron';
import type { Grant } from '../shared/bridge.ts';
import type { Grants } from './grants.ts';
import { tellPage } from './ipc.ts';
import { caseFileArgument } from './policy.ts';
import { fileSize } from './recent.ts';

/**
 * The case file the application is asked to open on its command line, or on that of a second start. Only an existing regular file becomes a grant, and it waits until the page takes it.
 */
export class OpenedFile {
  readonly #grants: Grants;
  #waiting: Grant | undefined;

  constructor(grants: Grants) {
    this.#grants = grants;
    app.on('second-instance', (_event, argv, workingFolder) => void this.offer(argv, workingFolder));
  }

  /** Looks for a case file on a command line; without one nothing happens. */
  async offer(argv: readonly string[], workingFolder: string): Promise<void> {
    const path = caseFileArgument(argv, workingFolder);
    if (path === undefined || (await fileSize(path)) === undefined) return;
    this.#waiting = this.#grants.add(path);
    tellPage('file.opened');
  }

  /** The file that waits, once; null when none does. */
  take(): Grant | null {
    const taken = this.#waiting ?? null;
    this.#waiting = undefined;
    return taken;
  }
}
