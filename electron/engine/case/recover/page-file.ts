import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { CaseAccess } from '../case.ts';
import type { CaseKey } from '../key.ts';
import { decryptPage, pageSizeOf, SQLITE_MAGIC } from '../page-check.ts';
import { readTreePage } from './tree-page.ts';
import { readWal } from './wal.ts';

/** What SQLite makes where nobody says otherwise, as for every case. */
const USUAL_PAGE_SIZE = 4096;
/** What the cipher keeps at the end of each page. */
const CIPHER_BYTES = 32;
const PAGES_TRIED = 500;
const PAGES_KEPT = 16_384;

/**
 * The pages of a case file as they were last committed: those of a write-ahead log beside it stand in front of the file's.
 * It is read without SQLite, so that a damaged page costs itself alone, and never written.
 */
export class PageFile {
  readonly pages: number;
  readonly pageSize: number;
  /** Bytes of a page that hold data. */
  readonly usable: number;
  /** The write-ahead log beside the file breaks off before its end: what was written last may be missing. */
  readonly walCutShort: boolean;
  private readonly key: CaseKey | null;
  private readonly file: number;
  private readonly wal: number | null;
  private readonly inWal: ReadonlyMap<number, number>;
  /** Pages as they were read, some at a time: each is asked for a few times. */
  private readonly read = new Map<number, Uint8Array | undefined>();

  constructor({ path, key }: CaseAccess) {
    this.key = key;
    this.file = openSync(path, 'r');
    const head = readAt(this.file, 0, 100);
    this.pageSize = pageSizeOf(head) ?? USUAL_PAGE_SIZE;
    this.wal = openIfThere(`${path}-wal`);
    const isWhole = (page: Uint8Array, number: number) =>
      !key || decryptPage(page, number, key) !== undefined;
    const log = this.wal === null ? undefined : readWal(this.wal, this.pageSize, isWhole);
    this.inWal = log?.pages ?? new Map();
    this.walCutShort = log?.cutShort ?? false;
    this.pages = log?.size ?? Math.ceil(fstatSync(this.file).size / this.pageSize);
    this.usable = this.pageSize - (key ? CIPHER_BYTES : this.reservedInPlain());
  }

  get isEncrypted(): boolean {
    return this.key !== null;
  }

  /** The page as SQLite knows it; undefined where it is not whole, or there is none. Not to be changed. */
  page(number: number): Uint8Array | undefined {
    if (!Number.isInteger(number) || number < 1 || number > this.pages) return undefined;
    if (this.read.has(number)) return this.read.get(number);
    const page = this.readPage(number);
    if (this.read.size === PAGES_KEPT) this.read.delete(this.read.keys().next().value as number);
    this.read.set(number, page);
    return page;
  }

  private readPage(number: number): Uint8Array | undefined {
    const at = this.inWal.get(number);
    const bytes =
      at !== undefined && this.wal !== null
        ? readAt(this.wal, at, this.pageSize)
        : readAt(this.file, (number - 1) * this.pageSize, this.pageSize);
    if (bytes.length < this.pageSize) return undefined;
    return this.key ? decryptPage(bytes, number, this.key) : bytes;
  }

  /**
   * What a plain case keeps free at the end of its pages: nothing, or what the cipher needed before encryption was taken
   * away. Page 1 says it; where that is the damaged one, more pages of the other kind make no sense.
   */
  private reservedInPlain(): number {
    const head = this.page(1);
    if (head && Buffer.from(head.subarray(0, 16)).toString('latin1') === SQLITE_MAGIC)
      return head[20] === CIPHER_BYTES ? CIPHER_BYTES : 0;
    const sensible = (reserved: number) => {
      let count = 0;
      for (let number = 2; number <= Math.min(this.pages, PAGES_TRIED); number++) {
        const page = this.page(number);
        if (page && readTreePage(page, number, this.pageSize - reserved)) count++;
      }
      return count;
    };
    return sensible(CIPHER_BYTES) > sensible(0) ? CIPHER_BYTES : 0;
  }

  close(): void {
    closeSync(this.file);
    if (this.wal !== null) closeSync(this.wal);
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

/** A part of the disk that gives an error is as good as one that gives nothing. */
export function readAt(file: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, position));
  } catch {
    return bytes.subarray(0, 0);
  }
}
