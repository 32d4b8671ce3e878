import type { RecordBody, RecordKind } from '../../../shared/records/records.ts';

/** One record as an act leaves it; the body null takes it away. */
export type RecordChange = {
  [Kind in RecordKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly body: RecordBody<Kind> | null;
  };
}[RecordKind];

/** A change as it is kept, with what was there before, so that it can be taken back. */
export interface KeptChange {
  readonly kind: string;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What takes an act back: its changes the other way round, the last first. */
export function reversed(changes: readonly KeptChange[]): KeptChange[] {
  return changes.map(({ kind, id, before, after }) => ({ kind, id, before: after, after: before })).reverse();
}
