import type { TableRow } from './table-row.ts';

/** What became of one record. */
export type Outcome =
  | { readonly kind: 'stored'; readonly withoutTime: boolean }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'reject' | 'conflict'; readonly reason: string };

/** Writes the rows of one source, which stay invisible until the source is published. */
export interface TableWriter {
  /** @param number of the record in the source, from 1. */
  take(row: TableRow, number: number): Outcome;
  /** Makes what the rows need beside them; called in the transaction that publishes the source. */
  publish(): void;
}
