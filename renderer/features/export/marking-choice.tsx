import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { HANDLING, type Handling, PAP, type Pap } from '../../../shared/contract/cases.ts';
import { useSession } from '../../store/session.ts';
import { Field } from '../../ui/field.tsx';
import { HANDLING_MEANS, PAP_MEANS } from '../../ui/handling-means.ts';
import { loweredMarking } from './choice-model.ts';

interface Props {
  readonly choice: BundleChoice;
  readonly onChange: (choice: BundleChoice) => void;
  /** Whether a marking below that of the case was meant. */
  readonly isMeant: boolean;
  readonly onMeant: (isMeant: boolean) => void;
}

/** How the bundle is marked, and for whom it is. */
export function MarkingChoice({ choice, onChange, isMeant, onMeant }: Props) {
  const info = useSession((state) => state.case!);
  const lowered = loweredMarking(choice, info);
  const mark = (marking: { handling: Handling } | { pap: Pap }) => {
    onMeant(false);
    onChange({ ...choice, ...marking });
  };
  return (
    <fieldset className="choices">
      <legend>Marking and recipients</legend>
      <div className="field-pair">
        <Field label="Handling" hint={HANDLING_MEANS[choice.handling]}>
          {(ids) => (
            <select
              {...ids}
              value={choice.handling}
              onChange={({ target }) => mark({ handling: target.value as Handling })}
            >
              {HANDLING.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Permissible actions" hint={PAP_MEANS[choice.pap]}>
          {(ids) => (
            <select {...ids} value={choice.pap} onChange={({ target }) => mark({ pap: target.value as Pap })}>
              {PAP.map((one) => (
                <option key={one} value={one}>
                  {one === '' ? 'not marked' : one}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {lowered && (
        <div className="banner">
          <label className="check">
            <input type="checkbox" checked={isMeant} onChange={() => onMeant(!isMeant)} />
            <span>
              Mark it more open than the case: {lowered}. Only who may lower the marking of this case should.
            </span>
          </label>
        </div>
      )}
      <Field label="Recipients" hint="To whom it goes and what they are asked to mind. Stands in the report.">
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={5000}
            value={choice.recipients}
            onChange={({ target }) => onChange({ ...choice, recipients: target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
