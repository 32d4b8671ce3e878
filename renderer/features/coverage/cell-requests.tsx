import { useEffect, useId, useRef } from 'react';
import { coverageCell } from '../../../shared/contract/coverage.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import { formatReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { showRows } from '../../store/drawer.ts';
import { useSession } from '../../store/session.ts';
import { hasDrawer } from '../../store/view-frame.ts';
import { openAccount, useView } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { Busy } from './busy.tsx';
import { openCoverageOf } from './coverage-store.ts';

interface Props {
  readonly account: string;
  readonly topic: string;
  /** That of the picture: a review shows one without the filter of the window. */
  readonly filter: Filter | undefined;
  /** What the cell says. */
  readonly words: readonly string[];
  readonly onClose: () => void;
}

/** The requests behind a cell, each a way to its account. */
export function CellRequests({ account, topic, filter, words, onClose }: Props) {
  const id = useId();
  const zone = useSession((state) => state.case!.timeZone);
  const { version } = useAskedFilter();
  const answer = useCall(coverageCell, { account, topic, filter }, version);
  const canShowRows = hasDrawer(useView());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const found = answer.value;
  return (
    <section
      className="coverage-cell"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="coverage-head">
        <h3 id={id} ref={heading} tabIndex={-1}>
          <Shown text={account} max={60} /> on <Shown text={topic} max={60} />
        </h3>
        <span className="coverage-acts">
          <button type="button" onClick={() => openAccount(account)}>
            Open the account
          </button>
          <button type="button" onClick={() => openCoverageOf({ accounts: [account] })}>
            Its coverage
          </button>
          {found?.range && canShowRows && (
            <button
              type="button"
              onClick={() =>
                showRows({
                  title: `All requests of ${account} from the first to the last on ${shownText(topic, { max: 60 })}`,
                  account,
                  range: found.range,
                })
              }
            >
              Rows around them
            </button>
          )}
          <button type="button" className="quiet" onClick={onClose}>
            Close
          </button>
        </span>
      </header>
      <p className="soft">{words.slice(1).join(' · ')}</p>
      <AnnotationsOf references={[formatReference({ kind: 'topic', topic })]} />
      {answer.error !== undefined && <ErrorPanel error={answer.error} onRetry={answer.retry} />}
      {answer.error === undefined && !found && <Busy text="Reading the requests." />}
      {found && found.total === 0 && (
        <p>{`No request of this account${filter ? ' that meets the filter' : ''} states this topic.`}</p>
      )}
      {found && found.total > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
          <section className="coverage-cell-rows" tabIndex={0} aria-label="Requests of the cell">
            <table className="table" aria-labelledby={id}>
              <thead>
                <tr>
                  <th scope="col">Time ({zone})</th>
                  <th scope="col">Model</th>
                  <th scope="col">Status</th>
                  <th scope="col">Request</th>
                </tr>
              </thead>
              <tbody>
                {found.requests.map(({ reference, timeUs, model, status }) => (
                  <tr key={reference}>
                    <td className="time">{timeUs === null ? 'no valid time' : formatMinute(zone, timeUs)}</td>
                    <td>
                      <Shown text={model} max={60} />
                    </td>
                    <td>
                      <Shown text={status} max={40} />
                    </td>
                    <td>
                      <button
                        type="button"
                        className="link"
                        onClick={() => openAccount(account, null, reference)}
                      >
                        {`row ${reference.split('/')[1]} of ${reference.slice(8, 16)}…`}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="soft">
            {`${formatCount(found.requests.length)} of ${formatUnits(found.total, 'request')}, the earliest first`}
          </p>
        </>
      )}
    </section>
  );
}
