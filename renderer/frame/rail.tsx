import { useAnalysisInfo } from '../features/analysis/use-analysis.ts';
import { leaveCase, useSession } from '../store/session.ts';
import type { View } from '../store/view-history.ts';
import { goTo, useView } from '../store/views.ts';
import { formatShort } from '../ui/format.ts';
import { RAIL_VIEWS } from './rail-views.ts';

/** Which entry of the rail a view belongs to. */
function railOf(view: View): string {
  if (view.name === 'account') return 'accounts';
  if (view.name === 'operator') return 'operators';
  if (view.name === 'template') return 'templates';
  return view.name === 'import' ? 'sources' : view.name;
}

/** The views by name, with how much is in each. */
export function Rail() {
  const view = useView();
  const counts = useSession((state) => state.case!.counts);
  const analysis = useAnalysisInfo().value;
  const number = {
    accounts: counts.accounts,
    operators: analysis?.operators ?? null,
    templates: analysis?.templates ?? null,
    // How many texts there are is told by the view: the case would have to count them.
    search: null,
    sources: counts.sources,
    annotations: counts.annotations,
    custody: counts.custodyEntries,
  };
  return (
    <nav className="rail" aria-label="Views">
      <ul>
        {RAIL_VIEWS.map(({ name, title }) => (
          <li key={name}>
            <button
              type="button"
              className="rail-item"
              aria-current={railOf(view) === name ? 'page' : undefined}
              onClick={() => goTo({ name })}
            >
              {title}
            </button>
            {number[name] !== null && <span className="rail-count">{formatShort(number[name])}</span>}
          </li>
        ))}
      </ul>
      <button type="button" className="rail-item" onClick={leaveCase}>
        Close case
      </button>
    </nav>
  );
}
