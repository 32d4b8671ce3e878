import type {
  Mapping,
  Preview,
  PreviewCell,
  PreviewRow,
  TableField,
} from '../../../../shared/contract/imports.ts';
import { normalise } from '../../identifiers/kinds.ts';
import type { CellBatch } from '../cells.ts';
import type { OpenedRecords } from '../open-records.ts';
import { accountOf, yesOrNo } from './account-values.ts';
import { IDENTIFIERS_OF } from './account-writer.ts';
import { eventProblem } from './context-writer.ts';
import { planTable } from './plan-table.ts';
import { type TableRow, tableRowReader } from './table-row.ts';

const PREVIEW_ROWS = 50;
const SAMPLE_ROWS = 1000;
const CELL_LENGTH = 200;

/** The first 50 records of a table of accounts or context as an import would read them, with what is wrong. */
export async function previewTable(records: OpenedRecords, mapping: Mapping): Promise<Preview> {
  const plan = planTable(records.columns, mapping);
  const fields = [...plan.places.keys()];
  const readRow = tableRowReader(plan);
  const rows: PreviewRow[] = [];
  let [sampled, refused] = [0, 0];
  for await (const batch of records.batches()) {
    for (let row = 0; row < batch.rows && sampled < SAMPLE_ROWS; row++, sampled++) {
      const read = previewRow(batch, row, readRow(batch, row), fields, mapping);
      if (read.reject !== null) refused++;
      if (rows.length < PREVIEW_ROWS) rows.push(read);
    }
    if (sampled === SAMPLE_ROWS) break;
  }
  // What times say of themselves is asked of requests: these tables are short enough to be looked through.
  return { fields, rows, sampled, refused, times: null };
}

function previewRow(
  batch: CellBatch,
  at: number,
  row: TableRow,
  fields: readonly TableField[],
  { kind }: Mapping,
): PreviewRow {
  const broken = batch.problems.get(at);
  const refusal = kind === 'context' ? eventProblem(row) : accountProblem(row);
  const cells = fields.map((field): PreviewCell => {
    const problem = broken === undefined ? problemOf(field, row) : undefined;
    return { text: (row.text(field) ?? '').slice(0, CELL_LENGTH), ...(problem ? { problem } : {}) };
  });
  return {
    line: batch.line[at],
    cells,
    timeUs: row.time(kind === 'context' ? 'timestamp' : 'created_at').us,
    reject: broken ?? refusal ?? null,
  };
}

function accountProblem(row: TableRow): string | undefined {
  const named = accountOf(row);
  return 'problem' in named ? named.problem : undefined;
}

function problemOf(field: TableField, row: TableRow): string | undefined {
  if (field === 'account_id') return accountProblem(row);
  const text = row.text(field);
  if (text === null) return undefined;
  if (field === 'created_at' || field === 'status_changed_at' || field === 'timestamp') {
    const { problem } = row.time(field);
    return problem === null ? undefined : `This ${problem}; kept as text only`;
  }
  if (field === 'training_allowed' || field === 'reseller') {
    return yesOrNo(text) === null ? 'Neither yes nor no: kept as text only' : undefined;
  }
  const identifiers = IDENTIFIERS_OF.find(([of]) => of === field)?.[1] ?? [];
  return identifiers.some((kind) => normalise(kind, text) === undefined)
    ? 'Holds no value to compare accounts by: kept as text only'
    : undefined;
}
