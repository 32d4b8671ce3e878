import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { replaceSmallFile } from './small-file.ts';

/** A case opened before, as it stands in the list. */
const remembered = z.strictObject({
  path: z.string().min(1).max(4096).refine(isAbsolute),
  openedUs: z.int().min(0),
});
export type Remembered = z.infer<typeof remembered>;

export const MAX_RECENT = 12;

/**
 * The list of cases opened before, latest first, in one small file that only its owner can read. It is a
 * convenience: an unreadable or damaged file is an empty list and is replaced at the next change.
 */
export class RecentCases {
  readonly #file: string;
  #last: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  async list(): Promise<readonly Remembered[]> {
    await this.#last;
    return this.#read();
  }

  /** Puts a case at the head of the list; the oldest beyond twelve falls out. */
  remember(path: string, openedUs: number): Promise<void> {
    return this.#change((cases) => [{ path, openedUs }, ...cases.filter((known) => known.path !== path)]);
  }

  forget(path: string): Promise<void> {
    return this.#change((cases) => cases.filter((known) => known.path !== path));
  }

  /** Changes follow one another, so that two at once cannot lose each other's entry. */
  #change(change: (cases: readonly Remembered[]) => readonly Remembered[]): Promise<void> {
    const done = this.#last.then(async () => this.#write(change(await this.#read()).slice(0, MAX_RECENT)));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<readonly Remembered[]> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch {
      return [];
    }
    return parseRecent(text);
  }

  async #write(cases: readonly Remembered[]): Promise<void> {
    await replaceSmallFile(this.#file, `${JSON.stringify(cases, null, 2)}\n`);
  }
}

/** The entries of a stored list that are whole, in order, at most twelve; none for text that is no list. */
export function parseRecent(text: string): readonly Remembered[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value
    .map((entry) => remembered.safeParse(entry))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
    .slice(0, MAX_RECENT);
}

/** The size of a regular file in bytes, or undefined when there is none at the path. Links are followed. */
export async function fileSize(path: string): Promise<number | undefined> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
