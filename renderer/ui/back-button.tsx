import { canStep, type View } from '../store/view-history.ts';
import { goBack, goTo, useViews } from '../store/views.ts';

interface Props {
  /** Where to go when nothing was looked at before. */
  readonly fallback?: View;
}

const ACCOUNTS: View = { name: 'accounts' };

/** Goes to what was looked at before. */
export function BackButton({ fallback = ACCOUNTS }: Props) {
  const canGoBack = useViews((state) => canStep(state.trail, -1));
  return (
    <button
      type="button"
      aria-keyshortcuts="Alt+ArrowLeft"
      onClick={canGoBack ? goBack : () => goTo(fallback)}
    >
      Back
    </button>
  );
}
