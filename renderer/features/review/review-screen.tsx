import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo } from 'react';
import { getReview, type Review } from '../../../shared/contract/review.ts';
import { CommandButton } from '../../frame/command-button.tsx';
import { useDialogs } from '../../store/dialogs.ts';
import { useFindingsVersion } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { isTyping } from '../../ui/keys.ts';
import { PageError } from '../../ui/page-error.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { markingOf } from './handling.ts';
import { NotesPane } from './notes-pane.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { ReviewFoot } from './review-foot.tsx';
import { StepBody } from './step-body.tsx';
import { focusHeading } from './step-heading.tsx';
import { placeOf, progressWords, stepsOf } from './steps.ts';
import { showFinding, useWalk } from './walk-store.ts';
import '../findings/findings.css';
import '../hypotheses/hypotheses.css';
import './review.css';

/**
 * A review over the whole window, with nothing of the frame around it. No permission of the web platform is granted to
 * the page, so it does not ask for the screen; the system's own way of making a window fill it works as ever.
 */
export function ReviewScreen() {
  const answer = useCall(getReview, {}, useFindingsVersion());
  // Charts on canvas read their type from the root of the page, and dialogs stand beside the walk.
  useLayoutEffect(() => {
    document.documentElement.dataset.review = '';
    return () => {
      delete document.documentElement.dataset.review;
    };
  }, []);
  return (
    <div className="review">
      {answer.error !== undefined && (
        <PageError error={answer.error} onRetry={answer.retry}>
          <CommandButton id="review.leave" label="Leave" />
        </PageError>
      )}
      {answer.value && <Walk review={answer.value} />}
    </div>
  );
}

/** On a button the space bar presses it, and does not go to the next step. */
function keepSpace(event: KeyboardEvent): void {
  const { tagName } = event.target as HTMLElement;
  if (event.key === ' ' && /^(?:BUTTON|A|INPUT|SUMMARY)$/.test(tagName)) event.stopPropagation();
}

/** A chart or its table has keys of its own while it has the focus; Escape gives them back to the walk. */
function leaveChart(event: KeyboardEvent): void {
  const isIn = (event.target as HTMLElement).closest('[role="application"], [role="grid"]') !== null;
  if (event.key !== 'Escape' || !isIn) return;
  event.preventDefault();
  event.stopPropagation();
  focusHeading();
}

/** The digits go to findings here, and nowhere else. */
function onDigit(event: globalThis.KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (useDialogs.getState().open || isTyping(event.target as HTMLElement | null)) return;
  if (!/^[1-9]$/.test(event.key)) return;
  event.preventDefault();
  showFinding(Number(event.key));
}

function Walk({ review }: { review: Review }) {
  const info = useSession((state) => state.case)!;
  const { key, notes, printing } = useWalk();
  const steps = useMemo(() => stepsOf(review.findings), [review]);
  useEffect(() => useWalk.setState({ steps }), [steps]);
  useEffect(() => {
    document.addEventListener('keydown', onDigit);
    return () => document.removeEventListener('keydown', onDigit);
  }, []);
  const at = placeOf(steps, key);
  const step = steps[at];
  const marking = markingOf(info);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div className="review-walk" onKeyDown={keepSpace} onKeyDownCapture={leaveChart}>
      <header className="review-top">
        <strong className="mark review-mark">{marking}</strong>
        <span className="review-case">
          <Shown text={info.name} max={120} />
          {info.reference !== '' && (
            <>
              {' '}
              · <Shown text={info.reference} max={60} />
            </>
          )}
        </span>
        <span className="review-progress" role="status">
          {progressWords(steps, at)}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long step is scrolled by keyboard */}
      <main key={step.key} className="review-body" aria-label="Review" tabIndex={0}>
        <ErrorBoundary part="This step">
          <StepBody step={step} review={review} />
        </ErrorBoundary>
      </main>
      {notes && <NotesPane key={'finding' in step ? step.finding.id : ''} step={step} />}
      <ReviewFoot marking={marking} notes={notes} />
      {printing && <PrintSheet review={review} withNotes={printing.notes} />}
    </div>
  );
}
