import type { RecentCase } from '../../../shared/bridge.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { openDialog } from '../../store/dialogs.ts';
import { refreshRecent, useSession } from '../../store/session.ts';
import { formatBytes, formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { systemZone } from '../../ui/zone-names.ts';

/** Cases opened before on this computer, newest first; those whose file is gone are marked. */
export function RecentCases() {
  const recent = useSession((state) => state.recent);
  const zone = systemZone();
  if (recent.length === 0) {
    return (
      <section className="recent">
        <h2>Recent cases</h2>
        <p className="soft">Cases opened on this computer will be listed here.</p>
      </section>
    );
  }
  const forget = async (entry: RecentCase) => {
    await window.stillwatch.forgetCase(entry.grant);
    await refreshRecent();
  };
  return (
    <section className="recent">
      <h2 id="recent-title">Recent cases</h2>
      <table className="table" aria-labelledby="recent-title">
        <thead>
          <tr>
            <th scope="col">Case file</th>
            <th scope="col">Folder</th>
            <th scope="col" className="number">
              Size
            </th>
            <th scope="col">Last opened ({zone})</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {recent.map((entry) => (
            <tr key={entry.grant}>
              <td>
                {entry.missing ? (
                  <>
                    <Shown text={entry.name} /> <span className="warn">file not found</span>
                  </>
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() => openDialog({ name: 'open-case', file: entry })}
                  >
                    <Shown text={entry.name} />
                  </button>
                )}
              </td>
              <td className="soft">
                <Shown text={entry.folder} />
              </td>
              <td className="number">{entry.missing ? '–' : formatBytes(entry.sizeBytes)}</td>
              <td className="time">{formatMinute(zone, entry.openedUs)}</td>
              <td className="number">
                <button
                  type="button"
                  className="quiet"
                  aria-label={`Remove ${shownText(entry.name)} from this list`}
                  onClick={() => forget(entry)}
                >
                  Remove
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">Removing takes an entry off this list. The file stays where it is.</p>
    </section>
  );
}
