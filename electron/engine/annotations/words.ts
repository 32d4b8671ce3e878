import type { RecordBody } from '../../../shared/records/records.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import { shortened } from '../commands/shortened.ts';
import type { RecordChange } from '../records/change.ts';

/** An annotation as the history names it. */
export function annotationWords({ kind, text }: RecordBody<'annotation'>): string {
  if (kind === 'star') return 'a star';
  return `the ${kind} "${shortened(text)}"`;
}

/** What a reference names, as a title names it. */
export function thingWords(on: string): string {
  const reference = parseReference(on);
  if (reference?.kind === 'range') return `a time range of ${thingWords(formatReference(reference.of))}`;
  if (reference?.kind === 'request') return 'a request';
  if (reference?.kind === 'case') return 'the case';
  return shortened(on.replace(':', ' '));
}

export function changeOf(id: string, body: RecordBody<'annotation'> | null): RecordChange {
  return { kind: 'annotation', id, body };
}
