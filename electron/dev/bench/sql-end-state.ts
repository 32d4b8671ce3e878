import type { EndState, RollUpSums, ValueRollUpSums } from './end-state.ts';

const ROLL_UPS = ['account_total', 'account_activity', 'case_activity'] as const;
const VALUE_ROLL_UPS = ['account_model', 'account_topic', 'account_status', 'account_endpoint'] as const;

/**
 * A query of one row that reads an end state back from the tables `request`, `account_total`, `account_activity`,
 * `case_activity`, `account_model`, `account_topic`, `account_status` and `account_endpoint`; `microseconds` is an expression for a request's time.
 */
export function endStateQuery(microseconds: string): string {
  const texts = 'request_id organization_id session_id ip user_agent model endpoint topic'.split(' ');
  const textLength = texts.map((name) => `coalesce(length(${name}), 0)`).join(' + ');
  const requests =
    `SELECT count(*), count(DISTINCT account_id), sum(input_tokens), sum(${textLength}), ` +
    `min(${microseconds}), max(${microseconds}) FROM request`;
  const rollUps = ROLL_UPS.map(
    (table) =>
      `SELECT count(*), sum(requests), sum(failed), sum(input_tokens), sum(output_tokens) FROM ${table}`,
  );
  const valueRollUps = VALUE_ROLL_UPS.map(
    (table) => `SELECT count(*), sum(requests), sum(input_tokens), sum(output_tokens) FROM ${table}`,
  );
  const parts = [requests, ...rollUps, ...valueRollUps].map((query, i) => `(${query}) AS part${i}`);
  return `SELECT * FROM ${parts.join(', ')}`;
}

const FIGURES = 6 + 5 * ROLL_UPS.length + 4 * VALUE_ROLL_UPS.length;

/** The end state in the row of that query. */
export function endStateOf(row: readonly number[]): EndState {
  if (row.length !== FIGURES || !row.every(Number.isSafeInteger))
    throw new Error(`The figures read back are not ${FIGURES} whole numbers: ${row.join(', ')}.`);
  const [rows, accounts, inputTokens, textLength, firstUs, lastUs] = row as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const sumsFrom = (at: number): RollUpSums => ({
    entries: row[at] as number,
    requests: row[at + 1] as number,
    failed: row[at + 2] as number,
    inputTokens: row[at + 3] as number,
    outputTokens: row[at + 4] as number,
  });
  const valueSumsFrom = (at: number): ValueRollUpSums => ({
    entries: row[at] as number,
    requests: row[at + 1] as number,
    inputTokens: row[at + 2] as number,
    outputTokens: row[at + 3] as number,
  });
  return {
    requests: { rows, accounts, inputTokens, textLength, firstUs, lastUs },
    accountTotal: sumsFrom(6),
    accountActivity: sumsFrom(11),
    caseActivity: sumsFrom(16),
    accountModel: valueSumsFrom(21),
    accountTopic: valueSumsFrom(25),
    accountStatus: valueSumsFrom(29),
    accountEndpoint: valueSumsFrom(33),
  };
}
