import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import type { RequestColumns } from '../../../shared/contract/timeline.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatDay } from '../../ui/format.ts';

/** What a mark on the time axis needs; see the timeline. */
export interface AnnotationMark {
  readonly fromUs: number;
  readonly toUs: number;
  readonly label: string;
  readonly kind: AnnotationKind;
}

/**
 * Marks for the annotations that have a place in time: ranges always, requests where `requests` holds their
 * time, the account's own never.
 */
export function annotationMarks(
  annotations: readonly Annotation[],
  requests: RequestColumns | undefined,
): readonly AnnotationMark[] {
  const marks: AnnotationMark[] = [];
  for (const { on, kind, text } of annotations) {
    const reference = parseReference(on);
    const label = kind === 'star' ? 'starred' : shownText(text, { max: 60 });
    if (reference?.kind === 'range') {
      marks.push({ fromUs: reference.fromUs, toUs: reference.toUs, label, kind });
    } else if (reference?.kind === 'request' && requests) {
      const at = indexOfRequest(requests, reference.source, reference.row);
      if (at >= 0) marks.push({ fromUs: requests.timeUs[at], toUs: requests.timeUs[at], label, kind });
    }
  }
  return marks;
}

function indexOfRequest(requests: RequestColumns, source: string, row: number): number {
  const sourceIndex = requests.sources.indexOf(source);
  if (sourceIndex < 0) return -1;
  for (let index = requests.row.indexOf(row); index >= 0; index = requests.row.indexOf(row, index + 1)) {
    if (requests.source[index] === sourceIndex) return index;
  }
  return -1;
}

/** The same requests with nothing of the templates that an analysis found them to follow. */
export function withoutTemplates(requests: RequestColumns): RequestColumns {
  return { ...requests, templates: null };
}

/** Canonical reference of the request in a row of the columns. */
export function requestReference(requests: RequestColumns, index: number): string {
  return formatReference({
    kind: 'request',
    source: requests.sources[requests.source[index]],
    row: requests.row[index],
  });
}

/** Calendar days from the first to the last request of the case in its zone, both counted; 0 without a time. */
export function calendarDays({
  firstUs,
  lastUs,
  timeZone,
}: {
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  readonly timeZone: string;
}): number {
  if (firstUs === null || lastUs === null) return 0;
  const day = (us: number) => Date.parse(`${formatDay(timeZone, us)}T00:00:00Z`);
  return Math.round((day(lastUs) - day(firstUs)) / 86_400_000) + 1;
}
