import { useEffect, useState } from 'react';
import type { ExhibitTable, PinnedExhibit, Rerun } from '../../../shared/contract/exhibits.ts';
import { checkExhibit } from '../../store/exhibit-checks.ts';
import { renamePinned, unpin } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { EditedTitle } from './edited-title.tsx';
import { ExhibitFigures } from './exhibit-figures.tsx';
import { ExhibitHashes } from './exhibit-hashes.tsx';
import { ExhibitPicture } from './exhibit-picture.tsx';
import { ExhibitRows } from './exhibit-rows.tsx';
import { rerunWords } from './finding-words.ts';
import { questionWords } from './question-words.ts';

interface Props {
  readonly exhibit: PinnedExhibit;
  readonly number: number;
  readonly of: number;
  readonly readOnly: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

type Found = Rerun & { readonly now: ExhibitTable | null };

/** One exhibit: as it was pinned, and whether it still says the same. */
export function ExhibitCard({ exhibit, number, of, readOnly, onMove }: Props) {
  const { id, title, query, args, author, pinnedUs, rows } = exhibit;
  const zone = useSession((state) => state.case!.timeZone);
  const requests = useSession((state) => state.case!.counts.requests);
  const [found, setFound] = useState<Found | null>(null);
  const [checking, setChecking] = useState(false);
  const [tableShown, setTableShown] = useState(false);
  const dataVersion = useSession((state) => state.dataVersion);
  const moved = exhibit.lastCheck?.state === 'match' ? null : exhibit.lastCheck;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found holds as long as the data do
  useEffect(() => setFound(null), [dataVersion]);
  const check = async () => {
    setChecking(true);
    setFound(await checkExhibit(id));
    setChecking(false);
  };
  return (
    <li className="exhibit" data-exhibit={id}>
      <EditedTitle
        field={{ of: `exhibit:${id}`, what: 'Title of an exhibit' }}
        what={`Title of exhibit ${number}`}
        value={title}
        max={500}
        level={3}
        wanted="An exhibit has a title. Until one is written, the one before stands."
        onSave={(text) => renamePinned(id, text)}
      >
        <span className="exhibit-acts">
          <span className="soft">
            {number} of {of}
          </span>
          {!readOnly && (
            <>
              <button
                type="button"
                className="quiet"
                data-move="-1"
                aria-label={`Move exhibit ${number} up`}
                disabled={number === 1}
                onClick={() => onMove(-1)}
              >
                Up
              </button>
              <button
                type="button"
                className="quiet"
                data-move="1"
                aria-label={`Move exhibit ${number} down`}
                disabled={number === of}
                onClick={() => onMove(1)}
              >
                Down
              </button>
              <button
                type="button"
                className="quiet"
                aria-label={`Unpin exhibit ${number}`}
                onClick={() => void unpin(id)}
              >
                Unpin
              </button>
            </>
          )}
        </span>
      </EditedTitle>
      <p className="exhibit-question">
        <Shown text={questionWords(query, args, zone)} max={2000} />
      </p>
      <p className="soft">
        {formatUnits(rows, 'request')} behind it, of {formatUnits(requests, 'request')} in the case now ·
        pinned {formatMinute(zone, pinnedUs)} by <Shown text={author} max={60} /> ({zone})
        {exhibit.picture === null && ', without a picture'}
      </p>
      <p className="exhibit-check" role="status">
        <button
          type="button"
          aria-label={`Check again: exhibit ${number}`}
          disabled={checking}
          onClick={check}
        >
          {checking ? 'Checking' : 'Check again'}
        </button>{' '}
        <CheckWords exhibit={exhibit} found={found} zone={zone} />
      </p>
      <div className={exhibit.picture === null ? '' : 'exhibit-body'}>
        {exhibit.picture !== null && <ExhibitPicture exhibit={exhibit} />}
        <ExhibitFigures exhibit={exhibit} number={number} rerun={found ?? moved} />
      </div>
      <ExhibitHashes exhibit={exhibit} />
      <p>
        <button
          type="button"
          className="quiet"
          aria-expanded={tableShown}
          aria-label={`${tableShown ? 'Hide the table' : 'Result as a table'}: exhibit ${number}`}
          onClick={() => setTableShown(!tableShown)}
        >
          {tableShown ? 'Hide the table' : 'Result as a table'}
        </button>
      </p>
      {tableShown && <ExhibitRows exhibit={exhibit} number={number} />}
    </li>
  );
}

/** The last word on whether it still holds; what was never checked is not called a match. */
export function CheckWords({
  exhibit,
  found,
  zone,
}: {
  exhibit: PinnedExhibit;
  found: Rerun | null;
  zone: string;
}) {
  if (found)
    return (
      <span className={found.state === 'match' ? '' : 'warn'}>
        <Shown text={rerunWords(found)} max={2000} />
      </span>
    );
  const { lastCheck, dataChanged } = exhibit;
  if (!lastCheck) {
    const since = dataChanged
      ? ' The sources of the case changed since it was pinned, so it may have moved.'
      : '';
    return (
      <span className={dataChanged ? 'warn' : 'soft'}>
        Not worked out from the data as they are now.{since}
      </span>
    );
  }
  const at = formatMinute(zone, lastCheck.atUs);
  const words = { match: 'matched', drift: 'had drifted', cannot: 'could not be worked out' }[
    lastCheck.state
  ];
  return (
    <span className={lastCheck.state === 'match' ? 'soft' : 'warn'}>
      Last worked out {at} {zone}: {words}.
    </span>
  );
}
