import { useState } from 'react';
import { type LanesOf, MOST_LANES } from '../../../shared/contract/lanes.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import { commitRange, goTo, openOperator } from '../../store/views.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { AnalyseButton } from '../analysis/analyse-button.tsx';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import { SubjectAnnotations } from '../annotations/subject-annotations.tsx';
import { besideBefore, openCompare } from '../compare/compare-store.ts';
import { NothingImported } from '../import/nothing-imported.tsx';
import { AccountPicker } from '../pick/account-picker.tsx';
import { count } from '../timeline/words.ts';
import { Arrivals } from './Arrivals.tsx';
import { LaneHeat } from './LaneHeat.tsx';
import { LanesPanel } from './LanesPanel.tsx';
import { shownAccounts } from './lanes-scene.ts';
import { openLanesOf } from './lanes-store.ts';
import './lanes.css';

interface Props {
  /** null while nothing is chosen. */
  readonly of: LanesOf | null;
  /** The time of the filter in force. */
  readonly committed: Range | null;
}

const MOST_ROWS = 20;

/** Several accounts on one time axis. */
export function LanesView({ of, committed }: Props) {
  const firstUs = useSession((state) => state.case!.firstUs);
  const requests = useSession((state) => state.case!.counts.requests);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="lanes-page">
      <header className="lanes-title">
        <BackButton />
        <h1>
          Lanes{' '}
          {of &&
            ('operator' in of ? (
              <Shown text={`of operator ${of.operator}`} max={60} />
            ) : 'filter' in of ? (
              'of the accounts of the filter'
            ) : (
              `of ${formatUnits(of.accounts.length, 'account')}`
            ))}
        </h1>
        {of && 'operator' in of && (
          <button type="button" onClick={() => openOperator(of.operator)}>
            Its page
          </button>
        )}
        {of && !('accounts' in of) && (
          <button type="button" onClick={() => openCompare(besideBefore(of, committed, firstUs))}>
            Compare
          </button>
        )}
        {of && (
          <button type="button" aria-pressed={choosing} onClick={() => setChoosing(!choosing)}>
            Other accounts
          </button>
        )}
      </header>
      {(of ? choosing : requests > 0) && (
        <AccountPicker
          start={of && 'accounts' in of ? of.accounts : []}
          onChosen={(next) => {
            setChoosing(false);
            openLanesOf(next);
          }}
          submitTitle={(accounts) =>
            accounts === 0 ? 'Show lanes' : `Show ${formatUnits(accounts, 'lane')}`
          }
        />
      )}
      {of && 'operator' in of && <SubjectAnnotations subject={{ kind: 'operator', operator: of.operator }} />}
      {!of ? (
        <NoLanes isEmpty={requests === 0} />
      ) : (
        <LanesPanel
          key={JSON.stringify(of)}
          of={of}
          mostRows={MOST_ROWS}
          committed={committed}
          onCommit={commitRange}
        >
          {(scene) => (
            <div className="lanes-below">
              <LaneHeat scene={scene} onChoose={commitRange} />
              <Arrivals accounts={shownAccounts(scene)} />
            </div>
          )}
        </LanesPanel>
      )}
    </div>
  );
}

const ABOUT = `Lanes show the timelines of several accounts under each other, up to ${count(MOST_LANES)} at once: who was active when, what they do together beside chance, and who went on after whom.`;

/** Nothing is chosen: what lanes are, and what to do next. */
function NoLanes({ isEmpty }: { isEmpty: boolean }) {
  const info = useAnalysisInfo();
  if (isEmpty) return <NothingImported shows={ABOUT} />;
  return (
    <EmptyState title="No lanes chosen yet">
      <p>
        {ABOUT} Name accounts above, or choose several in the table of accounts.
        {info.value === null && ' An analysis finds operators, whose lanes can be chosen here too.'}
      </p>
      <button type="button" className="primary" onClick={() => goTo({ name: 'accounts' })}>
        Accounts
      </button>{' '}
      {info.value === null && <AnalyseButton label="Analyse" />}
      {info.value && (
        <button type="button" onClick={() => goTo({ name: 'operators' })}>
          Operators
        </button>
      )}
    </EmptyState>
  );
}
