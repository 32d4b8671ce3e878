import type { PageFile } from './page-file.ts';
import {
  type Cell,
  INTERIOR_TABLE,
  LEAF_TABLE,
  type Payload,
  readTreePage,
  type TreePage,
} from './tree-page.ts';

/** A page of a tree that is gone, with all below it; of a table the rows with rowids in (after, upTo]. */
export interface Hole {
  readonly page: number;
  readonly after: number;
  readonly upTo: number;
}

export interface TreeVisitor {
  /** A whole row; the rowid is NaN in an index and in a table that is one. */
  row(rowid: number, bytes: Uint8Array): void;
  hole(hole: Hole): void;
  /** A row that is there, but whose rest lies on a page that is gone. */
  cut(rowid: number, page: number): void;
}

/** The trees of a file, walked from their roots. Each page belongs to one tree: a second claim to one is damage. */
export class Trees {
  readonly file: PageFile;
  /** Pages that something whole points to. */
  readonly reached: Uint8Array;

  constructor(file: PageFile) {
    this.file = file;
    this.reached = new Uint8Array(file.pages + 1);
  }

  /** Walks a tree in order of its keys. It ends, whatever the file holds: no page is taken twice. */
  walk(root: number, isTable: boolean, visitor: TreeVisitor): void {
    this.visit(root, isTable, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, visitor);
  }

  /** A page of rows that no tree leads to any more; undefined where it is none, or is reached. */
  stray(number: number): TreePage | undefined {
    if (this.reached[number]) return undefined;
    const page = this.file.page(number);
    return page && readTreePage(page, number, this.file.usable);
  }

  /**
   * All bytes of a payload, or the page where they break off.
   * @param claims whether its pages are taken from then on, as by the row that they are of
   */
  gather({ length, local, overflow }: Payload, claims = true): Uint8Array | number {
    if (overflow === 0) return local;
    const pages: Uint8Array[] = [local];
    let missing = length - local.length;
    let next = overflow;
    let emptyPage = 0;
    while (missing > 0) {
      const isFree = claims ? this.claim(next) : !this.reached[next];
      const page = isFree ? this.file.page(next) : undefined;
      if (!page) return next;
      if (!this.file.isEncrypted && page.every((byte) => byte === 0)) emptyPage = next;
      const part = page.subarray(4, Math.min(this.file.usable, 4 + missing));
      const following = new DataView(page.buffer, page.byteOffset).getUint32(0);
      missing -= part.length;
      if (missing > 0 !== following > 0) return next;
      pages.push(part);
      next = following;
    }
    // A page of nothing but zeros is what a failing disk leaves. Some values are little else, too: equal numbers.
    if (emptyPage !== 0 && !isNearlyEmpty(pages)) return emptyPage;
    return Buffer.concat(pages);
  }

  private claim(number: number): boolean {
    if (number < 1 || number > this.file.pages || this.reached[number]) return false;
    this.reached[number] = 1;
    return true;
  }

  private visit(number: number, isTable: boolean, after: number, upTo: number, visitor: TreeVisitor): void {
    const bytes = this.claim(number) ? this.file.page(number) : undefined;
    const page = bytes && readTreePage(bytes, number, this.file.usable);
    if (!page || isTable !== (page.kind === LEAF_TABLE || page.kind === INTERIOR_TABLE)) {
      return visitor.hole({ page: number, after, upTo });
    }
    // A page that fell into the place of another is whole, but its rows are not of this place.
    if (isTable && !inOrder(page.cells, after, upTo)) return visitor.hole({ page: number, after, upTo });
    let from = after;
    for (const cell of page.cells) {
      if (cell.left !== 0) this.visit(cell.left, isTable, from, isTable ? cell.rowid : upTo, visitor);
      if (cell.payload) this.give(cell.rowid, cell.payload, visitor);
      if (isTable) from = cell.rowid;
    }
    if (page.right !== 0) this.visit(page.right, isTable, from, upTo, visitor);
  }

  private give(rowid: number, payload: Payload, visitor: TreeVisitor): void {
    const bytes = this.gather(payload);
    if (typeof bytes === 'number') visitor.cut(rowid, bytes);
    else visitor.row(rowid, bytes);
  }
}

function inOrder(cells: readonly Cell[], after: number, upTo: number): boolean {
  return cells.every(({ rowid }, i) => rowid > (i === 0 ? after : cells[i - 1].rowid) && rowid <= upTo);
}

/** The head of a row and that of a block of equal numbers, and nothing else. */
const HEAD_BYTES = 64;

function isNearlyEmpty(pages: readonly Uint8Array[]): boolean {
  let used = 0;
  for (const page of pages) for (const byte of page) if (byte !== 0 && ++used > HEAD_BYTES) return false;
  return true;
}
