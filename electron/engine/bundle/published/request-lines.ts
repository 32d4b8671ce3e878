import { formatUtc } from '../../../../shared/time/zone.ts';
import { ACCOUNT_COLUMN, ROW_COLUMN, TIME_COLUMN } from '../../requests/columns.ts';
import { promptTexts } from '../../requests/prompt-column.ts';
import { readNumbers } from '../../requests/read-chunk.ts';
import { TextReader } from '../../texts/text-reader.ts';
import { FollowedNames } from './followed-names.ts';
import { asMember, type Cells, type LeavingChunk, RequestCells } from './request-cells.ts';
import type { Leaving } from './table.ts';

/** What cites the rows of a chunk: ids with a space between, `''` for none. */
export type CitedBy = (chunk: number, rows: number) => (index: number) => string;

/** The line of a request, by its index in the chunk. */
export interface ChunkLines {
  readonly row: Float64Array;
  line(index: number): string;
}

/** Makes the lines of chunks of requests. */
export interface LineMaker {
  /** @param indexes of the rows whose lines will be asked for. */
  ofChunk(chunk: LeavingChunk, indexes: readonly number[]): ChunkLines;
}

/** Lines of NDJSON. */
export class RequestLines implements LineMaker {
  private readonly leaving: Leaving;
  private readonly citedBy: CitedBy;
  private readonly cells: RequestCells;
  private readonly reader: TextReader;
  private readonly followed: FollowedNames;

  constructor(leaving: Leaving, citedBy: CitedBy) {
    this.leaving = leaving;
    this.citedBy = citedBy;
    this.cells = new RequestCells(leaving, asMember);
    this.reader = new TextReader(leaving.db);
    this.followed = new FollowedNames(leaving);
  }

  ofChunk(chunk: LeavingChunk, indexes: readonly number[]): ChunkLines {
    const { db } = this.leaving;
    const { id, rows, sha256 } = chunk;
    const row = readNumbers(db, id, ROW_COLUMN, rows);
    const timeUs = readNumbers(db, id, TIME_COLUMN, rows);
    const account = readNumbers(db, id, ACCOUNT_COLUMN, rows);
    const fields = this.cells.fields(chunk);
    const raw = this.cells.raw(chunk, timeUs);
    const extra = this.cells.extra(chunk);
    const prompt = this.prompt(chunk, indexes);
    const template = this.followed.ofChunk(id, rows);
    const cited = this.citedBy(id, rows);
    const head = `{"reference":"request:${sha256}/`;
    const middle = `,"source":"${sha256}","row":`;
    return {
      row,
      line: (index) => {
        const us = timeUs[index];
        const time = Number.isNaN(us)
          ? ',"timeUs":null,"time":null'
          : `,"timeUs":${us},"time":"${formatUtc(us)}"`;
        const follows = template?.(index);
        const template_ = follows === undefined ? '' : `,"template":${JSON.stringify(follows)}`;
        const by = cited(index);
        const citing = by === '' ? '' : `"${by.replaceAll(' ', '","')}"`;
        return `${head}${row[index]}",${this.cells.account(account[index])}${middle}${row[index]}${time},"fields":{${joined(fields, index)}},"raw":{${joined(raw, index)}},"extra":{${joined(extra, index)}}${prompt(index)}${template_},"citedBy":[${citing}]}\n`;
      },
    };
  }

  private prompt({ id, rows }: LeavingChunk, indexes: readonly number[]): (index: number) => string {
    const { db, prompts, redactor } = this.leaving;
    if (!prompts) return () => '';
    const texts = new Map<number, string>();
    for (const [i, text] of promptTexts(db, this.reader, id, rows, indexes).entries())
      if (text) texts.set(indexes[i], `,"prompt":${JSON.stringify(redactor.text(text))}`);
    return (index) => texts.get(index) ?? '';
  }
}

/** Members of a JSON object with commas between. */
export function joined(cells: readonly Cells[], index: number): string {
  let all = '';
  for (const { of } of cells) {
    const one = of(index);
    if (one !== '') all += all === '' ? one : `,${one}`;
  }
  return all;
}
