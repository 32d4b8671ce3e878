import { type FormEvent, useState } from 'react';
import { analyse } from '../../store/analyse.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatUnits } from '../../ui/format.ts';
import { type AnalyseForm, analyseErrors, formOf, parametersOf } from './analyse-model.ts';
import { useAnalysisInfo } from './use-analysis.ts';
import './analysis.css';

/** Asks what an analysis starts from, beginning with what the one before started from. */
export function AnalyseDialog() {
  const before = useAnalysisInfo();
  return (
    <Dialog title={before.value ? 'Analyse again' : 'Analyse'} onClose={closeDialog}>
      {before.error !== undefined && <ErrorPanel error={before.error} onRetry={before.retry} />}
      {before.value !== undefined && (
        <AnalyseForms start={formOf(before.value)} again={before.value !== null} />
      )}
    </Dialog>
  );
}

function AnalyseForms({ start, again }: { start: AnalyseForm; again: boolean }) {
  const accounts = useSession((state) => state.case!.counts.accounts);
  const [form, setForm] = useState(start);
  const [shown, setShown] = useState(false);
  const errors = analyseErrors(form);
  const parameters = parametersOf(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (!parameters) return;
    closeDialog();
    goTo({ name: 'operators' });
    void analyse(parameters.seed, parameters.priorShare);
  };
  return (
    <form className="analyse" onSubmit={submit} noValidate>
      <p>
        Looks for accounts that act together, measures each against its cohort, and tests innocent
        explanations. It reads {formatUnits(accounts, 'account')} and writes nothing but results
        {again ? ', which replace those before' : ''}.
      </p>
      <Field
        label="Accounts in campaigns, assumed before any evidence, in percent"
        hint="The prior: the larger the share you take for granted, the likelier everything looks; its effect is the same on all accounts, so their order stays nearly as it is."
        error={shown ? errors.prior : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="analyse-number"
            inputMode="decimal"
            autoComplete="off"
            value={form.prior}
            onChange={(event) => setForm({ ...form, prior: event.target.value })}
          />
        )}
      </Field>
      <details open={shown && errors.seed !== null ? true : undefined}>
        <summary>Advanced</summary>
        <Field
          label="Seed"
          hint="The same data, version, prior and seed give the same results, to the last byte."
          error={shown ? errors.seed : null}
        >
          {(ids) => (
            <input
              {...ids}
              className="analyse-number"
              inputMode="numeric"
              autoComplete="off"
              value={form.seed}
              onChange={(event) => setForm({ ...form, seed: event.target.value })}
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
