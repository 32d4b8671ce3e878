import { useSession } from '../../store/session.ts';
import { Field } from '../../ui/field.tsx';
import { isWritten, useSavedText } from '../../ui/use-saved-text.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly max: number;
  /** Lines of a longer text; one without. */
  readonly rows?: number;
  readonly onSave: (text: string) => Promise<boolean>;
  /** Said where it is left empty, for a text that must not be. */
  readonly wanted?: string;
}

/** A text of the case, saved as it is typed. */
export function SavedField({ label, hint, value, max, rows, onSave, wanted }: Props) {
  const disabled = useSession((state) => state.case!.readOnly !== null);
  const saved = useSavedText(
    { of: 'case', what: label },
    value,
    onSave,
    wanted === undefined ? undefined : isWritten,
  );
  const field = {
    maxLength: max,
    disabled,
    value: saved.text,
    onFocus: saved.begin,
    onBlur: saved.end,
  };
  return (
    <Field label={label} hint={hint} error={saved.refused ? wanted : null}>
      {(ids) =>
        rows === undefined ? (
          <input {...ids} {...field} onChange={(event) => saved.change(event.target.value)} />
        ) : (
          <textarea {...ids} {...field} rows={rows} onChange={(event) => saved.change(event.target.value)} />
        )
      }
    </Field>
  );
}
