import { AddButtons } from './add-buttons.tsx';
import type { OnEdit } from './editing.ts';

/** What the matrix will show, and the ways to begin one. */
export function NoMatrix({ onEdit }: { onEdit: OnEdit }) {
  return (
    <div className="ach-empty">
      <p>
        No rival explanation has been weighed yet. A matrix sets each piece of evidence against each
        explanation, the innocent ones too, and shows which of them has least against it and what that rests
        on.
      </p>
      <p className="soft">
        Filling from the analysis brings its innocent readings, signals and predictions as a beginning. It
        confirms nothing: each cell waits for a person.
      </p>
      {onEdit && <AddButtons onEdit={onEdit} />}
    </div>
  );
}
