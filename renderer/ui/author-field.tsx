import { Field } from './field.tsx';
import { NO_AUTHOR } from './no-author.ts';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A name is missing, and that is said: at once, unless a form waits with it until it is sent. */
  readonly told?: boolean;
  /** Why it has to be this name; null where it may be any. */
  readonly fixed?: string | null;
}

/** Who opens the case, as the custody log names them. */
export function AuthorField({ value, onChange, told = true, fixed = null }: Props) {
  return (
    <Field
      label="Your name"
      hint={fixed ?? 'Stands in the custody log beside everything you do.'}
      error={told && value.trim() === '' ? NO_AUTHOR : null}
    >
      {(ids) => (
        <input
          {...ids}
          maxLength={100}
          readOnly={fixed !== null}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
