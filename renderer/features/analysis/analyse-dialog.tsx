import { type FormEvent, useState } from 'react';
import { analyse } from '../../store/analyse.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatUnits } from '../../ui/format.ts';
import { type AnalysisStart, FIRST_START, SEED_PROBLEM, typedSeed } from './analyse-model.ts';
import { useAnalysisInfo } from './use-analysis.ts';
import './analysis.css';

/** Starts an analysis from what the one before started from; only the seed can be chosen. */
export function AnalyseDialog() {
  const before = useAnalysisInfo();
  return (
    <Dialog title={before.value ? 'Analyse again' : 'Analyse'} onClose={closeDialog}>
      {before.error !== undefined && <ErrorPanel error={before.error} onRetry={before.retry} />}
      {before.value !== undefined && (
        <AnalyseForm start={before.value ?? FIRST_START} again={before.value !== null} />
      )}
    </Dialog>
  );
}

function AnalyseForm({ start, again }: { start: AnalysisStart; again: boolean }) {
  const accounts = useSession((state) => state.case!.counts.accounts);
  const [text, setText] = useState(String(start.seed));
  const [shown, setShown] = useState(false);
  const [advanced, setAdvanced] = useState(false);
  const seed = typedSeed(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (seed === null) {
      setAdvanced(true);
      return;
    }
    closeDialog();
    goTo({ name: 'operators' });
    void analyse(seed, start.priorShare);
  };
  return (
    <form className="analyse" onSubmit={submit} noValidate>
      <p>
        Looks for accounts that act together, measures each against its cohort, and tests innocent
        explanations. It reads {formatUnits(accounts, 'account')} and writes nothing but results
        {again ? ', which replace those before' : ''}.
      </p>
      <p className="soft">
        How many accounts are taken to be in campaigns before any evidence, the prior, is not asked here: it
        is changed beside the results, which follow at once. What the case assumes already stays.
      </p>
      <details open={advanced} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
        <summary>Advanced</summary>
        <Field
          label="Seed"
          hint="The same data, version and seed give the same results, to the last byte."
          error={shown && seed === null ? SEED_PROBLEM : null}
        >
          {(ids) => (
            <input
              {...ids}
              className="analyse-number"
              inputMode="numeric"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </details>
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button type="submit" className="primary">
          Analyse
        </button>
      </div>
    </form>
  );
}
