import { useEffect, useState } from 'react';
import { type HistoryItem, listHistory } from '../../../shared/contract/history.ts';
import { engine } from '../../engine.ts';
import { goToPast } from '../../store/annotations.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { HistoryTable } from './history-table.tsx';
import './history.css';

const PAGE = 200;

/** Every act of people on this case, newest first: who did it, when, whether it stands, and the way back to it. */
export function HistoryView() {
  const info = useSession((state) => state.case!);
  const notesVersion = useSession((state) => state.notesVersion);
  const [items, setItems] = useState<readonly HistoryItem[] | null>(null);
  const [isAll, setAll] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new act is the reason to read the list again
  useEffect(() => {
    let current = true;
    const limit = Math.min(500, Math.max(PAGE, items?.length ?? 0));
    engine.call(listHistory, { before: null, limit }).then(
      (newest) => {
        if (!current) return;
        setItems(newest);
        setAll(newest.length < limit);
        setFailure(null);
      },
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, [notesVersion]);

  const loadMore = async () => {
    const known = items ?? [];
    try {
      const older = await engine.call(listHistory, { before: known.at(-1)?.seq ?? null, limit: PAGE });
      setItems([...known, ...older]);
      setAll(older.length < PAGE);
    } catch (error) {
      setFailure(error);
    }
  };
  const goToAct = async (seq: number, direction: 'undo' | 'redo') => {
    setBusy(true);
    await goToPast(seq, direction);
    setBusy(false);
  };

  return (
    <div className="page">
      <header className="view-head">
        <h1>History</h1>
        <p className="soft">
          What people did, newest first; nothing is forgotten, what was undone stays listed. Times in{' '}
          {info.timeZone}.
        </p>
        <span className="head-acts">
          <button type="button" onClick={() => goTo({ name: 'custody' })}>
            Custody log
          </button>
        </span>
      </header>
      {failure !== null && <ErrorPanel error={failure} />}
      {items && (
        <>
          <p className="toolbar">
            <span className="count">
              {isAll
                ? `${formatUnits(items.length, 'act')} in all`
                : `The newest ${formatUnits(items.length, 'act')}`}
            </span>
          </p>
          <HistoryTable
            items={items}
            zone={info.timeZone}
            readOnly={info.readOnly !== null || busy}
            onGoTo={goToAct}
          />
          {!isAll && (
            <p className="more">
              <button type="button" onClick={loadMore}>
                Show {PAGE} more
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
