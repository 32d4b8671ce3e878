import { isAsking, rangeInForce } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { currentFilter } from '../../store/view-history.ts';
import { useViews } from '../../store/views.ts';
import { chipText, rangeWords } from '../filter/words.ts';

/** The conditions of the window's filter that are in force, in words; empty for none. */
export function filterInForce(): string {
  const filter = currentFilter(useViews.getState().trail);
  if (!isAsking(filter)) return '';
  const range = rangeInForce(filter);
  const zone = useSession.getState().case?.timeZone ?? 'UTC';
  const chips = filter.chips.filter(({ disabled }) => !disabled).map(chipText);
  return [...(range ? [rangeWords(range, zone)] : []), ...chips].join(', ');
}
