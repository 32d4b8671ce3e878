import { memo } from 'react';
import type { ListedAccount } from '../../../shared/contract/accounts.ts';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import { openAccount, openOperator } from '../../store/views.ts';
import {
  formatCount,
  formatDay,
  formatMinute,
  formatShare,
  formatShort,
  formatUnits,
} from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { LikelihoodWord } from '../analysis/likelihood-word.tsx';
import { formatScore } from '../analysis/words.ts';
import { RowMarks } from '../annotations/row-marks.tsx';
import type { AccountColumn } from './columns.ts';
import { barFraction01 } from './model.ts';
import { SignalPlace } from './signal-place.tsx';

interface Props {
  readonly row: ListedAccount | undefined;
  /** Requests that meet the filter; null without one, and as long as they are not known. */
  readonly matching: number | null;
  readonly columns: readonly AccountColumn[];
  readonly info: CaseInfo;
  readonly largest: number;
}

/** One account's cells; before its row has come, empty ones of the same size. */
export const AccountCells = memo(function AccountCells({ row, matching, columns, info, largest }: Props) {
  return columns.map((column) => (
    // biome-ignore lint/a11y/useSemanticElements: see ListGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      key={column.key}
      role="gridcell"
      className={column.number ? 'number' : column.key === 'first' || column.key === 'last' ? 'date' : ''}
    >
      {row && <Cell column={column.key} row={row} matching={matching} info={info} largest={largest} />}
    </div>
  ));
});

function Cell({
  column,
  row,
  matching,
  info,
  largest,
}: {
  column: string;
  row: ListedAccount;
  matching: number | null;
  info: CaseInfo;
  largest: number;
}) {
  switch (column) {
    case 'account':
      return (
        <button type="button" className="link mono" tabIndex={-1} onClick={() => openAccount(row.account)}>
          <Shown text={row.account} max={60} />
        </button>
      );
    case 'score':
      return row.analysis === null ? (
        <span className="faint" title="The last analysis did not look at it">
          –
        </span>
      ) : (
        <span className="score-cell">
          <LikelihoodWord likelihood={row.analysis.likelihood} />
          <span className="soft number">{formatScore(row.analysis.score)}</span>
        </span>
      );
    case 'reason':
      return <SignalPlace signal={row.analysis?.strongest ?? null} />;
    case 'operator':
      return <OperatorLink operator={row.analysis?.operator ?? null} />;
    case 'requests':
      return formatCount(row.requests);
    case 'matching':
      return matching === null ? null : (
        <span title={`${formatCount(matching)} of ${formatUnits(row.requests, 'request')}`}>
          {formatCount(matching)} <span className="soft">{formatShare(matching, row.requests)}</span>
        </span>
      );
    case 'share':
      return (
        <span className="share">
          <span className="share-track">
            <span className="share-bar" style={{ width: `${barFraction01(row.requests, largest) * 100}%` }} />
          </span>
          {formatShare(row.requests, info.counts.requests)}
        </span>
      );
    case 'spark':
      return (
        <Sparkline
          bins={row.spark}
          width={80}
          height={18}
          label={`${formatUnits(row.requests, 'request')} over the time of the case`}
        />
      );
    case 'first':
      return (
        <span title={`${formatMinute(info.timeZone, row.firstUs)} ${info.timeZone}`}>
          {formatDay(info.timeZone, row.firstUs)}
        </span>
      );
    case 'last':
      return (
        <span title={`${formatMinute(info.timeZone, row.lastUs)} ${info.timeZone}`}>
          {formatDay(info.timeZone, row.lastUs)}
        </span>
      );
    case 'days':
      return formatCount(row.activeDays);
    case 'input':
      return <TokenSum tokens={row.inputTokens} />;
    case 'output':
      return <TokenSum tokens={row.outputTokens} />;
    case 'failed':
      return (
        <span
          className={row.failed === 0 ? 'faint' : ''}
          title={`${formatShare(row.failed, row.requests)} of its requests`}
        >
          {formatCount(row.failed)}
        </span>
      );
    case 'tags':
      return <RowMarks marks={{ starred: row.starred, tags: row.tags, comments: 0 }} />;
    default:
      return <span className={row.comments === 0 ? 'faint' : ''}>{formatCount(row.comments)}</span>;
  }
}

function OperatorLink({ operator }: { operator: string | null }) {
  if (operator === null) {
    return (
      <span className="faint" title="Acts together with no other account">
        –
      </span>
    );
  }
  return (
    <button type="button" className="link mono" tabIndex={-1} onClick={() => openOperator(operator)}>
      <Shown text={operator} max={40} />
    </button>
  );
}

/** A sum of tokens; none is also what data without them gives, so it does not read as a measured zero. */
function TokenSum({ tokens }: { tokens: number }) {
  if (tokens === 0) {
    return (
      <span className="faint" title="None recorded">
        –
      </span>
    );
  }
  return <span title={formatCount(tokens)}>{formatShort(tokens)}</span>;
}
