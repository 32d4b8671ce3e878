import { open, stat } from 'node:fs/promises';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type CaseKey, SALT_BYTES } from './key.ts';
import { pageIsAuthentic, pageSizeOf, SQLITE_MAGIC } from './page-check.ts';

/** How many pages are tried before a file is held to be another key's. */
const PAGES_TRIED = 64;
const LEAST_PAGES = 8;
const USUAL_PAGE_SIZE = 4096;
/** First bytes of pages of a database: its kinds of pages, and that of a page number. */
const PLAIN_BEGINNINGS: readonly number[] = [0, 2, 5, 10, 13];

/** Beginnings of files that people drop here by mistake, and what they are. */
const OTHER_FILES: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive'],
  ['504b0506', 'a zip archive'],
  ['1f8b', 'a gzip file'],
  ['28b52ffd', 'a zstd file'],
  ['25504446', 'a PDF'],
  ['89504e47', 'a picture'],
  ['50415231', 'a Parquet file'],
];

export interface FileHead {
  readonly encrypted: boolean;
  readonly sizeBytes: number;
  /** First 16 bytes: the salt of an encrypted case. */
  readonly salt: Uint8Array;
}

/**
 * Looks at the beginning of what may be a case file.
 * @throws StillwatchError NOT_FOUND, FILE_UNREADABLE, NOT_A_CASE
 */
export async function readFileHead(path: string): Promise<FileHead> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new StillwatchError(
          'NOT_FOUND',
          'There is no case file at this place. It may have been moved or renamed.',
        )
      : unreadable();
  });
  if (!info.isFile())
    throw new StillwatchError('NOT_A_CASE', 'This is a folder, not a case file. Choose a .swcase file.');
  const head = await readAt(path, 0, 1024);
  if (info.size === 0)
    throw new StillwatchError('NOT_A_CASE', 'This file is empty, so it is no case. Nothing was changed.');
  const hex = Buffer.from(head).toString('hex');
  const other = OTHER_FILES.find(([magic]) => hex.startsWith(magic));
  if (other)
    throw new StillwatchError('NOT_A_CASE', `This file is ${other[1]}, not a case. Nothing was changed.`);
  if (info.size < 512 || looksLikeText(head)) {
    throw new StillwatchError(
      'NOT_A_CASE',
      'This file is no Stillwatch case. Nothing was changed. To read a log, make a case and import the log into it.',
    );
  }
  const encrypted =
    Buffer.from(head.subarray(0, SALT_BYTES)).toString('latin1') !== SQLITE_MAGIC &&
    !(await looksPlain(path, info.size));
  return { encrypted, sizeBytes: info.size, salt: head.slice(0, SALT_BYTES) };
}

/**
 * Whether pages begin as those of a plain database do, all of them nearly: with a kind of page or the zero of a page
 * number. A plain case that has lost its first bytes is known by it; of ciphertext one page in fifty does by chance.
 */
async function looksPlain(path: string, size: number): Promise<boolean> {
  const pages = Math.floor(size / USUAL_PAGE_SIZE);
  const tried = Math.min(PAGES_TRIED, pages - 1);
  if (tried < LEAST_PAGES) return false;
  let plain = 0;
  for (let i = 1; i <= tried; i++) {
    const [first] = await readAt(path, Math.floor((i * (pages - 1)) / tried) * USUAL_PAGE_SIZE, 1);
    if (PLAIN_BEGINNINGS.includes(first)) plain++;
  }
  return plain >= 0.8 * tried;
}

/** Pages are ciphertext: a kilobyte of it without a single control or high byte does not happen. */
function looksLikeText(head: Uint8Array): boolean {
  if (Buffer.from(head.subarray(0, SALT_BYTES)).toString('latin1') === SQLITE_MAGIC) return false;
  return head.every((byte) => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13);
}

/**
 * Why an encrypted file cannot be opened with a key: a wrong key fits no page at all, while a damaged file
 * still has pages that it fits.
 */
export async function tellWrongKeyFromDamage(
  path: string,
  key: CaseKey,
): Promise<'wrong-key' | { readonly damagedPages: readonly number[] }> {
  const head = await readAt(path, 0, 24);
  const { size } = await stat(path);
  const pageSize = pageSizeOf(head) ?? 4096;
  const pages = Math.floor(size / pageSize);
  const tried = Math.min(PAGES_TRIED, pages);
  const damaged: number[] = [];
  for (let i = 0; i < tried; i++) {
    // The first pages, then others spread over the file.
    const number = i < tried / 2 ? i + 1 : 1 + Math.floor(((i + 1) / tried) * (pages - 1));
    const page = await readAt(path, (number - 1) * pageSize, pageSize);
    if (page.length < pageSize || !pageIsAuthentic(page, number, key)) damaged.push(number);
  }
  return damaged.length === tried ? 'wrong-key' : { damagedPages: [...new Set(damaged)] };
}

async function readAt(path: string, position: number, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r').catch(() => {
    throw unreadable();
  });
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(): StillwatchError {
  return new StillwatchError(
    'FILE_UNREADABLE',
    'This file cannot be read: the rights of your account do not allow it. Nothing was changed.',
  );
}
