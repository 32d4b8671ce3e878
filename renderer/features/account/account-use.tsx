import { getBreakdown, type ValueField } from '../../../shared/contract/accounts.ts';
import { useIsBlind } from '../../store/blind.ts';
import { useSession } from '../../store/session.ts';
import { proposeChip } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatShort } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { FIELD_WORDS, fieldTable, type UseRow } from './use-model.ts';

const MOST_SHOWN = 10;
/** The longest list last, so that the short ones share a column. */
const ORDER: readonly ValueField[] = ['model', 'status', 'endpoint', 'topic'];

/** Which models, topics, statuses and endpoints the requests of an account state, and how often. */
export function AccountUse({ account }: { account: string }) {
  return (
    <section className="account-use" aria-labelledby="use-title">
      <h2 id="use-title">
        What it used <span className="soft">over all time</span>
      </h2>
      <div className="use-tables">
        {ORDER.map((field) => (
          <FieldUse key={field} account={account} field={field} />
        ))}
      </div>
    </section>
  );
}

function FieldUse({ account, field }: { account: string; field: ValueField }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getBreakdown, { account, field, limit: MOST_SHOWN }, dataVersion);
  const { title } = FIELD_WORDS[field];
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return <div />;
  const { rows, whole, remark } = fieldTable(answer.value, field);
  return (
    <div className="use-table">
      <h3 id={`use-${field}`}>
        {title} <span className="soft">{rows.length > 0 && `of ${whole}`}</span>
      </h3>
      {rows.length > 0 && (
        <table className="table" aria-labelledby={`use-${field}`}>
          <thead>
            <tr>
              <th scope="col">Value</th>
              <th scope="col" className="number">
                Requests
              </th>
              <th scope="col" className="number">
                Tokens in
              </th>
              <th scope="col" className="number">
                Tokens out
              </th>
              <th scope="col" className="use-share">
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <UseLine
                key={row.value === null ? `words ${row.words}` : `value ${row.value}`}
                field={field}
                row={row}
              />
            ))}
          </tbody>
        </table>
      )}
      {remark !== null && <p className="soft">{remark}</p>}
    </div>
  );
}

function UseLine({ field, row: { value, words, counts, part, share } }: { field: ValueField; row: UseRow }) {
  // There is no filter to propose it for.
  const isBlind = useIsBlind();
  return (
    <tr>
      <td>
        {value === null ? (
          <span className="soft">{words}</span>
        ) : isBlind ? (
          <Shown text={value} max={80} />
        ) : (
          <button
            type="button"
            className="link"
            title="Propose it for the filter; with Alt its opposite"
            data-proposes=""
            onClick={(event) => proposeChip({ field, values: [value], negate: event.altKey })}
          >
            <Shown text={value} max={80} />
          </button>
        )}
      </td>
      <td className="number">{formatCount(counts.requests)}</td>
      <td className="number">{formatShort(counts.inputTokens)}</td>
      <td className="number">{formatShort(counts.outputTokens)}</td>
      <td className="use-share">
        <svg className="use-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect className="use-bar-all" width="100" height="8" />
          <rect className={value === null ? 'use-bar-rest' : 'use-bar-part'} width={part * 100} height="8" />
        </svg>
        {share}
      </td>
    </tr>
  );
}
