import { useMemo, useState } from 'react';
import { type AccountRow, getAccount } from '../../shared/contract/accounts.ts';
import { type FilteredActivity, getActivity } from '../../shared/contract/timeline.ts';
import { RequestList } from '../features/account/request-list.tsx';
import { useSelectedAccount } from '../features/annotations/detail-panel.tsx';
import { RequestFields } from '../features/annotations/request-fields.tsx';
import { matchingActivity, outsideOf, sumIn, totalRequests } from '../features/timeline/bins.ts';
import { followSelection, type RowsAsked, showRows, useDrawer } from '../store/drawer.ts';
import { requestFilter } from '../store/filter.ts';
import { useSession } from '../store/session.ts';
import {
  commitRange,
  goTo,
  propose,
  useFilter,
  useFilterRange,
  useLeftOutRange,
  useProposedRange,
  useView,
  useViews,
} from '../store/views.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCall } from '../ui/use-call.ts';
import { CommandButton } from './command-button.tsx';
import './drawer.css';

/** The single requests behind what is selected, or behind what a view asked to see the rows of. */
export function RowsDrawer() {
  const asked = useDrawer((state) => state.asked);
  const selected = useRowsOfSelection();
  const rows = asked ?? selected;
  const view = useView();
  return (
    <section className="drawer" id="panel-drawer" aria-label="Rows">
      <header className="drawer-head">
        {rows ? <Shown text={rows.title} max={120} /> : <span>Rows</span>}
        <span className="drawer-acts">
          {asked && (
            <button type="button" className="quiet" onClick={followSelection}>
              Follow the selection
            </button>
          )}
          <CommandButton id="view.drawer" label="Close" name="Close the rows" className="quiet" />
        </span>
      </header>
      {rows ? (
        <AccountRows
          key={rows.account}
          rows={rows}
          onClear={() => (asked ? showRows({ ...asked, range: null }) : clearSelectedRange())}
        />
      ) : (
        <p className="drawer-note">
          <span className="soft">
            The single requests behind what is selected are listed here. Choose an account in the table, open
            one, or mark a stretch of its timeline.
          </span>{' '}
          {view.name !== 'accounts' && (
            <button type="button" onClick={() => goTo({ name: 'accounts' })}>
              Accounts
            </button>
          )}
        </p>
      )}
    </section>
  );
}

/** The requests of the account shown or chosen, in the time that is marked or filtered. */
function useRowsOfSelection(): RowsAsked | null {
  const view = useView();
  const proposed = useProposedRange();
  const committed = useFilterRange();
  const chosen = useSelectedAccount(view.name === 'accounts');
  if (view.name === 'account') {
    const range = proposed ?? committed;
    const when = proposed ? ', in the proposed time' : range ? ', in the filtered time' : '';
    return { title: `Account ${view.account}${when}`, account: view.account, range };
  }
  const when = committed ? ', in the filtered time' : '';
  return chosen === null ? null : { title: `Account ${chosen}${when}`, account: chosen, range: committed };
}

function clearSelectedRange(): void {
  if (useViews.getState().proposal) propose(null);
  else commitRange(null);
}

function AccountRows({ rows, onClear }: { rows: RowsAsked; onClear: () => void }) {
  const { account } = rows;
  const dataVersion = useSession((state) => state.dataVersion);
  const row = useCall(getAccount, { account }, dataVersion);
  // The same account under another filter: what is listed stays until the answer has come.
  const activity = useCall(getActivity, { account, filter: requestFilter(useFilter()) }, dataVersion, true);
  const failed = [row, activity].find(({ error }) => error !== undefined);
  if (failed) return <ErrorPanel error={failed.error} onRetry={failed.retry} />;
  if (!row.value || !activity.value) return null;
  return <Rows rows={rows} row={row.value} activity={activity.value} onClear={onClear} />;
}

interface RowsProps {
  readonly rows: RowsAsked;
  readonly row: AccountRow;
  readonly activity: FilteredActivity;
  readonly onClear: () => void;
}

function Rows({ rows, row, activity, onClear }: RowsProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const filter = requestFilter(useFilter());
  const leftOut = useLeftOutRange();
  const left = outsideOf(matchingActivity(activity) ?? activity, leftOut);
  const { firstUs, lastUs } = row;
  const all = useMemo(
    () => (firstUs === null || lastUs === null ? null : { fromUs: firstUs, toUs: lastUs + 1 }),
    [firstUs, lastUs],
  );
  if (all === null) {
    return (
      <p className="soft drawer-note">None of its requests has a time, so none can be listed in order.</p>
    );
  }
  const timed = totalRequests(activity);
  return (
    <div className="drawer-body">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <section className="drawer-list" tabIndex={0} aria-label="List of requests">
        <RequestList
          account={rows.account}
          range={rows.range ?? all}
          filtered={rows.range !== null}
          onClear={onClear}
          count={rows.range ? sumIn(left, 'requests', rows.range) : totalRequests(left)}
          total={row.requests}
          withoutTime={row.requests - timed}
          filter={filter}
          picked={picked}
          onPick={setPicked}
        />
      </section>
      {picked && (
        <div className="drawer-request">
          <RequestFields reference={picked} onClose={() => setPicked(null)} />
        </div>
      )}
    </div>
  );
}
