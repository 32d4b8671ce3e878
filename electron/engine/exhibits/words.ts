import type { RecordBody } from '../../../shared/records/records.ts';
import { shortened } from '../commands/shortened.ts';

const TITLE_LENGTH = 60;

/** An exhibit as the history names it. */
export function exhibitWords({ title }: RecordBody<'exhibit'>): string {
  return `the exhibit "${shortened(title, TITLE_LENGTH)}"`;
}
