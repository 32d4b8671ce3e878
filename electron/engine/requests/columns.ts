import type { RequestField } from '../../../shared/contract/imports.ts';

export type ColumnType = 'number' | 'text';

export interface RequestColumn {
  readonly number: number;
  readonly field: RequestField;
  readonly type: ColumnType;
}

/** Numbers of the columns every chunk has; the rest hold canonical fields, extra fields and raw texts. */
export const ROW_COLUMN = 0;
export const ACCOUNT_COLUMN = 1;
export const TIME_COLUMN = 2;
/** Two 32-bit halves of the hash of the request id, and of the whole row: what duplicates are told by. */
export const ID_HASH_COLUMNS = [3, 4] as const;
export const ROW_HASH_COLUMNS = [5, 6] as const;

/**
 * Canonical fields kept as columns of their own. `account_id` and `timestamp` are ACCOUNT_COLUMN and
 * TIME_COLUMN. The numbers stand in case files: never reuse or change one.
 */
export const REQUEST_COLUMNS: readonly RequestColumn[] = [
  { number: 10, field: 'request_id', type: 'text' },
  { number: 11, field: 'organization_id', type: 'text' },
  { number: 12, field: 'api_key_id', type: 'text' },
  { number: 13, field: 'session_id', type: 'text' },
  { number: 14, field: 'ip', type: 'text' },
  { number: 15, field: 'asn', type: 'text' },
  { number: 16, field: 'country', type: 'text' },
  { number: 17, field: 'user_agent', type: 'text' },
  { number: 18, field: 'header_fingerprint', type: 'text' },
  { number: 19, field: 'device_id', type: 'text' },
  { number: 20, field: 'end_user_id', type: 'text' },
  { number: 21, field: 'model', type: 'text' },
  { number: 22, field: 'endpoint', type: 'text' },
  { number: 23, field: 'status', type: 'text' },
  { number: 24, field: 'stop_reason', type: 'text' },
  { number: 25, field: 'input_tokens', type: 'number' },
  { number: 26, field: 'output_tokens', type: 'number' },
  { number: 27, field: 'latency_ms', type: 'number' },
  { number: 28, field: 'temperature', type: 'number' },
  { number: 29, field: 'max_tokens', type: 'number' },
  { number: 30, field: 'tools_hash', type: 'text' },
  { number: 31, field: 'system_hash', type: 'text' },
  { number: 32, field: 'topic', type: 'text' },
  { number: 33, field: 'prompt_hash', type: 'text' },
  { number: 34, field: 'prompt_text', type: 'text' },
  { number: 35, field: 'cache_read_tokens', type: 'number' },
  { number: 36, field: 'cache_write_tokens', type: 'number' },
  { number: 37, field: 'cost_micro_usd', type: 'number' },
  { number: 38, field: 'request_count', type: 'number' },
  { number: 39, field: 'bucket_seconds', type: 'number' },
];

/** Raw texts that the stored value does not give back are kept at the field's number plus this. */
export const RAW_OFFSET = 100;
/** Columns of the file that no field takes are kept from here on, in the file's order. */
export const FIRST_EXTRA = 1000;
/** Keys of `request_column` are chunk id times this plus the column's number. */
export const COLUMNS_PER_CHUNK = 65_536;

const byField = new Map(REQUEST_COLUMNS.map((column) => [column.field, column]));

export function columnOf(field: RequestField): RequestColumn {
  const column = byField.get(field);
  if (!column) throw new Error(`The field ${field} has no column of its own.`);
  return column;
}

/** Which column number holds which extra column of the source's file, kept with the source. */
export interface SourceLayout {
  readonly extra: readonly { readonly number: number; readonly name: string }[];
  /** How times are spelt throughout, so that their text need not be kept: null when it is kept for all. */
  readonly timeStyle: string | null;
}
