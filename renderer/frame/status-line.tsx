import { useAnalysisInfo } from '../features/analysis/use-analysis.ts';
import { JobList } from '../features/jobs/job-list.tsx';
import { ConflictsState } from '../features/merge/conflicts-state.tsx';
import { type CustodyCheck, useSession } from '../store/session.ts';
import { useStatus } from '../store/status.ts';
import { goTo } from '../store/views.ts';
import { formatCount, formatMinute, formatUnits } from '../ui/format.ts';
import { Shown } from '../ui/shown.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';

/** Saved or not, custody, engine, running jobs, and the last thing that happened. */
export function StatusLine() {
  const { case: info, savedUs, custody, engineState } = useSession();
  const { text, count } = useStatus();
  const zone = info?.timeZone;
  const broken = custody !== null && custody.firstBad !== null;
  return (
    <footer className="status-line">
      {info && zone && (
        <>
          <span>
            {info.readOnly !== null
              ? 'read only'
              : savedUs === null
                ? 'saved'
                : `saved ${formatMinute(zone, savedUs).slice(11)} ${zone}`}
          </span>
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
      <span className={engineState === 'stopped' || engineState === 'restarting' ? 'warn' : ''}>
        engine {engineState}
      </span>
      <JobList />
      <output key={count} className="status-text">
        <Shown text={text} />
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

function custodyWord(check: CustodyCheck | null, entries: number): string {
  if (check === null) return 'not verified yet';
  if (check.firstBad !== null) return 'does not hold';
  return check.entries < entries
    ? `${formatCount(check.entries)} of ${formatCount(entries)} verified`
    : 'verified';
}
