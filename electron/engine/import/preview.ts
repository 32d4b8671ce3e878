import {
  type Mapping,
  type Preview,
  type PreviewCell,
  type PreviewRow,
  REQUEST_FIELDS,
  type RequestField,
} from '../../../shared/contract/imports.ts';
import { nowUs } from '../clock.ts';
import { columnOf } from '../requests/columns.ts';
import { type CellBatch, cellText } from './cells.ts';
import { listParts, type OpenedRecords, openRecords } from './open-records.ts';
import { parseNumber } from './parse-number.ts';
import { newReading, timeReader } from './parse-time.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { LONG_ACCOUNT, MAX_ACCOUNT_BYTES, NO_ACCOUNT } from './read-row.ts';
import { previewTable } from './tables/preview-table.ts';
import { longestGap, TimesTally } from './times-seen.ts';

const PREVIEW_ROWS = 50;
/** Rows looked at for what their times and rejects tell together. */
const SAMPLED_ROWS = 5000;
const CELL_LENGTH = 200;
const encoder = new TextEncoder();

/** The first 50 records, of an archive those of its first log, as an import under this mapping would read them, with what is wrong with each. */
export async function previewSource(path: string, mapping: Mapping): Promise<Preview> {
  const { parts } = await listParts(path, mapping);
  const records = await openRecords(parts[0], mapping);
  try {
    if (mapping.kind) return await previewTable(records, mapping);
    return await firstRows(records, mapping);
  } finally {
    await records.close();
  }
}

async function firstRows(records: OpenedRecords, mapping: Mapping): Promise<Preview> {
  const plan = planImport(records.columns, mapping);
  const fields = REQUEST_FIELDS.filter((field) => mapping.columns[field] !== undefined);
  const places = fields.map((field) => records.columns.indexOf(mapping.columns[field] as string));
  const rows: PreviewRow[] = [];
  const tally = new TimesTally(mapping, nowUs());
  const timesUs: number[] = [];
  let sampled = 0;
  let refused = 0;
  for await (const batch of records.batches()) {
    for (let row = 0; row < batch.rows && sampled < SAMPLED_ROWS; row++) {
      const read = previewRow(batch, row, plan, fields, places);
      sampled++;
      if (rows.length < PREVIEW_ROWS) rows.push(read);
      if (read.reject !== null) refused++;
      else {
        timesUs.push(read.timeUs ?? Number.NaN);
        tally.add(read.timeUs ?? Number.NaN);
      }
    }
    if (sampled === SAMPLED_ROWS) break;
  }
  return { fields, rows, sampled, refused, times: tally.seen(longestGap(timesUs)) };
}

function previewRow(
  batch: CellBatch,
  row: number,
  plan: ImportPlan,
  fields: readonly RequestField[],
  places: readonly number[],
): PreviewRow {
  const first = row * batch.columns;
  const broken = batch.problems.get(row) ?? null;
  const texts = places.map((place) => cellText(batch, first + place) ?? '');
  const time = readTime(texts[fields.indexOf('timestamp')], plan);
  const cells = texts.map((text, i): PreviewCell => {
    const problem = broken ? undefined : problemOf(fields[i], text, time.problem);
    return { text: text.slice(0, CELL_LENGTH), ...(problem ? { problem } : {}) };
  });
  return {
    line: batch.line[row],
    cells,
    timeUs: Number.isNaN(time.us) ? null : time.us,
    reject: broken ?? accountProblem(texts[fields.indexOf('account_id')]) ?? null,
  };
}

function readTime(text: string, plan: ImportPlan): { us: number; problem: string | null } {
  const reading = newReading();
  if (text === '') return { us: Number.NaN, problem: 'No time: the request is kept without one' };
  const bytes = encoder.encode(text);
  timeReader(plan.mapping.timeFormat, plan.zone)(bytes, 0, bytes.length, reading);
  return {
    us: reading.us,
    problem: reading.problem && `This ${reading.problem}; the request is kept without a time`,
  };
}

function accountProblem(text: string): string | undefined {
  const account = text.trim();
  if (account === '') return NO_ACCOUNT;
  return encoder.encode(account).length > MAX_ACCOUNT_BYTES ? LONG_ACCOUNT : undefined;
}

function problemOf(field: RequestField, text: string, timeProblem: string | null): string | undefined {
  if (field === 'timestamp') return timeProblem ?? undefined;
  if (field === 'account_id') return accountProblem(text);
  if (text === '' || columnOf(field).type === 'text') return undefined;
  const bytes = encoder.encode(text);
  return Number.isNaN(parseNumber(bytes, 0, bytes.length)) ? 'No number: kept as text only' : undefined;
}
