import { distinctNames } from './container.ts';

/** A key on the way to a value; the same for all records. */
export interface JsonKey {
  /** Keys from the record down, with dots between them. */
  readonly path: string;
  /** Column of the values found here; -1 where only objects were. */
  column: number;
  readonly names: Map<string, number>;
  readonly bytes: Uint8Array[];
  readonly below: JsonKey[];
  /** The key below that is expected next. Records mostly have the same keys in the same order. */
  next: number;
}

/** More keys than that are names that hold data, not columns; they go into the last one. */
const MAX_COLUMNS = 1000;
const OTHER = '(other)';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The keys of JSON records and the columns their values go to. It learns until it is frozen. */
export class JsonColumns {
  readonly root: JsonKey = newKey('');
  private readonly paths: string[] = [];
  private frozen = false;
  private missed = false;

  /** A key below another by its bytes, unescaped; undefined when it is not known and none is added any more. */
  find(parent: JsonKey, bytes: Uint8Array, from: number, to: number): JsonKey | undefined {
    const expected = parent.bytes[parent.next];
    if (expected !== undefined && expected.length === to - from) {
      let i = 0;
      while (i < expected.length && expected[i] === bytes[from + i]) i++;
      if (i === expected.length) return parent.below[parent.next++];
    }
    const name = decoder.decode(bytes.subarray(from, to));
    const known = parent.names.get(name);
    if (known !== undefined) {
      parent.next = known + 1;
      return parent.below[known];
    }
    if (this.frozen || this.paths.length >= MAX_COLUMNS) {
      this.missed = true;
      return undefined;
    }
    const key = newKey(parent === this.root ? name : `${parent.path}.${name}`);
    parent.names.set(name, parent.below.length);
    parent.bytes.push(encoder.encode(name));
    parent.below.push(key);
    return key;
  }

  /** The column of the values at a key; -1 when it has none and gets none any more. */
  columnOf(key: JsonKey): number {
    if (key.column >= 0) return key.column;
    if (this.frozen || this.paths.length >= MAX_COLUMNS) {
      this.missed = true;
      return -1;
    }
    key.column = this.paths.push(key.path) - 1;
    return key.column;
  }

  /**
   * Ends learning and gives the columns' names. Unless all records have been seen, or keys were left out, the
   * last one takes what has no column of its own.
   */
  freeze(allSeen: boolean): { readonly names: readonly string[]; readonly other: number } {
    this.frozen = true;
    if (allSeen && !this.missed) return { names: distinctNames(this.paths), other: -1 };
    return { names: distinctNames([...this.paths, OTHER]), other: this.paths.length };
  }
}

function newKey(path: string): JsonKey {
  return { path, column: -1, names: new Map(), bytes: [], below: [], next: 0 };
}
