import { useMemo, useState } from 'react';
import { FINDING_STATUSES, type FindingStatus, listFindings } from '../../../shared/contract/findings.ts';
import { CommandButton } from '../../frame/command-button.tsx';
import { checkAllExhibits, useExhibitChecks } from '../../store/exhibit-checks.ts';
import { newFinding, useFindingsVersion } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { CheckReport } from './check-report.tsx';
import { FindingTable } from './finding-table.tsx';
import { filterFindings } from './finding-words.ts';
import './findings.css';

/** Everything claimed in the case, and whether what stands behind it still holds. */
export function FindingsView() {
  const { timeZone, readOnly } = useSession((state) => state.case)!;
  const list = useCall(listFindings, {}, useFindingsVersion());
  const running = useExhibitChecks((state) => state.running);
  const [text, setText] = useState('');
  const [status, setStatus] = useState<FindingStatus | null>(null);
  const all = list.value;
  const shown = useMemo(() => filterFindings(all ?? [], status, text), [all, status, text]);

  if (list.error !== undefined) return <ErrorPanel error={list.error} onRetry={list.retry} />;
  if (!all) return null;
  const create =
    readOnly === null ? (
      <button type="button" className="primary" onClick={() => void newFinding()}>
        New finding
      </button>
    ) : null;
  if (all.length === 0)
    return (
      <EmptyState title="No findings yet">
        <p>
          A finding is a claim with the exhibits it stands on: charts and results of this case that are kept
          with their figures and can be worked out again at any time. It says how likely the claim is, and
          apart from that how good the evidence is, what would change your mind, and who agrees.
        </p>
        <p className="soft">
          {readOnly === null
            ? 'Begin with a claim here, or pin a chart: choose Picture beside it, then Pin to a finding.'
            : 'This case is read only, so none can be made.'}
        </p>
        {create}
      </EmptyState>
    );
  const exhibits = all.reduce((sum, one) => sum + one.exhibits, 0);
  return (
    <div className="page">
      <header className="view-head">
        <h1>Findings</h1>
        <p className="soft">
          What is claimed, on {formatUnits(exhibits, 'exhibit')} · times in {timeZone}
        </p>
        <span className="head-acts">
          <button type="button" disabled={running || exhibits === 0} onClick={() => void checkAllExhibits()}>
            Check all exhibits
          </button>
          <CommandButton id="review.choose" label="Review…" />
          {create}
        </span>
      </header>
      <div className="toolbar">
        <input
          type="search"
          aria-label="Search findings"
          placeholder="Search claim, scope, author"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <select
          aria-label="Status"
          value={status ?? 'all'}
          onChange={({ target }) => setStatus(FINDING_STATUSES.find((one) => one === target.value) ?? null)}
        >
          <option value="all">Any status</option>
          {FINDING_STATUSES.map((one) => (
            <option key={one} value={one}>
              {one[0].toUpperCase() + one.slice(1)}
            </option>
          ))}
        </select>
        <output className="count">
          {formatCount(shown.length)} of {formatUnits(all.length, 'finding')}
        </output>
      </div>
      <CheckReport />
      {shown.length === 0 ? (
        <EmptyState title="No finding matches">
          <button
            type="button"
            onClick={() => {
              setText('');
              setStatus(null);
            }}
          >
            Clear the search
          </button>
        </EmptyState>
      ) : (
        <FindingTable findings={shown} zone={timeZone} />
      )}
    </div>
  );
}
