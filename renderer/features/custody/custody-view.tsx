import { useState } from 'react';
import type { CustodyFilter } from '../../../shared/contract/custody.ts';
import { checkCustody, useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { usePaused } from '../../ui/use-paused.ts';
import { BranchList } from './branch-list.tsx';
import { CustodyFilterBar } from './custody-filter.tsx';
import { CustodyTable } from './custody-table.tsx';
import { custodyText, shownWords } from './custody-text.ts';
import { useCustody } from './use-custody.ts';
import './custody.css';

/** Who did what, newest first, and whether the chain of hashes holds. */
export function CustodyView() {
  const info = useSession((state) => state.case)!;
  const check = useSession((state) => state.custody);
  const [checking, setChecking] = useState(false);
  const [filter, setFilter] = useState<CustodyFilter>({});
  const asked = usePaused(filter);
  const total = info.counts.custodyEntries;
  const { pages, error, loadMore } = useCustody(asked, total);
  const isFiltered = Object.values(asked).some((condition) => condition !== undefined);
  const verify = async () => {
    setChecking(true);
    await checkCustody();
    setChecking(false);
  };
  const broken = check !== null && (check.firstBad !== null || check.badBranches.length > 0);

  return (
    <div className="page">
      <header className="view-head">
        <h1>Custody log</h1>
        <p className="soft">
          Who did what, in order; each entry names the hash of the one before. Times in {info.timeZone}
          {info.timeZone !== 'UTC' && ' and in UTC'}.
        </p>
      </header>
      <div className="toolbar">
        <button type="button" disabled={checking} onClick={verify}>
          {checking ? 'Verifying' : 'Verify chain'}
        </button>
        <output className={broken ? 'warn' : 'soft'}>{custodyText(check, info.timeZone, total)}</output>
      </div>
      <BranchList total={total} />
      <div className="custody-shown">
        <CustodyFilterBar filter={filter} onChange={setFilter} total={total} />
        <output className="count">{pages && shownWords(pages, total, isFiltered)}</output>
      </div>
      {error !== undefined && <ErrorPanel error={error} />}
      {pages?.entries.length === 0 && (
        <div className="page-note">
          <p>No entry fits.</p>
          <button type="button" onClick={() => setFilter({})}>
            Show all entries
          </button>
        </div>
      )}
      {pages && pages.entries.length > 0 && <CustodyTable entries={pages.entries} />}
      {pages && !pages.isAll && pages.entries.at(-1)?.seq !== 1 && (
        <p className="more">
          <button type="button" onClick={() => void loadMore()}>
            Load more
          </button>
        </p>
      )}
    </div>
  );
}
