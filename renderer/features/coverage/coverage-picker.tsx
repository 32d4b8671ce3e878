import { useId } from 'react';
import { type CoverageOf, MOST_MATRIX_ACCOUNTS } from '../../../shared/contract/coverage.ts';
import { formatUnits } from '../../ui/format.ts';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import { AccountPicker } from '../pick/account-picker.tsx';

interface Props {
  readonly start: readonly string[];
  readonly onChosen: (of: CoverageOf) => void;
}

const TOPS = [25, 50, 100, MOST_MATRIX_ACCOUNTS];

/** Chooses whose topics to look at: as everywhere, or the foremost accounts. */
export function CoveragePicker({ start, onChosen }: Props) {
  const id = useId();
  const isScored = useAnalysisInfo().value != null;
  return (
    <AccountPicker
      start={start}
      onChosen={onChosen}
      submitTitle={(accounts) =>
        accounts === 0 ? 'Show coverage' : `Show coverage of ${formatUnits(accounts, 'account')}`
      }
    >
      <span>
        <label htmlFor={`${id}-top`}>Foremost accounts </label>
        <select
          id={`${id}-top`}
          value=""
          onChange={({ target }) => target.value !== '' && onChosen({ top: Number(target.value) })}
        >
          <option value="">choose how many</option>
          {TOPS.map((top) => (
            <option key={top} value={top}>
              {isScored ? `${top} by score` : `${top} by requests`}
            </option>
          ))}
        </select>
      </span>
    </AccountPicker>
  );
}
