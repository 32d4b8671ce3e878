import type { AccountSort } from '../../../../shared/contract/accounts.ts';
import { type Chip, type Filter, REQUEST_FIELDS } from '../../../../shared/contract/filters.ts';

const ACCOUNT_TABLE_FIELDS = ['organisation', 'plan', 'operator'] as const;
const SORT_SQL: Readonly<Partial<Record<AccountSort, string>>> = {
  requests: 'count(*)',
  firstUs: 'min(us)',
  lastUs: 'max(us)',
  inputTokens: 'sum(input_tokens)',
  outputTokens: 'sum(output_tokens)',
  failed: 'count(*) FILTER (failed)',
};

const quoted = (text: string | null) => (text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`);

function conditions({ range, chips }: Filter): string {
  const parts = chips.map(({ field, values, negate }) => {
    // As a value of the dictionary, or DuckDB would compare texts.
    const type = (REQUEST_FIELDS as readonly string[]).includes(field)
      ? `::${field}_values`
      : field === 'account'
        ? '::account_id_values'
        : '';
    const named = values.map((value) => `${quoted(value)}${type}`);
    // Of many values a join finds a row's at once, where a list would be gone through.
    const list = values.length <= 4 ? named.join(', ') : `SELECT unnest([${named.join(', ')}])`;
    const of = (column: string) =>
      negate ? `(${column} NOT IN (${list}) OR ${column} IS NULL)` : `${column} IN (${list})`;
    return (ACCOUNT_TABLE_FIELDS as readonly string[]).includes(field)
      ? `account_id IN (SELECT account_id FROM account WHERE ${of(field)})`
      : of(field === 'account' ? 'account_id' : field);
  });
  if (range) {
    const inside = `us >= ${range.fromUs} AND us < ${range.toUs}`;
    parts.push(range.negate ? `(us IS NULL OR NOT (${inside}))` : inside);
  }
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

const without = ({ range, chips }: Filter, field: Chip['field']): Filter => ({
  range,
  chips: chips.filter((chip) => chip.field !== field),
});

/** What FilterView holds, statement by statement; of the activity only what changes with the filter. */
export function viewSql(filter: Filter, { firstBin, bins }: { firstBin: number; bins: number }): string[] {
  const step = Math.max(1, Math.ceil(bins / 2000));
  return [
    `SELECT count(*), count(DISTINCT account_id) FROM request WHERE ${conditions(filter)}`,
    ...REQUEST_FIELDS.map(
      (field) =>
        `SELECT ${field}, count(*), count(DISTINCT account_id) FROM request
         WHERE ${conditions(without(filter, field))} GROUP BY 1 ORDER BY 2 DESC LIMIT 200`,
    ),
    // Each account counted once first, which is faster than joining all requests.
    ...ACCOUNT_TABLE_FIELDS.map(
      (field) =>
        `SELECT a.${field}, sum(n), count(*) FROM (
           SELECT account_id, count(*) AS n FROM request WHERE ${conditions(without(filter, field))} GROUP BY 1
         ) r JOIN account a USING (account_id) GROUP BY 1 ORDER BY 2 DESC LIMIT 200`,
    ),
    `SELECT (bin - ${firstBin}) // ${step}, count(*) FROM request
     WHERE ${conditions({ ...filter, range: null })} GROUP BY 1 ORDER BY 1`,
  ];
}

/** A page of accounts in order with what its rows show, requests over time among it. */
export function pageSql(
  filter: Filter,
  { firstBin, bins }: { firstBin: number; bins: number },
  sort: AccountSort,
  descending: boolean,
  from: number,
  rows: number,
): string[] {
  const page = `WITH left_over AS (
      SELECT account_id, count(*) AS matching FROM request WHERE ${conditions(filter)} GROUP BY 1
    ), page AS (
      SELECT account_id, count(*) AS requests, min(us) AS first_us, max(us) AS last_us,
             count(DISTINCT us // 86400000000) AS days, sum(input_tokens) AS input, sum(output_tokens) AS output,
             count(*) FILTER (failed) AS failed
      FROM request SEMI JOIN left_over USING (account_id) GROUP BY 1
      ORDER BY ${SORT_SQL[sort]} ${descending ? 'DESC' : 'ASC'}, 1 LIMIT ${rows} OFFSET ${from}
    )`;
  return [
    `${page} SELECT * FROM page JOIN left_over USING (account_id)`,
    `${page} SELECT account_id, least(59, (bin - ${firstBin}) * 60 // ${bins}) AS spark, count(*)
     FROM request SEMI JOIN page USING (account_id) GROUP BY 1, 2`,
  ];
}

const ACTIVITY = 'bin, count(*), count(*) FILTER (failed), sum(input_tokens), sum(output_tokens)';

export function accountActivitySql(account: string, filter: Filter): string {
  return `SELECT ${ACTIVITY}, count(*) FILTER (${conditions(filter)}) FROM request
          WHERE account_id = ${quoted(account)}::account_id_values GROUP BY bin ORDER BY bin`;
}

export function caseActivitySql(filter: Filter): string {
  return `SELECT ${ACTIVITY}, count(*) FILTER (${conditions(filter)}) FROM request GROUP BY bin ORDER BY bin`;
}
