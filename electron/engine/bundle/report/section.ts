import type { Reading } from './reading.ts';

/** A part of the report. The document numbers it, heads it and lists it in its contents. */
export interface Section {
  /** Its anchor: letters and hyphens. */
  readonly id: string;
  readonly title: string;
  /** Pieces of HTML; nothing for a section that has nothing to say and is then left out. */
  body(reading: Reading): Iterable<string>;
}
