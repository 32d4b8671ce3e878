import { useMemo } from 'react';
import { Field } from './field.tsx';
import { nowUs } from './format.ts';
import { offsetText, zoneNames } from './zone-names.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly disabled?: boolean;
}

/** A time zone by name, from a list that narrows while typing; its offset today beside it. */
export function ZonePicker({ label, hint, value, onChange, onFocus, onBlur, disabled }: Props) {
  const names = useMemo(zoneNames, []);
  const offset = offsetText(value, nowUs());
  const error = offset === null && value !== '' ? 'This computer knows no time zone of that name.' : null;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <span className="zone-picker">
          <input
            {...ids}
            list={`${ids.id}-zones`}
            value={value}
            spellCheck={false}
            autoComplete="off"
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
            onFocus={onFocus}
            onBlur={onBlur}
          />
          <span className="soft">{offset === null ? '' : `${offset} today`}</span>
          <datalist id={`${ids.id}-zones`}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </span>
      )}
    </Field>
  );
}
