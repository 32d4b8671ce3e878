import type { Breakdown, ValueCount, ValueField } from '../../../shared/contract/accounts.ts';
import type { Database } from '../case/database.ts';
import { columnOf } from '../requests/columns.ts';
import { eachValue } from '../requests/value-codec.ts';

type Sum = { -readonly [Key in keyof ValueCount]: ValueCount[Key] };

/**
 * Requests and tokens by value of a field, of one account or of the whole case with null: values that are spelt the
 * same are one, whichever sources they come from. An account that only a table of accounts names has zeros.
 */
export function breakdown(db: Database, account: number | null, field: ValueField, limit: number): Breakdown {
  const told = new Map<string, Sum>();
  const other = nothing();
  const add = (value: string | null, counts: ValueCount) => {
    if (value === null) return addTo(other, counts);
    const sum = told.get(value);
    if (sum) addTo(sum, counts);
    else told.set(value, { ...counts });
  };
  if (account === null) caseValues(db, field, add);
  else accountValues(db, account, field, add);

  const entries = [...told]
    .map(([value, counts]) => ({ value, ...counts }))
    .sort((a, b) => b.requests - a.requests || tokens(b) - tokens(a) || (a.value < b.value ? -1 : 1));
  const shown = entries.slice(0, limit);
  const rest = entries.slice(limit);
  const { counted, uncounted } = totals(db, account);
  const stated = sumOf([...entries, other]);
  return {
    entries: shown,
    further: { values: rest.length, ...sumOf(rest) },
    other,
    // Rows without a value are not stored: they are what is left of all rows.
    absent: {
      requests: counted.requests - stated.requests,
      inputTokens: counted.inputTokens - stated.inputTokens,
      outputTokens: counted.outputTokens - stated.outputTokens,
    },
    uncounted,
    total: sumOf([counted, uncounted]),
    imported: isImported(db, account, field),
  };
}

type Add = (value: string | null, counts: ValueCount) => void;

const PUBLISHED = 'SELECT id FROM source WHERE published = 1';

function caseValues(db: Database, field: ValueField, add: Add): void {
  const rows = db
    .prepare(
      `SELECT value, requests, input_tokens, output_tokens FROM source_value
       WHERE source_id IN (${PUBLISHED}) AND field = ?`,
    )
    .raw()
    .iterate(field) as IterableIterator<[string | null, number, number, number]>;
  for (const [value, requests, inputTokens, outputTokens] of rows) {
    add(value, { requests, inputTokens, outputTokens });
  }
}

/** Costs as much as the account has values, however many its sources have. */
function accountValues(db: Database, account: number, field: ValueField, add: Add): void {
  const wanted = columnOf(field).number;
  const text = db
    .prepare('SELECT value FROM source_value WHERE source_id = ? AND field = ? AND number = ?')
    .pluck();
  const packed = db
    .prepare('SELECT source_id, counts FROM account_value WHERE account_id = ?')
    .raw()
    .all(account) as [number, Uint8Array][];
  for (const [source, counts] of packed) {
    eachValue(counts, (column, number, requests, inputTokens, outputTokens) => {
      if (column !== wanted) return;
      add(text.get(source, field, number) as string | null, { requests, inputTokens, outputTokens });
    });
  }
}

/** All requests and tokens, apart by whether values were counted in their source. */
function totals(db: Database, account: number | null): { counted: ValueCount; uncounted: ValueCount } {
  const sum = db.prepare(
    `SELECT total(t.requests) AS requests, total(t.input_tokens) AS inputTokens, total(t.output_tokens) AS outputTokens
     FROM account_total t JOIN source s ON s.id = t.source_id
     WHERE s.values_counted = ? ${account === null ? '' : 'AND t.account_id = ?'}`,
  );
  const of = (counted: number) => sum.get(counted, ...(account === null ? [] : [account])) as ValueCount;
  return { counted: of(1), uncounted: of(0) };
}

/** Whether a source that names the account, or any with null, has a value of the field. */
function isImported(db: Database, account: number | null, field: ValueField): boolean {
  const sources = account === null ? PUBLISHED : 'SELECT source_id FROM account_total WHERE account_id = ?';
  return (
    db
      .prepare(`SELECT 1 FROM source_value WHERE source_id IN (${sources}) AND field = ? LIMIT 1`)
      .get(...(account === null ? [field] : [account, field])) !== undefined
  );
}

function nothing(): Sum {
  return { requests: 0, inputTokens: 0, outputTokens: 0 };
}

function addTo(sum: Sum, counts: ValueCount): void {
  sum.requests += counts.requests;
  sum.inputTokens += counts.inputTokens;
  sum.outputTokens += counts.outputTokens;
}

function sumOf(counts: readonly ValueCount[]): ValueCount {
  const sum = nothing();
  for (const count of counts) addTo(sum, count);
  return sum;
}

const tokens = ({ inputTokens, outputTokens }: ValueCount) => inputTokens + outputTokens;
