import type { CaseAssumptions } from '../../../shared/assumptions.ts';
import { type HarvestValues, harvestValues } from '../../../shared/harvest-estimate.ts';
import { useSession } from '../../store/session.ts';
import { END_TITLES, RANGE_ENDS } from './assumption-model.ts';
import { CoverRow } from './cover-row.tsx';
import { RangeRow } from './range-row.tsx';

interface Props {
  readonly assumed: CaseAssumptions;
  /** The data tell which requests look like cover. */
  readonly coverTold: boolean;
  /** A value is being typed; undefined once it is kept or dropped. */
  readonly onDraft: <Name extends keyof HarvestValues>(
    name: Name,
    value: HarvestValues[Name] | undefined,
  ) => void;
}

const RANGES = [
  { name: 'kept', unit: '% of samples' },
  { name: 'inputPrice', unit: 'USD a million' },
  { name: 'outputPrice', unit: 'USD a million' },
] as const;

/** What the estimates take for granted, for the whole case: each changed in place, the default beside it. */
export function HarvestAssumptions({ assumed, coverTold, onDraft }: Props) {
  const readOnly = useSession((state) => state.case?.readOnly ?? null);
  const values = harvestValues(assumed);
  return (
    <div className="assumptions">
      <h3>Assumed</h3>
      <p className="soft">
        The same for all operators of the case. A training sample is an answer to a prompt not asked before.
      </p>
      <table className="table" aria-label="Assumed">
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            {RANGE_ENDS.map((end) => (
              <th key={end} scope="col" className="number">
                {END_TITLES[end]}
              </th>
            ))}
            <th scope="col">Unit</th>
            <th scope="col">Default</th>
            <th scope="col">Whose</th>
          </tr>
        </thead>
        <tbody>
          {RANGES.map(({ name, unit }) => (
            <RangeRow
              key={name}
              name={name}
              unit={unit}
              value={values[name]}
              by={assumed[name]}
              readOnly={readOnly !== null}
              onDraft={(range) => onDraft(name, range)}
            />
          ))}
          <CoverRow
            value={values.cover}
            by={assumed.cover}
            told={coverTold}
            readOnly={readOnly !== null}
            onDraft={(count) => onDraft('cover', count)}
          />
        </tbody>
      </table>
    </div>
  );
}
