import { useState } from 'react';
import { type Matrix, prefillChoices } from '../../../shared/contract/hypotheses.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { fillIn } from './acts.ts';
import { preselected } from './matrix-model.ts';

interface Props {
  readonly finding: string;
  readonly matrix: Matrix;
  readonly onClose: () => void;
}

type Choices = ReturnType<typeof useChoices>['value'];
const useChoices = (finding: string) => useCall(prefillChoices, { finding });

/** Chooses which innocent readings of the analysis come into the matrix, with the evidence that tests them. */
export function FillDialog({ finding, matrix, onClose }: Props) {
  const choices = useChoices(finding);
  if (choices.value && choices.value.length > 0)
    return <Filling finding={finding} matrix={matrix} choices={choices.value} onClose={onClose} />;
  return (
    <Dialog title="Fill from the analysis" onClose={onClose}>
      {choices.error !== undefined && <ErrorPanel error={choices.error} onRetry={choices.retry} />}
      {choices.value && (
        <p>
          The scope of this finding names no operator that the last analysis has, so there is nothing to fill
          in from. Put an operator into the scope first, or write hypotheses and evidence by hand.
        </p>
      )}
      <div className="dialog-acts">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Filling({ finding, matrix, choices, onClose }: Props & { choices: NonNullable<Choices> }) {
  const [operator, setOperator] = useState(choices[0].operator);
  const { alternatives } = choices.find((one) => one.operator === operator) ?? choices[0];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(preselected(alternatives)));
  const there = new Set(matrix.hypotheses.map(({ alternative }) => alternative));
  const pick = (next: string) => {
    setOperator(next);
    setChosen(new Set(preselected(choices.find((one) => one.operator === next)!.alternatives)));
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <FormDialog
      title="Fill from the analysis"
      act="Fill in"
      ready
      onSubmit={() =>
        fillIn(
          finding,
          operator,
          alternatives.map(({ id }) => id).filter((id) => chosen.has(id)),
        )
      }
      onClose={onClose}
      wide
    >
      <p>
        Adds what is not there yet: the hypotheses of a campaign and of deception, the innocent readings
        chosen here, and as evidence the operator’s signals, what ties its accounts, and what the readings
        predict.
      </p>
      <p className="warn">Nothing is confirmed by it: every cell waits until a person rates it.</p>
      {choices.length > 1 && (
        <Field label="Operator">
          {(ids) => (
            <select {...ids} value={operator} onChange={(event) => pick(event.target.value)}>
              {choices.map((one) => (
                <option key={one.operator} value={one.operator}>
                  {shownText(one.operator, { max: 60 })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <fieldset className="choices ach-choices">
        <legend>
          Innocent readings of operator <Shown text={operator} max={60} />, those that hold best first; few
          hypotheses are rated with more care than many
        </legend>
        {alternatives.map(({ id, title, holding, testable }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id) || there.has(id)}
              disabled={there.has(id)}
              onChange={() => toggle(id)}
            />
            <span className="ach-choice">
              <Shown text={title} max={200} />
              <span className="soft">
                {testable === 0
                  ? 'none of its predictions can be told from these data'
                  : `${holding} of ${testable} predictions ${testable === 1 ? 'holds' : 'hold'}`}
                {there.has(id) && ', in the matrix already'}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
