import { useEffect, useMemo, useRef, useState } from 'react';
import { accountRows, orderAccounts } from '../../../shared/contract/accounts.ts';
import { CALIBRATION_NOTE } from '../../../shared/contract/analysis.ts';
import { searchFor, useAccountFilter } from '../../store/accounts.ts';
import { askedFilter, isAsking } from '../../store/filter.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { useFilter } from '../../store/views.ts';
import { ColumnMenu } from '../../ui/column-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatDay, formatUnits } from '../../ui/format.ts';
import { isTyping } from '../../ui/keys.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { PriorControl } from '../analysis/prior-control.tsx';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import { DropAnyCondition } from '../filter/drop-conditions.tsx';
import { ZeroResult } from '../filter/zero-result.tsx';
import { AccountTable } from './account-table.tsx';
import { SelectedAccounts } from './selected-accounts.tsx';
import { useAccountColumns } from './use-account-columns.ts';
import '../analysis/analysis.css';
import './accounts.css';

/** All accounts of the case: searched, sorted, walked through by keyboard. */
export function AccountsView() {
  const info = useSession((state) => state.case)!;
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const { sort: wanted, descending, search } = useAccountFilter();
  const analysis = useAnalysisInfo();
  const analysed = Boolean(analysis.value);
  // Without an analysis nothing has a score to sort by.
  const sort = wanted === 'score' && analysis.value === null ? 'requests' : wanted;
  const searchField = useRef<HTMLInputElement>(null);
  const [grid, setGrid] = useState<HTMLElement | null>(null);
  const windowFilter = useFilter();
  const filter = useMemo(
    () => (isAsking(windowFilter) ? askedFilter(windowFilter) : undefined),
    [windowFilter],
  );
  // A search or a filter also looks at tags, so its answer changes with them; a plain order does not.
  const version = search || filter ? dataVersion * 1e6 + notesVersion : dataVersion;
  const order = useCall(orderAccounts, { sort, descending, search: search.trim(), filter }, version, true);
  const largest = useLargest(dataVersion);
  const columns = useAccountColumns(analysed, filter !== undefined);
  const ids = order.value?.ids;
  const shown = ids?.length ?? 0;
  const total = order.value?.total ?? info.counts.accounts;
  const apart = order.value?.reference ?? info.counts.referenceAccounts;

  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(event.target as HTMLElement) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      searchField.current?.focus();
      searchField.current?.select();
    };
    document.addEventListener('keydown', focusSearch);
    return () => document.removeEventListener('keydown', focusSearch);
  }, []);

  const summary = useMemo(() => {
    const { requests, requestsWithoutTime, referenceAccounts } = info.counts;
    const parts = [
      `${formatUnits(requests, 'request')}${referenceAccounts > 0 ? ', those of the benign reference included' : ''}`,
    ];
    if (info.firstUs !== null && info.lastUs !== null) {
      parts.push(
        `${formatDay(info.timeZone, info.firstUs)} – ${formatDay(info.timeZone, info.lastUs)}, ${info.timeZone}`,
      );
    }
    if (requestsWithoutTime > 0) {
      parts.push(`${formatCount(requestsWithoutTime)} of them without a time, on no time axis`);
    }
    return parts.join(' · ');
  }, [info]);

  if (info.counts.accounts === 0) {
    return (
      <EmptyState title="No accounts yet">
        <p>
          {apart > 0
            ? `All ${formatUnits(apart, 'account')} of the case are benign reference: none is under examination. `
            : 'Accounts appear here once a usage log is imported. '}
          Drop log files (CSV) on this window, or choose them.
        </p>
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>
      </EmptyState>
    );
  }
  return (
    <div className="accounts">
      <header className="view-head">
        <h1>Accounts</h1>
        <p className="soft">{summary}</p>
      </header>
      {analysis.value && (
        <p className="accounts-note">
          {CALIBRATION_NOTE}
          {analysis.value.stale && ' Sources or decisions on cohorts changed since they were computed.'}
        </p>
      )}
      {analysis.value && <PriorControl info={analysis.value} />}
      <div className="toolbar">
        <input
          ref={searchField}
          type="search"
          aria-label="Search accounts and tags"
          placeholder="Search accounts and tags"
          aria-keyshortcuts="/"
          maxLength={200}
          value={search}
          onChange={(event) => searchFor(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              grid?.focus();
            }
          }}
        />
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
        {ids && <SelectedAccounts order={ids} />}
        <ColumnMenu table="accountColumns" columns={columns} />
        <output className="count">
          {formatCount(shown)} of {formatUnits(total, 'account')}
          {apart > 0 && ` under examination; ${formatCount(apart)} of the benign reference apart`}
        </output>
      </div>
      {order.error !== undefined && <ErrorPanel error={order.error} onRetry={order.retry} />}
      {ids && shown > 0 && (
        <AccountTable
          ids={ids}
          largest={largest}
          onGrid={setGrid}
          busy={order.busy}
          columns={columns.shown}
          filter={filter}
        />
      )}
      {ids && shown === 0 && order.error === undefined && search.trim() === '' && <ZeroResult />}
      {ids && shown === 0 && order.error === undefined && search.trim() !== '' && (
        <EmptyState title="No account matches">
          <p>
            None of {formatUnits(total, 'account')} has{' '}
            <q>
              <Shown text={search} max={80} />
            </q>{' '}
            in its identifier or tags{filter ? ' and meets the filter' : ''}.
          </p>
          <button type="button" onClick={() => searchFor('')}>
            Clear the search
          </button>
          {filter && <DropAnyCondition />}
        </EmptyState>
      )}
    </div>
  );
}

const BY_REQUESTS = { sort: 'requests', descending: true, search: '' } as const;

/** Requests of the account with the most: the bars' common measure. */
function useLargest(dataVersion: number): number {
  const order = useCall(orderAccounts, BY_REQUESTS, dataVersion);
  const id = order.value?.ids[0];
  const rows = useCall(accountRows, id === undefined ? null : { ids: [id] }, dataVersion);
  return rows.value?.[0]?.requests ?? 0;
}
