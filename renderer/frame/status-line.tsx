import { useAnalysisInfo } from '../features/analysis/use-analysis.ts';
import { MovedState } from '../features/findings/moved-state.tsx';
import { JobList } from '../features/jobs/job-list.tsx';
import { LockState } from '../features/lock/lock-state.tsx';
import { ConflictsState } from '../features/merge/conflicts-state.tsx';
import { useLock } from '../store/lock.ts';
import { type CustodyCheck, useSession } from '../store/session.ts';
import { useStatus } from '../store/status.ts';
import { goTo } from '../store/views.ts';
import { formatCount, formatUnits } from '../ui/format.ts';
import { Shown } from '../ui/shown.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';
import { SavedState } from './saved-state.tsx';

/** Saved or not, custody, engine, running jobs, and the last thing that happened; nothing of a case that is locked. */
export function StatusLine() {
  const { case: open, custody, engineState } = useSession();
  const locked = useLock((state) => state.screen !== null);
  const info = locked ? null : open;
  const { text, count } = useStatus();
  const broken = custody !== null && !holds(custody);
  return (
    <footer className="status-line">
      {info && (
        <>
          <SavedState />
          <button
            type="button"
            className={broken ? 'link warn' : 'link'}
            onClick={() => goTo({ name: 'custody' })}
          >
            custody log {formatUnits(info.counts.custodyEntries, 'entry', 'entries')} ·{' '}
            {custodyWord(custody, info.counts.custodyEntries)}
          </button>
        </>
      )}
      {info && <AnalysisState />}
      {info && <ConflictsState />}
      {info && <MovedState />}
      <span className={engineState === 'stopped' || engineState === 'restarting' ? 'warn' : ''}>
        engine {engineState}
      </span>
      {!locked && <JobList />}
      {!locked && <LockState />}
      <output key={count} className="status-text">
        <Shown text={locked ? '' : text} />
      </output>
      {!info && <ThemeButton />}
      <span>offline</span>
    </footer>
  );
}

/** Whether there are results, and whether they still describe the case. */
function AnalysisState() {
  const analysis = useAnalysisInfo().value;
  if (analysis === undefined) return null;
  const words = analysis === null ? 'not analysed' : analysis.stale ? 'analysis stale' : 'analysis current';
  return (
    <button
      type="button"
      className={analysis?.stale ? 'link warn' : 'link'}
      onClick={() => goTo({ name: 'operators' })}
    >
      {words}
    </button>
  );
}

function holds({ firstBad, badBranches }: CustodyCheck): boolean {
  return firstBad === null && badBranches.length === 0;
}

function custodyWord(check: CustodyCheck | null, entries: number): string {
  if (check === null) return 'not verified yet';
  if (!holds(check)) return 'does not hold';
  return check.entries < entries
    ? `${formatCount(check.entries)} of ${formatCount(entries)} verified`
    : 'verified';
}
