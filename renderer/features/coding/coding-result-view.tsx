import { codingResult, listSamples } from '../../../shared/contract/coding.ts';
import { openSamples, openSheet } from '../../store/coding.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { NoResultYet } from './no-result-yet.tsx';
import { ResultBody } from './result-body.tsx';
import './coding.css';
import { PageError } from '../../ui/page-error.tsx';

/** What came of a sample, or why the person at work may not see it yet. */
export function CodingResultView({ sample }: { sample: string }) {
  const notesVersion = useSession((state) => state.notesVersion);
  const zone = useSession((state) => state.case!.timeZone);
  const answer = useCall(codingResult, { sample }, notesVersion);
  const row = useCall(listSamples, {}, notesVersion).value?.find(({ id }) => id === sample);
  if (answer.error !== undefined)
    return (
      <PageError error={answer.error} onRetry={answer.retry}>
        <button type="button" onClick={openSamples}>
          All samples
        </button>
      </PageError>
    );
  if (!answer.value || !row) return null;
  const { result } = answer.value;
  return (
    <div className="page coding-result">
      <header className="view-head">
        <h1>Second coding</h1>
        <p className="soft">
          Drawn by <Shown text={row.drawnBy} max={60} />, {formatMinute(zone, row.drawnUs)} ({zone})
        </p>
        <span className="head-acts">
          {result !== null && row.coded > 0 && (
            <button type="button" onClick={() => openSheet(sample)}>
              My codes
            </button>
          )}
          <button type="button" onClick={openSamples}>
            All samples
          </button>
        </span>
      </header>
      <p className="sheet-question">
        <Shown text={row.question} max={2000} lines />
      </p>
      {result === null ? (
        <NoResultYet row={row} onCode={() => openSheet(sample)} />
      ) : (
        <ResultBody row={row} result={result} />
      )}
    </div>
  );
}
