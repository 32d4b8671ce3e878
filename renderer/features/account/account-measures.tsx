import type { ReactNode } from 'react';
import type { AccountRow } from '../../../shared/contract/accounts.ts';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import { formatCount, formatMinute, formatShare, formatShort } from '../../ui/format.ts';
import { calendarDays } from './model.ts';

interface Props {
  readonly row: AccountRow;
  readonly info: CaseInfo;
}

/** What is counted of an account, each beside its denominator. */
export function AccountMeasures({ row, info }: Props) {
  const tokens = row.inputTokens + row.outputTokens;
  // A sum of nothing is also what a file without that column gives; it must not read as a measured zero.
  const hasOutput = row.outputTokens > 0;
  return (
    <>
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
    </>
  );
}

export function Measure({ name, value, of }: { name: string; value: ReactNode; of: string }) {
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
