import { type FocusEvent, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { ASSUMPTION_TITLES, type Assumed, DEFAULT_ASSUMPTIONS } from '../../../shared/assumptions.ts';
import type { Estimate } from '../../../shared/contract/analysis.ts';
import { assumeForCase } from '../../store/assumptions.ts';
import {
  END_TITLES,
  RANGE_ENDS,
  type RangeName,
  type RangeText,
  rangeText,
  rangeWords,
  typedRange,
} from './assumption-model.ts';
import { AssumptionRow } from './assumption-row.tsx';

interface Props {
  readonly name: RangeName;
  readonly unit: string;
  /** What holds now. */
  readonly value: Estimate;
  readonly by: Assumed<Estimate> | null;
  readonly readOnly: boolean;
  /** Another range is being typed; undefined once it is kept or dropped, or while it is none. */
  readonly onDraft: (range: Estimate | undefined) => void;
}

/** A low end, a best guess and a high end; kept with Enter or on leaving the row, dropped with Escape. */
export function RangeRow({ name, unit, value, by, readOnly, onDraft }: Props) {
  const id = useId();
  const [text, setText] = useState<RangeText | null>(null);
  const held = rangeText(name, value);
  const typed = text === null ? null : typedRange(name, text);
  const problem = typed && 'problem' in typed ? typed.problem : null;
  const drop = () => {
    setText(null);
    onDraft(undefined);
  };
  // What was typed stays until it holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new range ends what was typed
  useEffect(drop, [value.low, value.value, value.high]);

  const type = (end: keyof Estimate, wanted: string) => {
    const next = { ...(text ?? held), [end]: wanted };
    const read = typedRange(name, next);
    setText(next);
    onDraft('range' in read ? read.range : undefined);
  };
  const commit = async () => {
    if (!typed || !('range' in typed)) return;
    const same = RANGE_ENDS.every((end) => typed.range[end] === value[end]);
    if (same || !(await assumeForCase({ name, value: typed.range }))) drop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void commit();
    if (event.key !== 'Escape' || text === null) return;
    event.stopPropagation();
    drop();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    // From one field of the row to the next nothing is kept yet: a pair may only be valid together.
    if (!event.currentTarget.closest('tr')?.contains(event.relatedTarget)) void commit();
  };
  return (
    <>
      <AssumptionRow
        name={name}
        by={by}
        usual={rangeWords(name, DEFAULT_ASSUMPTIONS[name])}
        readOnly={readOnly}
      >
        {RANGE_ENDS.map((end) => (
          <td key={end} className="number">
            {readOnly ? (
              held[end]
            ) : (
              <input
                inputMode="decimal"
                autoComplete="off"
                aria-label={`${ASSUMPTION_TITLES[name]}, ${END_TITLES[end].toLowerCase()}, ${unit}`}
                aria-invalid={problem !== null || undefined}
                aria-describedby={problem === null ? undefined : id}
                value={(text ?? held)[end]}
                onChange={(event) => type(end, event.target.value)}
                onKeyDown={onKeyDown}
                onBlur={onBlur}
              />
            )}
          </td>
        ))}
        <td className="soft nowrap">{unit}</td>
      </AssumptionRow>
      {problem !== null && (
        <tr>
          <td colSpan={7}>
            <p className="field-error" id={id} role="alert">
              {problem}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}
