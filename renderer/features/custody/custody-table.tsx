import { useState } from 'react';
import type { CustodyEntry } from '../../../shared/contract/custody.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { useSession } from '../../store/session.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { entryWords } from './entry-words.ts';

const UTC = 'UTC';

/** Entries of the log with their times in the zone of the case and in UTC. */
export function CustodyTable({ entries }: { entries: readonly CustodyEntry[] }) {
  const zone = useSession((state) => state.case!.timeZone);
  const firstBad = useSession((state) => state.custody?.firstBad ?? null);
  return (
    <table className="table custody" aria-label="Custody log">
      <thead>
        <tr>
          <th scope="col" className="number">
            Entry
          </th>
          <th scope="col">Time ({zone})</th>
          {zone !== UTC && <th scope="col">UTC</th>}
          <th scope="col">Author</th>
          <th scope="col">Action</th>
          <th scope="col">What it was about</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq} className={entry.seq === firstBad ? 'broken' : ''}>
            <td className="number">{formatCount(entry.seq)}</td>
            <td className="time">{formatTime(zoneOf(zone), entry.atUs, 'second')}</td>
            {zone !== UTC && <td className="time soft">{utcWords(entry.atUs, zone)}</td>}
            <td className="custody-author">
              <Shown text={entry.author} max={60} />
            </td>
            <Recorded entry={entry} zone={zone} />
            <td className="mono" title={entry.hash}>
              {entry.hash.slice(0, 12)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The time of day alone where the day is the same in both zones. */
function utcWords(us: number, zone: string): string {
  const utc = formatTime(zoneOf(UTC), us, 'second');
  return utc.slice(0, 10) === formatTime(zoneOf(zone), us, 'day') ? utc.slice(11) : utc;
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
              <Shown text={action} max={200} /> <Shown text={detail} max={20_000} />
            </p>
          )}
        </details>
      </td>
    </>
  );
}
