import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import type { RecordKind } from '../../../../shared/records/records.ts';

/** What of a case goes into a bundle, worked out from what was chosen. */
export interface Selection {
  readonly choice: BundleChoice;
  /** Outside ids: chosen, cited, or member of a chosen operator. */
  readonly accounts: ReadonlySet<string>;
  /** Ids in the last analysis. */
  readonly operators: ReadonlySet<string>;
  /** What people wrote: whether the record of this kind and id goes along. */
  hasRecord(kind: RecordKind, id: string): boolean;
  /** Requests that go along, in the order of chunks: of each chunk of the case the indexes of its rows, ascending. */
  requests(): Iterable<{ readonly chunk: number; readonly indexes: readonly number[] }>;
  /** Requests that the selection meets, with those beyond the row limit. */
  readonly counts: { readonly requests: number; readonly beyondLimit: number };
  /** Sentences on what was left out. */
  readonly omitted: readonly string[];
}
