import type { FilterView } from '../../../shared/contract/filters.ts';
import type { Proposal } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { commitProposal, dropProposal, useViews } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useFilterAnswer } from './answer.ts';
import { ChipWords } from './condition-chip.tsx';
import { countSteps } from './strip-model.ts';
import { rangeWords } from './words.ts';

/** What is proposed, dashed, with how much it would leave and what to do about it. */
export function ProposedChip() {
  const proposal = useViews((state) => state.proposal);
  const zone = useSession((state) => state.case!.timeZone);
  const { view } = useFilterAnswer();
  if (proposal === null) return null;
  const leaves = view && leftBy(proposal, view);
  return (
    <section className="filter-chip filter-chip-proposed" aria-label="Proposed condition">
      <span className="filter-chip-words">
        {proposal.kind === 'range' ? rangeWords(proposal.range, zone) : <ChipWords chip={proposal.chip} />}
        {leaves && ` · ${leaves}`}
      </span>
      <button type="button" onClick={commitProposal}>
        <kbd>Enter</kbd> applies
      </button>
      <button type="button" onClick={dropProposal}>
        <kbd>Esc</kbd> drops
      </button>
    </section>
  );
}

/** How many requests of the case meet it and the other conditions, as far as the last answer tells. */
function leftBy(proposal: Proposal, view: FilterView): string | null {
  if (proposal.kind === 'range') {
    const { matching, all, exact } = countSteps(view.activity, proposal.range);
    return `${exact ? '' : 'about '}${formatCount(matching)} of ${formatUnits(all, 'request')} in it`;
  }
  const { field, values, negate } = proposal.chip;
  const entries = view.facets.find((facet) => facet.field === field)?.entries;
  const found = entries?.find(({ value }) => value === values[0]);
  return !found || negate ? null : formatUnits(found.requests, 'request');
}
