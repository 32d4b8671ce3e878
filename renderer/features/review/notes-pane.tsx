import { useId } from 'react';
import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { changeFields, findingField } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { Shown } from '../../ui/shown.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';
import { focusHeading } from './step-heading.tsx';
import type { ReviewStep } from './steps.ts';

/** What the presenter wrote for themselves of the finding shown, changed in place. */
export function NotesPane({ step }: { step: ReviewStep }) {
  const readOnly = useSession((state) => state.case!.readOnly);
  return (
    <aside className="review-notes" aria-label="Speaker notes">
      {!('finding' in step) ? (
        <p className="soft">Notes belong to findings; this step has none.</p>
      ) : readOnly === null ? (
        <NotesField key={step.finding.id} finding={step.finding} />
      ) : (
        <>
          <p className="soft">The case is read only, so notes cannot be changed.</p>
          <p>
            <Shown text={step.finding.speakerNotes} max={20_000} lines />
          </p>
        </>
      )}
    </aside>
  );
}

function NotesField({ finding: { id, speakerNotes } }: { finding: FindingDetail }) {
  const saved = useSavedText(findingField(id, 'speakerNotes'), speakerNotes, (text) =>
    changeFields(id, { speakerNotes: text }),
  );
  const field = useId();
  return (
    <>
      <label htmlFor={field}>
        Speaker notes <span className="soft">saved as you type; N hides them</span>
      </label>
      <textarea
        id={field}
        rows={4}
        maxLength={20_000}
        value={saved.text}
        onChange={(event) => saved.change(event.target.value)}
        onFocus={saved.begin}
        onBlur={saved.end}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.blur();
          focusHeading();
        }}
      />
    </>
  );
}
