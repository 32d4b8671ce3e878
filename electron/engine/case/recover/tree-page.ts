/** Kinds of pages of a b-tree, by their first byte. */
export const INTERIOR_INDEX = 2;
export const INTERIOR_TABLE = 5;
export const LEAF_INDEX = 10;
export const LEAF_TABLE = 13;

/** What stands in a cell, of which the rest may lie on overflow pages. */
export interface Payload {
  /** All bytes of it. */
  readonly length: number;
  readonly local: Uint8Array;
  /** The first overflow page; 0 for none. */
  readonly overflow: number;
}

export interface Cell {
  /** Page of what comes before it; 0 on leaves. */
  readonly left: number;
  /** NaN in an index. */
  readonly rowid: number;
  /** undefined in the inner pages of a table. */
  readonly payload: Payload | undefined;
}

export interface TreePage {
  readonly kind: number;
  readonly cells: readonly Cell[];
  /** Page of what comes after the last cell; 0 on leaves. */
  readonly right: number;
}

/**
 * A page of a b-tree taken apart (file format, "B-tree Pages"); undefined where anything of it does not fit: a kind there
 * is none of, cells that overlap or leave the page, or bytes that neither cells nor free blocks account for. That finds
 * what fell over a page of an unencrypted case, not a byte that changed inside a value.
 * @param usable bytes of a page that hold data
 */
export function readTreePage(page: Uint8Array, number: number, usable: number): TreePage | undefined {
  const base = number === 1 ? 100 : 0;
  const view = new DataView(page.buffer, page.byteOffset, usable);
  const kind = page[base];
  if (kind !== INTERIOR_INDEX && kind !== INTERIOR_TABLE && kind !== LEAF_INDEX && kind !== LEAF_TABLE)
    return undefined;
  const isLeaf = kind >= LEAF_INDEX;
  const count = view.getUint16(base + 3);
  const content = view.getUint16(base + 5) || 65_536;
  const pointers = base + (isLeaf ? 8 : 12);
  if (pointers + 2 * count > content || content > usable) return undefined;
  const spans: (readonly [from: number, to: number])[] = [];
  const cells: Cell[] = [];
  try {
    for (let i = 0; i < count; i++) {
      const at = view.getUint16(pointers + 2 * i);
      const { cell, to } = readCell(page, view, kind, at, usable);
      if (at < content || to > usable) return undefined;
      spans.push([at, to]);
      cells.push(cell);
    }
    addFreeBlocks(view, base, spans);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  if (!fills(spans, content, usable, page[base + 7])) return undefined;
  const right = isLeaf ? 0 : view.getUint32(base + 8);
  if (!isLeaf && (right === 0 || cells.some(({ left }) => left === 0))) return undefined;
  return { kind, cells, right };
}

function readCell(page: Uint8Array, view: DataView, kind: number, at: number, usable: number) {
  let next = at;
  const left = kind < LEAF_INDEX ? view.getUint32(at) : 0;
  if (kind < LEAF_INDEX) next += 4;
  const varint = () => {
    const { value, to } = readVarint(page, next, usable);
    next = to;
    return value;
  };
  if (kind === INTERIOR_TABLE) {
    const rowid = varint();
    return { cell: { left, rowid, payload: undefined }, to: next };
  }
  const length = varint();
  if (length < 0) throw new RangeError('A payload has no negative length.');
  const rowid = kind === LEAF_TABLE ? varint() : Number.NaN;
  const here = localBytes(length, usable, kind === LEAF_TABLE);
  const overflow = here < length ? view.getUint32(next + here) : 0;
  const to = Math.max(at + 4, next + here + (here < length ? 4 : 0));
  if (to > usable) throw new RangeError('A cell ends on its page.');
  const payload = { length, local: page.subarray(next, next + here), overflow };
  return { cell: { left, rowid, payload }, to };
}

/** How many bytes of a payload stand in its cell. */
function localBytes(length: number, usable: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  return wanted <= most ? wanted : least;
}

/** SQLite's big-endian number of 1 to 9 bytes, as two's complement; no case has one that a number cannot hold. */
export function readVarint(bytes: Uint8Array, at: number, end: number): { value: number; to: number } {
  let value = 0n;
  for (let i = 0; i < 9; i++) {
    if (at + i >= end) throw new RangeError('A number ends before the page does.');
    const byte = bytes[at + i];
    value = i === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f);
    if (i === 8 || byte < 0x80) {
      const signed = Number(BigInt.asIntN(64, value));
      if (!Number.isSafeInteger(signed)) throw new RangeError('This number is larger than any of a case.');
      return { value: signed, to: at + i + 1 };
    }
  }
  throw new RangeError('A number has at most nine bytes.');
}

function addFreeBlocks(view: DataView, base: number, spans: (readonly [number, number])[]): void {
  for (let at = view.getUint16(base + 1), before = 0; at !== 0; at = view.getUint16(at)) {
    if (at <= before) throw new RangeError('Free blocks stand in order.');
    spans.push([at, at + view.getUint16(at + 2)]);
    before = at;
  }
}

/** Whether cells and free blocks fill the content area, but for as many single bytes as the page says. */
function fills(
  spans: (readonly [number, number])[],
  content: number,
  usable: number,
  fragments: number,
): boolean {
  spans.sort(([a], [b]) => a - b);
  let at = content;
  let gaps = 0;
  for (const [from, to] of spans) {
    if (from < at || to > usable) return false;
    gaps += from - at;
    at = to;
  }
  return gaps + (content === 65_536 ? 0 : usable - at) === fragments;
}
