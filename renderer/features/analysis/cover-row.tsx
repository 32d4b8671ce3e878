import { useEffect, useState } from 'react';
import { ASSUMPTION_TITLES, type Assumed, DEFAULT_ASSUMPTIONS } from '../../../shared/assumptions.ts';
import { COVER_RULE } from '../../../shared/harvest-estimate.ts';
import { assumeForCase } from '../../store/assumptions.ts';
import { AssumptionRow } from './assumption-row.tsx';

interface Props {
  /** Requests that look like cover count now. */
  readonly value: boolean;
  readonly by: Assumed<boolean> | null;
  /** The data tell which requests look like cover. */
  readonly told: boolean;
  readonly readOnly: boolean;
  readonly onDraft: (value: boolean | undefined) => void;
}

/** Whether requests that look like cover count, and by which rule they are told. */
export function CoverRow({ value, by, told, readOnly, onDraft }: Props) {
  const [asked, setAsked] = useState<boolean | null>(null);
  const drop = () => {
    setAsked(null);
    onDraft(undefined);
  };
  // What was ticked stays until it holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value ends what was asked for
  useEffect(drop, [value]);
  const ask = async (count: boolean) => {
    setAsked(count);
    onDraft(count);
    if (!(await assumeForCase({ name: 'cover', value: count }))) drop();
  };
  return (
    <AssumptionRow
      name="cover"
      by={by}
      usual={DEFAULT_ASSUMPTIONS.cover ? 'they count' : 'they do not count'}
      readOnly={readOnly}
    >
      <td colSpan={4}>
        <label className="cover">
          <input
            type="checkbox"
            checked={asked ?? value}
            disabled={readOnly || !told}
            onChange={(event) => ask(event.target.checked)}
          />{' '}
          {ASSUMPTION_TITLES.cover} count
        </label>
        <span className="soft">
          {told
            ? `Without them: ${COVER_RULE} Work without a template, such as relayed sessions, is taken for cover too, so the figures are a low end then.`
            : 'They cannot be told apart here, for want of prompt texts or of an analysis that tells them.'}
        </span>
      </td>
    </AssumptionRow>
  );
}
