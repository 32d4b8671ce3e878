import { REQUEST_FIELDS } from '../../../../shared/contract/imports.ts';
import { formatUtc } from '../../../../shared/time/zone.ts';
import { ACCOUNT_COLUMN, ROW_COLUMN, TIME_COLUMN } from '../../requests/columns.ts';
import { readNumbers } from '../../requests/read-chunk.ts';
import { type Cell, csvLine } from '../formula-guard.ts';
import { FollowedNames } from './followed-names.ts';
import { asMember, type LeavingChunk, RequestCells } from './request-cells.ts';
import { type ChunkLines, type CitedBy, joined, type LineMaker } from './request-lines.ts';
import type { Leaving } from './table.ts';

/** Those that stand beside the request, and the prompt, have no column of a field. */
const FIELDS = REQUEST_FIELDS.filter(
  (field) => field !== 'timestamp' && field !== 'account_id' && field !== 'prompt_text',
);

/** The columns of every case. */
export const REQUESTS_CSV_HEADER = csvLine([
  'reference',
  'account',
  'source_sha256',
  'row',
  'time_utc',
  ...FIELDS,
  'raw_json',
  'extra_json',
  'template',
  'cited_by',
]);

/** Lines of CSV that hold what those of NDJSON do, but for the prompt. */
export class RequestRows implements LineMaker {
  private readonly leaving: Leaving;
  private readonly citedBy: CitedBy;
  private readonly cells: RequestCells;
  private readonly members: RequestCells;
  private readonly followed: FollowedNames;

  constructor(leaving: Leaving, citedBy: CitedBy) {
    this.leaving = leaving;
    this.citedBy = citedBy;
    this.cells = new RequestCells(leaving, () => csvCell);
    this.members = new RequestCells(leaving, asMember);
    this.followed = new FollowedNames(leaving);
  }

  ofChunk(chunk: LeavingChunk): ChunkLines {
    const { db } = this.leaving;
    const { id, rows, sha256 } = chunk;
    const row = readNumbers(db, id, ROW_COLUMN, rows);
    const timeUs = readNumbers(db, id, TIME_COLUMN, rows);
    const account = readNumbers(db, id, ACCOUNT_COLUMN, rows);
    const byName = new Map(this.cells.fields(chunk).map((cells) => [cells.name, cells]));
    const fields = FIELDS.map((field) => byName.get(field));
    const raw = this.members.raw(chunk, timeUs);
    const extra = this.members.extra(chunk);
    const template = this.followed.ofChunk(id, rows);
    const cited = this.citedBy(id, rows);
    return {
      row,
      line: (index) => {
        const us = timeUs[index];
        let line = `request:${sha256}/${row[index]},${this.cells.account(account[index])},${sha256},${row[index]},${Number.isNaN(us) ? '' : formatUtc(us)}`;
        for (const cells of fields) line += cells ? `,${cells.of(index)}` : ',';
        return `${line},${objectCell(joined(raw, index))},${objectCell(joined(extra, index))},${csvCell(template?.(index) ?? null)},${csvCell(cited(index))}\r\n`;
      },
    };
  }
}

function objectCell(members: string): string {
  return members === '' ? '' : csvCell(`{${members}}`);
}

/** One cell as csvLine writes it. */
function csvCell(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : csvLine([cell]).slice(0, -2);
}
