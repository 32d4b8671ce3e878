import { formatReference, type Subject } from '../../../shared/reference.ts';
import { useFilterRange, useProposedRange } from '../../store/views.ts';
import { AnnotationsOf } from './annotations-of.tsx';

/** Notes on what acts over time, and on the range of time that is applied or proposed now. */
export function SubjectAnnotations({ subject }: { subject: Subject }) {
  const committed = useFilterRange();
  const proposed = useProposedRange();
  const ranges = [committed, proposed].flatMap((range) =>
    range ? formatReference({ kind: 'range', fromUs: range.fromUs, toUs: range.toUs, of: subject }) : [],
  );
  return <AnnotationsOf references={[...new Set([formatReference(subject), ...ranges])]} />;
}
