import { useState } from 'react';
import type { CohortRow, CohortRule } from '../../../shared/contract/cohorts.ts';
import { openCohorts } from '../../store/cohorts.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { isSmall, isUsed, KIND_WORDS } from './model.ts';

interface Props {
  readonly cohorts: readonly CohortRow[];
  /** Accounts under examination: what is compared is a part of them. */
  readonly examined: number;
  readonly rule: CohortRule;
}

/** All cohorts of the last analysis; each opens its page. */
export function CohortTable({ cohorts, examined, rule }: Props) {
  const [all, setAll] = useState(false);
  const withReference = cohorts.some(({ kind }) => kind === 'reference');
  const used = cohorts.filter(isUsed);
  const shown = all ? cohorts : used;
  return (
    <>
      <table className="table cohort-table" aria-label="Cohorts">
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number" title="Accounts that shape its bands">
              Accounts
            </th>
            <th scope="col" className="number">
              Requests
            </th>
            <th
              scope="col"
              className="number"
              title={`Of ${formatCount(examined)} accounts under examination; each is compared with one cohort`}
            >
              Compared with it
            </th>
            <th scope="col" className="number">
              Share of {formatCount(examined)}
            </th>
            {withReference && (
              <th
                scope="col"
                className="number"
                title="Accounts compared with a cohort of the reference, and with this one where the reference cannot tell"
              >
                In other signals
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((cohort) => (
            <tr key={cohort.name}>
              <td className="wrap">
                <button type="button" className="link" onClick={() => openCohorts(cohort.name)}>
                  <Shown text={cohort.name} max={200} />
                </button>
              </td>
              <td className="nowrap">
                {KIND_WORDS[cohort.kind]}
                {isSmall(cohort, rule) && <span className="warn"> · few</span>}
              </td>
              <td className="number">{formatCount(cohort.accounts)}</td>
              <td className="number">{formatCount(cohort.requests)}</td>
              <td className="number">{formatCount(cohort.compared)}</td>
              <td className="number">{formatShare(cohort.compared, examined)}</td>
              {withReference && <td className="number">{formatCount(cohort.fallback)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < cohorts.length && (
        <p className="more">
          <span className="soft">
            {formatUnits(cohorts.length - shown.length, 'further cohort')} of the reference, with which no
            account is compared by itself
          </span>{' '}
          <button type="button" onClick={() => setAll(true)}>
            Show all {formatCount(cohorts.length)}
          </button>
        </p>
      )}
    </>
  );
}
