/** Of all refused records of a file together; behind that only their beginnings are kept. */
const MOST_IN_ALL = 64 * 1024 * 1024;
const AT_LEAST = 500;

/** Decides how much is kept of each refused record of a file, so that it can be put right and imported again. */
export class RefusedBytes {
  private readonly most: number;
  private kept = 0;

  /** @param most bytes of one record. */
  constructor(most: number) {
    this.most = most;
  }

  /** All of the record, or its beginning where it, or all records up to now, are long. */
  keep(record: Uint8Array): Uint8Array {
    const left = Math.max(AT_LEAST, MOST_IN_ALL - this.kept);
    const raw = record.slice(0, Math.min(this.most, left));
    this.kept += raw.length;
    return raw;
  }
}
