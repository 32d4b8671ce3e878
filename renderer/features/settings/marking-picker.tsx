import { useId } from 'react';
import { useSession } from '../../store/session.ts';
import { useSavedChoice } from '../../ui/use-saved-choice.ts';

interface Props<Marking extends string> {
  readonly title: string;
  readonly choices: readonly Marking[];
  readonly means: Readonly<Record<Marking, string>>;
  readonly kept: Marking;
  readonly onSave: (marking: Marking) => Promise<boolean>;
}

/** One of a few markings, each with what it means. */
export function MarkingPicker<Marking extends string>({
  title,
  choices,
  means,
  kept,
  onSave,
}: Props<Marking>) {
  const disabled = useSession((state) => state.case!.readOnly !== null);
  const [chosen, choose] = useSavedChoice({ of: 'case', what: title }, kept, onSave);
  const name = useId();
  return (
    <fieldset className="markings" disabled={disabled}>
      <legend>{title}</legend>
      {choices.map((marking) => (
        <label key={marking} className={marking === chosen ? 'marking-chosen' : ''}>
          <input type="radio" name={name} checked={marking === chosen} onChange={() => choose(marking)} />
          <span className="marking-name">{marking === '' ? 'None' : marking}</span>
          <span className="soft">{means[marking]}</span>
        </label>
      ))}
    </fieldset>
  );
}
