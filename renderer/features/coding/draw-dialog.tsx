import { type FormEvent, useState } from 'react';
import { LEAST_SAMPLE, MOST_SAMPLE } from '../../../shared/contract/coding.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { drawForCoding, openSamples } from '../../store/coding.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useGroups } from '../groups/use-groups.ts';
import { Drawn, type DrawnSample } from './drawn.tsx';
import { questionProblem, typedNumber, USUAL_QUESTION } from './question-model.ts';

const USUAL_SIZE = 20;
const MOST_SEED = 0xffff_ffff;
const SIZE_PROBLEM = `A whole number from ${LEAST_SAMPLE} to ${MOST_SAMPLE}.`;
const SEED_PROBLEM = `A whole number from 0 to ${MOST_SEED}.`;

const randomSeed = () => crypto.getRandomValues(new Uint32Array(1))[0];

/** Draws a sample of an operator's accounts and of those beside it, for others to code. */
export function DrawDialog({ operator: known }: { operator: string | null }) {
  const groups = useGroups();
  const [chosen, setChosen] = useState(known ?? '');
  const [size, setSize] = useState(String(USUAL_SIZE));
  const [seed, setSeed] = useState(() => String(randomSeed()));
  const [question, setQuestion] = useState(USUAL_QUESTION);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [drawn, setDrawn] = useState<DrawnSample | null>(null);
  const operators = groups.value?.operators ?? [];
  const titles = (groups.value?.groups ?? [])
    .filter(({ from }) => from.some((one) => one.operator === chosen))
    .map(({ title }) => title);
  const typedSize = typedNumber(size, LEAST_SAMPLE, MOST_SAMPLE);
  const typedSeed = typedNumber(seed, 0, MOST_SEED);
  const problem = questionProblem(question, chosen === '' ? [] : [chosen, ...titles]);
  const ready = chosen !== '' && typedSize !== null && typedSeed !== null && problem === null && !busy;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    setFailure(null);
    try {
      setDrawn(await drawForCoding({ operator: chosen, size: typedSize, seed: typedSeed, question }));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };

  if (drawn)
    return (
      <Dialog title="A sample was drawn" onClose={closeDialog}>
        <Drawn drawn={drawn} size={typedSize ?? 0} />
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Close
          </button>
          <button
            type="button"
            className="primary"
            onClick={() => {
              closeDialog();
              openSamples();
            }}
          >
            Show the samples
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Draw a blind sample" onClose={closeDialog}>
      <form onSubmit={submit} onKeyDown={(event) => event.stopPropagation()} noValidate>
        <p>
          Half of the sample comes from the operator, half from the other accounts that its own are compared
          with, both by chance. Somebody else then codes each account without being told which half it is of.
        </p>
        {known !== null ? (
          <p>
            Operator{' '}
            <strong className="mono">
              <Shown text={known} max={40} />
            </strong>
          </p>
        ) : (
          <Field
            label="Operator"
            hint={
              groups.value && operators.length === 0
                ? 'The case has no operators. Run an analysis first.'
                : undefined
            }
          >
            {(ids) => (
              <select {...ids} value={chosen} onChange={({ target }) => setChosen(target.value)}>
                <option value="">Choose one</option>
                {operators.map(({ id, accounts }) => (
                  <option key={id} value={id}>
                    {shownText(id, { max: 40 })}, {formatUnits(accounts, 'account')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className="field-pair">
          <Field label="Accounts" error={typedSize === null ? SIZE_PROBLEM : null}>
            {(ids) => (
              <input
                {...ids}
                inputMode="numeric"
                autoComplete="off"
                value={size}
                onChange={({ target }) => setSize(target.value)}
              />
            )}
          </Field>
          <Field
            label="Seed"
            hint="The same seed draws the same accounts again."
            error={typedSeed === null ? SEED_PROBLEM : null}
          >
            {(ids) => (
              <input
                {...ids}
                inputMode="numeric"
                autoComplete="off"
                value={seed}
                onChange={({ target }) => setSeed(target.value)}
              />
            )}
          </Field>
        </div>
        <Field label="Question to the coders" error={problem}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={2000}
              value={question}
              onChange={({ target }) => setQuestion(target.value)}
            />
          )}
        </Field>
        {groups.error !== undefined && <ErrorPanel error={groups.error} onRetry={groups.retry} />}
        {failure !== null && <ErrorPanel error={failure} />}
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={!ready}>
            {busy ? 'Drawing' : 'Draw'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
