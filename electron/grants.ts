import { randomUUID } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import type { Grant } from '../shared/bridge.ts';

/**
 * The files a person chose. The page knows each by a random UUID; only the main process and the engine know
 * the path behind it. One path has one grant for as long as the application runs.
 */
export class Grants {
  readonly #paths = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  readonly #announce: (grant: string, path: string) => void;

  /** `announce` is told of every new grant, before the page can name it. */
  constructor(announce: (grant: string, path: string) => void) {
    this.#announce = announce;
  }

  /** The grant for an absolute path; made when there is none yet. */
  add(path: string): Grant {
    if (!isAbsolute(path)) throw new Error('A grant needs an absolute path.');
    const grant = this.#ids.get(path) ?? this.#make(path);
    return { grant, name: basename(path) };
  }

  /** The path behind a grant, or undefined for an id that was never handed out. */
  path(grant: string): string | undefined {
    return this.#paths.get(grant);
  }

  /** All grants as [id, path], oldest first, for an engine that starts anew. */
  all(): readonly (readonly [grant: string, path: string])[] {
    return [...this.#paths];
  }

  #make(path: string): string {
    const grant = randomUUID();
    this.#paths.set(grant, path);
    this.#ids.set(path, grant);
    this.#announce(grant, path);
    return grant;
  }
}
