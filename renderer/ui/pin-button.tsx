import { openDialog, type ToPin } from '../store/dialogs.ts';
import { useSession } from '../store/session.ts';

/** Pins a result that is no picture to a finding. Not there in a case that is read only. */
export function PinButton({ what, pin }: { what: string; pin: () => Omit<ToPin, 'picture'> }) {
  const isWritable = useSession((state) => state.case?.readOnly === null);
  if (!isWritable) return null;
  return (
    <button
      type="button"
      aria-label={`Pin to a finding: ${what}`}
      onClick={() => openDialog({ name: 'pin', pin: { ...pin(), picture: null } })}
    >
      Pin to a finding
    </button>
  );
}
