import type { RecordBody } from '../../../shared/records/records.ts';
import type { RecordChange } from '../records/change.ts';

const TITLE_LENGTH = 40;

/** An annotation as the history names it. */
export function annotationWords({ kind, text }: RecordBody<'annotation'>): string {
  if (kind === 'star') return 'a star';
  return `the ${kind} "${text.length > TITLE_LENGTH ? `${text.slice(0, TITLE_LENGTH)}…` : text}"`;
}

export function changeOf(id: string, body: RecordBody<'annotation'> | null): RecordChange {
  return { kind: 'annotation', id, body };
}
