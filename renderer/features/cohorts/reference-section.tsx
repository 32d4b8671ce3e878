import type { CohortList } from '../../../shared/contract/cohorts.ts';
import { goTo } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Section } from '../analysis/analysed-page.tsx';

/** What the benign reference holds and what it is for; without one, how to bring one in. */
export function ReferenceSection({ list }: { list: CohortList }) {
  const { reference, examined, both, decisions } = list;
  const { leastMembers } = decisions.rule;
  const files = decisions.reference.length;
  return (
    <Section
      of="cohorts"
      title="Benign reference"
      about={reference > 0 ? `${formatUnits(reference, 'account')} from ${formatUnits(files, 'source')}` : ''}
    >
      {files === 0 && (
        <p className="soft">
          The case holds none. Import logs of accounts that are known to be benign and mark them as benign
          reference, then accounts are compared with those instead of with each other.
        </p>
      )}
      {files > 0 && (
        <ul className="reasons">
          <li>
            Its accounts are never scored, linked, grouped or counted: {formatUnits(examined, 'account')} of{' '}
            {formatCount(examined + reference)} in the case are under examination.
          </li>
          {both > 0 && (
            <li>
              {formatUnits(both, 'account')} with requests in the reference and in other sources{' '}
              {both === 1 ? 'is' : 'are'} under examination.
            </li>
          )}
          <li>
            {reference < leastMembers
              ? `It is too small to compare with: cohorts take at least ${formatUnits(leastMembers, 'account')}.`
              : 'What an account does by itself (S1, S3 to S8) is compared with the cohort of the reference that shares most traits with it. What ties it to others or happens at the same time (S2, S9 to S18) is compared among the accounts under examination.'}
          </li>
          <li>
            An identifier or template that is common in the reference counts as common in the case, so that it
            ties nobody. What is absent there does not become rarer by that.
          </li>
        </ul>
      )}
      <p>
        <button type="button" onClick={() => goTo({ name: 'sources' })}>
          Sources
        </button>
      </p>
    </Section>
  );
}
