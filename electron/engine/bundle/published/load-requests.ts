import { FIRST_KEPT, NO_TEMPLATE, UNKEPT } from '../../analysis/templates/followed.ts';
import { packFollowed } from '../../analysis/templates/followed-codec.ts';
import type { Database } from '../../case/database.ts';
import { writeRollUps } from '../../import/roll-ups.ts';
import { SourceWriter } from '../../import/source-writer.ts';
import { type Job, pacer } from '../../jobs/job.ts';
import { COLUMNS_PER_CHUNK, REQUEST_COLUMNS } from '../../requests/columns.ts';
import { readNumbers } from '../../requests/read-chunk.ts';
import { sourceReading } from '../../requests/read-request.ts';
import { insertOf } from './insert-of.ts';
import { badLine, type Lines, readObjects } from './line-reader.ts';
import { LineRun } from './line-run.ts';
import { spellerOf } from './request-cells.ts';
import { FOLLOWED_COLUMN, OTHER_TEMPLATE } from './request-columns.ts';
import { putRequest, type RequestForm } from './request-line.ts';
import type { Names } from './table.ts';

/**
 * Writes the requests of a bundle into a case that holds its tables. They come in the order of their sources there, and
 * of the rows of each.
 * @throws StillwatchError BAD_BUNDLE, CANCELLED
 */
export async function loadRequests(file: string, lines: Lines, names: Names, job: Job): Promise<void> {
  const { db } = names;
  const pause = pacer(job);
  let source: LoadingSource | undefined;
  let lastId = 0;
  let rows = 0;
  for await (const batch of readObjects(file, lines)) {
    for (const [number, given] of batch) {
      const { source: sha256, row } = given;
      if (typeof sha256 !== 'string' || !Number.isSafeInteger(row) || (row as number) < 1)
        throw badLine(file, number, 'names no source and row');
      if (source?.form.sha256 !== sha256) {
        await source?.finish();
        source = new LoadingSource(names, sourceId(names, file, number, sha256), sha256);
        if (source.id <= lastId) throw badLine(file, number, 'is of a source that came before');
        lastId = source.id;
      }
      if ((row as number) <= source.lastRow)
        throw badLine(file, number, 'comes after a later row of its source');
      const fault = putOrRefuse(source, given);
      if (fault !== undefined) throw badLine(file, number, fault);
      if (source.run.full) await source.write();
    }
    rows += batch.length;
    await pause({ stage: 'loading requests', done: rows, unit: 'rows' });
  }
  await source?.finish();
  keepFollowed(db);
}

function sourceId(names: Names, file: string, number: number, sha256: string): number {
  try {
    const id = names.id('source', sha256);
    const kind = names.db.prepare('SELECT kind FROM source WHERE id = ?').pluck().get(id);
    if (kind === 'requests') return id;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw badLine(file, number, 'is of no source of requests');
}

/** Dates before and after all that can be spelt throw. */
function putOrRefuse(source: LoadingSource, given: Record<string, unknown>): string | undefined {
  try {
    return source.put(given);
  } catch (error) {
    if (error instanceof RangeError) return 'has a time that cannot be spelt as its source says';
    throw error;
  }
}

/** The requests of one source while they are loaded. */
class LoadingSource {
  readonly id: number;
  readonly form: RequestForm;
  readonly run: LineRun;
  lastRow = 0;
  private readonly db: Database;
  private readonly writer: SourceWriter;

  constructor(names: Names, id: number, sha256: string) {
    const { db } = names;
    const { layout, mapping } = sourceReading(db, id);
    this.db = db;
    this.id = id;
    this.writer = new SourceWriter(db, id, mapping);
    this.run = new LineRun(REQUEST_COLUMNS.length + layout.extra.length);
    this.form = {
      sha256,
      spell: spellerOf({ layout, mapping }),
      extra: new Map(layout.extra.map(({ number, name }) => [name, number])),
      followed: (template) => followedAs(names, template),
      hasAccount: (account) => has(names, account),
    };
  }

  put(given: Record<string, unknown>): string | undefined {
    const fault = putRequest(this.run, given, this.form);
    if (fault !== undefined) return fault;
    this.run.end();
    this.lastRow = given.row as number;
    return undefined;
  }

  async write(): Promise<void> {
    if (this.run.rows > 0) await this.writer.write(this.run.take());
  }

  async finish(): Promise<void> {
    await this.write();
    const rollUps = await this.writer.finish();
    this.db.transaction(() => writeRollUps(this.db, this.id, rollUps)).immediate();
  }
}

function has(names: Names, account: string): boolean {
  try {
    names.id('account', account);
    return true;
  } catch {
    return false;
  }
}

function followedAs(names: Names, template: string | null): number | undefined {
  if (template === null) return NO_TEMPLATE;
  if (template === OTHER_TEMPLATE) return UNKEPT;
  try {
    return FIRST_KEPT + names.id('template', template);
  } catch {
    return undefined;
  }
}

/** What each row follows was gathered as a column, because only writing decides which rows make a chunk. */
function keepFollowed(db: Database): void {
  const chunks = db.prepare('SELECT id, rows FROM request_chunk').all() as { id: number; rows: number }[];
  const insert = insertOf(db, 'analysis_chunk_template', ['chunk_id', 'followed']);
  const drop = db.prepare('DELETE FROM request_column WHERE key = ?');
  db.transaction(() => {
    for (const { id, rows } of chunks) {
      const values = readNumbers(db, id, FOLLOWED_COLUMN, rows);
      if (values.every(Number.isNaN)) continue;
      const followed = Uint16Array.from(values, (value) => (Number.isNaN(value) ? UNKEPT : value));
      insert({ chunk_id: id, followed: packFollowed(followed) });
      drop.run(id * COLUMNS_PER_CHUNK + FOLLOWED_COLUMN);
    }
  }).immediate();
}
