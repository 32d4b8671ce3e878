import { useEffect, useRef } from 'react';
import { closeDialog } from '../../store/dialogs.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Shown } from '../../ui/shown.tsx';
import { placeOf, stepTitle } from './steps.ts';
import { showStep, useWalk } from './walk-store.ts';

/** All steps of the review, to jump to one. */
export function OverviewDialog() {
  const { steps, key } = useWalk();
  const at = placeOf(steps, key);
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => current.current?.focus(), []);
  return (
    <Dialog title="Overview of the review" onClose={closeDialog} wide>
      <ol className="review-overview">
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={'finding' in step && step.kind !== 'claim' ? 'review-overview-part' : ''}
          >
            <button
              ref={index === at ? current : undefined}
              type="button"
              className="link"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => {
                closeDialog();
                showStep(index);
              }}
            >
              {step.kind === 'claim' && `${step.number}. `}
              <Shown text={stepTitle(step)} max={160} />
            </button>
            {step.kind === 'claim' && step.finding.status === 'withdrawn' && (
              <span className="warn"> withdrawn</span>
            )}
          </li>
        ))}
      </ol>
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
