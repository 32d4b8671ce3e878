import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { type CellBatch, newBatch, recordBytes } from '../cells.ts';
import type { Records } from '../containers/container.ts';
import { roomFor } from '../containers/parsing.ts';
import type { JsonObject } from './json-value.ts';
import type { Place, Preset, PresetRow, Reshaping, Taking } from './preset.ts';
import { recordReader } from './records.ts';
import { unwrap } from './unwrap.ts';

/** Extra columns are those of the first rows; names that come later go into one column together. */
const LEARNING_ROWS = 1000;
const LEARNING_BYTES = 16 * 1024 * 1024;
const MAX_EXTRA_COLUMNS = 500;
const OTHER = '(other)';
const BATCH_ROWS = 1024;
const BATCH_BYTES = 4 * 1024 * 1024;
/** Of a record as it stands in the file; longer ones are cut. */
const RAW_BYTES = 1024 * 1024;

/** A row on its way into a batch, or why a record gave none. */
interface MadeRow {
  readonly place: Place;
  readonly row: PresetRow | null;
  readonly problem: string | null;
}

/**
 * Records as a preset reshapes them: the columns are its fields and the extra names found. The first records are
 * read at once.
 * @throws StillwatchError NOT_A_LOG when not one of them gives a row
 */
export async function openReshaped(
  records: Records,
  preset: Preset,
): Promise<Omit<Records, 'json'> & { close(): Promise<void> }> {
  const source = new RowSource(records, preset);
  const learnt: MadeRow[] = [];
  const extra = new Map<string, number>();
  let good = 0;
  let bytes = 0;
  let missed = false;
  while (!source.ended && good < LEARNING_ROWS && (bytes < LEARNING_BYTES || good === 0)) {
    for (const made of await source.next()) {
      bytes += made.place.raw.length;
      if (made.row) {
        good++;
        for (const [name, text] of made.row.extra) {
          bytes += text.length;
          if (extra.has(name)) continue;
          if (extra.size < MAX_EXTRA_COLUMNS) extra.set(name, preset.fields.length + extra.size);
          else missed = true;
        }
      }
      // Of a file without any row, only that it has none is told.
      if (made.row || learnt.length < LEARNING_ROWS) learnt.push(made);
    }
  }
  if (good === 0) {
    await source.close();
    throw new StillwatchError('NOT_A_LOG', `${preset.nothing} Nothing was imported.`);
  }
  const other = missed || !source.ended;
  const fields = new Set<string>([...preset.fields, OTHER]);
  const extraNames = Array.from(extra.keys(), (name) => (fields.has(name) ? `${name} (in the file)` : name));
  const columns = [...preset.fields, ...extraNames, ...(other ? [OTHER] : [])];

  async function* batches(): AsyncGenerator<CellBatch> {
    try {
      const writer = new RowWriter(preset, extra, columns.length, other);
      yield* writer.write(learnt);
      learnt.length = 0;
      while (!source.ended) yield* writer.write(await source.next());
    } finally {
      await source.close();
    }
  }

  return {
    columns,
    format: records.format,
    batches,
    notes: () => source.notes(),
    close: () => source.close(),
  };
}

/** Takes records batch by batch and gives the rows made of them. */
class RowSource {
  ended = false;
  private readonly preset: Preset;
  private readonly reshaping: Reshaping;
  private readonly read: ReturnType<typeof recordReader>;
  private readonly batches: AsyncIterator<CellBatch>;
  private readonly skipped = new Map<string, { readonly several: string; count: number }>();

  constructor(records: Records, preset: Preset) {
    this.preset = preset;
    this.reshaping = preset.start();
    this.read = recordReader(records);
    this.batches = records.batches()[Symbol.asyncIterator]();
  }

  async next(): Promise<readonly MadeRow[]> {
    const { done, value: batch } = await this.batches.next();
    if (done) {
      this.ended = true;
      const place = { line: 0, raw: new Uint8Array(0) };
      return [...(this.reshaping.finish?.() ?? [])].map((row) => ({
        place: row.place ?? place,
        row,
        problem: null,
      }));
    }
    const out: MadeRow[] = [];
    for (let row = 0; row < batch.rows; row++) this.take(batch, row, out);
    return out;
  }

  notes(): readonly string[] {
    const skipped = [...this.skipped].map(([one, { several, count }]) =>
      count === 1 ? `1 ${one}.` : `${count.toLocaleString('en')} ${several}.`,
    );
    return [...skipped, ...(this.reshaping.notes?.() ?? [])];
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }

