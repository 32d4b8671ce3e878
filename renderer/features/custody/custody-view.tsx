import { useEffect, useState } from 'react';
import { type CustodyEntry, listCustody } from '../../../shared/contract/custody.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { engine } from '../../engine.ts';
import { checkCustody, useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { custodyText } from './custody-text.ts';
import { entryWords } from './entry-words.ts';
import './custody.css';

const PAGE = 100;

/** Who did what, newest first, and whether the chain of hashes holds. */
export function CustodyView() {
  const info = useSession((state) => state.case)!;
  const check = useSession((state) => state.custody);
  const [checking, setChecking] = useState(false);
  const [entries, setEntries] = useState<readonly CustodyEntry[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const total = info.counts.custodyEntries;
  const oldest = entries.at(-1)?.seq ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry in the log is the reason to read it again
  useEffect(() => {
    let current = true;
    engine.call(listCustody, { before: null, limit: PAGE }).then(
      (newest) => current && setEntries(newest),
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, [total]);

  const loadMore = async () => {
    try {
      const older = await engine.call(listCustody, { before: oldest, limit: PAGE });
      setEntries((known) => [...known, ...older.filter(({ seq }) => seq < (known.at(-1)?.seq ?? 0))]);
    } catch (error) {
      setFailure(error);
    }
  };
  const verify = async () => {
    setChecking(true);
    await checkCustody();
    setChecking(false);
  };

  return (
    <div className="page">
      <header className="view-head">
        <h1>Custody log</h1>
        <p className="soft">
          Who did what, in order; each entry names the hash of the one before. Times in {info.timeZone}.
        </p>
      </header>
      <div className="toolbar">
        <button type="button" disabled={checking} onClick={verify}>
          {checking ? 'Verifying' : 'Verify chain'}
        </button>
        <output className={check && check.firstBad !== null ? 'warn' : 'soft'}>
          {custodyText(check, info.timeZone, total)}
        </output>
        <span className="count">
          {formatCount(entries.length)} of {formatUnits(total, 'entry', 'entries')}
        </span>
      </div>
      {failure !== null && <ErrorPanel error={failure} />}
      <table className="table custody" aria-label="Custody log">
        <thead>
          <tr>
            <th scope="col" className="number">
              Entry
            </th>
            <th scope="col">Time ({info.timeZone})</th>
            <th scope="col">Author</th>
            <th scope="col">Action</th>
            <th scope="col">What it was about</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq} className={entry.seq === check?.firstBad ? 'broken' : ''}>
              <td className="number">{formatCount(entry.seq)}</td>
              <td className="time">{formatTime(zoneOf(info.timeZone), entry.atUs, 'second')}</td>
              <td className="custody-author">
                <Shown text={entry.author} max={60} />
              </td>
              <Recorded entry={entry} zone={info.timeZone} />
              <td className="mono" title={entry.hash}>
                {entry.hash.slice(0, 12)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {oldest !== null && oldest > 1 && (
        <p className="more">
          <button type="button" onClick={loadMore}>
            Load more
          </button>
        </p>
      )}
    </div>
  );
}

/** What was done and to what, in words; the entry as it was recorded one click away. */
function Recorded({ entry: { action, detail }, zone }: { entry: CustodyEntry; zone: string }) {
  const [open, setOpen] = useState(false);
  const { title, about } = entryWords(action, detail, zone);
  return (
    <>
      <td className="custody-action">{title}</td>
      <td className="custody-about">
        {about !== '' && <bdi>{about}</bdi>}
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>As recorded</summary>
          {open && (
            <p className="custody-detail mono">
              {action} <Shown text={detail} max={20_000} />
            </p>
          )}
        </details>
      </td>
    </>
  );
}
