import { CommandButton } from '../../frame/command-button.tsx';
import { useSession } from '../../store/session.ts';
import { useStatus } from '../../store/status.ts';
import { Shown } from '../../ui/shown.tsx';

interface Props {
  readonly marking: string;
  readonly notes: boolean;
}

/** The marking once more, the ways to go, and what happened last. */
export function ReviewFoot({ marking, notes }: Props) {
  const { text, count } = useStatus();
  const engineState = useSession((state) => state.engineState);
  const isStopped = engineState === 'stopped' || engineState === 'restarting';
  return (
    <footer className="review-foot">
      <strong className="mark review-mark">{marking}</strong>
      <output key={count} className="review-status">
        <Shown text={text} />
        {isStopped && <span className="warn"> engine {engineState}</span>}
      </output>
      <nav aria-label="Steps of the review">
        <CommandButton id="review.back" label="Back" />
        <CommandButton id="review.next" label="Next" className="primary" />
        <CommandButton id="review.overview" label="Overview" />
        <CommandButton id="review.notes" label="Notes" pressed={notes} />
        <CommandButton id="review.print" label="Print…" />
        <CommandButton id="review.leave" label="Leave" />
      </nav>
    </footer>
  );
}