  private take(batch: CellBatch, row: number, out: MadeRow[]): void {
    let known: Place | undefined;
    const taking: Taking = {
      skip: (one, several) => {
        const seen = this.skipped.get(one);
        if (seen) seen.count++;
        else this.skipped.set(one, { several, count: 1 });
      },
      place: () => {
        known ??= { line: batch.line[row], raw: recordBytes(batch, row).slice(0, RAW_BYTES) };
        return known;
      },
    };
    const refuse = (problem: string) => out.push({ place: taking.place(), row: null, problem });
    const broken = batch.problems.get(row);
    if (broken !== undefined) {
      refuse(broken);
      return;
    }
    try {
      this.reshape(this.read(batch, row), taking, out);
    } catch (error) {
      // Text in the record that is JSON itself may be nested beyond what the stack holds.
      if (!(error instanceof RangeError)) throw error;
      refuse('Nested too deep to be read');
    }
  }

  private reshape(record: JsonObject | undefined, taking: Taking, out: MadeRow[]): void {
    const found = record ? unwrap(record, (inner) => this.preset.recognises(inner)) : [];
    if (found.length === 0) {
      const problem = `No record of this format (${this.preset.title})`;
      out.push({ place: taking.place(), row: null, problem });
    }
    for (const inner of found) {
      for (const made of this.reshaping.take(inner, taking)) {
        out.push({ place: made.place ?? taking.place(), row: made, problem: null });
      }
    }
  }
}

/** Writes rows into a batch, which is handed on when it is full. */
class RowWriter {
  private readonly batch: CellBatch;
  private readonly fields: ReadonlyMap<string, number>;
  private readonly extra: ReadonlyMap<string, number>;
  private readonly otherColumn: number;
  /** The batch's bytes; writing into a view of its own for each cell would be slow. */
  private writer: Buffer = Buffer.alloc(0);
  private used = 0;
  /** The record whose bytes were written last, and where they begin: rows of one record share them. */
  private place: Place | undefined;
  private placeStart = 0;

  constructor(preset: Preset, extra: ReadonlyMap<string, number>, columns: number, other: boolean) {
    this.batch = newBatch(columns, BATCH_ROWS);
    this.fields = new Map(preset.fields.map((field, column) => [field, column]));
    this.extra = extra;
    this.otherColumn = other ? columns - 1 : -1;
  }

  *write(rows: readonly MadeRow[]): Generator<CellBatch> {
    const { batch } = this;
    for (const made of rows) {
      this.put(made);
      if (batch.rows === batch.capacity || this.used > BATCH_BYTES) {
        yield batch;
        this.clear();
      }
    }
    if (batch.rows > 0) {
      yield batch;
      this.clear();
    }
  }

  private clear(): void {
    this.batch.rows = 0;
    this.batch.problems.clear();
    this.used = 0;
    this.place = undefined;
  }

  private put({ place, row, problem }: MadeRow): void {
    const { batch } = this;
    const at = batch.rows++;
    const first = at * batch.columns;
    batch.start.fill(0, first, first + batch.columns);
    batch.end.fill(-1, first, first + batch.columns);
    batch.line[at] = place.line;
    if (place !== this.place) {
      batch.bytes = roomFor(batch.bytes, this.used, place.raw.length);
      batch.bytes.set(place.raw, this.used);
      this.place = place;
      this.placeStart = this.used;
      this.used += place.raw.length;
    }
    batch.recordStart[at] = this.placeStart;
    batch.recordEnd[at] = this.placeStart + place.raw.length;
    if (problem !== null) batch.problems.set(at, problem);
    if (!row) return;
    for (const [field, text] of Object.entries(row.fields)) {
      if (text === undefined || text === '') continue;
      const column = this.fields.get(field);
      if (column === undefined) throw new Error(`The preset does not declare the field ${field}.`);
      this.putCell(first + column, text);
    }
    const others: string[] = [];
    for (const [name, text] of row.extra) {
      const column = this.extra.get(name);
      if (column !== undefined) this.putCell(first + column, text);
      else others.push(`${JSON.stringify(name)}:${JSON.stringify(text)}`);
    }
    if (others.length > 0 && this.otherColumn >= 0)
      this.putCell(first + this.otherColumn, `{${others.join(',')}}`);
  }

  private putCell(cell: number, text: string): void {
    const { batch } = this;
    batch.bytes = roomFor(batch.bytes, this.used, text.length * 3);
    const { buffer, byteOffset, length } = batch.bytes;
    if (this.writer.buffer !== buffer) this.writer = Buffer.from(buffer, byteOffset, length);
    batch.start[cell] = this.used;
    this.used += this.writer.write(text, this.used);
    batch.end[cell] = this.used;
  }
}
