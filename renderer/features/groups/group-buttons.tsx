import { useState } from 'react';
import { useSession } from '../../store/session.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** Begins to merge or split an operator; without one, where the list has none picked, only to merge. */
export function GroupButtons({ operator }: { operator: string | null }) {
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  if (isReadOnly) return null;
  const close = () => setOpen(null);
  return (
    <>
      <button type="button" onClick={() => setOpen('merge')}>
        Merge with…
      </button>
      <button
        type="button"
        disabled={operator === null}
        title={operator === null ? 'Pick an operator in the list first' : undefined}
        onClick={() => setOpen('split')}
      >
        Split off…
      </button>
      {open === 'merge' && <MergeDialog operator={operator} onClose={close} />}
      {open === 'split' && operator !== null && <SplitDialog operator={operator} onClose={close} />}
    </>
  );
}
