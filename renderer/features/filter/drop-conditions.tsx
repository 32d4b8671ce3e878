import { type ConditionId, clearFilter, dropCondition, type WindowFilter } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { changeFilter, useFilter } from '../../store/views.ts';
import { ChipWords } from './condition-chip.tsx';
import { rangeWords } from './words.ts';

/** The conditions of the filter that emptied a view, each with the act that drops it, and one that drops all. */
export function DropConditions({ ids }: { ids: readonly ConditionId[] }) {
  return (
    <>
      <ul className="filter-emptied">
        {ids.map((id) => (
          <li key={id}>
            <ConditionWords id={id} />{' '}
            <button type="button" onClick={() => changeFilter((now) => dropCondition(now, id))}>
              Drop this condition
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => changeFilter(clearFilter)}>
        Clear all
      </button>
    </>
  );
}

/** All conditions in force, where it is not known which of them left nothing. */
export function DropAnyCondition() {
  return <DropConditions ids={inForce(useFilter())} />;
}

function inForce({ range, chips }: WindowFilter): readonly ConditionId[] {
  const ids = chips.filter(({ disabled }) => !disabled).map(({ id }) => id);
  return range && !range.disabled ? ['range', ...ids] : ids;
}

function ConditionWords({ id }: { id: ConditionId }) {
  const { range, chips } = useFilter();
  const zone = useSession((state) => state.case!.timeZone);
  if (id === 'range') return range && rangeWords(range, zone);
  const chip = chips.find((one) => one.id === id);
  return chip ? <ChipWords chip={chip} /> : null;
}
