import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { z } from 'zod';
import { formatUtc } from '../../../shared/time/zone.ts';
import { nowUs } from '../clock.ts';
import { appendCustody } from '../custody/log.ts';
import type { Database } from './database.ts';

/** Most attempts that are kept; those after them are not. */
const MOST = 100;
/** Far more than that many lines take; what stands behind is not read. */
const MOST_BYTES = 64 * 1024;

const attempt = z.strictObject({
  /** UTC. */
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/),
  author: z.string().max(100),
});
type Attempt = z.infer<typeof attempt>;

export interface FailedAttempts {
  readonly attempts: readonly Attempt[];
  /** Lines that are none. */
  readonly unreadable: number;
  /** As many as are kept: there may have been more. */
  readonly full: boolean;
  /** Of the file, hex: the same file is written into the log once, though it could not be removed. */
  readonly sha256: string;
}

/**
 * Openings with a wrong passphrase cannot be written into the encrypted case, so they are kept beside it, in
 * `<case>.attempts`, one line of JSON each, until the next opening writes them into the custody log.
 *
 * It shows the people of a case that somebody tried. It protects from nothing: whoever can write to the folder can
 * remove the file, write anything into it, or try on a copy of the case elsewhere, of which nothing is known here. The
 * author is the name that was given, not who it was. So the log says 'case.openFailed' of what the file says.
 */
export function attemptsFile(casePath: string): string {
  return `${casePath}.attempts`;
}

/** Keeps one attempt, on disk when this returns. Where it cannot be kept, nothing happens. */
export async function noteFailedAttempt(casePath: string, author: string): Promise<void> {
  await withFile(casePath, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, async (file) => {
    const held = await readHead(file);
    const lines = held.toString('utf8').split('\n').length - 1;
    if (lines >= MOST || held.length >= MOST_BYTES) return;
    const line = JSON.stringify({ at: formatUtc(nowUs()), author: author.toWellFormed() });
    // A line that was cut short must not spoil the next.
    await file.write(held.length > 0 && held.at(-1) !== 10 ? `\n${line}\n` : `${line}\n`);
    await file.sync();
    // A folder that cannot be written to, a full disk: the wrong passphrase is refused all the same.
  }).catch(() => undefined);
}

/** What the file beside the case says, whoever wrote it; null where there is none that can be read. */
export function readFailedAttempts(casePath: string): Promise<FailedAttempts | null> {
  return withFile(casePath, constants.O_RDONLY, async (file) => {
    const held = await readHead(file);
    if (held.length === 0) return null;
    const lines = held
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    const attempts = lines.flatMap((line) => readLine(line) ?? []);
    return {
      attempts: attempts.slice(0, MOST),
      unreadable: lines.length - attempts.length,
      full: lines.length >= MOST || held.length >= MOST_BYTES,
      sha256: createHash('sha256').update(held).digest('hex'),
    };
  }).catch(() => null);
}

/** Appends what is known of failed attempts to the custody log; call it inside the transaction that logs the opening. */
export function logFailedAttempts(db: Database, author: string, detail: FailedAttempts): void {
  const last = db
    .prepare(
      `SELECT json_extract(entry, '$.detail.sha256') FROM custody_log
       WHERE json_extract(entry, '$.action') = 'case.openFailed' ORDER BY seq DESC LIMIT 1`,
    )
    .pluck()
    .get();
  if (last !== detail.sha256) appendCustody(db, { action: 'case.openFailed', author, detail: { ...detail } });
}

/** Removes the file once the log holds it. One that cannot be removed is left. */
export async function forgetFailedAttempts(casePath: string): Promise<void> {
  await rm(attemptsFile(casePath), { force: true }).catch(() => undefined);
}

/** No link is followed, and a pipe is not waited for: anybody may have put it there. */
async function withFile<T>(
  casePath: string,
  flags: number,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  // Windows has neither flag, nor what they keep from.
  const careful = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(attemptsFile(casePath), flags | careful, 0o600);
  try {
    if (!(await file.stat()).isFile()) throw new Error('This is no regular file.');
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

function readLine(line: string): Attempt | undefined {
  try {
    const { success, data } = attempt.safeParse(JSON.parse(line));
    return success ? { ...data, author: data.author.toWellFormed() } : undefined;
  } catch {
    return undefined;
  }
}
