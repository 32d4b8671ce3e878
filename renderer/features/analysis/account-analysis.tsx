import { useState } from 'react';
import {
  type AccountScore,
  accountScore,
  CALIBRATION_NOTE,
  type Link,
} from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useSession } from '../../store/session.ts';
import { openOperator } from '../../store/views.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { PinButton } from '../../ui/pin-button.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AccountCohortLine } from '../cohorts/account-cohort.tsx';
import { AnalyseButton } from './analyse-button.tsx';
import { StaleBanner } from './analysis-info-line.tsx';
import { heldWords } from './assumption-model.ts';
import { LikelihoodWord } from './likelihood-word.tsx';
import { PriorControl } from './prior-control.tsx';
import { SignalTable } from './signal-table.tsx';
import { useAnalysisInfo } from './use-analysis.ts';
import { Waterfall } from './waterfall.tsx';
import { otherEnd, sharedKinds } from './waterfall-model.ts';
import { formatBits, formatScore } from './words.ts';
import './analysis.css';

/** Signals that an exhibit of them holds. */
const MOST_PINNED = 6;

/** What the last analysis says of one account: its score, its signals, and its links taken apart. */
export function AccountAnalysis({ account }: { account: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const info = useAnalysisInfo();
  const answer = useCall(accountScore, info.value ? { account } : null, dataVersion);
  const unseen = answer.error instanceof StillwatchError && answer.error.code === 'NOT_FOUND';
  return (
    <section className="account-analysis" aria-labelledby="analysis-title">
      <h2 id="analysis-title">
        Analysis <span className="soft">{info.value && CALIBRATION_NOTE}</span>
      </h2>
      {info.error !== undefined && <ErrorPanel error={info.error} onRetry={info.retry} />}
      {info.value === null && (
        <p>
          <span className="soft">
            This case was not analysed yet. An analysis shows here how the account compares with its cohort,
            and whom it acts together with.
          </span>{' '}
          <AnalyseButton label="Analyse" />
        </p>
      )}
      {info.value?.stale && <StaleBanner />}
      {info.value && <AccountCohortLine account={account} />}
      {answer.error !== undefined && !unseen && <ErrorPanel error={answer.error} onRetry={answer.retry} />}
      {unseen && (
        <p className="soft">
          The last analysis did not score this account: it had no requests in the case then, or it belongs to
          the benign reference.
        </p>
      )}
      {info.value && answer.value && (
        <>
          <ScoreLine score={answer.value.score} />
          <PriorControl info={info.value} />
          <h3 className="analysis-part">
            Signals{' '}
            <PinButton
              what="its strongest signals"
              pin={() => ({
                title: `Strongest signals of account ${shownText(account, { max: 60 })}`,
                question: { query: 'signals', args: { account, most: MOST_PINNED } },
              })}
            />
          </h3>
          <SignalTable signals={answer.value.score.signals} infos={info.value.signals} />
          <AccountLinks account={account} links={answer.value.links} accounts={info.value.accounts} />
        </>
      )}
    </section>
  );
}

function ScoreLine({ score }: { score: AccountScore }) {
  const { operator } = score;
  return (
    <dl className="measures">
      <div className="measure">
        <dt>Takes part in an extraction campaign</dt>
        <dd>
          <LikelihoodWord likelihood={score.likelihood} />
          <span className="soft">
            {[`score ${formatScore(score.score)}`, heldWords(score.basis)].filter(Boolean).join(', ')}
          </span>
        </dd>
      </div>
      <div className="measure">
        <dt>Belongs to</dt>
        <dd>
          {operator === null ? (
            <>
              no operator<span className="soft">acts together with no other account</span>
            </>
          ) : (
            <>
              <button type="button" className="link" onClick={() => openOperator(operator)}>
                Operator <Shown text={operator} max={40} />
              </button>
              <span className="soft">which it acts together with</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Links listed before the others are asked for. */
const FIRST = 10;

function AccountLinks({
  account,
  links,
  accounts,
}: {
  account: string;
  links: readonly Link[];
  accounts: number;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const link = links.find((one) => otherEnd(one, account) === chosen) ?? links[0];
  const shown = all ? links : links.slice(0, FIRST);
  return (
    <>
      <h3 className="analysis-part">
        Links{' '}
        <span className="soft">
          {links.length > 0 && `${formatUnits(links.length, 'account')}, strongest first`}
        </span>
      </h3>
      {links.length === 0 && <p className="soft">No link to another account of an operator is kept.</p>}
      {link && (
        <>
          <table className="table link-table" aria-label="Links">
            <thead>
              <tr>
                <th scope="col">Account</th>
                <th scope="col" className="number">
                  Bits
                </th>
                <th scope="col">What both share</th>
                <th scope="col">
                  <span className="visually-hidden">Acts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => {
                const other = otherEnd(one, account);
                return (
                  <tr key={other} aria-current={one === link ? 'true' : undefined}>
                    <td>
                      <AccountLink account={other} />
                    </td>
                    <td className="number">{formatBits(one.bits)}</td>
                    <td>{sharedKinds(one)}</td>
                    <td>
                      <button
                        type="button"
                        className="quiet"
                        aria-pressed={one === link}
                        onClick={() => setChosen(other)}
                      >
                        Take apart
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {shown.length < links.length && (
            <p className="more">
              <button type="button" onClick={() => setAll(true)}>
                Show all {links.length} links
              </button>
            </p>
          )}
          <p className="waterfall-head">
            The link to{' '}
            <span className="mono">
              <Shown text={otherEnd(link, account)} max={60} />
            </span>
            , taken apart
          </p>
          <Waterfall link={link} accounts={accounts} />
        </>
      )}
    </>
  );
}
