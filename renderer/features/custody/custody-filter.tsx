import { type CustodyFilter, type CustodyValue, custodyValues } from '../../../shared/contract/custody.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatCount } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';

interface Props {
  readonly filter: CustodyFilter;
  readonly onChange: (filter: CustodyFilter) => void;
  /** How many entries the log has: with each more the counts may differ. */
  readonly total: number;
}

/** Which entries are shown: by a text anywhere in them, who wrote them, and what was done. */
export function CustodyFilterBar({ filter, onChange, total }: Props) {
  const values = useCall(custodyValues, {}, total, true).value;
  return (
    <search className="toolbar" aria-label="Entries shown">
      <input
        type="search"
        aria-label="Search the custody log"
        placeholder="Text anywhere in an entry"
        maxLength={500}
        value={filter.text ?? ''}
        onChange={(event) => onChange({ ...filter, text: event.target.value || undefined })}
      />
      <Value
        label="Author"
        any="Everybody"
        value={filter.author}
        values={values?.authors ?? []}
        onChange={(author) => onChange({ ...filter, author })}
      />
      <Value
        label="Action"
        any="All actions"
        value={filter.action}
        values={values?.actions ?? []}
        onChange={(action) => onChange({ ...filter, action })}
      />
    </search>
  );
}

interface ValueProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly values: readonly CustodyValue[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of the values that stand in the log, by its place among them: a value may be any text, the empty one too. */
function Value({ label, any, value, values, onChange }: ValueProps) {
  return (
    <select
      aria-label={label}
      value={values.findIndex((one) => one.value === value)}
      onChange={(event) => onChange(values[Number(event.target.value)]?.value)}
    >
      <option value={-1}>{any}</option>
      {values.map((one, at) => (
        <option key={one.value} value={at}>
          {shownText(one.value, { max: 60 }) || '(empty)'} · {formatCount(one.entries)}
        </option>
      ))}
    </select>
  );
}
