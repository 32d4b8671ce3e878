import { type BundleChoice, planBundle } from '../../../shared/contract/bundles.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { usePaused } from '../../ui/use-paused.ts';
import { namesNothing } from './choice-model.ts';
import { planRows } from './plan-model.ts';

/** What a bundle of this choice will hold, counted anew as the choice changes. */
export function PlanPanel({ choice }: { choice: BundleChoice }) {
  const asked = usePaused(choice);
  const { value, of, error, busy, retry } = useCall(planBundle, asked, 0, true);
  const isOld = busy || asked !== choice;
  return (
    <>
      <p className="soft plan-state" aria-live="polite">
        {isOld ? 'Counting' : error !== undefined ? '' : 'Counted from the case as it is now.'}
      </p>
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {namesNothing(choice) && (
        <p className="warn">
          Nothing is chosen. The bundle would hold what belongs to every bundle: sources, the custody log and
          what is assumed of the case.
        </p>
      )}
      {value && of && (
        <div className={isOld ? 'plan-old' : undefined}>
          <ul className="plan" aria-label="What the bundle will hold">
            {planRows(value, of.rowLimit).map(({ what, amount, note }) => (
              <li key={what}>
                <span>{what}</span>
                <span className="plan-amount">{amount}</span>
                <span className="soft">{note}</span>
              </li>
            ))}
          </ul>
          {value.smallCells.length > 0 && (
            <section className="banner" aria-label="Small groups">
              <p>
                <strong>Who is meant may be guessed in spite of redaction:</strong>
              </p>
              <Sentences all={value.smallCells} />
            </section>
          )}
          <h3>Left out</h3>
          <Sentences all={value.omitted} />
          <p className="soft">
            Every bundle also has a report, a manifest with the SHA-256 of every file, and a page on how to
            verify it without Stillwatch.
          </p>
        </div>
      )}
    </>
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul className="sentences">
      {all.map((sentence) => (
        <li key={sentence}>
          <Shown text={sentence} max={600} />
        </li>
      ))}
    </ul>
  );
}
