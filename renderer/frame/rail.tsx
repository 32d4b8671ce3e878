import { listFindings } from '../../shared/contract/findings.ts';
import { useAnalysisInfo } from '../features/analysis/use-analysis.ts';
import { leaveCase, useSession } from '../store/session.ts';
import type { View } from '../store/view-history.ts';
import { goTo, useView } from '../store/views.ts';
import { formatShort } from '../ui/format.ts';
import { useCall } from '../ui/use-call.ts';
import { commandKeys } from './commands/command.ts';
import { ariaKeys } from './commands/keys.ts';
import { railGroups } from './rail-views.ts';

/** Which entry of the rail a view belongs to. */
function railOf(view: View): string {
  if (view.name === 'account') return 'accounts';
  if (view.name === 'operator') return 'operators';
  if (view.name === 'template') return 'templates';
  if (view.name === 'finding') return 'findings';
  if (view.name === 'coding-sheet' || view.name === 'coding-result') return 'coding';
  if (view.name === 'history' || view.name === 'conflicts') return 'annotations';
  return view.name === 'import' ? 'sources' : view.name;
}

/** The views by name, with how much is in each. */
export function Rail() {
  const view = useView();
  const counts = useSession((state) => state.case!.counts);
  const notesVersion = useSession((state) => state.notesVersion);
  const analysis = useAnalysisInfo().value;
  const number: Readonly<Record<string, number | null>> = {
    accounts: counts.accounts,
    operators: analysis?.operators ?? null,
    templates: analysis?.templates ?? null,
    // How many texts there are is told by the view: the case would have to count them.
    sources: counts.sources,
    findings: useCall(listFindings, {}, notesVersion).value?.length ?? null,
    annotations: counts.annotations,
    custody: counts.custodyEntries,
  };
  return (
    <nav className="rail" id="panel-rail" aria-label="Views">
      <div>
        {railGroups().map((group) => (
          <section key={group.title}>
            <h2 id={`rail-${group.title}`}>{group.title}</h2>
            <ul aria-labelledby={`rail-${group.title}`}>
              {group.views.map(({ name, title }) => {
                const count = number[name] ?? null;
                return (
                  <li key={name}>
                    <button
                      type="button"
                      className="rail-item"
                      aria-current={railOf(view) === name ? 'page' : undefined}
                      aria-keyshortcuts={ariaKeys(commandKeys(`go.${name}`))}
                      onClick={() => goTo({ name })}
                    >
                      {title}
                    </button>
                    {count !== null && <span className="rail-count">{formatShort(count)}</span>}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" className="rail-item" onClick={leaveCase}>
        Close case
      </button>
    </nav>
  );
}
