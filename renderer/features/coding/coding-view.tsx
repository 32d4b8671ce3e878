import { listSamples, type SampleRow } from '../../../shared/contract/coding.ts';
import { openCodingResult, openSheet } from '../../store/coding.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { codedWords } from './sample-words.ts';
import './coding.css';

/** The samples that were drawn for people to code, how far each is, and what came of it where that may be seen. */
export function CodingView() {
  const { timeZone, readOnly } = useSession((state) => state.case)!;
  const notesVersion = useSession((state) => state.notesVersion);
  const list = useCall(listSamples, {}, notesVersion);
  if (list.error !== undefined) return <ErrorPanel error={list.error} onRetry={list.retry} />;
  if (!list.value) return null;
  const draw =
    readOnly === null ? (
      <button
        type="button"
        className="primary"
        onClick={() => openDialog({ name: 'draw-sample', operator: null })}
      >
        Draw a blind sample
      </button>
    ) : null;
  if (list.value.length === 0)
    return (
      <EmptyState title="No samples yet">
        <p>
          Blind second coding puts an operator to the test. A sample is drawn by chance, half from the
          operator and half from the accounts it is compared with. Somebody who is told neither which is which
          nor what the analysis found looks at each account and says: together, apart, or cannot tell.
        </p>
        <p>
          That gives how many of the operator’s accounts a person would put there too, how many others they
          would, each with an interval, and how far people agree with each other and with the analysis beyond
          chance.
        </p>
        <p className="soft">
          {readOnly === null
            ? 'Whoever draws a sample knows the operator, so somebody else has to code it.'
            : 'This case is read only, so none can be drawn.'}
        </p>
        {draw}
      </EmptyState>
    );
  return (
    <div className="page">
      <header className="view-head">
        <h1>Second coding</h1>
        <p className="soft">
          {formatUnits(list.value.length, 'sample')} · times in {timeZone}
        </p>
        <span className="head-acts">{draw}</span>
      </header>
      <table className="table coding-list" aria-label="Samples">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Drawn</th>
            <th scope="col" className="number">
              Accounts
            </th>
            <th scope="col">Coded by</th>
            <th scope="col">Operator</th>
            <th scope="col">Coding</th>
          </tr>
        </thead>
        <tbody>
          {list.value.map((row) => (
            <Row key={row.id} row={row} zone={timeZone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, zone }: { row: SampleRow; zone: string }) {
  const { id, question, drawnBy, drawnUs, total, progress, coded, operator, drew } = row;
  return (
    <tr>
      <td className="wrap">
        <Shown text={question} max={300} />
      </td>
      <td className="nowrap">
        <Shown text={drawnBy} max={40} />
        <span className="soft cell-under">{formatMinute(zone, drawnUs)}</span>
      </td>
      <td className="number">{formatCount(total)}</td>
      <td>
        {progress.length === 0 && <span className="soft">nobody yet</span>}
        {progress.map((one) => (
          <span key={one.coder} className="coding-coder">
            <Shown text={one.coder} max={40} />{' '}
            <span className="soft">
              {codedWords(one.coded, total)}
              {one.drew && ', not blind'}
            </span>
          </span>
        ))}
      </td>
      <td className="mono">
        {operator === null ? <span className="soft">hidden</span> : <Shown text={operator} max={40} />}
      </td>
      <td>
        <span className="coding-acts">
          {!drew && (
            <button type="button" onClick={() => openSheet(id)}>
              {coded === 0 ? 'Begin coding' : coded < total ? 'Go on coding' : 'My codes'}
            </button>
          )}
          <button type="button" onClick={() => openCodingResult(id)}>
            {operator === null ? 'Progress' : 'Result'}
          </button>
          {drew && (
            <button type="button" className="quiet" onClick={() => openSheet(id)}>
              Code, not blind
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
