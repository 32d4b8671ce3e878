import type { Source } from '../../../shared/contract/imports.ts';
import { setReference } from '../../store/cohorts.ts';

/** Marks a source as benign reference, or takes the mark away. */
export function ReferenceMark({ source }: { source: Source }) {
  const { sha256, reference } = source;
  return (
    <>
      <button type="button" onClick={() => void setReference(sha256, !reference)}>
        {reference ? 'No longer benign reference' : 'Mark as benign reference'}
      </button>
      <span className="soft">
        {reference
          ? 'Its accounts are what others are compared with; none of them is scored, linked or counted.'
          : 'Then its accounts are what others are compared with, and none of them is scored, linked or counted.'}
      </span>
    </>
  );
}
