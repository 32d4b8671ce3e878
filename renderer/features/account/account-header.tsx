import type { ReactNode } from 'react';
import type { ListedAccount } from '../../../shared/contract/accounts.ts';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import { goTo } from '../../store/views.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatCount, formatMinute, formatShare, formatShort } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { LikelihoodWord } from '../analysis/likelihood-word.tsx';
import { formatScore } from '../analysis/words.ts';
import { openCoverageOf } from '../coverage/coverage-store.ts';
import { calendarDays } from './model.ts';

interface Props {
  readonly row: ListedAccount;
  readonly info: CaseInfo;
}

/** Who it is, and its measures, each beside its denominator. */
export function AccountHeader({ row, info }: Props) {
  const tokens = row.inputTokens + row.outputTokens;
  // A sum of nothing is also what a file without that column gives; it must not read as a measured zero.
  const hasOutput = row.outputTokens > 0;
  return (
    <header className="account-header">
      <div className="account-title">
        <BackButton />
        <h1 className="mono">
          <Shown text={row.account} max={120} />
        </h1>
        <CopyButton text={row.account} what="the account identifier" />
        {row.analysis && (
          <button type="button" onClick={() => goTo({ name: 'graph', from: { account: row.account } })}>
            Show links
          </button>
        )}
        {row.requests > 0 && (
          <button type="button" onClick={() => openCoverageOf({ accounts: [row.account] })}>
            Coverage
          </button>
        )}
      </div>
      <dl className="measures account-measures">
        {row.analysis && (
          <Measure
            name="Takes part"
            value={<LikelihoodWord likelihood={row.analysis.likelihood} />}
            of={`score ${formatScore(row.analysis.score)}, operator ${row.analysis.operator ?? 'none'}`}
          />
        )}
        <Measure
          name="Requests"
          value={formatCount(row.requests)}
          of={`${formatShare(row.requests, info.counts.requests)} of all ${formatCount(info.counts.requests)}`}
        />
        <Measure
          name="Active days"
          value={formatCount(row.activeDays)}
          of={`of ${formatCount(calendarDays(info))} in the case`}
        />
        <Measure name="First request" value={formatMinute(info.timeZone, row.firstUs)} of={info.timeZone} />
        <Measure name="Last request" value={formatMinute(info.timeZone, row.lastUs)} of={info.timeZone} />
        <Measure
          name="Failed"
          value={formatCount(row.failed)}
          of={`${formatShare(row.failed, row.requests)} of its requests`}
        />
        <Measure
          name="Output tokens"
          value={hasOutput ? formatShort(row.outputTokens) : '–'}
          of={
            hasOutput
              ? `${formatShare(row.outputTokens, tokens)} of ${formatShort(tokens)} in and out`
              : 'none recorded'
          }
        />
        <Measure
          name="Output per request"
          value={hasOutput && row.requests > 0 ? formatShort(row.outputTokens / row.requests) : '–'}
          of={hasOutput ? 'tokens, mean' : 'none recorded'}
        />
      </dl>
    </header>
  );
}

function Measure({ name, value, of }: { name: string; value: ReactNode; of: string }) {
  return (
    <div className="measure">
      <dt>{name}</dt>
      <dd>
        {value}
        <span className="soft">{of}</span>
      </dd>
    </div>
  );
}
